// Numbers and times of day as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace teamctl::entry {

/// 9:05, 16：40, 8点半, 下午3点20分.
std::optional<TimeOfDay> time_in(std::string_view text);

/// An amount or a number without what people write beside its digits: ¥12,800元, +3, 3分. Other text stays as
/// it is.
std::string bare_number(std::string_view text);

}  // namespace teamctl::entry
