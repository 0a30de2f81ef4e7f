#include "rules/scope/turns.hpp"

#include <algorithm>

#include "rules/meetings/attendance.hpp"
#include "rules/meetings/sittings.hpp"
#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using team::PersonId;

/// Employed, meant by the role, working that weekday, and not on leave other than company business
/// (teamctl-rota(7)).
bool accountable(const team::Team& team, const team::Role& role, PersonId person, Date date) {
    if (!team::selects(team, role.who, person, date) || !team::employed(team[person], date) ||
        !team::works_on(team[person], date))
        return false;
    const auto* leave = team::leave_on(team, person, date);
    return leave == nullptr || leave->kind == team::LeaveKind::business;
}

}  // namespace

std::vector<const team::PlanLine*> held_lines(const Scope& scope) {
    const auto off = cancellations(scope.team(), scope.end());
    std::vector<const team::PlanLine*> lines;
    for (const auto& line : scope.team().plan) {
        const Moment start{line.date, scope.team()[line.series].when.start.value_or(TimeOfDay{})};
        if (scope.period().contains(line.date) && start <= scope.end() &&
            !off.contains({line.series, line.date}))
            lines.push_back(&line);
    }
    return lines;
}

std::map<PersonId, std::int64_t> due_turns(const Scope& scope, std::string_view role_name) {
    const auto& team = scope.team();
    std::map<PersonId, std::int64_t> due;
    for (const auto* line : held_lines(scope)) {
        for (const auto& role : team[line->series].roles) {
            if (role.name != role_name) continue;
            Ratio whole{0, 1};
            std::vector<PersonId> people;
            for (const auto person : team::everybody(team)) {
                if (!accountable(team, role, person, line->date)) continue;
                people.push_back(person);
                whole = sum(whole, team::as_of(team[person], line->date).share);
            }
            if (whole.num <= 0) continue;
            for (const auto person : people) {
                if (!scope.shows(person, line->date)) continue;
                const auto& share = team::as_of(team[person], line->date).share;
                due[person] +=
                    scaled(turn_parts * role.count, {share.num * whole.den, share.den * whole.num});
            }
        }
    }
    return due;
}

std::vector<PersonId> without_turn(const Scope& scope, std::string_view role) {
    std::vector<PersonId> people;
    const auto* metric = scope.figures.find("turns_" + std::string{role});
    if (metric == nullptr) return people;
    for (const auto& [person, turns] : due_turns(scope, role)) {
        if (is_nothing(scope.figures.value(*metric, scope.row(person)))) people.push_back(person);
    }
    return people;
}

std::vector<PersonId> silent_people(const Scope& scope) {
    std::map<PersonId, bool> heard;
    for (const auto& held : scope.books.attendance().held) {
        const auto* spoke = held.record->get<std::vector<PersonId>>("spoke");
        if (spoke == nullptr) continue;
        const auto sitting = sitting_of(scope.team(), held.occurrence);
        for (const auto& mark : held.marks) {
            if (!mark.attended() || !scope.shows(mark.who, held.record->date)) continue;
            const bool has_role =
                std::any_of(sitting.turns.begin(), sitting.turns.end(), [&](const auto& turn) {
                    const auto people = acting(turn);
                    return std::find(people.begin(), people.end(), mark.who) != people.end();
                });
            const bool said = std::find(spoke->begin(), spoke->end(), mark.who) != spoke->end();
            heard[mark.who] = heard[mark.who] || said || has_role;
        }
    }
    std::vector<PersonId> silent;
    for (const auto& [who, was_heard] : heard) {
        if (!was_heard) silent.push_back(who);
    }
    return silent;
}

std::vector<FormUse> forms_used(const Scope& scope) {
    const auto off = cancellations(scope.team(), scope.end());
    std::map<team::SeriesId, std::map<std::string, std::int64_t>> uses;
    for (const auto& line : scope.team().plan) {
        const bool held = scope.period().contains(line.date) && line.date <= scope.end().date &&
                          !off.contains({line.series, line.date});
        if (held && !line.format.empty()) ++uses[line.series][line.format];
    }
    std::vector<FormUse> found;
    for (const auto& [series, times] : uses) {
        auto& use = found.emplace_back(FormUse{series, {times.begin(), times.end()}});
        std::stable_sort(use.times.begin(), use.times.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
    }
    return found;
}

}  // namespace teamctl::rules
