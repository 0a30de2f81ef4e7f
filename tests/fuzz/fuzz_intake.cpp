// libFuzzer target: whatever a foreign file holds, an importer ends with a problem or with what it took, and
// what it would write is sound YAML: files that parse, records and lines of one line each.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../support/archive.hpp"
#include "calendar/working_days.hpp"
#include "intake/intake.hpp"
#include "intake/workbook.hpp"
#include "yaml/document.hpp"

using namespace teamctl;

namespace {

void require(bool law, const char* name) {
    if (law) return;
    std::fprintf(stderr, "%s\n", name);
    std::abort();
}

const team::Team& small_team() {
    static const auto team = [] {
        team::Team made;
        made.settings.timezone = "Asia/Shanghai";
        made.settings.workdays = {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday};
        for (const auto* name : {"王丽", "Ann", "Bob"}) {
            auto& person = made.people.emplace_back();
            person.id = name;
            person.name = name;
        }
        auto& series = made.series.emplace_back();
        series.id = series.name = "morning";
        series.when.every = team::Every::workday;
        series.when.start = TimeOfDay{9 * 60};
        series.when.minutes = 20;
        series.attend.all = true;
        return made;
    }();
    return team;
}

void parses(const std::string& text, const char* law) {
    Diagnostics found;
    const auto document = yaml::parse("x.yaml", text, found);
    require(document != nullptr && !found.has_errors(), law);
}

void import(const intake::Importer& importer, std::string bytes) {
    intake::Request request;
    request.bytes = std::move(bytes);
    request.name = request.file = "x_20261101-20261130";
    request.meeting = {0};
    request.take_leave = true;
    request.today = make_date(2026, 11, 30);
    request.calendar = "calendars/cn.yaml";
    const auto& team = small_team();
    const auto intake = importer.read(request, team, calendar::WorkingDays{team});
    if (!intake.problem.empty()) return;
    for (const auto& file : intake.files) parses(file.text, "a new file parses");
    for (const auto& record : intake.records) parses(record.line + "\n", "a record parses");
    for (const auto& line : intake.lines) parses(line.line + "\n", "a line parses");
    for (const auto& record : intake.records)
        require(record.line.find('\n') == std::string::npos, "a record is one line");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const auto importers = intake::importers();
    const auto& importer = importers[data[0] % importers.size()];
    const std::string input{reinterpret_cast<const char*>(data) + 2, size - 2};
    switch (data[1] % 4) {
        case 0:
            import(importer, input);
            break;
        case 1:  // a sheet as it stands in a workbook
            import(importer, test::workbook({.sheets = { { "a", "<sheetData>" + input + "</sheetData>" } }}));
            break;
        case 2:  // its strings, number formats and merged cells
            import(importer, test::workbook({.sheets = {{
                                                 "a",
                                                 "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                                                 "<c r=\"B1\" s=\"1\"><v>46000.5</v></c></row></sheetData>" +
                                                     input
                                             }},
                                             .strings = input,
                                             .styles = input}));
            break;
        default:
            (void)intake::read_workbook("PK\x03\x04" + input, "");
            import(importer, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nDTSTART:20261102T090000\n" +
                                 input + "\nEND:VEVENT\nEND:VCALENDAR\n");
            break;
    }
    return 0;
}
