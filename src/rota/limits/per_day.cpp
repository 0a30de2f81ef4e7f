// H8, `max_per_day`: no more than so many turns that start on one date.
#include "rota/limits/rules.hpp"

namespace teamctl::rota {

const RuleForm per_day_rule{
    .kind = RuleKind::per_day,
    .asked = [](const team::Limit& limit) { return limit.max_per_day; },
    .code = "day_cap",
    .because = "schedule.day_full",
    .because_past = "schedule.day_full",
    .breaks = "schedule.breaks_day_cap",
    .count = {.windows = [](const Rule&, const Stint& turn,
                            std::vector<int>& out) { out.push_back(turn.day); }},
};

}  // namespace teamctl::rota
