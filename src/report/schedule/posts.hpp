// The plan as one table of days and posts.
#pragma once

#include "base/report.hpp"
#include "calendar/working_days.hpp"
#include "rota/plan.hpp"

namespace teamctl::report {

/// Holders of a role on a line, empty places shown as such.
Cell holders_cell(const team::Team& team, const team::PlannedRole& planned);

/// A row each day of the period, days off among them, a column each post that has a turn in it: for a page.
Table posts_table(const team::Team& team, const calendar::WorkingDays& days, const rota::Plan& plan,
                  const Period& period);

}  // namespace teamctl::report
