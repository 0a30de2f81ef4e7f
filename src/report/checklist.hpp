// The checklists due, as tick lists, and what became of them (D4.2, D3.10, D3.11, D6.3).
#pragma once

#include <optional>

#include "base/period.hpp"
#include "base/report.hpp"
#include "calendar/working_days.hpp"
#include "team/model.hpp"

namespace teamctl::report {

/// Every run of every checklist (or of one) whose days touch the period. A day shows tick lists with every
/// item; a longer period a table of runs and the items that were found wrong.
Report checklist_report(const team::Team& team, const calendar::WorkingDays& days, const Period& period,
                        Moment now, std::optional<team::ChecklistId> only);

}  // namespace teamctl::report
