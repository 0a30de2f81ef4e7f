// Sections of a summary on the team's life: praise, problems and suggestions and what became of them.
#include <algorithm>

#include "report/summary/page.hpp"

namespace teamctl::report {
namespace {

using rules::Matter;
using team::PersonId;
using team::Record;

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
    const auto* action = action_of(page, id);
    if (action != nullptr && action->closed != nullptr)
        return {say("summary.action_done", text_of(*action->opened, "text"),
                    name_of(page.team(), action->opened->person("who")), action->closed->date),
                "done", Tone::good};
    if (action != nullptr)
        return {say("summary.became_action", text_of(*action->opened, "text"),
                    name_of(page.team(), action->opened->person("who"))),
                "action"};
    return {say("summary.unsolved"), "open", Tone::warn};
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

void summary_suggestions(SummaryPage& page) {
    Table table{"suggestions", {}, {}, {}, {}};
    table.columns = {{"date", say("summary.date"), ColumnType::date},
                     {"who", say("summary.raised_by"), ColumnType::person},
                     {"text", say("summary.suggestion"), ColumnType::text},
                     {"outcome", say("summary.outcome"), ColumnType::text}};
    for (const auto& suggestion : page.books.entities().suggestions) {
        const auto who = suggestion.opened->person("who");
        const auto* closed = suggestion.closed;
        const bool of_period =
            page.books.holds(*suggestion.opened) || (closed != nullptr && page.books.holds(*closed));
        if (!of_period || !page.shows(who)) continue;
        Cell outcome{say("summary.undecided"), "open"};
        if (closed != nullptr)
            outcome = {say("summary.accepted", closed->date, name_of(page.team(), closed->person("by"))),
                       "accepted", Tone::good};
        table.rows.push_back({Cell{suggestion.opened->date}, person_cell(page.team(), who),
                              Cell{text_of(*suggestion.opened, "text")}, std::move(outcome)});
    }
    const auto title = say("summary.suggestions");
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    page.report.add(std::move(table));
}

}  // namespace teamctl::report
