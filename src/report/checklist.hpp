// The checklists due, as tick lists, and what became of them (D4.2, D3.10, D3.11, D6.3).
#pragma once

#include <optional>

#include "base/period.hpp"
#include "base/report.hpp"
#include "calendar/working_days.hpp"
#include "store/need.hpp"
#include "team/model.hpp"

namespace teamctl::report {

struct ChecklistOptions {
    std::optional<team::ChecklistId> only;
    team::PersonId who;  ///< whose runs; a newcomer's own and those a mentor sees to
};

/// What it needs. Newcomers are known by all that was recorded since they joined.
store::Need checklist_need(const team::Team& team, const Period& period, Date today);

/// Every run of every checklist (or of one) whose days touch the period. A day shows tick lists with every
/// item; a longer period a table of runs and the items that were found wrong. Newcomers stand after them: on
/// a day with what is due by then, where one list is asked for with every item (D7.1).
Report checklist_report(const team::Team& team, const calendar::WorkingDays& days, const Period& period,
                        Moment now, const ChecklistOptions& options = {});

}  // namespace teamctl::report
