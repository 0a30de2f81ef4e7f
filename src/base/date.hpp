// Calendar dates, times of day and months as the team's files write them.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace teamctl {

using Date = std::chrono::sys_days;
using Days = std::chrono::days;
using Weekday = std::chrono::weekday;
using Month = std::chrono::year_month;

/// Minutes since midnight; 24:00 (1440) is the end of the day.
struct TimeOfDay {
    int minutes = 0;
    auto operator<=>(const TimeOfDay&) const = default;
};

/// A wall-clock moment in the team's time zone.
struct Moment {
    Date date{};
    TimeOfDay time{};
    auto operator<=>(const Moment&) const = default;
};

/// A birthday: month and day, the year where it is known.
struct Birthday {
    std::chrono::month_day day{};
    std::optional<std::chrono::year> year;
    bool operator==(const Birthday&) const = default;
};

struct IsoWeek {
    int year = 0;
    int week = 0;
    auto operator<=>(const IsoWeek&) const = default;
};

inline constexpr TimeOfDay end_of_day{24 * 60};

/// The years that a file may name.
inline constexpr int first_year = 1900;
inline constexpr int last_year = 2999;

Date make_date(int year, unsigned month, unsigned day);
Date first_day(Month month);
Date last_day(Month month);
Month month_of(Date date);
int year_of(Date date);
unsigned day_of_month(Date date);
Weekday weekday_of(Date date);
/// The Monday of the date's ISO week.
Date monday_of(Date date);
/// ISO 8601 week number and the year it belongs to.
IsoWeek iso_week(Date date);
Date monday_of(IsoWeek week);
/// Adds months, keeping the day or the month's last day where it is shorter.
Date add_months(Date date, int months);
/// The day in that year; 02-29 is kept on 02-28 in other than leap years.
Date birthday_in(const Birthday& birthday, int year);

/// Strict `2026-11-23`; nothing else, and only days that exist.
std::optional<Date> parse_date(std::string_view text);
/// Strict `2026-11`.
std::optional<Month> parse_month(std::string_view text);
/// Strict `09:00` to `24:00`.
std::optional<TimeOfDay> parse_time(std::string_view text);
/// `2026-11-23`, `2026-11-23T09:00` or `2026-11-23 09:00`; without a time: the end of that day.
std::optional<Moment> parse_moment(std::string_view text);
/// `05-12` or `1990-05-12`.
std::optional<Birthday> parse_birthday(std::string_view text);
/// `mon` to `sun`.
std::optional<Weekday> parse_weekday(std::string_view text);

std::string to_string(Date date);
std::string to_string(Month month);
std::string to_string(TimeOfDay time);
std::string to_string(const Birthday& birthday);
/// `mon` to `sun`.
std::string to_string(Weekday weekday);

}  // namespace teamctl
