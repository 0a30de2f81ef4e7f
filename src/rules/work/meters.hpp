// Meters and tanks, and what was consumed between their readings (D4.3).
#pragma once

#include <optional>
#include <vector>

#include "rules/context.hpp"

namespace teamctl::rules {

/// A meter counts up, a tank has a level that falls until it is refilled.
struct Meter {
    team::AssetId asset;
    std::vector<const team::Record*> readings;  ///< oldest first; of a tank refills, too
};

/// What one meter or tank tells of a period, in units of its readings.
struct Consumption : Meter {
    std::optional<team::Decimal> used;    ///< nothing where fewer than two readings bound it
    std::optional<team::Decimal> before;  ///< in the period before
    team::Decimal refilled;               ///< what came into the tank in the period
    bool replaced = false;  ///< the meter was replaced in the period: the count began again there
    bool rose = false;      ///< a level rose in the period by more than came in: that step counts nothing

    /// More than half as much again as before, or less than half of it.
    bool jumps() const;
    /// (used - before) / before; nothing where either is missing or nothing was used before.
    std::optional<Ratio> change() const;
};

/// Whether the record says that the meter is a new one since: it counts from zero.
bool is_replaced(const team::Record& reading);
/// The value of a meter, the level of a tank; nothing where only a refill is told.
std::optional<team::Decimal> reading_of(const team::Record& record);
/// What came into the tank; zero where nothing did.
team::Decimal refill_of(const team::Record& record);

/// One reading against the one before it.
struct ReadingStep {
    enum class How {
        first,      ///< the first there is, or a new tank
        counted,    ///< the one less the other; of a tank then + refilled - now
        again,      ///< a new meter: counted from zero
        backwards,  ///< a meter below the one before: a mistake, which counts nothing, as if it were not
                    ///< there
        rose,       ///< a tank above what it can hold by then: some refill is missing; counts nothing
        refill,     ///< no reading; what came in counts with the next one
    };
    const team::Record* now = nullptr;
    const team::Record* then = nullptr;  ///< the reading before it that counts; null: there is none
    How how = How::first;
    bool tank = false;
    std::optional<team::Decimal> used;
    team::Decimal refilled;  ///< since `then`, with what came in at `now`
    team::Decimal sum;       ///< of the period, up to this one
};

/// The readings of a period, each against the one before it, which may be older.
std::vector<ReadingStep> reading_steps(const team::Team& team, const Meter& meter, const Period& period);
/// `10233 - 9980 (11-02)`, `900 (11-02) + 600 - 850`: how a step was counted, in words.
Phrase how_counted(const ReadingStep& step);

/// The sum of the steps of a period; nothing where none counts.
std::optional<team::Decimal> used_in(const team::Team& team, const Meter& meter, const Period& period);

/// Every asset that was ever read, with its readings up to then, in the order of the register.
std::vector<Meter> meters_at(const team::Team& team, Moment now);

/// Every asset with a reading or refill in the period, in the order of the register.
std::vector<Consumption> consumption(const Context& context, const Period& period, const Period& before);

/// What one meter counted month by month, from the month of its second reading to that of now; each against
/// the month before (D4.3).
struct MonthUse {
    Month month;
    Consumption use;
};
std::vector<MonthUse> monthly_use(const Context& context, team::AssetId asset);

}  // namespace teamctl::rules
