// Days, months and their multiples as running numbers, so that intervals are arithmetic. Internal to
// calendar/.
#pragma once

#include <cstdint>

#include "base/date.hpp"

namespace teamctl::calendar {

/// Quotient rounded down; b > 0.
constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

/// The smallest number >= least that is a multiple of `step` away from `base`.
constexpr std::int64_t align(std::int64_t least, std::int64_t base, std::int64_t step) {
    return base - floor_div(base - least, step) * step;
}

constexpr std::int64_t day_number(Date date) {
    return date.time_since_epoch().count();
}

constexpr Date day_at(std::int64_t number) {
    return Date{Days{number}};
}

/// Months since January of year 0.
constexpr std::int64_t month_number(Date date) {
    const std::chrono::year_month_day ymd{date};
    return std::int64_t{static_cast<int>(ymd.year())} * 12 + static_cast<unsigned>(ymd.month()) - 1;
}

constexpr Month month_at(std::int64_t number) {
    const auto year = floor_div(number, 12);
    return std::chrono::year{static_cast<int>(year)} /
           std::chrono::month{static_cast<unsigned>(number - year * 12) + 1};
}

}  // namespace teamctl::calendar
