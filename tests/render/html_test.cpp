#include <doctest/doctest.h>

#include <regex>

#include "base/text.hpp"
#include "render/render.hpp"
#include "samples.hpp"

using namespace teamctl;
using samples::en;
using samples::zh;

namespace {

std::string html_of(Block block) {
    Report report;
    report.title = verbatim("题");
    report.blocks.push_back(std::move(block));
    const auto page = render::html(report, zh);
    const auto start = page.find("</h1>\n") + 6;
    return page.substr(start, page.find("</main>") - start);
}

/// The names of all elements in their order, each as often as it is opened and closed.
std::string elements_of(const std::string& page) {
    std::string names;
    for (std::size_t pos = page.find('<'); pos != std::string::npos; pos = page.find('<', pos + 1)) {
        const auto end = page.find_first_of(" >\n", pos);
        names += page.substr(pos, end - pos);
    }
    return std::regex_replace(names, std::regex{"<br"}, "");
}

/// Does every element that is opened get closed, in order?
bool is_balanced(const std::string& page) {
    std::vector<std::string> open;
    const std::regex tag{"<(/?)([a-z0-9]+)[^>]*?(/?)>"};
    for (std::sregex_iterator it{page.begin(), page.end(), tag}, end; it != end; ++it) {
        const std::string name = (*it)[2];
        if (name == "meta" || name == "br" || (*it)[3] == "/") continue;
        if ((*it)[1] != "/") {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            return false;
        } else {
            open.pop_back();
        }
    }
    return open.empty();
}

}  // namespace

TEST_CASE("a page stands on its own") {
    const auto page = render::html(samples::month_summary(), zh);
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
    CHECK(page.find("<title>销售一部 2026年11月 月度总结</title>") != std::string::npos);
    CHECK(page.find("default-src 'none'") != std::string::npos);
    for (const auto* loader : {"<script", "<link", "<img", "<iframe", "@import", "url(", " src=", "href="})
        CHECK(page.find(loader) == std::string::npos);
    CHECK(is_balanced(page));
    CHECK(elements_of(page).find("<h1") == elements_of(page).rfind("<h1"));
    CHECK(render::html(Report{}, en).find("<html lang=\"en\">") != std::string::npos);
}

TEST_CASE("blocks are elements of their kind") {
    CHECK(html_of(Paragraph{verbatim("a\nb"), Tone::muted}) == "<p class=\"muted\">a<br>b</p>\n");
    CHECK(html_of(Heading{2, verbatim("待办")}) == "<h2>待办</h2>\n");
    CHECK(html_of(Notice{verbatim("逾期")}) == "<p class=\"notice warn\"><b>注意</b>：逾期</p>\n");
    CHECK(html_of(List{{{verbatim("a"), Tone::good, {}, {}}}, true}) ==
          "<ol>\n<li><span class=\"good\">a</span></li>\n</ol>\n");
    CHECK(html_of(List{}) == "<p class=\"none\">（无）</p>\n");
    CHECK(html_of(Facts{{{verbatim("支出"), Cell{Money{-450}, Tone::bad}}}}) ==
          "<dl>\n<div><dt>支出</dt><dd class=\"bad\">-4.50</dd></div>\n</dl>\n");
    Table table;
    table.columns = {{"a", verbatim("甲")}, {"b", verbatim("乙"), ColumnType::number}};
    table.rows = {{Cell{"x"}, Cell{3}}};
    table.footer = {Cell{"合计"}, Cell{3}};
    CHECK(
        html_of(table) ==
        "<div class=\"wide\"><table aria-label=\"题\">\n"
        "<thead><tr><th scope=\"col\" class=\"t\">甲</th><th scope=\"col\" class=\"r\">乙</th></tr></thead>\n"
        "<tbody>\n<tr><td class=\"t\">x</td><td class=\"r\">3</td></tr>\n</tbody>\n"
        "<tfoot>\n<tr><td class=\"t\">合计</td><td class=\"r\">3</td></tr>\n</tfoot>\n</table></div>\n");
}

TEST_CASE("a table too wide for a phone turns into cards there") {
    Table table;
    const std::string words(30, 'x');
    for (const auto* id : {"a", "b", "c"}) table.columns.push_back({id, verbatim(id)});
    table.rows = {{Cell{words}, Cell{words}, Cell{words}}};
    const auto page = html_of(table);
    CHECK(page.find("<table class=\"texts\"") != std::string::npos);
    CHECK(page.find("<td class=\"t\" data-title=\"b\"><div>" + words + "</div></td>") != std::string::npos);
}

TEST_CASE("tables that follow each other stand side by side, those too wide for half a page are marked") {
    Table narrow;
    narrow.columns = {{"a", verbatim("甲")}};
    narrow.rows = {{Cell{"x"}}};
    Table broad = narrow;
    broad.rows = {{Cell{std::string(50, 'x')}}, {Cell{"x"}}};
    broad.columns.push_back({"who", verbatim("乙"), ColumnType::date});
    broad.rows[0].push_back(Cell{std::string(30, 'x')});
    Report report;
    report.blocks = {narrow, broad, Paragraph{verbatim("x")}, narrow};
    const auto page = render::html(report, zh);
    const auto beside = page.find("<div class=\"beside\">");
    REQUIRE(beside != std::string::npos);
    CHECK(page.find("<div class=\"beside\">", beside + 1) == std::string::npos);
    CHECK(page.find("<div class=\"wide broad\">") != std::string::npos);
    CHECK(page.find("</div>\n</div>\n<p>x</p>\n<div class=\"wide\">") != std::string::npos);
    CHECK(is_balanced(page));
}

TEST_CASE("an agenda is a line of times, with whose each item is") {
    ListItem item{verbatim("1. 09:00 点名"), {}, {}, {}};
    item.slot =
        Slot{TimeOfDay{540}, verbatim("点名"), verbatim("2 分钟"), {verbatim("张三"), verbatim("李四")}};
    CHECK(html_of(List{{item}, true}) ==
          "<ol class=\"timeline\">\n<li><time>09:00</time><div class=\"item\"><b>点名</b>"
          "<span class=\"tag\">张三</span><span class=\"tag\">李四</span><small>2 "
          "分钟</small></div></li>\n</ol>\n");
    item.slot->empty = true;
    CHECK(html_of(List{{item}, true}).find("<div class=\"item empty\"><b>点名</b><small>无</small>") !=
          std::string::npos);
}

TEST_CASE("a tree has tags, and on a site its names lead somewhere") {
    ListItem item{verbatim("张三（主管，负责人）"), Tone::strong, {}, {}};
    item.named = TreeName{verbatim("张三"), {verbatim("主管"), verbatim("负责人")}, "zhangsan"};
    CHECK(html_of(List{{item}}) ==
          "<ul class=\"tree\">\n<li><span class=\"strong\">张三</span><span class=\"tag\">主管</span>"
          "<span class=\"tag\">负责人</span></li>\n</ul>\n");
    Report report;
    report.blocks = {List{{item}}};
    render::Links links;
    links.of_person = [](const std::string& who) { return "people/" + who + ".html"; };
    CHECK(render::linked_html(report, zh, links)
              .find("<li><span class=\"strong\"><a href=\"people/zhangsan.html\">张三</a></span>") !=
          std::string::npos);
}

TEST_CASE("a row that is a record shows a phone what it tells and its first figure") {
    Table table;
    table.columns = {{"date", verbatim("日期"), ColumnType::date},
                     {"note", verbatim("说明")},
                     {"part", verbatim("计"), ColumnType::number},
                     {"sum", verbatim("累计"), ColumnType::number}};
    table.rows = {{Cell{make_date(2026, 11, 3)}, Cell{"表扬"}, Cell{2}, Cell{5}}};
    table.told_at = 1;
    const auto page = html_of(table);
    CHECK(page.find("<table class=\"ledger\"") != std::string::npos);
    CHECK(page.find("<td class=\"t told\">表扬</td><td class=\"r figure\">2</td>"
                    "<td class=\"r\" data-title=\"累计\">5</td>") != std::string::npos);
}

TEST_CASE("a line of a month sets apart what it begins with") {
    MonthGrid grid{std::chrono::year{2026} / 2, {{make_date(2026, 2, 2), {}, {}, {}}}};
    grid.days.front().lines = {verbatim("白班 张三"), verbatim("中班 李四")};
    grid.days.front().about = {verbatim("白班"), {}};
    CHECK(html_of(grid).find("<div class=\"alone hanging\"><span class=\"about\">白班</span> "
                             "<span><span class=\"whole\">张三</span></span></div>"
                             "<div class=\"alone\">中班 李四</div>") != std::string::npos);
}

TEST_CASE("names in a month are kept whole, and a long name of a shift heads them") {
    MonthGrid grid{std::chrono::year{2026} / 2, {{make_date(2026, 2, 2), {}, {}, {}}}};
    grid.days.front().lines = {verbatim("Evening shift Gao Feng, Ma Zhiqiang")};
    grid.days.front().about = {verbatim("Evening shift")};
    CHECK(html_of(grid).find("<div class=\"alone headed\"><span class=\"about\">Evening shift</span> <span>"
                             "<span class=\"whole\">Gao Feng,</span> <span class=\"whole\">Ma Zhiqiang</span>"
                             "</span></div>") != std::string::npos);
}

TEST_CASE("a table below a month, which shows most of it, is folded") {
    Report report;
    report.title = verbatim("题");
    MonthGrid grid{std::chrono::year{2026} / 2, {{make_date(2026, 2, 2), {}, {}, {}}}};
    Table table{"occurrences", verbatim("日程"), {{"name", verbatim("名称")}}, {{Cell{"晨会"}}}, {}};
    report.blocks = {grid, table};
    const auto page = render::html(report, zh);
    CHECK(page.find("<details><summary><h2>日程</h2></summary><div class=\"fold\">\n"
                    "<div class=\"wide\"><table aria-label=\"日程\">") != std::string::npos);
    CHECK(is_balanced(page));
    report.blocks = {table};
    CHECK(render::html(report, zh).find("<details>") == std::string::npos);
}

TEST_CASE("rows that share their day stand below it, where most do") {
    Table table;
    table.columns = {{"date", verbatim("日期"), ColumnType::date},
                     {"at", verbatim("时间"), ColumnType::time},
                     {"note", verbatim("说明")}};
    const auto row = [](unsigned day, const char* note) {
        return std::vector<Cell>{Cell{make_date(2026, 11, day)}, Cell{TimeOfDay{495}}, Cell{std::string{note}}};
    };
    table.rows = {row(3, "a"), row(3, "b"), row(4, "c"), row(4, "d")};
    table.footer = {Cell{"合计"}, {}, Cell{4}};
    table.grouped_by = 0;
    table.told_at = 2;
    const auto page = html_of(table);
    CHECK(page.find("<table class=\"ledger days timed\"") != std::string::npos);
    CHECK(page.find("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">11-03 周二</th></tr>\n"
                    "<tr><td class=\"d\">08:15</td><td class=\"t told\">a</td></tr>") != std::string::npos);
    CHECK(
        page.find("</tbody>\n<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">11-04 周三") !=
        std::string::npos);
    CHECK(page.find("<td class=\"d\">合计</td>") != std::string::npos);
    table.rows.pop_back();
    CHECK(html_of(table).find("<tr class=\"group\">") == std::string::npos);
}

TEST_CASE("what names a row that is a thing comes first, and short texts beside it are not broken") {
    Table table;
    table.columns = {{"id", verbatim("编号")}, {"name", verbatim("名称")}, {"note", verbatim("说明")}};
    table.rows = {{Cell{"fire-pump-1"}, Cell{"消火栓泵"}, Cell{"一二三四五六七八九十一二三四五"}}};
    table.form = RowForm{1, {}, {}, {}};
    CHECK(html_of(table).find("<td class=\"t title\">消火栓泵</td>"
                              "<td class=\"t rest short\"><span>fire-pump-1</span></td>"
                              "<td class=\"t rest\"><span>一二三") != std::string::npos);
}

TEST_CASE("a command in a list is set as one") {
    CHECK(html_of(List{{{verbatim("teamctl due"), {}, {}, {}}, {verbatim("do"), {}, {}, {}}}, false})
              .find("<li><code>teamctl due</code></li>\n<li>do</li>") != std::string::npos);
}

TEST_CASE("lists to tick off stand side by side where there are several") {
    Report report;
    report.title = verbatim("题");
    for (int i = 0; i < 2; ++i) report.blocks.push_back(List{{{verbatim("a"), {}, false, {}}}, false});
    CHECK(render::html(report, zh).find("<main>") != std::string::npos);
    report.blocks.push_back(report.blocks.front());
    CHECK(render::html(report, zh).find("<main class=\"checks\">") != std::string::npos);
}

TEST_CASE("what stands below a folded heading opens up to the next one of its level") {
    Report report;
    report.title = verbatim("题");
    report.blocks = {Heading{2, verbatim("a"), true}, Paragraph{verbatim("x")},
                     Heading{3, verbatim("b"), true}, Heading{2, verbatim("c")}};
    const auto page = render::html(report, zh);
    CHECK(page.find("<details><summary><h2>a</h2></summary><div class=\"fold\">\n<p>x</p>\n<h3>b</h3>\n"
                    "</div></details>\n<h2>c</h2>") != std::string::npos);
    CHECK(is_balanced(page));
}

TEST_CASE("a bar stands in its row, and bars that a table has are not drawn twice") {
    Table table;
    table.columns = {{"who", verbatim("谁")}, {"n", verbatim("数"), ColumnType::number}};
    table.rows = {{Cell{"x"}, Cell{3}}};
    table.bars = {{{3, 2}, Tone::good}};
    table.bars_at = 1;
    table.bars_title = verbatim("完成率");
    const auto page = html_of(table);
    CHECK(page.find("<td class=\"track\"></td><th scope=\"col\" class=\"r\">完成率</th>") !=
          std::string::npos);
    CHECK(page.find("<rect class=\"fill good\" width=\"1500\"") != std::string::npos);
    CHECK(page.find("<td class=\"r good\">150.0 %</td>") != std::string::npos);
    CHECK(html_of(Bars{{}, {{verbatim("x"), {1, 2}, {}, {}}}, true}).empty());
}

TEST_CASE("key figures are tiles, of a block or of a table") {
    Tile tile{"sales", verbatim("业绩"), Cell{Money{12300}, Tone::warn}, verbatim("目标 200"), Ratio{1, 2},
              {}};
    for (int i = 0; i < 5; ++i) tile.trend.emplace_back(i);
    const auto page = html_of(Tiles{{tile}});
    CHECK(page.find(
              "<div class=\"label\">业绩</div><div class=\"value warn\">123</div><div class=\"note\">目标 "
              "200</div><svg") != std::string::npos);
    CHECK(page.find("<path d=\"M0.0 31.0L25.0 23.5L50.0 16.0L75.0 8.5L100.0 1.0\"/>") != std::string::npos);
    tile.trend.pop_back();
    CHECK(html_of(Tiles{{tile}}).find("spark") == std::string::npos);
    Table table;
    table.columns = {{"metric", verbatim("指标")},
                     {"value", verbatim("数"), ColumnType::number},
                     {"target", verbatim("目标"), ColumnType::number}};
    table.rows = {{Cell{"走访"}, Cell{3}, Cell{5}}};
    table.as_tiles = true;
    CHECK(html_of(table).find(
              "<div class=\"label\">走访</div><div class=\"value\">3</div><div class=\"note\">目标 "
              "5</div>") != std::string::npos);
}

TEST_CASE("a chart has five points or more; its axis starts at zero, or has dots and says so") {
    const auto chart_of = [](const std::vector<Cell>& values) {
        Chart chart{verbatim("走势"), {}, {{verbatim("a"), values}}};
        for (std::size_t i = 0; i < values.size(); ++i) chart.points.push_back(verbatim(std::to_string(i)));
        return html_of(chart);
    };
    CHECK(chart_of({Cell{1}, Cell{2}, Cell{4}, Cell{3}}).find("<td class=\"r\">4</td>") != std::string::npos);
    const auto bars = chart_of({Cell{1}, Cell{2}, Cell{4}, Cell{3}, Cell{-4}});
    CHECK(bars.find("bottom:50.0%;height:50.0%\" title=\"a 2 4\"") != std::string::npos);
    CHECK(bars.find("bottom:0.0%;height:50.0%\" title=\"a 4 -4\"") != std::string::npos);
    const std::vector<Cell> shares(5, Cell{Ratio{95, 100}});
    CHECK(chart_of(shares).find("<small>纵轴从 90.0 % 起</small>") != std::string::npos);
    CHECK(chart_of(shares).find("class=\"cols dots\"") != std::string::npos);
    CHECK(chart_of(shares).find("<i style=\"bottom:50.0%\"") != std::string::npos);
}

TEST_CASE("a month in front is printed on the long side") {
    Report report;
    report.add(MonthGrid{std::chrono::year{2026} / 2, {}});
    CHECK(render::html(report, zh).find("A4 landscape") != std::string::npos);
    CHECK(render::html(samples::month_summary(), zh).find("A4 portrait") != std::string::npos);
}

TEST_CASE("a month has the largest type with which it fits a page") {
    const auto type_of = [](int lines) {
        MonthGrid grid{std::chrono::year{2026} / 12, {}};
        for (Date date = make_date(2026, 12, 1); date <= make_date(2026, 12, 31); date += Days{1}) {
            const bool works = weekday_of(date).iso_encoding() < 6;
            grid.days.push_back({date, works ? Tone::plain : Tone::muted, {}});
            for (int i = 0; i < lines && works; ++i) grid.days.back().lines.push_back(verbatim("主持 张三"));
        }
        const auto page = html_of(grid);
        const auto at = page.find("--type: ");
        return page.substr(at + 8, page.find('"', at) - at - 8);
    };
    CHECK(type_of(1) == "4.0mm");
    CHECK(type_of(8) == "2.7mm");  // 30 mm + 5 weeks × (9 lines × 1.2 × 2.7 mm + 2 mm) = 186 mm of 190
    CHECK(type_of(30) == "2.0mm");
    // A text between the title and the month takes 8 mm.
    Report report;
    report.blocks = {Heading{1, verbatim("题")}, Paragraph{verbatim("时间")}};
    MonthGrid grid{std::chrono::year{2026} / 12, {}};
    for (unsigned day = 1; day <= 31; ++day)
        grid.days.push_back({make_date(2026, 12, day), {}, std::vector(8, verbatim("主持 张三"))});
    report.add(grid);
    CHECK(render::html(report, zh).find("--type: 2.6mm") != std::string::npos);
}

/// Without what sets words apart: how long a text is and where it has blanks may decide on that.
std::string without_phrasing(const std::string& elements) {
    const auto inner = std::regex_replace(elements, std::regex{"<b</b|</?span"}, "");
    return std::regex_replace(inner, std::regex{"<div</div"}, "");
}

TEST_CASE("hostile text adds no element and no attribute") {
    const auto expected = without_phrasing(elements_of(render::html(samples::saying("x"), en)));
    for (const auto& text : samples::hostile_texts()) {
        CAPTURE(text);
        const auto page = render::html(samples::saying(text), en);
        CHECK(made_harmless(page, true) == page);
        CHECK(is_balanced(page));
        const auto without_values = std::regex_replace(page, std::regex{"=\"[^\"]*\""}, "");
        CHECK_FALSE(std::regex_search(without_values, std::regex{"<[^>]*onmouseover"}));
        if (!trimmed(text).empty()) CHECK(without_phrasing(elements_of(page)) == expected);
    }
}
