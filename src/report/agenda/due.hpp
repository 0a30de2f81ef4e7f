// How an agenda tells what is due.
#pragma once

#include <vector>

#include "base/report.hpp"
#include "waiting/agenda.hpp"

namespace teamctl::report {

using waiting::AgendaDay;
using waiting::DueItem;

/// Whom each owner has to call, a line an owner in roster order, how late it is included.
std::vector<ListItem> follow_up_lines(const AgendaDay& day, const std::vector<DueItem>& calls);

/// One line of a list: `待办：整理合同（李强，11月23日到期，过 1 天）`
Phrase due_text(const AgendaDay& day, const DueItem& item);
Json due_json(const AgendaDay& day, const DueItem& item);

}  // namespace teamctl::report
