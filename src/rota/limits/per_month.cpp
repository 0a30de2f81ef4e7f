// H8, `max_per_month`: no more than so many turns of a calendar month.
#include "rota/limits/rules.hpp"

namespace teamctl::rota {

const RuleForm per_month_rule{
    .kind = RuleKind::per_month,
    .asked = [](const team::Limit& limit) { return limit.max_per_month; },
    .code = "month_cap",
    .because = "schedule.month_full",
    .because_past = "schedule.month_full",
    .breaks = "schedule.breaks_month_cap",
    .count = {.windows = [](const Rule&, const Stint& turn,
                            std::vector<int>& out) { out.push_back(month_number(turn.day)); },
              .reach = [](const Rule&) { return 31; }},
};

}  // namespace teamctl::rota
