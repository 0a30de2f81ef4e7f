// What people type behind `roster add` and `roster change`: keys of the roster and their values.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entry/draft.hpp"
#include "team/model.hpp"
#include "team/schema.hpp"

namespace teamctl::entry {

/// A key of the roster, and its value as it stands in the file.
struct RosterValue {
    std::string key;
    std::string value;
};

/// A word `key=value`; the key by its name or a Chinese word for it, people and units by id or name, days as
/// they are typed anywhere, lists with commas. Refused: a word without a key, one that is none of `keys`, a
/// day that is none. Whatever else is wrong the check of the file says.
std::variant<RosterValue, Refusal> roster_value(const team::Team& team, std::span<const team::KeySpec> keys,
                                                std::string_view word, Date today);

/// An id for somebody of that name that nobody has: the name itself, in small letters, without blanks.
std::string new_person_id(const team::Team& team, std::string_view name);

/// The values as a mapping on one line: `{id: wangli, name: 王丽}`.
std::string mapping_of(std::span<const RosterValue> values);

}  // namespace teamctl::entry
