// Which days are worked: weekdays of the team, public holidays and make-up working days (teamctl-files(5),
// CALENDARS).
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "team/model.hpp"

namespace teamctl::calendar {

/// Stretches of days that may overlap, and the one that holds a date. Immutable once built.
class DayStretches {
  public:
    void add(const std::vector<team::Holiday>& stretches);
    /// Sorts what was added; to be called once, before find.
    void build();
    /// The stretch that holds the date; of several the one that begins last, then the first one added.
    const team::Holiday* find(Date date) const;

  private:
    std::vector<team::Holiday> list_;  // by from; of equal ones the first one added stands last
    std::vector<Date> reach_;          // the latest `to` up to each place of list_
};

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
    /// The first (last) `count` working days of the period, in order; all where it has fewer.
    std::vector<Date> first(const Period& period, int count) const;
    std::vector<Date> last(const Period& period, int count) const;
    /// The team's time zone: that of a `when` without one of its own.
    const std::string& zone() const { return zone_; }

  private:
    std::array<bool, 7> weekdays_{};  // by Weekday::c_encoding
    DayStretches holidays_;
    DayStretches makeup_;
    std::vector<std::pair<Date, Date>> covers_;
    std::string zone_;
};

/// The days of a period by what they are.
struct DayCounts {
    int workdays = 0;
    int holidays = 0;
    int makeup = 0;
};
DayCounts count_days(const WorkingDays& days, const Period& period);

/// Days of a period of which no calendar tells the public holidays.
struct OpenDays {
    int count = 0;
    Date first{};
};
OpenDays open_days(const WorkingDays& days, const Period& period);

/// How far `next` and `previous` look.
inline constexpr Days workday_reach{400};

}  // namespace teamctl::calendar
