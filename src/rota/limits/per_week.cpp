// H4, `max_per_week`: no more than so many turns from Monday to Sunday.
#include "rota/limits/rules.hpp"

namespace teamctl::rota {

const RuleForm per_week_rule{
    .kind = RuleKind::per_week,
    .asked = [](const team::Limit& limit) { return limit.max_per_week; },
    .code = "week_cap",
    .because = "schedule.week_full",
    .because_past = "schedule.week_full",
    .breaks = "schedule.breaks_week_cap",
    .count = {.windows = [](const Rule&, const Stint& turn,
                            std::vector<int>& out) { out.push_back(iso_week(turn.day)); }},
};

}  // namespace teamctl::rota
