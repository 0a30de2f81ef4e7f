// The text of roster.yaml with somebody added or changed; comments and order stay (teamctl-roster(1)).
#pragma once

#include <optional>
#include <span>
#include <string>

#include "entry/roster_words.hpp"
#include "yaml/document.hpp"

namespace teamctl::entry {

/// Puts a person at the end of `people:`; the file may be null, where there is none.
std::optional<std::string> with_person(const yaml::Document* roster, std::span<const RosterValue> values);

/// Puts keys into the entry of that person, in the place of those that stand there. Nothing where the file is
/// laid out so that nothing else would stay as it is.
std::optional<std::string> with_values(const yaml::Document& roster, std::string_view person,
                                       std::span<const RosterValue> values);

/// Puts an entry into the person's `changes:`, or into the one of the same date; `values` begin with `from`.
std::optional<std::string> with_change(const yaml::Document& roster, std::string_view person,
                                       std::span<const RosterValue> values);

}  // namespace teamctl::entry
