// What the calendar makes of files once all are read: the dates of leave and wishes that recur, lines of
// plans on days that are none (teamctl-files(5), LEAVE, WISHES and PLANS).
#pragma once

#include "base/period.hpp"
#include "team/model.hpp"

namespace teamctl::calendar {

/// Puts in the dates of every line with a `when`: those of the year that its file is named after, in other
/// files those of the period. A line without any is on no day.
void set_recurring_dates(team::Team& team, const Period& period);

/// Puts one training for each date in the place of every planned training with a `when`, up to that day
/// (D17.4).
void set_recurring_trainings(team::Team& team, Date until);

/// Sets the lines of plans apart that stand on a day on which their series does not fall.
void set_stale_lines_apart(team::Team& team);

}  // namespace teamctl::calendar
