#include "intake/columns.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "intake/workbook.hpp"

namespace teamctl::intake {
namespace {

constexpr std::size_t header_within = 20;

int spec_of(const std::vector<ColumnSpec>& specs, std::string_view cell) {
    const auto heading = plain_heading(cell);
    if (heading.empty()) return -1;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (heading == specs[i].key) return static_cast<int>(i);
        for (const auto known : specs[i].headings) {
            if (heading == known) return static_cast<int>(i);
        }
    }
    return -1;
}

}  // namespace

std::string plain_heading(std::string_view heading) {
    std::string text = half_width(tidied(heading));
    if (const auto bracket = text.find('('); bracket != std::string::npos && bracket > 0)
        text.resize(bracket);
    std::string out;
    for (const char c : text) {
        if (c == ' ' || c == '*' || c == ':') continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
}

std::optional<Columns> find_columns(const Sheet& sheet, const std::vector<ColumnSpec>& specs,
                                    std::vector<Doubt>& doubts) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < sheet.rows.size() && i < header_within; ++i) {
        const auto& cells = sheet.rows[i].cells;
        const auto known = static_cast<std::size_t>(std::count_if(
            cells.begin(), cells.end(), [&](const auto& cell) { return spec_of(specs, cell) >= 0; }));
        if (known > most) {
            most = known;
            best = i;
        }
    }
    if (most < 2) return std::nullopt;
    Columns columns{best, {}, {}};
    for (std::size_t i = 0; i < best; ++i) {
        if (!sheet.rows[i].blank())
            doubts.push_back({sheet.rows[i].number,
                              0,
                              {},
                              joined(sheet.rows[i].cells, " "),
                              {},
                              say("import.before_header")});
    }
    const auto& header = sheet.rows[best];
    for (std::size_t c = 0; c < header.cells.size(); ++c) {
        columns.headings.push_back(tidied(header.cells[c]));
        int spec = spec_of(specs, header.cells[c]);
        if (spec >= 0 && std::find(columns.spec.begin(), columns.spec.end(), spec) != columns.spec.end()) {
            doubts.push_back({header.number,
                              c + 1,
                              columns.headings[c],
                              columns.headings[c],
                              {},
                              say("import.second_column", specs[static_cast<std::size_t>(spec)].key)});
            spec = -1;
        }
        columns.spec.push_back(spec);
    }
    return columns;
}

namespace {

std::optional<Sheet> sheet_of_workbook(const Request& request, Intake& intake) {
    auto reading = read_workbook(request.bytes, request.sheet);
    // A workbook that teamctl made has its rows on one sheet, beside others for people.
    for (const std::string_view own : {"数据", "Data"})
        if (request.sheet.empty() && reading.sheets.size() > 1 && reading.sheets.back() == own)
            reading = read_workbook(request.bytes, std::string{own});
    if (!reading.problem.empty()) {
        intake.problem = std::move(reading.problem);
        intake.hint = std::move(reading.hint);
        intake.wrong_call = reading.wrong_call;
        return std::nullopt;
    }
    intake.facts.emplace_back(say("import.sheet"), Cell{reading.name});
    for (const auto& [place, shown] : reading.sheet.faults)
        intake.doubts.push_back({place.row, place.column + 1, {}, shown, {}, say("import.fault")});
    return std::move(reading.sheet);
}

}  // namespace

std::optional<Sheet> take_sheet(const Request& request, Intake& intake) {
    if (looks_like_workbook(request.bytes)) return sheet_of_workbook(request, intake);
    if (!request.sheet.empty()) {
        intake.problem = say("import.no_sheets");
        intake.wrong_call = true;
        return std::nullopt;
    }
    const auto text = decoded(request.bytes);
    if (!text) {
        intake.problem = say("import.not_text");
        return std::nullopt;
    }
    auto sheet = read_sheet(text->first);
    sheet.encoding = text->second;
    intake.facts.emplace_back(say("import.encoding"), Cell{sheet.encoding});
    return sheet;
}

}  // namespace teamctl::intake
