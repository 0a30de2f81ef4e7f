#include "rota/swap.hpp"

#include <algorithm>

namespace teamctl::rota {
namespace {

using team::PersonId;
using team::Team;

/// The published month with every turn pinned: the solver only judges it.
Plan judged(const Team& team, const calendar::WorkingDays& days, const Period& period) {
    Plan plan;
    plan.question = build(team, days, {period, period.from, false});
    for (auto& slot : plan.question.problem.slots) {
        slot.fixed = false;
        slot.pinned = slot.published;
        if (!slot.published) slot.candidates.clear();  // an empty place stays empty
    }
    plan.result = solve(plan.question.problem);
    return plan;
}

/// Whether two warnings speak of the same broken rule between the same turns.
bool same(const Warning& a, const Warning& b) {
    return a.rule == b.rule && a.slot == b.slot && a.other == b.other && a.past == b.past &&
           a.partner == b.partner;
}

std::vector<PersonId>::iterator place_of(std::vector<PersonId>& holders, PersonId who) {
    return std::find(holders.begin(), holders.end(), who);
}

/// The role of the line, empty where the plan had none of it.
team::PlannedRole& planned_role(team::PlanLine& line, int role) {
    const auto found = std::ranges::find(line.roles, role, &team::PlannedRole::role);
    if (found != line.roles.end()) return *found;
    return line.roles.emplace_back(team::PlannedRole{role, {}, false, line.origin});
}

/// Puts `who` where `instead_of`, the only holder, or an empty place was; `instead_of` takes the place that
/// `who` leaves in the same line.
SwapProblem put_in(team::PlanLine& line, int count, const Swap& swap) {
    auto& planned = planned_role(line, swap.role);
    auto& holders = planned.who;
    if (place_of(holders, swap.who) != holders.end()) return SwapProblem::already;
    auto place = holders.end();
    if (swap.instead_of) {
        place = place_of(holders, swap.instead_of);
        if (place == holders.end()) return SwapProblem::not_holder;
    } else {
        holders.resize(static_cast<std::size_t>(count));
        place = place_of(holders, PersonId{});
        if (place == holders.end() && count > 1) return SwapProblem::which_holder;
        if (place == holders.end()) place = holders.begin();
    }
    *place = swap.who;
    planned.pinned = true;
    for (auto& other : line.roles) {
        if (other.role == swap.role || !swap.instead_of) continue;
        const auto left = place_of(other.who, swap.who);
        if (left == other.who.end()) continue;
        *left = swap.instead_of;
        other.pinned = true;
    }
    return SwapProblem::none;
}

}  // namespace

Period months_of(const Period& period) {
    return {month_period(month_of(period.from)).from, month_period(month_of(period.to)).to,
            Period::Unit::range};
}

SwapResult try_swap(const Team& team, const calendar::WorkingDays& days, const Swap& swap) {
    SwapResult result;
    Team changed = team;
    const auto& role = team[swap.series].roles[static_cast<std::size_t>(swap.role)];
    result.problem = SwapProblem::no_line;
    for (auto& line : changed.plan) {
        if (line.series != swap.series || !swap.when.contains(line.date)) continue;
        const auto problem = put_in(line, role.count, swap);
        // Of a week only some days may have been somebody else's.
        if (problem == SwapProblem::none || result.lines.empty()) result.problem = problem;
        if (problem == SwapProblem::none)
            result.lines.push_back(line);
        else if (problem != SwapProblem::already)
            return result;
    }
    if (result.problem != SwapProblem::none) return result;
    const Period months = months_of(swap.when);
    result.after = judged(changed, days, months);
    const auto before = judged(team, days, months);
    for (const auto& warning : result.after.result.warnings) {
        const bool old = std::any_of(before.result.warnings.begin(), before.result.warnings.end(),
                                     [&](const Warning& other) { return same(warning, other); });
        if (!old) result.broken.push_back(warning);
    }
    return result;
}

}  // namespace teamctl::rota
