#include "waiting/plans.hpp"

#include "rules/meetings/sittings.hpp"

namespace teamctl::waiting {

std::optional<PlanGap> plan_gap(const team::Team& team, const calendar::WorkingDays& days, Date date) {
    constexpr int planning_days = 5;  // D1.6, with the count of D3.11
    const auto last = days.last(month_period(month_of(date)), planning_days);
    if (last.empty() || date < last.front()) return std::nullopt;
    PlanGap gap{month_of(date) + std::chrono::months{1}, 0, 0, last.back()};
    for (const auto& when : calendar::occurrences(team, days, month_period(gap.month))) {
        if (team[when.series].roles.empty()) continue;
        ++gap.total;
        if (rules::plan_line(team, when) == nullptr) ++gap.missing;
    }
    if (gap.missing == 0) return std::nullopt;
    return gap;
}

Phrase gap_text(const PlanGap& gap) {
    return gap.missing == gap.total ? say("agenda.warn.not_planned", gap.month)
                                    : say("agenda.warn.partly_planned", gap.month, gap.missing, gap.total);
}

}  // namespace teamctl::waiting
