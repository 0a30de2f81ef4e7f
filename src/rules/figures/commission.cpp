#include "rules/figures/commission.hpp"

#include <algorithm>

#include "rules/figures/value.hpp"

namespace teamctl::rules {

std::vector<CommissionPart> commission_parts(const team::Commission& commission, Money amount) {
    std::vector<CommissionPart> parts;
    Money from;
    for (const auto& step : commission.steps) {
        const Money to = step.up_to ? std::min(*step.up_to, amount) : amount;
        if (from < to) {
            const Money on = to - from;
            parts.push_back({on, step.rate, product(on.fen, step.rate)});
        }
        from = std::max(from, to);
    }
    return parts;
}

Money commission(const team::Commission& commission, Money amount) {
    Ratio total{0, 1};
    for (const auto& part : commission_parts(commission, amount)) total = sum(total, part.result);
    return {scaled(1, total)};
}

}  // namespace teamctl::rules
