// Numbers, days and times of day as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace teamctl::entry {

/// 9:05, 16：40, 8点半, 下午3点20分.
std::optional<TimeOfDay> time_in(std::string_view text);

/// A day to come: a date, a period of one day, a weekday, the next such one, or so many weeks or months from
/// today.
std::optional<Date> day_in(std::string_view text, Date today);

/// An amount or a number without what people write beside its digits: ¥12,800元, +3, 3分. Other text stays as
/// it is.
std::string bare_number(std::string_view text);

/// Whether a word is a number alone, also one with its unit: 1000, -2, 3分.
bool is_bare_number(std::string_view word);

}  // namespace teamctl::entry
