#include <doctest/doctest.h>

#include <map>
#include <regex>

#include "base/text.hpp"
#include "render/render.hpp"
#include "samples.hpp"

using namespace teamctl;
using samples::en;
using samples::lines_of;
using samples::zh;

namespace {

std::string text_of(Block block, std::size_t columns = 80) {
    Report report;
    report.blocks.push_back(std::move(block));
    return render::text(report, zh, {columns, false});
}

/// How often each sign stands in the text; drawn lines and blanks do not count.
std::map<char32_t, int> signs_of(const std::string& text) {
    std::map<char32_t, int> counts;
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = code_point_at(text, pos);
        const bool drawn = c.value >= 0x2500 && c.value <= 0x259F;
        if (c.value > ' ' && !drawn) ++counts[c.value];
        pos += c.bytes;
    }
    return counts;
}

void check_page(const std::string& page, std::size_t columns) {
    for (const auto& line : lines_of(page)) {
        CAPTURE(line);
        CHECK(display_width(line) <= columns);
        CHECK((line.empty() || line.back() != ' '));
    }
}

Table small_table() {
    Table table;
    table.id = "t";
    table.columns = {{"who", verbatim("姓名"), ColumnType::person},
                     {"n", verbatim("次数"), ColumnType::number},
                     {"note", verbatim("备注"), ColumnType::text}};
    table.rows = {{Cell{"王丽"}, Cell{3}, Cell{"按时"}},
                  {Cell{"Alexander"}, Cell{12}, Cell{"迟到一次"}},
                  {Cell{"欧阳娜娜"}, Cell{-104}, Cell{}}};
    return table;
}

}  // namespace

TEST_CASE("a table is aligned by display width") {
    CHECK(text_of(small_table()) ==
          "姓名       次数  备注\n"
          "─────────────────────────\n"
          "王丽          3  按时\n"
          "Alexander    12  迟到一次\n"
          "欧阳娜娜   -104\n");
}

TEST_CASE("columns start and end in one place, whatever the script") {
    const auto table = small_table();
    const auto lines = lines_of(text_of(table));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& line = lines[i + 2];
        const auto number = std::to_string(std::get<std::int64_t>(table.rows[i][1].value));
        const auto end = line.find(number) + number.size();
        CHECK(display_width(line.substr(0, end)) == 15);
        if (line.size() > end) CHECK(display_width(line.substr(0, line.find_first_not_of(' ', end))) == 17);
    }
}

TEST_CASE("long texts wrap within their column") {
    Table table = small_table();
    table.rows[0][2] = Cell{"客户临时改时间，已电话确认下周一上午再去"};
    CHECK(text_of(table, 40) ==
          "姓名       次数  备注\n"
          "────────────────────────────────────────\n"
          "王丽          3  客户临时改时间，已电话\n"
          "                 确认下周一上午再去\n"
          "Alexander    12  迟到一次\n"
          "欧阳娜娜   -104\n");
}

TEST_CASE("bad figures carry a sign, and the others keep their place") {
    Table table = small_table();
    table.rows[1][1].tone = Tone::bad;
    CHECK(text_of(table) ==
          "姓名       次数    备注\n"
          "───────────────────────────\n"
          "王丽          3    按时\n"
          "Alexander    12 !  迟到一次\n"
          "欧阳娜娜   -104\n");
}

TEST_CASE("every page keeps to its width and drops nothing") {
    const Report report = samples::month_summary();
    const auto everything = signs_of(render::text(report, zh, {0, false}));
    for (std::size_t columns = 20; columns <= 200; ++columns) {
        CAPTURE(columns);
        const auto page = render::text(report, zh, {columns, false});
        check_page(page, columns);
        const auto signs = signs_of(page);
        for (const auto& sign : everything) {
            CAPTURE(static_cast<unsigned>(sign.first));
            const auto found = signs.find(sign.first);
            CHECK((found != signs.end() && found->second >= sign.second));
        }
    }
}

TEST_CASE("without a terminal no table is wrapped or cut") {
    const auto page = render::text(samples::month_summary(), zh, {0, false});
    CHECK(page.find("华泰机电：确认第二批电机的到货时间，并就安装调试的排期与对方设备科沟通 "
                    "(see https://example.com/tickets/48213)\n") != std::string::npos);
}

TEST_CASE("colour adds to the page and changes nothing else") {
    const Report report = samples::month_summary();
    for (const std::size_t columns : {0U, 40U, 80U}) {
        const auto colored = render::text(report, zh, {columns, true});
        CHECK(colored.find("\x1b[31m") != std::string::npos);
        CHECK(std::regex_replace(colored, std::regex{"\x1b\\[[0-9]+m"}, "") ==
              render::text(report, zh, {columns, false}));
    }
}

TEST_CASE("hostile text reaches no terminal and keeps the page in its width") {
    for (const auto& text : samples::hostile_texts()) {
        CAPTURE(text);
        for (const std::size_t columns : {20U, 40U, 80U}) {
            const auto page = render::text(samples::saying(text), en, {columns, false});
            check_page(page, columns);
            CHECK(made_harmless(page, true) == page);
        }
        const auto page = render::text(samples::saying(text), en, {0, false});
        CHECK(made_harmless(page, true) == page);
    }
}

TEST_CASE("tables without rows say so") {
    Table table;
    table.caption = verbatim("投诉");
    table.columns = {{"a", verbatim("甲")}};
    CHECK(text_of(table) == "投诉\n（无）\n");
    CHECK(text_of(List{}) == "（无）\n");
    CHECK(text_of(Bars{}) == "（无）\n");
}

TEST_CASE("dates of another year name it") {
    Table table;
    table.columns = {{"d", verbatim("日期"), ColumnType::date}};
    table.rows = {{Cell{make_date(2026, 11, 23)}}};
    CHECK(lines_of(text_of(table)).back() == "11-23 周一");
    Report report;
    report.year = 2025;
    report.add(table);
    CHECK(lines_of(render::text(report, en, {80, false})).back() == "Mon 23 Nov 2026");
    table.rows.push_back({Cell{make_date(2028, 3, 1)}});
    CHECK(lines_of(text_of(table)).back() == "2028-03-01 周三");
}

TEST_CASE("headings, paragraphs, notices, lists and facts") {
    CHECK(text_of(Heading{1, verbatim("晨会")}) == "晨会\n════\n");
    CHECK(text_of(Heading{2, verbatim("待办")}) == "■ 待办\n");
    CHECK(text_of(Notice{verbatim("逾期")}) == "! 逾期\n");
    CHECK(text_of(Notice{verbatim("逾期"), Tone::bad}) == "!! 逾期\n");
    CHECK(text_of(Notice{verbatim("完成"), Tone::good}) == "* 完成\n");
    CHECK(text_of(Paragraph{verbatim("一行\n又一行")}) == "一行\n又一行\n");
    CHECK(text_of(List{{{verbatim("a"), Tone::plain, true, {{verbatim("b"), Tone::warn, {}, {}}}},
                        {verbatim("c"), Tone::plain, false, {}}}}) == "[x] a\n    - ! b\n[ ] c\n");
    List numbered{{}, true};
    for (int i = 1; i <= 10; ++i) numbered.items.push_back({verbatim("x"), Tone::plain, {}, {}});
    const auto lines = lines_of(text_of(numbered));
    CHECK(lines.front() == " 1. x");
    CHECK(lines.back() == "10. x");
    CHECK(text_of(Facts{{{verbatim("期初"), Cell{Money{128000}}}, {verbatim("下次盘点"), Cell{"周一"}}}}) ==
          "期初：     1,280\n下次盘点： 周一\n");
}

TEST_CASE("bars show shares beyond the whole") {
    const Bars bars{{},
                    {{verbatim("王丽"), Ratio{3, 2}, verbatim("3 / 2"), Tone::plain},
                     {verbatim("李"), Ratio{1, 2}, {}, Tone::plain},
                     {verbatim("张"), Ratio{50, 1}, {}, Tone::plain}}};
    CHECK(text_of(bars, 43) ==
          "王丽  ████████████│██████  150.0 %  3 / 2\n"
          "李    ██████      │         50.0 %\n"
          "张    ████████████│██████ 5000.0 %\n");
    CHECK(text_of(bars, 20) ==
          "王丽\n  ████│██  150.0 %\n  3 / 2\n李\n  ██  │     50.0 %\n张\n  ████│██ 5000.0 %\n");
}

TEST_CASE("a chart draws columns to one scale, and tells where it begins and ends") {
    const std::vector<Phrase> points{verbatim("1"), verbatim("2"), verbatim("3")};
    CHECK(text_of(Chart{verbatim("工单"), points, {{{}, {Cell{5}, Cell{0}, Cell{10}}}}}) ==
          "工单\n10 ┤     █\n   │     █\n   │ ▄   █\n   │ █   █\n 0 ┤ █   █\n     1 2 3\n");
    // Ratios above one half begin at the ten percent below the least.
    CHECK(text_of(Chart{{}, points, {{{}, {Cell{Ratio{9, 10}}, Cell{}, Cell{Ratio{1, 1}}}}}}) ==
          "100.0 % ┤     █\n        │     █\n        │ ▄   █\n        │ █   █\n 80.0 % ┤ █   █\n"
          "          1 2 3\n");
    CHECK(text_of(Chart{{}, points, {{{}, {Cell{-2}, Cell{3}, Cell{0}}}}}) ==
          " 3 ┤   █\n   │   █\n   │   █\n   │ █\n-2 ┤ █\n     1 2 3\n");
    const Chart two{{}, points, {{verbatim("新增"), {Cell{1}}}, {verbatim("办结"), {Cell{2}}}}};
    CHECK(text_of(two).find("新增\n2 ┤\n") == 0);
    CHECK(text_of(two).find("办结\n2 ┤ █\n") != std::string::npos);
    CHECK(text_of(Chart{}) == "（无）\n");
}

TEST_CASE("a month is a grid, Monday first") {
    MonthGrid grid;
    grid.month = std::chrono::year{2026} / 2;
    grid.days = {{make_date(2026, 2, 6), Tone::strong, {verbatim("晨会")}},
                 {make_date(2026, 2, 7), Tone::muted, {}}};
    CHECK(text_of(grid) ==
          "2026年2月\n"
          "┌──────┬──────┬──────┬──────┬──────┬──────┬──────┐\n"
          "│ 周一 │ 周二 │ 周三 │ 周四 │ 周五 │ 周六 │ 周日 │\n"
          "├──────┼──────┼──────┼──────┼──────┼──────┼──────┤\n"
          "│      │      │      │      │[6]   │(7)   │      │\n"
          "│      │      │      │      │晨会  │      │      │\n"
          "└──────┴──────┴──────┴──────┴──────┴──────┴──────┘\n"
          "( ) 休息日  [ ] 今天\n");
    CHECK(text_of(grid, 30) == "2026年2月\n[6]  周五\n     晨会\n(7)  周六\n( ) 休息日  [ ] 今天\n");
}
