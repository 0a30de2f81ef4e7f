// How reports write readings of checklists, their units and their limits.
#pragma once

#include <string>

#include "base/phrase.hpp"
#include "base/report.hpp"
#include "rules/checks.hpp"
#include "team/model.hpp"

namespace teamctl::report {

/// ` °C`; empty for an item without a unit, such as a power factor.
std::string spaced_unit(const team::ChecklistItem& item);

/// `0～85 °C`, `至少 20 份`; the unit alone where there are no limits, empty where there is neither.
Phrase limits(const team::ChecklistItem& item);

/// `油温 92 °C > 85 °C`: the same in every language. The reading is out of its limits.
std::string beyond_limit(const team::ChecklistItem& item, const team::Reading& reading);

/// An item of a tick list: its text with limits, the reading or a blank for one, whether it failed.
ListItem item_line(const team::ChecklistItem& item, const rules::ItemState& state);

}  // namespace teamctl::report
