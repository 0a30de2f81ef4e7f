// A line of `log` before its words are understood: its mark, the day in front, and words where no blank
// stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "team/model.hpp"

namespace teamctl::entry {

/// Words as they are typed where no blank divides them: 表扬王丽：主动顶班 is 表扬 王丽 主动顶班, for people
/// of the team. What needs no dividing stays as it is.
std::vector<std::string> divided(const team::Team& team, std::vector<std::string> words);

/// With what day a record begins, before its kind; a weekday is the last such one, today counts.
struct Lead {
    std::optional<Date> day;
    bool two_days = false;  ///< days that are not the same: 12月7日 周五 where that is a Monday
};

/// Takes that day off, and a time of day, which becomes `at=`: 周一 9:05 表扬 … A word that is a kind is
/// neither.
Lead take_lead(std::vector<std::string>& words, Date today);

/// A line of a list without its mark: `- `, `1. `, `1、`.
std::string_view without_mark(std::string_view line);

}  // namespace teamctl::entry
