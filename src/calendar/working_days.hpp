// Which days are worked: weekdays of the team, public holidays and make-up working days (format.md,
// "calendars").
#pragma once

#include <vector>

#include "team/model.hpp"

namespace teamctl::calendar {

class WorkingDays {
  public:
    WorkingDays(const team::Settings& settings, const std::vector<team::HolidayCalendar>& calendars);
    explicit WorkingDays(const team::Team& team) : WorkingDays{team.settings, team.calendars} {}

    /// A team weekday that no calendar calls a holiday, or a day that a calendar calls a workday.
    bool is_workday(Date date) const;
    /// The holiday that holds the day, unless a calendar also calls the day a workday.
    const team::Holiday* holiday(Date date) const;
    /// The make-up working day on that date.
    const team::Holiday* makeup_workday(Date date) const;
    /// Whether some calendar with `covers` speaks of that day; true where no calendar has `covers`.
    bool covered(Date date) const;
    /// The nearest working day after (before) the date, itself not included; nothing within 400 days: the
    /// date.
    Date next(Date date) const;
    Date previous(Date date) const;
    /// Working days of a period, in order.
    std::vector<Date> within(const Period& period) const;
    /// The last `count` working days of the period.
    std::vector<Date> last(const Period& period, int count) const;

  private:
    std::vector<Weekday> weekdays_;
    std::vector<team::Holiday> holidays_;  // sorted by from
    std::vector<team::Holiday> makeup_;    // sorted by from
    std::vector<std::pair<Date, Date>> covers_;
    bool limited_ = false;
};

}  // namespace teamctl::calendar
