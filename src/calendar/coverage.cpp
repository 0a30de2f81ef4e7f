#include "calendar/coverage.hpp"

#include <algorithm>

namespace teamctl::calendar {
namespace {

bool names_days_of(const std::vector<team::Holiday>& days, int year) {
    return std::ranges::any_of(
        days, [&](const team::Holiday& day) { return year_of(day.from) <= year && year <= year_of(day.to); });
}

bool speaks_of(const team::HolidayCalendar& calendar, int year) {
    if (calendar.covers) return make_date(year, 12, 31) <= calendar.covers->second;
    return names_days_of(calendar.holidays, year) || names_days_of(calendar.workdays, year);
}

}  // namespace

std::optional<int> year_without_calendar(const team::Team& team, Date today) {
    const int next = year_of(today) + 1;
    if (team.calendars.empty() || today < make_date(year_of(today), 11, 1)) return std::nullopt;
    const bool known = std::ranges::any_of(
        team.calendars, [&](const team::HolidayCalendar& calendar) { return speaks_of(calendar, next); });
    return known ? std::nullopt : std::optional{next};
}

}  // namespace teamctl::calendar
