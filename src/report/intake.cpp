#include "report/intake.hpp"

#include <algorithm>
#include <map>

#include "report/naming.hpp"

namespace teamctl::report {
namespace {

using intake::Doubt;
using intake::Intake;

Cell number_cell(std::size_t number) {
    return number == 0 ? Cell{} : Cell{static_cast<std::int64_t>(number)};
}

Table doubts_table(const Intake& intake) {
    Table table;
    table.id = "doubts";
    table.columns = {{"row", say("import.column.row"), ColumnType::number},
                     {"column", say("import.column.column"), ColumnType::number},
                     {"heading", say("import.column.heading"), ColumnType::text},
                     {"cell", say("import.column.cell"), ColumnType::text},
                     {"taken", say("import.column.taken"), ColumnType::text},
                     {"why", say("import.column.why"), ColumnType::text}};
    for (const auto& doubt : intake.doubts) {
        if (doubt.plain) continue;
        table.rows.push_back(
            {number_cell(doubt.row), number_cell(doubt.column), Cell{doubt.heading}, Cell{doubt.cell},
             doubt.taken.empty() ? Cell{say("import.left_out"), {}, Tone::bad} : Cell{doubt.taken},
             Cell{doubt.why}});
    }
    return table;
}

/// One line a column and reason, with the first such cell.
Table rewritten_table(const Intake& intake) {
    Table table;
    table.id = "rewritten";
    table.caption = say("import.rewritten");
    table.columns = {{"column", say("import.column.column"), ColumnType::number},
                     {"heading", say("import.column.heading"), ColumnType::text},
                     {"count", say("import.column.count"), ColumnType::number},
                     {"example", say("import.column.example"), ColumnType::text},
                     {"why", say("import.column.why"), ColumnType::text}};
    struct Group {
        const Doubt* first = nullptr;
        std::int64_t count = 0;
    };
    std::map<std::pair<std::size_t, std::string>, Group> groups;
    for (const auto& doubt : intake.doubts) {
        if (!doubt.plain) continue;
        auto& group = groups[{doubt.column, doubt.why.key}];
        if (group.first == nullptr) group.first = &doubt;
        ++group.count;
    }
    for (const auto& [key, group] : groups) {
        const auto& first = *group.first;
        table.rows.push_back({number_cell(first.column), Cell{first.heading}, Cell{group.count},
                              Cell{first.cell + " → " + first.taken}, Cell{first.why}});
    }
    return table;
}

Json doubts_json(const Intake& intake) {
    auto list = Json::array();
    for (const auto& doubt : intake.doubts) {
        list.push(Json::object()
                      .set("row", doubt.row)
                      .set("column", doubt.column)
                      .set("heading", doubt.heading)
                      .set("cell", doubt.cell)
                      .set("taken", text_json(doubt.taken))
                      .set("why", doubt.why.key.substr(doubt.why.key.find('.') + 1))
                      .set("plain", doubt.plain));
    }
    return list;
}

Json intake_json(const Intake& intake, std::string_view format, const std::vector<std::string>& written) {
    auto files = Json::array();
    for (const auto& file : intake.files)
        files.push(Json::object().set("path", file.path).set("text", file.text));
    auto records = Json::array();
    for (const auto& record : intake.records)
        records.push(Json::object().set("date", to_string(record.date)).set("line", record.line));
    auto lines = Json::array();
    for (const auto& line : intake.lines)
        lines.push(Json::object().set("path", line.path).set("line", line.line));
    auto names = Json::array();
    for (const auto& path : written) names.push(path);
    return Json::object()
        .set("format", format)
        .set("files", std::move(files))
        .set("records", std::move(records))
        .set("lines", std::move(lines))
        .set("doubts", doubts_json(intake))
        .set("written", std::move(names));
}

/// The first rows; CSV carries all.
void add_preview(Report& report, const Intake& intake) {
    if (intake.preview.rows.empty()) return;
    constexpr std::size_t shown = 5;
    auto preview = intake.preview;
    report.rows = intake.preview;
    if (preview.rows.size() > shown) preview.rows.resize(shown);
    report.add(std::move(preview));
    if (intake.preview.rows.size() > shown)
        report.add(Paragraph{say("import.more", intake.preview.rows.size() - shown), Tone::muted});
}

}  // namespace

bool has_doubts(const Intake& intake) {
    return std::any_of(intake.doubts.begin(), intake.doubts.end(),
                       [](const Doubt& doubt) { return !doubt.plain; });
}

Report intake_report(const Intake& intake, std::string_view format, const std::vector<std::string>& written) {
    Report report;
    report.name = "import";
    // phrase keys: import.what.*
    report.title = say("import.title", say("import.what." + std::string{format}));
    report.main_table = intake.preview.id;
    report.add(Heading{1, report.title});
    Facts facts{intake.facts};
    for (const auto& file : intake.files) facts.rows.emplace_back(say("import.file"), Cell{file.path});
    report.add(std::move(facts));
    add_preview(report, intake);
    auto doubts = doubts_table(intake);
    report.add(Heading{2, say("import.doubts", doubts.rows.size())});
    if (doubts.rows.empty())
        report.add(Paragraph{say("import.no_doubts"), Tone::good});
    else
        report.add(std::move(doubts));
    if (auto rewritten = rewritten_table(intake); !rewritten.rows.empty()) report.add(std::move(rewritten));
    if (!written.empty()) {
        List list;
        for (const auto& path : written) list.items.push_back({verbatim(path), Tone::good, {}, {}});
        report.add(Heading{2, say("import.written")});
        report.add(std::move(list));
    } else if (!intake.files.empty() || !intake.records.empty() || !intake.lines.empty()) {
        report.add(Notice{say("import.nothing_written"), Tone::warn});
    }
    report.data = intake_json(intake, format, written);
    return report;
}

}  // namespace teamctl::report
