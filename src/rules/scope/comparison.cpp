#include "rules/scope/comparison.hpp"

#include <algorithm>

#include "rules/people/absences.hpp"

namespace teamctl::rules {

std::optional<Ratio> difference(const Value& now, const Value& then) {
    const auto a = number(now);
    const auto b = number(then);
    if (!a || !b) return std::nullopt;
    return sum(*a, {-b->num, b->den});
}

bool is_better(const Metric& metric, Ratio difference) {
    return (difference.num > 0) != metric.less_is_better;
}

bool has_any(const Figures& figures, const Subject& subject, std::span<const MetricName> metrics) {
    return std::any_of(metrics.begin(), metrics.end(),
                       [&](MetricName name) { return !is_nothing(figures.value(name, subject)); });
}

Movers movers(const Scope& scope, const Figures& before, const Period& before_period, const Metric& metric) {
    Movers most;
    for (const auto person : scope.people) {
        if (!employed_in(scope.team()[person], before_period)) continue;
        const Subject subject = scope.row(person);
        const auto change =
            difference(scope.figures.value(metric, subject), before.value(metric.name, subject));
        if (!change) continue;
        if (*change > most.rose.change) most.rose = {person, *change};
        if (*change < most.fell.change) most.fell = {person, *change};
    }
    return most;
}

}  // namespace teamctl::rules
