// A record as a form in an editor: YAML with one key, the kind.
#pragma once

#include <string>
#include <vector>

#include "entry/draft.hpp"

namespace teamctl::entry {

/// The items that may be recorded: of a newcomer's list those that are not done yet.
std::vector<const team::ChecklistItem*> open_items(const Draft& draft, const team::Checklist& list);

/// What was found in a form.
enum class Form { empty, bad, filled };

/// Reads a form of that name back into the draft's values, which it replaces; keys may be written as
/// `field_named` takes them, and those without a value count as not given.
Form take_form(Draft& draft, const std::string& name, const std::string& text, Diagnostics& problems);

}  // namespace teamctl::entry
