// H3, `gap_days`: two turns lie so many days apart.
#include <cstdlib>

#include "rota/limits/rules.hpp"

namespace teamctl::rota {

const RuleForm gap_rule{
    .kind = RuleKind::gap,
    .asked = [](const team::Limit& limit) { return limit.gap_days; },
    .code = "gap",
    .because = "schedule.too_near",
    .because_past = "schedule.too_near_past",
    .breaks = "schedule.breaks_gap",
    .pair = {.clash =
                 [](const Problem& problem, const Rule& rule, const Stint& a, const Stint& b) {
                     return std::abs(a.day - b.day) < rule.amount && !same_block(problem, a, b);
                 },
             .reach = [](const Rule& rule) { return rule.amount; }},
};

}  // namespace teamctl::rota
