#include "rota/plan.hpp"
#include "team/people.hpp"

#include <algorithm>
#include <map>

namespace teamctl::rota {
namespace {

using team::PersonId;
using team::PlanLine;
using team::PlannedRole;
using team::Series;
using team::Team;

bool has_line(const Series& series) {
    return !series.roles.empty() || !series.formats.empty() || team::shows_topic(series);
}

/// The published line of that occurrence.
const PlanLine* published(const Team& team, Date date, team::SeriesId series) {
    for (const auto& line : team.plan) {
        if (line.date == date && line.series == series) return &line;
    }
    return nullptr;
}

/// An empty line for the occurrence, with what a person wrote on the published one.
PlanLine blank_line(const Team& team, Date date, team::SeriesId id) {
    PlanLine line;
    line.date = date;
    line.series = id;
    const auto* old = published(team, date, id);
    for (std::size_t role = 0; role < team[id].roles.size(); ++role) {
        PlannedRole planned{static_cast<int>(role), {}, false, {}};
        for (const auto& before : old != nullptr ? old->roles : std::vector<PlannedRole>{}) {
            if (before.role == planned.role) planned.pinned = before.pinned;
        }
        planned.who.assign(static_cast<std::size_t>(team[id].roles[role].count), PersonId{});
        line.roles.push_back(std::move(planned));
    }
    if (old != nullptr) {
        line.topic = old->topic;
        line.format = old->format;
        line.note = old->note;
        line.pin_all = old->pin_all;
        line.origin = old->origin;
    }
    return line;
}

/// What has been stays as it was written, also where the plan does not speak of a role.
void keep_past(const Team& team, PlanLine& line) {
    const auto* old = published(team, line.date, line.series);
    for (auto& planned : line.roles) {
        const auto before = old == nullptr ? std::vector<PlannedRole>{} : old->roles;
        const auto same = std::ranges::find(before, planned.role, &PlannedRole::role);
        planned.who = same == before.end() ? std::vector<PersonId>{} : same->who;
    }
}

/// Holders that a place lost. Places of one role are interchangeable, so people are compared, not places.
void find_changes(const Team& team, const PlanLine& line, std::vector<Change>& changes) {
    const auto* old = published(team, line.date, line.series);
    if (old == nullptr) return;
    for (const auto& before : old->roles) {
        const auto& now = line.roles[static_cast<std::size_t>(before.role)].who;
        std::vector<PersonId> came;
        std::copy_if(now.begin(), now.end(), std::back_inserter(came), [&](PersonId who) {
            return who && std::find(before.who.begin(), before.who.end(), who) == before.who.end();
        });
        for (const auto who : before.who) {
            if (!who || std::find(now.begin(), now.end(), who) != now.end()) continue;
            Change change{line.date, line.series, before.role, who, {}, false};
            if (!came.empty()) {
                change.after = came.front();
                came.erase(came.begin());
            }
            changes.push_back(change);
        }
        for (const auto who : came) changes.push_back({line.date, line.series, before.role, {}, who, false});
    }
}

/// Does `before` of the change hold a place of that occurrence as the stand-in named for it? As the solver
/// counts.
bool steps_up(const Plan& plan, const Change& change) {
    const auto& slots = plan.question.problem.slots;
    const auto same_place = [&](const Slot& one, std::size_t other) {
        return slots[other].role == one.role && slots[other].occurrence == one.occurrence &&
               plan.result.who[other] == change.before.index;
    };
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const auto& info = plan.question.slots[i];
        if (info.occurrence.date != change.date || info.series != change.series ||
            slots[i].stand_in != change.before.index)
            continue;
        for (std::size_t other = 0; other < slots.size(); ++other)
            if (same_place(slots[i], other)) return true;
    }
    return false;
}

}  // namespace

Plan make_plan(const Team& team, const calendar::WorkingDays& days, const BuildOptions& options,
               const Options& solver) {
    Plan plan;
    plan.question = build(team, days, options);
    plan.result = solve(plan.question.problem, solver);
    std::map<std::pair<Date, int>, std::size_t> line_of;
    for (const auto& occurrence : calendar::occurrences(team, days, options.period)) {
        if (!has_line(team[occurrence.series])) continue;
        line_of[{occurrence.date, occurrence.series.index}] = plan.lines.size();
        plan.lines.push_back(blank_line(team, occurrence.date, occurrence.series));
    }
    for (std::size_t slot = 0; slot < plan.question.slots.size(); ++slot) {
        const auto& info = plan.question.slots[slot];
        auto& line = plan.lines[line_of.at({info.occurrence.date, info.series.index})];
        const auto& who = plan.result.who[slot];
        line.roles[static_cast<std::size_t>(info.role)].who[static_cast<std::size_t>(info.place - 1)] =
            PersonId{who ? *who : -1};
    }
    for (auto& line : plan.lines)
        if (plan.question.published && line.date < options.today) keep_past(team, line);
    for (const auto& line : plan.lines) find_changes(team, line, plan.changes);
    for (auto& change : plan.changes) change.steps_up = change.before && steps_up(plan, change);
    fill_content(team, options, plan.question.published, plan.lines);
    return plan;
}

int lost_turns(const Plan& plan) {
    return static_cast<int>(std::ranges::count_if(
        plan.changes, [](const Change& change) { return change.before && !change.steps_up; }));
}

int holes(const Plan& plan) {
    int count = 0;
    for (std::size_t i = 0; i < plan.result.who.size(); ++i)
        if (!plan.result.who[i] && !plan.question.problem.slots[i].fixed &&
            !plan.question.problem.slots[i].pinned_empty)
            ++count;
    return count;
}

}  // namespace teamctl::rota
