// When a thing happens: the `when:` of meetings, rotas and checklists (teamctl-files(5), WHEN).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "team/id.hpp"

namespace teamctl::team {

enum class Every { once, day, workday, week, month, quarter, year, rrule };

/// What happens to a date that falls on a holiday.
enum class IfHoliday { skip, keep, previous, next };

/// `last workday`, `second tue`, `first day`: counted within a month, quarter or year.
struct Ordinal {
    enum class What { workday, day, weekday };
    int nth = 1;  ///< 1 to 5; -1 is the last
    What what = What::day;
    Weekday weekday{};  ///< of What::weekday
    bool operator==(const Ordinal&) const = default;
};

/// `last 5 workdays`: open from its first day, due on its last.
struct Window {
    bool last = true;  ///< at the end of the month, quarter or year; else at its start
    int count = 1;
    bool workdays = true;  ///< else calendar days
    bool operator==(const Window&) const = default;
};

struct When {
    Every every = Every::once;
    int interval = 1;                                ///< every 2 weeks: 2; above 1 `from` is set
    std::vector<Weekday> weekdays;                   ///< of week
    std::vector<int> month_days;                     ///< of month: 1 to 31
    std::vector<Ordinal> ordinals;                   ///< of month, quarter, year
    std::optional<std::chrono::month_day> year_day;  ///< of year
    std::optional<Window> window;                    ///< of month, quarter, year
    std::optional<Date> date;                        ///< of once
    std::string rrule;                               ///< RFC 5545 section 3.3.10, checked
    std::optional<IfHoliday> if_holiday;             ///< unset: the default of the form
    std::optional<Date> from;
    std::optional<Date> until;  ///< inclusive
    std::vector<Date> except;   ///< as they finally appear
    std::vector<Date> also;
    std::optional<TimeOfDay> start;  ///< unset: the whole day
    int minutes = 0;
    std::string timezone;  ///< empty: the team's
    Origin origin;
};

}  // namespace teamctl::team
