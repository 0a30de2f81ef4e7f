// Rules of RFC 5545 (section 3.3.10) with daily or longer frequency. Internal to calendar/; others ask
// occurrences.hpp. Ours, since dates are moved and left out by working days, and right against two libraries:
// tests/calendar/rrule_libical_test.cpp and tests/calendar/rrule_libraries.py (python-dateutil).
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/period.hpp"
#include "team/when.hpp"

namespace teamctl::calendar {

struct RruleDates {
    std::vector<Date> dates;     ///< ascending
    bool names_weekday = false;  ///< the rule has BYDAY or is weekly
};

/// The dates of `when.rrule` in the range, counted from `when.from` (DTSTART; 1970-01-01 where there is
/// none). `zone` is the zone of the `when`: an UNTIL in UTC is read there. Nothing where the rule is unsound.
RruleDates rrule_dates(const team::When& when, const std::string& zone, const Period& range);

}  // namespace teamctl::calendar
