#include "report/schedule/notes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "report/naming.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using rota::Plan;
using team::PersonId;
using team::Team;

bool has_pin(const Plan& plan) {
    return std::ranges::any_of(plan.lines, [](const auto& line) {
        return std::ranges::any_of(line.roles, [](const auto& planned) { return planned.pinned; });
    });
}

/// How many meetings lack the topic that their agenda is to show; nothing where the team has none at all.
void add_missing_topics(const Team& team, const Plan& plan, Report& report) {
    const team::PlanLine* first = nullptr;
    int missing = 0;
    bool any = !team.topics.empty();
    for (const auto& line : plan.lines) {
        any |= !line.topic.empty();
        if (!team::shows_topic(team[line.series]) || !line.topic.empty()) continue;
        if (++missing == 1) first = &line;
    }
    if (!any || first == nullptr) return;
    report.add(
        Paragraph{say("schedule.no_topic", missing, first->date, team[first->series].name), Tone::muted});
}

/// Who holds each role on the line; roles that nobody holds are left out.
std::map<int, std::vector<PersonId>> held(const team::PlanLine& line) {
    std::map<int, std::vector<PersonId>> roles;
    for (const auto& planned : line.roles) {
        auto who = planned.who;
        std::erase_if(who, [](PersonId person) { return !person; });
        if (!who.empty()) roles[planned.role] = std::move(who);
    }
    return roles;
}

/// Whether a line of the plan says what the other does.
bool same_turns(const team::PlanLine& a, const team::PlanLine& b) {
    return a.date == b.date && a.series == b.series && a.topic == b.topic && a.format == b.format &&
           held(a) == held(b);
}

/// A role held by the week (H5) changes hands where a period ends within the week: the plan of each period is
/// fair by itself.
void add_split_weeks(const Team& team, const Plan& plan, const Period& period, Report& report) {
    std::set<std::tuple<int, int, Date>> told;
    for (const auto& line : plan.lines) {
        const Period week = week_period(line.date);
        const auto roles = held(line);
        for (const auto& old : team.plan) {
            if (old.series != line.series || period.contains(old.date) || !week.contains(old.date)) continue;
            const auto others = held(old);
            for (const auto& [role, who] : roles) {
                const auto& spec = team[line.series].roles[static_cast<std::size_t>(role)];
                const auto other = others.find(role);
                if (!spec.per_week || other == others.end() || other->second == who) continue;
                if (!told.insert({line.series.index, role, week.from}).second) continue;
                report.add(Paragraph{
                    say("schedule.split_week", line.date, team[line.series].name, role_title(spec.name),
                        names_of(team, who), old.date, names_of(team, other->second)),
                    Tone::warn});
            }
        }
    }
}

}  // namespace

bool is_published(const Team& team, const Plan& plan) {
    return std::ranges::all_of(plan.lines, [&](const team::PlanLine& line) {
        return std::ranges::any_of(team.plan,
                                   [&](const team::PlanLine& old) { return same_turns(line, old); });
    });
}

Phrase plan_title(const Team& team, const Plan& plan, const ScheduleView& view, Phrase title) {
    return view.written || is_published(team, plan) ? title : say("schedule.draft", std::move(title));
}

void add_plan_notes(const Team& team, const Plan& plan, const Period& period, Report& report) {
    if (has_pin(plan)) report.add(Paragraph{say("schedule.pin_legend"), Tone::muted});
    add_missing_topics(team, plan, report);
    add_split_weeks(team, plan, period, report);
}

}  // namespace teamctl::report
