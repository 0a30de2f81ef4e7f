#include "samples.hpp"

#include <algorithm>

namespace teamctl::samples {
namespace {

Table people_table() {
    Table table;
    table.id = "people";
    table.caption = verbatim("按人汇总");
    table.columns = {{"who", verbatim("姓名"), ColumnType::person},
                     {"present", verbatim("出勤"), ColumnType::number},
                     {"late", verbatim("迟到"), ColumnType::number},
                     {"diary", verbatim("日志提交率"), ColumnType::ratio},
                     {"fine", verbatim("乐捐"), ColumnType::money},
                     {"deals", verbatim("签单金额"), ColumnType::money},
                     {"target", verbatim("目标完成率"), ColumnType::ratio},
                     {"visits", verbatim("拜访客户数"), ColumnType::number}};
    const std::vector<std::string> names{"王丽", "李强", "欧阳娜娜", "Alexander Petrov"};
    for (int i = 0; i < 4; ++i) {
        table.rows.push_back({Cell{verbatim(names[static_cast<std::size_t>(i)]), "p" + std::to_string(i)},
                              Cell{21 - i}, Cell{i}, Cell{Ratio{20 - i, 21}}, Cell{Money{i * 1500}},
                              Cell{Money{18250000 - 2111111 * i}},
                              Cell{Ratio{126 - 17 * i, 100}, i > 2 ? Tone::bad : Tone::plain},
                              i == 1 ? Cell{} : Cell{37 + i}});
    }
    table.footer = {Cell{verbatim("合计")}, Cell{78}, Cell{6},          Cell{},
                    Cell{Money{9000}},      Cell{},   Cell{Ratio{1, 1}}};
    return table;
}

Table due_table() {
    Table table;
    table.id = "due";
    table.columns = {{"date", verbatim("日期"), ColumnType::date},
                     {"at", verbatim("时间"), ColumnType::time},
                     {"who", verbatim("负责人"), ColumnType::person},
                     {"what", verbatim("内容"), ColumnType::text}};
    table.rows = {
        {Cell{make_date(2026, 11, 20), Tone::bad}, Cell{TimeOfDay{540}}, Cell{verbatim("王丽"), "wangli"},
         Cell{"华泰机电：确认第二批电机的到货时间，并就安装调试的排期与对方设备科沟通\n"
              "(see https://example.com/tickets/48213)"}},
        {Cell{make_date(2027, 3, 1)}, Cell{}, Cell{verbatim("李强"), "liqiang"},
         Cell{"服务器 R740 质保到期", Tone::warn}}};
    return table;
}

MonthGrid december() {
    MonthGrid grid;
    grid.month = std::chrono::year{2026} / 12;
    for (Date date = first_day(grid.month); date <= last_day(grid.month); date += Days{1}) {
        auto& day = grid.days.emplace_back();
        day.date = date;
        const bool weekend = weekday_of(date).iso_encoding() > 5;
        day.tone = weekend ? Tone::muted : day_of_month(date) == 9 ? Tone::strong : Tone::plain;
        if (!weekend) day.lines = {verbatim("晨会 王丽")};
        if (day_of_month(date) == 18) day.lines.push_back(verbatim("周会：复盘与下周安排"));
    }
    return grid;
}

}  // namespace

Report month_summary() {
    Report report;
    report.name = "summary";
    report.title = verbatim("销售一部 2026年11月 月度总结");
    report.year = 2026;
    report.add(Heading{1, report.title});
    report.add(Paragraph{verbatim("本月出勤 98.2 %，签单 23 笔，合计 418,250.00 元；遗留 6 个问题。")});
    report.add(Notice{verbatim("王丽的回访逾期 3 天，请今天安排电话回访并补记日志。")});
    report.add(Notice{verbatim("仓库灭火器已过检验期"), Tone::bad});
    report.add(Heading{2, verbatim("基金")});
    report.add(Facts{{{verbatim("期初"), Cell{Money{128000}}},
                      {verbatim("支出"), Cell{Money{-45000}, Tone::bad}},
                      {verbatim("下次盘点"), Cell{make_date(2027, 1, 4)}}}});
    report.add(people_table());
    report.add(due_table());
    report.add(Bars{verbatim("签单对目标"),
                    {{verbatim("王丽"), Ratio{171, 100}, verbatim("342,000.00 / 200,000.00"), Tone::good},
                     {verbatim("李强"), Ratio{7, 8}, verbatim("175,000.00 / 200,000.00"), Tone::plain},
                     {verbatim("Alexander Petrov"), Ratio{0, 1}, {}, Tone::bad}}});
    report.add(Chart{
        verbatim("工单"),
        {verbatim("1"), verbatim("2"), verbatim("3")},
        {{verbatim("新增"), {Cell{4}, Cell{0}, Cell{8}}}, {verbatim("办结"), {Cell{2}, Cell{}, Cell{4}}}}});
    report.add(List{
        {{verbatim("报价单模板改版"), Tone::plain, true, {}},
         {verbatim("新人带教计划"),
          Tone::plain,
          false,
          {{verbatim("第一周：产品知识与 CRM 系统操作，完成考核后由师父签字"), Tone::warn, false, {}}}}}});
    report.add(List{
        {{verbatim("开场与表扬"), Tone::plain, {}, {}}, {verbatim("昨日数据"), Tone::plain, {}, {}}}, true});
    report.add(Heading{3, verbatim("投诉")});
    Table none;
    none.id = "complaints";
    none.columns = {{"date", verbatim("日期"), ColumnType::date}};
    report.add(none);
    report.add(december());
    return report;
}

std::vector<std::string> hostile_texts() {
    return {
        "a\x1b[31mred\x1b]0;title\x07",
        "\xE2\x80\xAE"
        "txt.exe\xE2\x81\xA6",
        "\xC2\x9B"
        "31m",
        "<script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "&lt;b&gt; &#x3c;",
        "]]>--><style>*{display:none}</style>",
        "=cmd|'/c calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "＝1",
        "a,b\"c\"",
        "a\r\nEND:VEVENT\r\nBEGIN:VALARM",
        "\\n;,:",
        "\\\\,;\\",
        "BEGIN:VEVENT",
        "a\nBEGIN:VEVENT\nSUMMARY:b",
        "# title",
        "- item",
        "1. item",
        "* item *strong* _em_ `code` ~~gone~~",
        "[a](javascript:alert(1)) ![x](http://x.example/y.png)",
        "| a | b |\n| --- | --- |",
        "$x$ <http://x.example>",
        "===\n---",
        "> quote",
        "    code",
        "broken \xFF\xC0\xAF utf8 \xE6\x99",
        std::string("nul \0 inside", 12),
        "",
        "   ",
        "\n",
        "很长" + std::string(500, 'x'),
    };
}

Report saying(const std::string& text) {
    const Phrase phrase = verbatim(text);
    Report report;
    report.name = "test";
    report.title = phrase;
    report.add(Heading{1, phrase});
    report.add(Heading{2, phrase});
    report.add(Paragraph{phrase});
    report.add(Notice{phrase});
    report.add(List{{{phrase, Tone::plain, true, {{phrase, Tone::bad, {}, {}}}},
                     {phrase, Tone::muted, {}, {}, {}, TreeName{phrase, {phrase}, text}}}});
    report.add(Facts{{{phrase, Cell{text}}}});
    Table table;
    table.id = "rows";
    table.caption = phrase;
    table.columns = {{"a", phrase}, {"b", phrase, ColumnType::number}, {"c", phrase, ColumnType::person}};
    table.rows = {{Cell{text}, Cell{-5}, Cell{phrase, text}}, {Cell{phrase}, Cell{Money{-450}}, Cell{}}};
    table.footer = {Cell{text, Tone::strong}};
    report.add(table);
    report.add(Bars{phrase, {{phrase, Ratio{1, 2}, phrase, Tone::warn}}});
    report.add(Chart{phrase, {phrase, phrase}, {{phrase, {Cell{1}, Cell{2}}}, {phrase, {Cell{3}, Cell{}}}}});
    report.add(MonthGrid{std::chrono::year{2026} / 2,
                         {{make_date(2026, 2, 28), Tone::strong, {phrase, phrase}, {phrase, {}}}}});
    Event event;
    event.uid = "u" + text;  // no team makes a blank one
    event.date = make_date(2026, 2, 28);
    event.start = event.date + std::chrono::hours{1};
    event.end = *event.start + std::chrono::minutes{15};
    event.alarms = {15};
    event.summary = phrase;
    event.description = phrase;
    event.place = text;
    report.events.push_back(event);
    return report;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

}  // namespace teamctl::samples
