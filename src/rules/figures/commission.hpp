// Commission in steps (teamctl-rules(7), example 13; D16.1).
#pragma once

#include <vector>

#include "base/money.hpp"
#include "team/model.hpp"

namespace teamctl::rules {

/// What one step brings.
struct CommissionPart {
    Money on;  ///< the part of the amount that falls into the step
    Ratio rate;
    Ratio result;  ///< in fen, exact
};

/// The amount cut at the steps; what lies above the last `up_to` brings nothing. Nothing for a negative
/// amount.
std::vector<CommissionPart> commission_parts(const team::Commission& commission, Money amount);

/// The sum of the parts, rounded half up to the fen once, at the end.
Money commission(const team::Commission& commission, Money amount);

}  // namespace teamctl::rules
