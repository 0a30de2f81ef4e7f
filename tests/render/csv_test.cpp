#include <doctest/doctest.h>

#include "base/text.hpp"
#include "render/render.hpp"
#include "samples.hpp"

using namespace teamctl;
using samples::zh;

namespace {

/// Reads RFC 4180 back.
std::vector<std::vector<std::string>> parsed(const std::string& csv) {
    std::vector<std::vector<std::string>> rows;
    bool quoted = false;
    bool at_start = true;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (at_start) rows.push_back({""});
        at_start = false;
        if (quoted && csv[i] == '"' && csv.substr(i + 1, 1) == "\"") {
            rows.back().back() += csv[i++];
        } else if (csv[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && csv[i] == ',') {
            rows.back().emplace_back();
        } else if (!quoted && csv.substr(i, 2) == "\r\n") {
            at_start = true;
            ++i;
        } else {
            rows.back().back() += csv[i];
        }
    }
    return rows;
}

std::string field_of(Cell cell) {
    Report report;
    Table table;
    table.columns = {{"a", {}}, {"b", {}}};
    table.rows = {{Cell{}, std::move(cell)}};
    report.add(table);
    return parsed(render::csv(report, zh)).at(1).at(1);
}

}  // namespace

TEST_CASE("the main table goes out with ids and raw values") {
    Report report = samples::month_summary();
    report.main_table = "due";
    CHECK(render::csv(report, zh) ==
          "date,at,who,what\r\n"
          "2026-11-20,09:00,wangli,\"华泰机电：确认第二批电机的到货时间，并就安装调试的排期与对方设备科沟通\n"
          "(see https://example.com/tickets/48213)\"\r\n"
          "2027-03-01,,liqiang,服务器 R740 质保到期\r\n");
    CHECK(render::csv(Report{}, zh).empty());
}

TEST_CASE("numbers stay numbers, texts never become formulas") {
    CHECK(field_of(Cell{-5}) == "-5");
    CHECK(field_of(Cell{Money{-450}}) == "-4.50");
    CHECK(field_of(Cell{Ratio{-1, 3}}) == "-0.333333");
    CHECK(field_of(Cell{"-5"}) == "'-5");
    CHECK(field_of(Cell{"=1+1"}) == "'=1+1");
    CHECK(field_of(Cell{"  @SUM(1)"}) == "'  @SUM(1)");
    CHECK(field_of(Cell{"＝1"}) == "'＝1");
    CHECK(field_of(Cell{"a=1"}) == "a=1");
    CHECK(field_of(Cell{"a,\"b\"\n"}) == "a,\"b\"\n");
}

TEST_CASE("whatever the texts, rows and columns stay") {
    for (const auto& text : samples::hostile_texts()) {
        CAPTURE(text);
        const auto csv = render::csv(samples::saying(text), zh);
        const auto rows = parsed(csv);
        CHECK(rows.size() == 3);
        for (const auto& row : rows) {
            CHECK(row.size() == 3);
            for (const auto& field : row) {
                CHECK(made_harmless(field, true) == field);
                const bool number = field == "-5" || field == "-4.50";
                CHECK(
                    (number || field.empty() || std::string{"=+-@\t\r"}.find(field[0]) == std::string::npos));
            }
        }
    }
}
