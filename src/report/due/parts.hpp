// What the pages of `due` share: of one team, and of several.
#pragma once

#include <tuple>
#include <vector>

#include "report/due.hpp"

namespace teamctl::report {

/// The higher, the sooner it is to be done: what is late before what is due today, urgent first, then by days
/// over.
using Urgency = std::tuple<int, bool, bool, int>;
Urgency due_urgency(const DueDay& day, const DueItem& item);
Tone due_tone(const DueItem& item, waiting::DueState state);

/// What CSV carries: an item a row, as JSON has it.
std::vector<Column> due_columns();
std::vector<Cell> due_row(const DueDay& day, const DueItem& item);

}  // namespace teamctl::report
