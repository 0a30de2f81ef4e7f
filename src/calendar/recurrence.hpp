// The dates that a rule names by itself, before a holiday moves them. Internal to calendar/; others ask
// occurrences.hpp.
#pragma once

#include <optional>
#include <vector>

#include "calendar/working_days.hpp"
#include "team/when.hpp"

namespace teamctl::calendar {

/// One date of a rule before a holiday moves it.
struct RuleDate {
    Date date{};
    std::optional<Date> open;    ///< the first day of its window, where it has one
    bool names_weekday = false;  ///< moved by what a calendar calls a holiday only, not by a day off
};

/// The rule's own dates within the range and within `from` and `until`; in no order, perhaps repeated.
std::vector<RuleDate> rule_dates(const team::When& when, const WorkingDays& days, const Period& range);

/// What a holiday does to the rule's dates: as written, or the default of the form.
team::IfHoliday if_holiday(const team::When& when);

}  // namespace teamctl::calendar
