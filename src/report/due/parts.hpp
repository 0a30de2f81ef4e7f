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
/// What is to be done: `联系客户 李店主`.
Phrase due_said(const DueItem& item);
Tone due_tone(const DueItem& item, waiting::DueState state);

/// What CSV carries: an item a row, as JSON has it.
std::vector<Column> due_columns();
std::vector<Cell> due_row(const DueDay& day, const DueItem& item);

/// All of it for a page: one line an item, the most urgent first, under what is late, of today, of this week,
/// later and without a date. `owners` says whose each is.
Table due_table(const DueDay& day, std::vector<const DueItem*> items, bool owners);

}  // namespace teamctl::report
