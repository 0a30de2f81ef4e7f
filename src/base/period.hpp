// Periods of time as a person names them: a day, a week, a month, 2026-11-01..2026-11-15, 上月.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace teamctl {

/// A run of whole days, both ends included, and the unit it was named by.
struct Period {
    enum class Unit { day, week, month, quarter, year, range };
    Date from{};
    Date to{};
    Unit unit = Unit::range;

    bool contains(Date date) const { return from <= date && date <= to; }
    int days() const { return static_cast<int>((to - from).count()) + 1; }
    bool operator==(const Period&) const = default;
};

Period day_period(Date date);
Period week_period(Date any_day);
Period month_period(Month month);
Period quarter_period(Date any_day);
Period year_period(int year);

/// The period of the same unit before or after (a range moves by its own length).
Period shifted(const Period& period, int steps);

/// Which day of its name a weekday alone is (周一, mon): the last one before today, today or the last one,
/// today or the next one, the next one after today.
enum class Lean { before, back, ahead, after };

/// Reads the words of teamctl(1), PERIODS OF TIME: 2026-11, 上月, 12/1, 下周一, 月底, in 3 days; letters of
/// any case. `today` anchors the relative ones; of a date without its year the nearest is meant.
std::optional<Period> parse_period(std::string_view text, Date today, Lean lean = Lean::back);
/// The same without what depends on the day: what files may hold.
std::optional<Period> parse_fixed_period(std::string_view text);

/// The shortest word that parse_period reads back: 2026-11-23, 2026-W48, 2026-11, 2026-Q4, 2026 or from..to.
std::string to_string(const Period& period);

}  // namespace teamctl
