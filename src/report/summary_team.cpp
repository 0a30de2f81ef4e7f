// Sections of a summary on the team's life: praise, problems and what became of them, turns, formats.
#include <algorithm>
#include <map>

#include "report/summary_page.hpp"

namespace teamctl::report {
namespace {

using rules::Matter;
using team::PersonId;
using team::Record;

std::string text_of(const Record& record, std::string_view field) {
    return std::string{record.text(field)};
}

/// The topic that was made of a problem (D1.8).
const team::Topic* topic_of(const team::Team& team, std::string_view problem) {
    const auto found = std::find_if(team.topics.begin(), team.topics.end(),
                                    [&](const auto& topic) { return topic.from == problem; });
    return found == team.topics.end() ? nullptr : &*found;
}

/// When the topic was treated, by the plan of the period.
std::optional<Date> treated_on(const SummaryPage& page, const team::Topic& topic) {
    for (const auto& line : page.team().plan) {
        const bool held = line.date <= page.books.end().date;
        if (held && !line.topic.empty() && (line.topic == topic.title || line.topic == topic.id))
            return line.date;
    }
    return topic.used;
}

/// The first action that was taken on a problem.
const Matter* action_of(const SummaryPage& page, std::string_view problem) {
    for (const auto& action : page.books.entities().actions) {
        if (action.opened->text("from") == problem) return &action;
    }
    return nullptr;
}

/// `11月5日已解决：…`, `列为专题“…”`, `待办：…（李强）`, `还没解决`
Cell outcome_of(const SummaryPage& page, const Matter& problem) {
    if (problem.closed != nullptr) {
        const auto note = text_of(*problem.closed, "note");
        const Date date = problem.closed->date;
        return note.empty() ? Cell{say("summary.solved", date), "solved", Tone::good}
                            : Cell{say("summary.solved_by", date, note), "solved", Tone::good};
    }
    const auto id = problem.opened->text("id");
    if (const auto* topic = topic_of(page.team(), id)) {
        if (const auto date = treated_on(page, *topic))
            return {say("summary.treated", topic->title, *date), "topic", Tone::good};
        return {say("summary.became_topic", topic->title), "topic"};
    }
    if (const auto* action = action_of(page, id))
        return {say("summary.became_action", text_of(*action->opened, "text"),
                    name_of(page.team(), action->opened->person("who"))),
                "action"};
    return {say("summary.unsolved"), "open", Tone::warn};
}

/// How often each form was used in each meeting, the most frequent first.
void add_formats(SummaryPage& page) {
    const auto& team = page.team();
    const auto off = rules::cancellations(team, page.books.end());
    std::map<team::SeriesId, std::map<std::string, int>> uses;
    for (const auto& line : team.plan) {
        const bool held = page.books.period().contains(line.date) && line.date <= page.books.end().date &&
                          !off.contains({line.series, line.date});
        if (held && !line.format.empty()) ++uses[line.series][line.format];
    }
    List list;
    for (const auto& [series, formats] : uses) {
        std::vector<std::pair<int, std::string>> sorted;
        for (const auto& [format, count] : formats) sorted.emplace_back(-count, format);
        std::sort(sorted.begin(), sorted.end());
        std::vector<Phrase> parts;
        for (const auto& [count, format] : sorted)
            parts.push_back(say("summary.format_times", format, -count));
        list.items.push_back({say("summary.formats_of", team[series].name, std::move(parts)), {}, {}, {}});
    }
    if (list.items.empty()) return;
    page.report.add(Heading{3, say("summary.formats")});
    page.report.add(std::move(list));
}

/// The share of all turns of hosting, behind their number.
void add_share(const SummaryPage& page, Table& table) {
    const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                 [](const auto& column) { return column.id == "turns_host"; });
    if (at == table.columns.end()) return;
    const auto place = at - table.columns.begin();
    const auto all = page.figures.value("turns_host", {});
    const std::int64_t total = std::get<std::int64_t>(all);
    table.columns.insert(at + 1, {"host_share", say("summary.host_share"), ColumnType::ratio});
    const auto insert = [&](std::vector<Cell>& row) {
        const auto turns = std::get<std::int64_t>(row[static_cast<std::size_t>(place)].value);
        row.insert(row.begin() + place + 1, total > 0 ? Cell{Ratio{turns, total}} : Cell{});
    };
    for (auto& row : table.rows) insert(row);
    if (!table.footer.empty()) insert(table.footer);
}

}  // namespace

bool taken_up(const SummaryPage& page, const Matter& problem) {
    const auto id = problem.opened->text("id");
    return topic_of(page.team(), id) != nullptr || action_of(page, id) != nullptr;
}

void summary_praise(SummaryPage& page) {
    Table table{"praise", {}, {}, {}, {}};
    table.columns = {{"date", say("summary.date"), ColumnType::date},
                     {"who", say("summary.who"), ColumnType::person},
                     {"for", say("summary.praised_for"), ColumnType::text},
                     {"by", say("summary.praised_by"), ColumnType::person}};
    for (const auto* record : page.books.records("praise")) {
        const auto who = record->person("who");
        if (!page.shows(who)) continue;
        table.rows.push_back({Cell{record->date}, person_cell(page.team(), who),
                              Cell{text_of(*record, "for")}, person_cell(page.team(), record->person("by"))});
    }
    const auto title = say("summary.praise");
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    page.report.add(std::move(table));
}

void summary_problems(SummaryPage& page) {
    Table table{"problems", {}, {}, {}, {}};
    table.columns = {{"date", say("summary.date"), ColumnType::date},
                     {"who", say("summary.raised_by"), ColumnType::person},
                     {"text", say("summary.problem"), ColumnType::text},
                     {"outcome", say("summary.outcome"), ColumnType::text}};
    for (const auto& problem : page.books.entities().problems) {
        const auto who = problem.opened->person("who");
        const bool of_period = page.books.holds(*problem.opened) ||
                               (problem.closed != nullptr && page.books.holds(*problem.closed));
        if (!of_period || !page.shows(who)) continue;
        table.rows.push_back({Cell{problem.opened->date}, person_cell(page.team(), who),
                              Cell{text_of(*problem.opened, "text")}, outcome_of(page, problem)});
    }
    const auto title = say("summary.problems");
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    page.report.add(std::move(table));
}

void summary_turns(SummaryPage& page) {
    std::vector<MetricColumn> columns;
    for (const auto& metric : page.figures.catalogue()) {
        if (!metric.role.empty()) columns.push_back({metric.name, role_title(metric.role)});
    }
    auto table = metric_table(page, "turns", {}, columns);
    const auto title = say("summary.turns");
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    add_share(page, table);
    page.report.add(std::move(table));
    if (page.subject.is_team()) add_formats(page);
}

}  // namespace teamctl::report
