#include <doctest/doctest.h>

#include <regex>

#include "base/text.hpp"
#include "render/render.hpp"
#include "samples.hpp"

using namespace teamctl;
using samples::lines_of;
using samples::zh;

namespace {

std::string markdown_of(Block block) {
    Report report;
    report.blocks.push_back(std::move(block));
    return render::markdown(report, zh);
}

std::string paragraph(const char* text) {
    return markdown_of(Paragraph{verbatim(text)});
}

}  // namespace

TEST_CASE("tables, lists and headings are GitHub's") {
    Table table;
    table.columns = {{"who", verbatim("姓名"), ColumnType::person},
                     {"n", verbatim("次数"), ColumnType::number}};
    table.rows = {{Cell{"王|丽"}, Cell{3}}, {Cell{"a\nb"}, Cell{-4, Tone::bad}}};
    table.footer = {Cell{"合计"}, Cell{-1}};
    CHECK(markdown_of(table) ==
          "| 姓名 | 次数 |\n| --- | ---: |\n| 王\\|丽 | 3 |\n| a<br>b | **-4** |\n| **合计** | **-1** |\n");
    CHECK(markdown_of(Heading{2, verbatim("待办")}) == "## 待办\n");
    CHECK(markdown_of(List{{{verbatim("a"), Tone::plain, true, {{verbatim("b"), Tone::plain, {}, {}}}},
                            {verbatim("c"), Tone::plain, false, {}}}}) == "- [x] a\n  - b\n- [ ] c\n");
    CHECK(markdown_of(List{{{verbatim("a"), Tone::plain, {}, {}}}, true}) == "1. a\n");
    CHECK(markdown_of(Notice{verbatim("逾期")}) == "> **注意**：逾期\n");
    CHECK(markdown_of(Facts{{{verbatim("期初"), Cell{Money{128000}}}}}) == "- **期初**：1,280\n");
    CHECK(markdown_of(Bars{{}, {{verbatim("王丽"), Ratio{1, 2}, verbatim("1 / 2"), Tone::plain}}}) ==
          "- **王丽**：`█████░░░░░` 50.0 % 1 / 2\n");
    CHECK(markdown_of(Chart{{}, {verbatim("1")}, {{verbatim("新增"), {Cell{5}}}, {verbatim("办结"), {}}}}) ==
          "|  | 新增 | 办结 |\n| --- | ---: | ---: |\n| 1 | 5 |  |\n");
    CHECK(markdown_of(Table{}) == "（无）\n");
}

TEST_CASE("text is never markup") {
    CHECK(paragraph("# a") == "\\# a\n");
    CHECK(paragraph("- a") == "\\- a\n");
    CHECK(paragraph("-450.00") == "-450.00\n");
    CHECK(paragraph("---") == "\\---\n");
    CHECK(paragraph("a\n===") == "a<br>\\===\n");
    CHECK(paragraph("1. a") == "1\\. a\n");
    CHECK(paragraph("12.50") == "12.50\n");
    CHECK(paragraph("*a* _b_ `c` ~d~ $e$") == "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$\n");
    CHECK(paragraph("[a](b) <i> &lt;") == "\\[a\\](b) \\<i\\> &amp;lt;\n");
    CHECK(paragraph("    code") == "code\n");
}

TEST_CASE("hostile text stays in its line and cell") {
    const auto rows = [](const std::string& page) {
        std::size_t count = 0;
        for (const auto& line : lines_of(page)) count += line.starts_with("|") ? 1 : 0;
        return count;
    };
    const auto expected = rows(render::markdown(samples::saying("x"), zh));
    for (const auto& text : samples::hostile_texts()) {
        CAPTURE(text);
        const auto page = render::markdown(samples::saying(text), zh);
        CHECK(made_harmless(page, true) == page);
        CHECK(rows(page) == expected);
        const auto rest = std::regex_replace(page, std::regex{R"(\\.|<br>)"}, "");
        CHECK(rest.find('<') == std::string::npos);
        CHECK(rest.find('`') == rest.find("`█"));
    }
}
