// The ranking of a period (龙虎榜; rules.md, example 15; D14.7).
#pragma once

#include <vector>

#include "rules/metrics.hpp"

namespace teamctl::rules {

struct Standing {
    int place = 0;  ///< from 1
    team::PersonId who;
    std::int64_t points = 0;
    Money sales;
    bool last = false;  ///< marked, and nothing else
};

/// Everybody employed at the end of the figures' period: by points, then sales, then roster order. Nothing
/// where nobody has either.
std::vector<Standing> standings(const Figures& figures);

}  // namespace teamctl::rules
