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

/// Puts `who` where `instead_of`, the only holder, or an empty place was.
SwapProblem put_in(team::PlannedRole& planned, int count, const Swap& swap) {
    auto& holders = planned.who;
    if (std::find(holders.begin(), holders.end(), swap.who) != holders.end()) return SwapProblem::already;
    auto place = holders.end();
    if (swap.instead_of) {
        place = std::find(holders.begin(), holders.end(), swap.instead_of);
        if (place == holders.end()) return SwapProblem::not_holder;
    } else {
        holders.resize(static_cast<std::size_t>(count));
        place = std::find(holders.begin(), holders.end(), PersonId{});
        if (place == holders.end() && count > 1) return SwapProblem::which_holder;
        if (place == holders.end()) place = holders.begin();
    }
    *place = swap.who;
    planned.pinned = true;
    return SwapProblem::none;
}

}  // namespace

SwapResult try_swap(const Team& team, const calendar::WorkingDays& days, const Swap& swap) {
    SwapResult result;
    Team changed = team;
    const auto line =
        std::find_if(changed.plan.begin(), changed.plan.end(), [&](const team::PlanLine& planned) {
            return planned.date == swap.date && planned.series == swap.series;
        });
    if (line == changed.plan.end()) {
        result.problem = SwapProblem::no_line;
        return result;
    }
    auto planned = std::find_if(line->roles.begin(), line->roles.end(),
                                [&](const team::PlannedRole& role) { return role.role == swap.role; });
    if (planned == line->roles.end()) {
        line->roles.push_back({swap.role, {}, false, line->origin});
        planned = std::prev(line->roles.end());
    }
    const auto& role = team[swap.series].roles[static_cast<std::size_t>(swap.role)];
    result.problem = put_in(*planned, role.count, swap);
    if (result.problem != SwapProblem::none) return result;
    result.line = *line;
    const Period month = month_period(month_of(swap.date));
    result.after = judged(changed, days, month);
    const auto before = judged(team, days, month);
    for (const auto& warning : result.after.result.warnings) {
        const bool old = std::any_of(before.result.warnings.begin(), before.result.warnings.end(),
                                     [&](const Warning& other) { return same(warning, other); });
        if (!old) result.broken.push_back(warning);
    }
    return result;
}

}  // namespace teamctl::rota
