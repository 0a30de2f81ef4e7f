// Names of people among typed words: where one ends, and where several are said together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "team/model.hpp"

namespace teamctl::entry {

/// Whether the text is the whole name or the id of somebody, in letters of any case.
bool is_whole_name(const team::Team& team, std::string_view text);

/// The longest name or id of the team with which the text begins; empty where there is none.
std::string_view leading_name(const team::Team& team, std::string_view text);

/// Those with whose names a Chinese text begins, where that is more than one: 张三丰富 may be of 张三 and of
/// 张三丰. Empty where one alone is meant.
std::vector<team::PersonId> leading_people(const team::Team& team, std::string_view text);

/// The words, where those that are a whole name together, `Zhang Wei`, are one: the longest such name. A
/// key before it and a colon or comma behind it stay.
std::vector<std::string> with_whole_names(const team::Team& team, std::vector<std::string> words);

/// What stands between the names of several people: 和, and.
bool is_joiner(std::string_view word);

/// The joiner with which a text begins that goes on with a name: 和 of 和李磊顶班; else empty.
std::string_view leading_joiner(const team::Team& team, std::string_view text);

/// The second of the names that a text begins with: 李磊 of 王丽和李磊.
std::string second_name(const team::Team& team, std::string_view text);

}  // namespace teamctl::entry
