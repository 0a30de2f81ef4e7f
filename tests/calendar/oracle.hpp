// The meaning of `when:` said a second time, as slowly and plainly as can be: day by day, by counting. The
// property tests hold the real thing against it.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "calendar/occurrences.hpp"

namespace teamctl::test {

class Oracle {
  public:
    Oracle(const team::Settings& settings, const std::vector<team::HolidayCalendar>& calendars)
        : settings_{settings}, calendars_{calendars} {}

    bool is_workday(Date date) const;
    bool is_holiday(Date date) const;
    /// Everything the `when` brings that touches the period, by due day.
    std::vector<calendar::DueWindow> windows(const team::When& when, const Period& period) const;

  private:
    /// How the rule comes to name a day, if it does.
    struct Named {
        bool by_weekday = false;
        bool otherwise = false;
    };
    Named named(const team::When& when, Date date) const;
    bool named_in_unit(const team::When& when, Date date, Named& named) const;
    bool ends_window(const team::When& when, Date date) const;
    Date opens(const team::When& when, Date due) const;
    std::vector<Date> settled(const team::When& when, Date date, const Named& named) const;

    const std::vector<Date>& unit_days(team::Every every, Date date) const;
    bool look_up_workday(Date date) const;

    mutable std::map<Date, bool> workdays_;  // what was found before
    mutable std::map<std::pair<team::Every, int>, std::vector<Date>> units_;
    const team::Settings& settings_;
    const std::vector<team::HolidayCalendar>& calendars_;
};

}  // namespace teamctl::test
