// H8, `not_after`: who had a turn of some roles has none of others on the days after it.
#include <algorithm>

#include "rota/limits/rules.hpp"

namespace teamctl::rota {

namespace {

bool follows(const Rule& rule, const Stint& first, const Stint& next) {
    const int days = next.day - first.day;
    return days >= 1 && days <= rule.amount && std::ranges::binary_search(rule.of, first.role) &&
           std::ranges::binary_search(rule.then, next.role);
}

}  // namespace

const RuleForm not_after_rule{
    .kind = RuleKind::not_after,
    .asked = [](const team::Limit& limit) { return limit.not_after ? limit.not_after->days : 0; },
    .code = "not_after",
    .because = "schedule.follows",
    .because_past = "schedule.follows_past",
    .breaks = "schedule.breaks_not_after",
    .pair = {.clash =
                 [](const Problem& problem, const Rule& rule, const Stint& a, const Stint& b) {
                     return !same_block(problem, a, b) && (follows(rule, a, b) || follows(rule, b, a));
                 },
             .reach = [](const Rule& rule) { return rule.amount; }},
};

}  // namespace teamctl::rota
