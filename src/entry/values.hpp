// Values as people type them, turned into what stands in the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entry/draft.hpp"

namespace teamctl::entry {

/// Things as (id, name).
using Things = std::vector<std::pair<std::string, std::string>>;

/// Parts between ASCII or Chinese commas, without the empty ones; `spaces`: also between blanks.
std::vector<std::string> split(std::string_view text, bool spaces);
/// The last part, between commas where there are any, else between blanks too; the text has one.
std::string last_item(std::string_view text);

/// Things that a field may name: people, meetings, queues, checklists and their items, assets, awards,
/// planned trainings, and the words of a choice.
Things named_things(const Draft& draft, const team::FieldSpec& field);

/// A value as it stands in the file; refused where it is ambiguous. What cannot be such a value is quoted,
/// and the check of the line speaks of it.
Written written(const Draft& draft, const team::FieldSpec& field, const std::string& value);

}  // namespace teamctl::entry
