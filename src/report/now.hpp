// The team at this moment, on one screen: what bare `teamctl` says (teamctl(1)).
#pragma once

#include "base/report.hpp"
#include "calendar/working_days.hpp"
#include "team/model.hpp"

namespace teamctl::report {

/// Who is away and who stands in, who is on duty, the next meeting with its people and topic, what is late, the worst
/// first and the rest counted, and the two or three commands that fit the moment: 24 lines at 80 columns. The team
/// holds what `agenda` and `due` of today need.
Report now_report(const team::Team& team, const calendar::WorkingDays& days, Moment now);

}  // namespace teamctl::report
