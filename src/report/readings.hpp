// How reports write readings of checklists, their units and their limits.
#pragma once

#include "base/phrase.hpp"
#include "base/report.hpp"
#include "rules/work/checks.hpp"
#include "team/model.hpp"

namespace teamctl::report {

/// `0～85 °C`, `至少 20 份`; the unit alone where there are no limits, empty where there is neither.
Phrase limits(const team::ChecklistItem& item);

/// An item of a tick list: its text with limits, the reading or a blank for one, whether it failed.
ListItem item_line(const team::ChecklistItem& item, const rules::ItemState& state);

}  // namespace teamctl::report
