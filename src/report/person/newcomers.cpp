#include "report/person/newcomers.hpp"

#include "report/naming.hpp"
#include "report/readings.hpp"
#include "team/write_record.hpp"

namespace teamctl::report {
namespace {

using rules::Onboarding;
using rules::OnboardingStep;

/// When it was done and by whom; else when it is due and who sees to it.
Phrase step_note(const team::Team& team, const Onboarding& onboarding, const OnboardingStep& step,
                 Date date) {
    std::vector<Phrase> parts;
    if (step.done()) {
        parts.push_back(say("newcomer.done_on", step.record->date));
        if (const auto by = step.record->person("by")) parts.push_back(name_of(team, by));
        return commas(std::move(parts));
    }
    const auto over = (date - step.due).count();
    parts.push_back(over > 0 && onboarding.waits(step) ? say("newcomer.was_due", step.due, std::int64_t{over})
                                                       : say("newcomer.due_on", step.due));
    if (!step.who.empty() && onboarding.waits(step)) parts.push_back(names_of(team, step.who));
    return commas(std::move(parts));
}

ListItem step_line(const team::Team& team, const Onboarding& onboarding, const OnboardingStep& step,
                   Date date) {
    auto line = item_line(*step.item, step.state);
    line.ticked = step.done();
    line.text = say("newcomer.step", line.text, step_note(team, onboarding, step, date));
    if (onboarding.waits(step) && step.due < date) line.tone = Tone::warn;
    return line;
}

std::string_view state_of(const Onboarding& onboarding, const OnboardingStep& step, Date date) {
    if (step.done()) return "done";
    if (onboarding.gone) return "let_be";
    return step.due < date ? "overdue" : "open";
}

Json step_json(const team::Team& team, const Onboarding& onboarding, const OnboardingStep& step, Date date) {
    const auto& item = *step.item;
    const auto* record = step.record;
    return Json::object()
        .set("id", item.id.empty() ? Json{} : Json{item.id})
        .set("text", item.text)
        .set("due", to_string(step.due))
        .set("who", ids_of(team, step.who))
        .set("state", state_of(onboarding, step, date))
        .set("failed", step.state.wrong())
        .set("reading", step.state.reading != nullptr ? Json{number_text(step.state.reading->value)} : Json{})
        .set("done_on", step.done() ? Json{to_string(record->date)} : Json{})
        .set("done_by", step.done() ? id_of(team, record->person("by")) : Json{})
        .set("at", record != nullptr ? Json{file_and_line(team, record->origin)} : Json{});
}

}  // namespace

Phrase newcomer_title(const team::Team& team, const Onboarding& onboarding) {
    return say("newcomer.title", team[onboarding.list].name, team[onboarding.newcomer].name);
}

Phrase newcomer_state(const team::Team& team, const Onboarding& onboarding, Date date) {
    const Date first = onboarding.day;
    std::vector<Phrase> parts{say(onboarding.leaves ? "newcomer.last_day"
                                  : date < first    ? "newcomer.joins"
                                                    : "newcomer.joined",
                                  first)};
    if (onboarding.leaves) {
        // No mentor is asked for.
    } else if (onboarding.gone) {
        parts.push_back(say("newcomer.left", *team[onboarding.newcomer].left));
    } else {
        parts.push_back(onboarding.mentor ? say("newcomer.mentor", name_of(team, onboarding.mentor))
                                          : say("newcomer.no_mentor"));
    }
    parts.push_back(newcomer_progress(onboarding, date));
    return clauses(std::move(parts));
}

Phrase newcomer_progress(const Onboarding& onboarding, Date date) {
    const Phrase done = say("newcomer.progress", onboarding.done(), onboarding.steps.size());
    const auto overdue = onboarding.overdue(date);
    return overdue > 0 ? commas({done, say("newcomer.overdue", overdue)}) : done;
}

Tone newcomer_tone(const Onboarding& onboarding, Date date) {
    if (onboarding.overdue(date) > 0) return Tone::warn;
    return onboarding.next() == nullptr && !onboarding.gone ? Tone::good : Tone::plain;
}

List newcomer_steps(const team::Team& team, const Onboarding& onboarding, Date date, bool due_by) {
    List list;
    for (const auto& step : onboarding.steps) {
        const bool of_day =
            step.done() ? step.record->date == date : onboarding.waits(step) && step.due <= date;
        if (!due_by || of_day) list.items.push_back(step_line(team, onboarding, step, date));
    }
    return list;
}

Table newcomer_table(const team::Team& team, const std::vector<Onboarding>& all, Date date, bool leaving) {
    Table table{leaving ? "leavers" : "newcomers", {}, {}, {}, {}};
    table.columns = {
        {leaving ? "leaver" : "newcomer",
         say(leaving ? "newcomer.column.leaver" : "newcomer.column.newcomer"), ColumnType::person},
        {"list", say("newcomer.column.list"), ColumnType::text},
        {leaving ? "left" : "joined", say(leaving ? "newcomer.column.left" : "newcomer.column.joined"),
         ColumnType::date}};
    if (!leaving) table.columns.push_back({"mentor", say("newcomer.column.mentor"), ColumnType::person});
    for (Column column : {Column{"items", say("newcomer.column.items"), ColumnType::number},
                          {"done", say("newcomer.column.done"), ColumnType::number},
                          {"overdue", say("newcomer.column.overdue"), ColumnType::number},
                          {"next", say("newcomer.column.next"), ColumnType::text}})
        table.columns.push_back(std::move(column));
    for (const auto& onboarding : only(all, leaving)) {
        const auto overdue = onboarding.overdue(date);
        Cell next;
        if (const auto* step = onboarding.next())
            next = Cell{say("newcomer.next", step->due, step->item->text), to_string(step->due)};
        else
            next = Cell{say(onboarding.gone ? "newcomer.gone" : "newcomer.all_done"), "",
                        onboarding.gone ? Tone::muted : Tone::good};
        auto& row = table.rows.emplace_back();
        row = {person_cell(team, onboarding.newcomer),
               Cell{verbatim(team[onboarding.list].name), team[onboarding.list].id}, Cell{onboarding.day}};
        if (!leaving) row.push_back(person_cell(team, onboarding.mentor));
        row.push_back(Cell{static_cast<std::int64_t>(onboarding.steps.size())});
        row.push_back(Cell{onboarding.done()});
        row.push_back(Cell{overdue, overdue > 0 ? Tone::warn : Tone::muted});
        row.push_back(std::move(next));
    }
    return table;
}

Json newcomers_json(const team::Team& team, const std::vector<Onboarding>& all, Date date, bool leaving) {
    auto list = Json::array();
    for (const auto& onboarding : only(all, leaving)) {
        auto steps = Json::array();
        for (const auto& step : onboarding.steps) steps.push(step_json(team, onboarding, step, date));
        auto entry = Json::object();
        entry.set("checklist", team[onboarding.list].id)
            .set(leaving ? "leaver" : "newcomer", id_of(team, onboarding.newcomer))
            .set(leaving ? "left" : "joined", to_string(onboarding.day));
        if (!leaving) entry.set("mentor", id_of(team, onboarding.mentor)).set("gone", onboarding.gone);
        list.push(entry.set("done", onboarding.done())
                      .set("overdue", onboarding.overdue(date))
                      .set("items", std::move(steps)));
    }
    return list;
}

}  // namespace teamctl::report
