// The dates of leave and wishes that recur (teamctl-files(5), LEAVE and WISHES).
#pragma once

#include "base/period.hpp"
#include "team/model.hpp"

namespace teamctl::calendar {

/// Puts in the dates of every line with a `when`: those of the year that its file is named after, in other files those
/// of the period. A line without any is on no day.
void set_recurring_dates(team::Team& team, const Period& period);

}  // namespace teamctl::calendar
