// H8, `rest_hours`: so much time from the end of one turn to the start of the next.
#include <algorithm>

#include "rota/limits/rules.hpp"

namespace teamctl::rota {

const RuleForm rest_rule{
    .kind = RuleKind::rest,
    .asked = [](const team::Limit& limit) { return limit.rest_minutes; },
    .code = "rest",
    .because = "schedule.no_rest",
    .because_past = "schedule.no_rest_past",
    .breaks = "schedule.breaks_rest",
    .pair = {.clash =
                 [](const Problem& problem, const Rule& rule, const Stint& a, const Stint& b) {
                     if (a.begin >= a.end || b.begin >= b.end || same_block(problem, a, b)) return false;
                     return std::max(a.begin, b.begin) < std::min(a.end, b.end) + rule.amount;
                 },
             .reach = [](const Rule& rule) { return rule.amount / 1440 + 8; }},
};

}  // namespace teamctl::rota
