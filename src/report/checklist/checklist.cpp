#include "report/checklist.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/text.hpp"
#include "report/naming.hpp"
#include "report/person/newcomers.hpp"
#include "report/readings.hpp"
#include "rules/look_back.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/occasions.hpp"
#include "team/write_record.hpp"
#include "waiting/proposals.hpp"

namespace teamctl::report {
namespace {

using rules::CheckRun;
using rules::CheckState;
using rules::ItemState;
using team::Decimal;

constexpr std::size_t names_shown = 3;

Json decimal_json(const std::optional<Decimal>& value) {
    return value ? Json{number_text(*value)} : Json{};
}

std::string_view state_name(CheckState state) {
    switch (state) {
        case CheckState::open:
            return "open";
        case CheckState::begun:
            return "begun";
        case CheckState::done:
            return "done";
        case CheckState::late:
            return "late";
        case CheckState::missed:
            break;
    }
    return "missed";
}

Tone state_tone(const team::Team& team, const CheckRun& run) {
    if (run.state == CheckState::missed || rules::has_findings(team, run)) return Tone::bad;
    if (run.state == CheckState::late) return Tone::warn;
    return run.state == CheckState::done ? Tone::good : Tone::plain;
}

/// The run's subject: the list's name, with the asset or the meeting it is for.
Phrase title_of(const team::Team& team, const CheckRun& run) {
    const auto& list = team[run.list];
    if (run.asset) {
        const auto& asset = team[run.asset];
        return say("checklist.of_asset", list.name, asset_name(asset));
    }
    if (rules::is_undated(team, run.list) && !rules::note_of(run).empty())
        return say("checklist.of_asset", list.name, rules::note_of(run));
    if (run.meeting) return say("checklist.of_meeting", list.name, run.meeting_date, team[run.meeting].name);
    return verbatim(list.name);
}

/// Who does it; a large group is not spelt out.
Phrase doers(const team::Team& team, const CheckRun& run) {
    if (run.who.empty()) return team[run.list].duty ? say("checklist.nobody_on_duty") : Phrase{};
    if (run.who.size() > names_shown) return say("checklist.any_of", run.who.size());
    return names_of(team, run.who);
}

std::int64_t count_righted(const std::vector<ItemState>& states) {
    return std::count_if(states.begin(), states.end(),
                         [](const auto& state) { return state.found() && !state.wrong(); });
}

/// The item as it was found wrong, also where it was put right since.
ListItem finding_line(const team::ChecklistItem& item, const ItemState& state) {
    auto then = state;
    if (!state.wrong()) {
        then.reading = state.found_as;
        then.out_of_limits = state.found_as != nullptr;
        then.failed = state.found_as == nullptr;
    }
    auto line = item_line(item, then);
    line.ticked.reset();
    if (!state.wrong()) {
        line.text = say("checklist.put_right", line.text);
        line.tone = Tone::plain;
    }
    return line;
}

// phrase keys: checklist.state.*
Phrase state_text(const team::Team& team, const CheckRun& run) {
    const Phrase state = say(std::string{"checklist.state."} + std::string{state_name(run.state)});
    if (run.records.empty()) return state;
    std::vector<Phrase> parts{state};
    if (run.check == nullptr)
        parts.push_back(say("checklist.dealt_with", run.dealt_with, team[run.list].items.size()));
    const auto& last = run.check != nullptr ? *run.check : *run.records.back();
    if (last.person("by")) parts.push_back(name_of(team, last.person("by")));
    if (last.at) parts.push_back(verbatim(to_string(*last.at)));
    if (last.date != run.due) parts.push_back(say("checklist.on", last.date));
    const auto states = rules::item_states(team, run);
    if (const auto wrong = rules::count_wrong(states); wrong > 0)
        parts.push_back(say("checklist.wrong_items", wrong));
    if (const auto righted = count_righted(states); righted > 0)
        parts.push_back(say("checklist.righted_items", righted));
    return commas(std::move(parts));
}

Phrase when_text(const CheckRun& run, std::optional<TimeOfDay> due) {
    if (run.open != run.due) {
        return due ? say("checklist.window_by", run.open, run.due, *due)
                   : say("checklist.window", run.open, run.due);
    }
    return due ? say("checklist.by_time", run.due, *due) : say("checklist.on", run.due);
}

void write_run(Report& report, const team::Team& team, const CheckRun& run) {
    const auto& list = team[run.list];
    report.add(Heading{2, title_of(team, run)});
    std::vector<Phrase> parts{when_text(run, list.due)};
    if (const Phrase who = doers(team, run); !who.empty()) parts.push_back(who);
    parts.push_back(state_text(team, run));
    report.add(Paragraph{clauses(std::move(parts)), state_tone(team, run)});
    if (list.ordered) report.add(Paragraph{say("checklist.ordered"), Tone::muted});
    const auto states = rules::item_states(team, run);
    List items;
    for (std::size_t i = 0; i < states.size(); ++i)
        items.items.push_back(item_line(list.items[i], states[i]));
    report.add(std::move(items));
    for (const auto& ticket : waiting::proposed_tickets(team, run))
        report.add(Paragraph{say("checklist.open_ticket", ticket.command), Tone::warn});
    if (!rules::is_undated(team, run.list) && !rules::note_of(run).empty())
        report.add(Paragraph{say("checklist.note", rules::note_of(run))});
}

/// Whether both are due together and nobody has begun either.
bool fold_together(const CheckRun& a, const CheckRun& b) {
    return a.list == b.list && a.asset && b.asset && a.due == b.due && a.open == b.open &&
           a.state == b.state && a.who == b.who && a.records.empty() && b.records.empty();
}

/// Many assets of one list, the items once.
void write_folded(Report& report, const team::Team& team, const std::vector<const CheckRun*>& runs) {
    const auto& run = *runs.front();
    const auto& list = team[run.list];
    report.add(Heading{2, verbatim(list.name)});
    std::vector<Phrase> parts{when_text(run, list.due)};
    if (const Phrase who = doers(team, run); !who.empty()) parts.push_back(who);
    parts.push_back(state_text(team, run));
    report.add(Paragraph{clauses(std::move(parts)), state_tone(team, run)});
    std::vector<Phrase> assets;
    for (const auto* one : runs) assets.push_back(verbatim(asset_name(team[one->asset])));
    report.add(Paragraph{say("checklist.assets", runs.size(), listed(std::move(assets)))});
    if (list.ordered) report.add(Paragraph{say("checklist.ordered"), Tone::muted});
    List items;
    for (const auto& item : list.items) items.items.push_back(item_line(item, {}));
    report.add(std::move(items));
}

/// Each run, many assets of one list that nobody has begun together.
void write_runs(Report& report, const team::Team& team, const std::vector<CheckRun>& runs) {
    constexpr std::size_t told_each = 3;
    std::set<const CheckRun*> told;
    for (const auto& run : runs) {
        if (told.contains(&run)) continue;
        std::vector<const CheckRun*> alike;
        for (const auto& other : runs)
            if (fold_together(run, other)) alike.push_back(&other);
        if (alike.size() <= told_each) {
            write_run(report, team, run);
            continue;
        }
        told.insert(alike.begin(), alike.end());
        write_folded(report, team, alike);
    }
}

/// The items of a checklist that no day brings up, to be gone through when there is occasion.
void write_blank(Report& report, const team::Team& team, team::ChecklistId list) {
    report.add(Paragraph{say("checklist.on_occasion", team[list].id), Tone::muted});
    if (team[list].ordered) report.add(Paragraph{say("checklist.ordered"), Tone::muted});
    List items;
    for (const auto& item : team[list].items) items.items.push_back(item_line(item, {}));
    report.add(std::move(items));
}

/// A row a run, and under it what was found wrong.
void write_table(Report& report, const team::Team& team, const std::vector<CheckRun>& runs) {
    Table table;
    table.id = "runs";
    table.columns = {{"due", say("checklist.column.due"), ColumnType::date},
                     {"checklist", say("checklist.column.list"), ColumnType::text},
                     {"who", say("checklist.column.who"), ColumnType::text},
                     {"state", say("checklist.column.state"), ColumnType::text}};
    std::vector<ListItem> findings;
    for (const auto& run : runs) {
        std::string who;
        for (const auto person : run.who) who += (who.empty() ? "" : " ") + team[person].id;
        table.rows.push_back(
            {Cell{run.due}, Cell{title_of(team, run), team[run.list].id}, Cell{doers(team, run), who},
             Cell{state_text(team, run), std::string{state_name(run.state)}, state_tone(team, run)}});
        const auto states = rules::item_states(team, run);
        ListItem wrong{say("checklist.finding", run.due, title_of(team, run)), Tone::bad, {}, {}};
        for (std::size_t i = 0; i < states.size(); ++i) {
            if (states[i].found()) wrong.children.push_back(finding_line(team[run.list].items[i], states[i]));
        }
        for (const auto& ticket : waiting::proposed_tickets(team, run))
            wrong.children.push_back({say("checklist.open_ticket", ticket.command), Tone::plain, {}, {}});
        if (!wrong.children.empty()) findings.push_back(std::move(wrong));
    }
    report.add(std::move(table));
    report.add(Paragraph{say("checklist.sum", runs.size(), rules::count_missed(runs), findings.size())});
    if (findings.empty()) return;
    report.add(Heading{2, say("checklist.findings")});
    report.add(List{std::move(findings), false});
}

std::string_view result_of(const ItemState& state) {
    if (state.failed) return "failed";
    if (state.out_of_limits) return "out_of_limits";
    return state.ticked ? "ok" : "";
}

Cell people_cell(const team::Team& team, const std::vector<team::PersonId>& people) {
    std::vector<std::string> ids;
    for (const auto person : people) ids.push_back(team[person].id);
    return Cell{joined(ids, " ")};
}

/// What CSV carries: a row an item.
Table item_table(const team::Team& team, const std::vector<CheckRun>& runs,
                 const std::vector<rules::Onboarding>& newcomers) {
    Table table;
    table.id = "items";
    for (const auto* id : {"due", "checklist", "asset", "who", "state", "item", "reading", "unit", "result",
                           "newcomer", "leaver"})
        table.columns.push_back({id, {}, ColumnType::text});
    const auto add = [&](Date due, const team::Checklist& list, Cell asset, std::pair<Cell, Cell> passage,
                         Cell who, std::string_view run_state, const team::ChecklistItem& item,
                         const ItemState& state) {
        table.rows.push_back({Cell{due}, Cell{list.id}, std::move(asset), std::move(who),
                              Cell{std::string{run_state}}, Cell{item.text},
                              state.reading != nullptr ? Cell{number_text(state.reading->value)} : Cell{},
                              Cell{item.unit}, Cell{std::string{result_of(state)}}, std::move(passage.first),
                              std::move(passage.second)});
    };
    for (const auto& run : runs) {
        const auto& list = team[run.list];
        const auto states = rules::item_states(team, run);
        for (std::size_t i = 0; i < states.size(); ++i)
            add(run.due, list, run.asset ? Cell{team[run.asset].id} : Cell{}, {}, people_cell(team, run.who),
                state_name(run.state), list.items[i], states[i]);
    }
    for (const auto& onboarding : newcomers) {
        const Cell person{team[onboarding.newcomer].id};
        for (const auto& step : onboarding.steps)
            add(step.due, team[onboarding.list], {},
                onboarding.leaves ? std::pair{Cell{}, person} : std::pair{person, Cell{}},
                people_cell(team, step.who), state_name(step.done() ? CheckState::done : CheckState::open),
                *step.item, step.state);
    }
    return table;
}

Json run_json(const team::Team& team, const CheckRun& run) {
    const auto& list = team[run.list];
    auto items = Json::array();
    const auto states = rules::item_states(team, run);
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto& item = list.items[i];
        items.push(Json::object()
                       .set("id", text_json(item.id))
                       .set("text", item.text)
                       .set("unit", text_json(item.unit))
                       .set("min", decimal_json(item.min))
                       .set("max", decimal_json(item.max))
                       .set("ticked", states[i].ticked && !states[i].failed)
                       .set("failed", states[i].failed)
                       .set("reading", states[i].reading != nullptr
                                           ? Json{number_text(states[i].reading->value)}
                                           : Json{})
                       .set("out_of_limits", states[i].out_of_limits)
                       .set("found", states[i].found()));
    }
    Json json = Json::object();
    json.set("checklist", list.id).set("name", list.name);
    json.set("asset", run.asset ? Json{team[run.asset].id} : Json{});
    json.set("meeting", run.meeting ? Json{team[run.meeting].id} : Json{});
    json.set("open", to_string(run.open)).set("due", to_string(run.due));
    json.set("by", list.due ? Json{to_string(*list.due)} : Json{}).set("who", ids_of(team, run.who));
    json.set("state", state_name(run.state)).set("dealt_with", run.dealt_with);
    const auto done_by = run.check != nullptr ? id_of(team, run.check->person("by")) : Json{};
    json.set("done_by", done_by)
        .set("done_on", run.check != nullptr ? Json{to_string(run.check->date)} : Json{});
    json.set("done_at", run.check != nullptr && run.check->at ? Json{to_string(*run.check->at)} : Json{});
    auto tickets = Json::array();
    for (const auto& ticket : waiting::proposed_tickets(team, run)) {
        const auto& item = list.items[ticket.item];
        tickets.push(Json::object()
                         .set("item", rules::item_key(item))
                         .set("asset", run.asset ? Json{team[run.asset].id} : Json{}));
    }
    return json.set("items", std::move(items)).set("proposed_tickets", std::move(tickets));
}

/// Newcomers on one day: every item, or those that are due by then.
void write_newcomers(Report& report, const team::Team& team, const std::vector<rules::Onboarding>& newcomers,
                     Date date, bool all) {
    for (const auto& onboarding : newcomers) {
        auto steps = newcomer_steps(team, onboarding, date, !all);
        if (steps.items.empty()) continue;
        const auto later = onboarding.later(date);
        report.add(Heading{2, newcomer_title(team, onboarding)});
        report.add(Paragraph{newcomer_state(team, onboarding, date), newcomer_tone(onboarding, date)});
        report.add(std::move(steps));
        if (!all && later > 0)
            report.add(Paragraph{say("newcomer.later", later, team[onboarding.list].id), Tone::muted});
    }
}

}  // namespace

Report checklist_report(const team::Team& team, const calendar::WorkingDays& days, const Period& period,
                        Moment now, const ChecklistOptions& options) {
    const auto& only = options.only;
    auto runs = rules::check_runs(team, days, period, now);
    auto newcomers = rules::onboardings({team, days, now}, period);
    if (only) {
        std::erase_if(runs, [&](const auto& run) { return run.list != *only; });
        std::erase_if(newcomers, [&](const auto& onboarding) { return onboarding.list != *only; });
    }
    if (options.who) {
        std::erase_if(runs, [&](const auto& run) { return !run.is_for(options.who); });
        std::erase_if(newcomers, [&](const auto& onboarding) { return !onboarding.concerns(options.who); });
    }
    Report report;
    report.name = "checklist";
    report.year = year_of(period.to);
    report.title = only ? say("checklist.title_one", team.settings.team, team[*only].name, period)
                        : say("checklist.title", team.settings.team, period);
    report.add(Heading{1, report.title});
    const Date date = std::min(period.to, std::max(now.date, period.from));
    if (period.from == period.to) {
        write_runs(report, team, runs);
        write_newcomers(report, team, newcomers, date, only || options.who);
    } else {
        if (!runs.empty()) write_table(report, team, runs);
        if (!newcomers.empty()) {
            for (const bool leaving : {false, true}) {
                auto table = newcomer_table(team, newcomers, date, leaving);
                if (table.rows.empty()) continue;
                report.add(Heading{2, say(leaving ? "newcomer.heading_leavers" : "newcomer.heading")});
                report.add(std::move(table));
            }
        }
    }
    if (report.blocks.size() == 1 && only && rules::is_undated(team, *only))
        write_blank(report, team, *only);
    else if (report.blocks.size() == 1)
        report.add(Paragraph{say(!only                   ? "checklist.none"
                                 : team[*only].newcomers ? "newcomer.none"
                                 : team[*only].leavers   ? "newcomer.none_leaves"
                                                         : "checklist.none"),
                             Tone::muted});
    report.rows = item_table(team, runs, newcomers);
    auto list = Json::array();
    for (const auto& run : runs) list.push(run_json(team, run));
    report.data =
        Json::object()
            .set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)))
            .set("checklists", std::move(list))
            .set("newcomers", newcomers_json(team, newcomers, date))
            .set("leavers", newcomers_json(team, newcomers, date, true));
    return report;
}

store::Need checklist_need(const team::Team& team, const Period& period, Date today) {
    return rules::look_back(team, rules::checklist_plans(period), period, today);
}

}  // namespace teamctl::report
