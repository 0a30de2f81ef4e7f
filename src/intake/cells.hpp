// Single cells as values of ours: a number with its unit, a date in any of the forms that say one day
// plainly.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace teamctl::intake {

/// 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, each also with a time behind it that says
/// midnight. 3/5/2026 and 5-3 could be two days: nothing.
std::optional<Date> date_of(std::string_view text);

/// 3, 1,200, 3台, 12 个月: a whole number, with a counting word that is not its own number. Nothing for 3-5,
/// 约3.
std::optional<int> whole_of(std::string_view text);

/// 8:57, 08:57, 08:57:31, also behind a date.
std::optional<TimeOfDay> time_of(std::string_view text);

}  // namespace teamctl::intake
