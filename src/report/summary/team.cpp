// Sections of a summary on the team's life: praise, problems and suggestions and what became of them.
#include "report/summary/page.hpp"
#include "rules/scope/open.hpp"

namespace teamctl::report {
namespace {

using rules::Matter;

/// `11月5日已解决：…`, `列为专题“…”`, `待办：…（李强）`, `还没解决`
Cell outcome_cell(const SummaryPage& page, const Matter& problem) {
    using Kind = rules::Outcome::Kind;
    const auto outcome = rules::outcome_of(page, problem);
    const auto taken = [&](std::string_view key, auto... more) {
        const auto& action = *outcome.action->opened;
        return say(key, text_of(action, "text"), name_of(page.team(), action.person("who")), more...);
    };
    switch (outcome.kind) {
        case Kind::solved: {
            const auto note = text_of(*problem.closed, "note");
            return {note.empty() ? say("summary.solved", outcome.date)
                                 : say("summary.solved_by", outcome.date, note),
                    "solved", Tone::good};
        }
        case Kind::treated:
            return {say("summary.treated", outcome.topic->title, outcome.date), "topic", Tone::good};
        case Kind::topic:
            return {say("summary.became_topic", outcome.topic->title), "topic"};
        case Kind::action_done:
            return {taken("summary.action_done", outcome.date), "done", Tone::good};
        case Kind::action:
            return {taken("summary.became_action"), "action"};
        case Kind::open:
            break;
    }
    return {say("summary.unsolved"), "open", Tone::warn};
}

}  // namespace

void summary_praise(SummaryPage& page) {
    Table table{"praise", {}, {}, {}, {}};
    table.columns = {{"date", say("summary.date"), ColumnType::date},
                     {"who", say("summary.who"), ColumnType::person},
                     {"for", say("summary.praised_for"), ColumnType::text},
                     {"by", say("summary.praised_by"), ColumnType::person}};
    for (const auto* record : page.books.records("praise")) {
        const auto who = record->person("who");
        if (!page.shows(who, record->date)) continue;
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
    for (const auto* problem : rules::problems_of(page)) {
        const auto& opened = *problem->opened;
        table.rows.push_back({Cell{opened.date}, person_cell(page.team(), opened.person("who")),
                              Cell{text_of(opened, "text")}, outcome_cell(page, *problem)});
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
    for (const auto* suggestion : rules::suggestions_of(page)) {
        const auto& opened = *suggestion->opened;
        const auto* closed = suggestion->closed;
        Cell outcome{say("summary.undecided"), "open"};
        if (closed != nullptr && !rules::is_accepted(*suggestion))
            outcome = {say("summary.declined", closed->date, name_of(page.team(), closed->person("by"))),
                       "declined"};
        else if (closed != nullptr)
            outcome = {say("summary.accepted", closed->date, name_of(page.team(), closed->person("by"))),
                       "accepted", Tone::good};
        table.rows.push_back({Cell{opened.date}, person_cell(page.team(), opened.person("who")),
                              Cell{text_of(opened, "text")}, std::move(outcome)});
    }
    const auto title = say("summary.suggestions");
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    page.report.add(std::move(table));
}

}  // namespace teamctl::report
