// H8, `max_hours_per_week`: no more than so many hours of turns that start from Monday to Sunday.
#include <algorithm>

#include "rota/limits/rules.hpp"

namespace teamctl::rota {

const RuleForm hours_rule{
    .kind = RuleKind::hours,
    .asked = [](const team::Limit& limit) { return limit.max_minutes_per_week; },
    .code = "hours_cap",
    .because = "schedule.hours_full",
    .because_past = "schedule.hours_full",
    .breaks = "schedule.breaks_hours_cap",
    .count = {
        .windows = [](const Rule&, const Stint& turn,
                      std::vector<int>& out) { out.push_back(iso_week(turn.day)); },
        .weight = [](const Stint& turn) { return static_cast<int>(std::max(0L, turn.end - turn.begin)); },
        .shown_in = 60},
};

}  // namespace teamctl::rota
