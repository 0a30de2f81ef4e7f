// Words of a record without keys, in the order in which people say them: whom, how many, what it bears on,
// and the text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entry/draft.hpp"

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

/// Takes the words behind the kind. Several words of text are one, with blanks between. Nothing where all is
/// well.
std::optional<Refusal> take_spoken(Draft& draft, std::vector<std::string> words);

}  // namespace teamctl::entry
