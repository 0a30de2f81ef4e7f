#include <doctest/doctest.h>

#include "../support/archive.hpp"
#include "intake/number_format.hpp"
#include "intake/workbook.hpp"

using namespace teamctl;
using namespace teamctl::intake;

namespace {

/// The cells of one sheet, `|` between columns and `/` between rows; the key of the problem where there is
/// one.
std::string shown(const test::WorkbookParts& parts, const std::string& sheet = {}) {
    const auto reading = read_workbook(test::workbook(parts), sheet);
    if (!reading.problem.empty()) return reading.problem.key;
    std::string out;
    for (const auto& row : reading.sheet.rows) {
        if (!out.empty()) out += "/";
        for (std::size_t c = 0; c < row.cells.size(); ++c) out += (c > 0 ? "|" : "") + row.cells[c];
    }
    return out;
}

std::string rows(const std::string& inside) {
    return "<sheetData>" + inside + "</sheetData>";
}

}  // namespace

TEST_CASE("cells show strings, numbers, booleans and dates as a spreadsheet does") {
    test::WorkbookParts parts;
    parts.strings =
        "<si><t>王丽</t></si><si><r><t>half</t></r><r><t xml:space=\"preserve\"> bold</t></r>"
        "<rPh><t>reading</t></rPh></si>";
    parts.styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"00000\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/>"
        "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>";
    parts.sheets["a"] = rows(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
        "<row r=\"3\"><c t=\"inlineStr\"><is><t>inline</t></is></c><c t=\"b\"><v>1</v></c><c "
        "t=\"str\"><v>made</v></c></row>"
        "<row><c><v>0.10000000000000001</v></c><c><v>13800000000</v></c><c s=\"5\"><v>12</v></c></row>"
        "<row><c s=\"1\"><v>46328</v></c><c s=\"2\"><v>46328.34375</v></c><c s=\"3\"><v>0.34375</v></c>"
        "<c s=\"4\"><v>46328</v></c><c t=\"d\"><v>2026-11-02T08:15:00.000</v></c></row>");
    CHECK(shown(parts) ==
          "王丽||half bold/inline|TRUE|made/0.1|13800000000|00012/"
          "2026-11-02|2026-11-02 08:15|08:15|2026-11-02|2026-11-02 08:15:00");
    const auto sheet = read_workbook(test::workbook(parts), "").sheet;
    REQUIRE(sheet.rows.size() == 4);
    CHECK(sheet.rows[1].number == 3);
    CHECK(sheet.rows[3].number == 5);
    parts.properties = "date1904=\"1\"";
    CHECK(shown(parts).find("2030-11-03") != std::string::npos);
}

TEST_CASE("the numbers of days before March 1900 count a day that there was not") {
    CHECK(shown_number(1, built_in_form(14), false) == "1900-01-01");
    CHECK(shown_number(59, built_in_form(14), false) == "1900-02-28");
    CHECK(shown_number(61, built_in_form(14), false) == "1900-03-01");
    CHECK(shown_number(0, built_in_form(14), true) == "1904-01-01");
    CHECK(shown_number(1e9, built_in_form(14), false) == "1000000000");
    CHECK(shown_number(-1, built_in_form(14), false) == "-1");
}

TEST_CASE("a format code says by its signs what it shows") {
    CHECK(form_of_code("yyyy/m/d h:mm;@").date);
    CHECK(form_of_code("yyyy/m/d h:mm;@").time);
    CHECK(form_of_code("[$-804]h\"时\"mm\"分\"").time);
    CHECK_FALSE(form_of_code("[$-804]h\"时\"mm\"分\"").date);
    CHECK(form_of_code("mmm").date);
    CHECK(form_of_code("[h]:mm").elapsed);
    for (const auto* plain : {"General", "0.00", "#,##0", "\"day\" 0", "@", "0\\d", "[Red]0"}) {
        CAPTURE(plain);
        CHECK_FALSE(form_of_code(plain).date);
        CHECK_FALSE(form_of_code(plain).time);
    }
    CHECK(shown_number(1.5, form_of_code("[h]:mm"), false) == "36:00");
    CHECK(shown_number(0.3, form_of_code("0%"), false) == "30%");
}

TEST_CASE("faults and merged cells are told apart from blanks") {
    test::WorkbookParts parts;
    parts.sheets["a"] = rows(
                            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c>"
                            "<c r=\"B1\" t=\"e\"><v>#N/A</v></c><c r=\"C1\"><f>SUM(A1)</f></c></row>"
                            "<row r=\"2\"><c r=\"B2\"><v>2</v></c></row>") +
                        "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>";
    const auto sheet = read_workbook(test::workbook(parts), "").sheet;
    CHECK(sheet.faults.at({1, 1}) == "#N/A");
    CHECK(sheet.faults.at({1, 2}) == "=SUM(A1)");
    REQUIRE(sheet.rows.size() == 2);
    CHECK(sheet.text(sheet.rows[1], 0) == "x");
    CHECK(sheet.text(sheet.rows[1], 1) == "2");
    CHECK(sheet.merged.size() == 1);  // nothing below the last row
}

TEST_CASE("of several sheets one has to be named") {
    test::WorkbookParts parts;
    const auto filled = rows("<row><c><v>1</v></c></row>");
    parts.sheets = {{"one", filled}, {"two", filled}, {"none", rows("")}};
    CHECK(shown(parts) == "import.several_sheets");
    CHECK(shown(parts, "two") == "1");
    CHECK(shown(parts, "three") == "import.no_sheet");
    parts.hidden["two"] = true;
    CHECK(shown(parts) == "1");
    CHECK(shown(parts, "two") == "1");
    CHECK(shown({.sheets = {{"a", rows("")}}}) == "import.empty_workbook");
}

TEST_CASE("broken and hostile workbooks end with a problem") {
    const auto inside = [](const std::string& text) { return shown({.sheets = {{"a", text}}}); };
    CHECK(inside(rows("<row><c t=\"s\"><v>0</v></c></row>")) == "import.bad_workbook");
    CHECK(inside(rows("<row><c t=\"s\"><v>-1</v></c></row>")) == "import.bad_workbook");
    CHECK(inside(rows("<row r=\"1048577\"><c><v>1</v></c></row>")) == "import.bad_workbook");
    CHECK(inside(rows("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")) == "import.bad_workbook");
    CHECK(inside(rows("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")) == "import.bad_workbook");
    CHECK(inside("<sheetData><row>") == "import.bad_workbook");
    CHECK(inside(rows("<row><c><v>1</v></c></row><row r=\"1048576\"><c><v>1</v></c></row>") +
                 "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>") ==
          "import.workbook_too_large");
    std::string wide;
    for (int row = 1; row <= 200; ++row)
        wide += "<row r=\"" + std::to_string(row) + "\"><c r=\"XFD" + std::to_string(row) +
                "\"><v>1</v></c></row>";
    CHECK(inside(rows(wide)) == "import.workbook_too_large");
    // 64 MiB of blanks in some kilobytes.
    CHECK(inside(rows(std::string(std::size_t{64} << 20U, ' '))) == "import.workbook_too_large");
    CHECK(read_workbook(test::zip_file({{"readme.txt", "x"}}), "").problem.key == "import.bad_workbook");
    CHECK(read_workbook("PK\x03\x04 and no more", "").problem.key == "import.bad_workbook");
    CHECK(read_workbook("\xD0\xCF\x11\xE0", "").problem.key == "import.old_workbook");
    const auto whole = test::workbook({.sheets = {{"a", rows("<row><c><v>1</v></c></row>")}}});
    for (std::size_t size = 4; size < whole.size(); size += 7)
        CHECK_FALSE(read_workbook(whole.substr(0, size), "").problem.empty());
}
