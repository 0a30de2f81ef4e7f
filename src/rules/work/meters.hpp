// Meters and what was consumed between their readings (D4.3).
#pragma once

#include <optional>
#include <vector>

#include "rules/context.hpp"

namespace teamctl::rules {

/// What one meter tells of a period, in units of its readings.
struct Consumption {
    team::AssetId asset;
    std::vector<const team::Record*> readings;  ///< up to the end, oldest first
    std::optional<team::Decimal> used;          ///< nothing where fewer than two readings bound it
    std::optional<team::Decimal> before;        ///< in the period before
    bool replaced = false;  ///< the meter was replaced in the period: the count began again there

    /// More than half as much again as before, or less than half of it.
    bool jumps() const;
    /// (used - before) / before; nothing where either is missing or nothing was used before.
    std::optional<Ratio> change() const;
};

/// Whether the record says that the meter is a new one since: it counts from zero.
bool is_replaced(const team::Record& reading);

/// What the meter counted after the last reading before `period`, or else after the first one inside, up to
/// the last reading not after `now`. Of a meter that was replaced a reading counts from zero; any other that
/// is below the one before it is a mistake (teamctl-check(1), PROBLEMS) and counts nothing.
std::optional<team::Decimal> used_in(const std::vector<const team::Record*>& readings, const Period& period);

/// One reading of a period against the one before it.
struct ReadingStep {
    const team::Record* now = nullptr;
    const team::Record* then = nullptr;  ///< null: the first there is
    team::Decimal used;
    team::Decimal sum;   ///< of the period, up to this one
    bool again = false;  ///< below the one before: counted from zero
};
std::vector<ReadingStep> reading_steps(const std::vector<const team::Record*>& readings,
                                       const Period& period);

/// Every asset with a reading in the period, in the order of the register.
std::vector<Consumption> consumption(const Context& context, const Period& period, const Period& before);

/// What one meter counted month by month, from the month of its second reading to that of now; each against
/// the month before (D4.3).
struct MonthUse {
    Month month;
    Consumption use;
};
std::vector<MonthUse> monthly_use(const Context& context, team::AssetId asset);

}  // namespace teamctl::rules
