#include "base/date.hpp"

#include <fmt/format.h>

#include <array>

namespace teamctl {
namespace {

constexpr std::array<std::string_view, 7> weekday_names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

/// A run of exactly `width` ASCII digits at `pos`, or -1.
int digits(std::string_view text, std::size_t pos, std::size_t width) {
    if (pos + width > text.size()) return -1;
    int value = 0;
    for (std::size_t i = pos; i < pos + width; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

Date make_date(int year, unsigned month, unsigned day) {
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

Date first_day(Month month) {
    return Date{month / 1};
}
Date last_day(Month month) {
    return Date{month / std::chrono::last};
}

Month month_of(Date date) {
    const std::chrono::year_month_day ymd{date};
    return ymd.year() / ymd.month();
}

int year_of(Date date) {
    return static_cast<int>(std::chrono::year_month_day{date}.year());
}
unsigned day_of_month(Date date) {
    return static_cast<unsigned>(std::chrono::year_month_day{date}.day());
}
Weekday weekday_of(Date date) {
    return Weekday{date};
}

Date monday_of(Date date) {
    return date - (weekday_of(date) - std::chrono::Monday);
}

IsoWeek iso_week(Date date) {
    const Date thursday = monday_of(date) + Days{3};
    const int year = year_of(thursday);
    return {year, static_cast<int>((thursday - make_date(year, 1, 1)).count() / 7) + 1};
}

Date monday_of(IsoWeek week) {
    return monday_of(make_date(week.year, 1, 4)) + Days{7 * (week.week - 1)};
}

Date add_months(Date date, int months) {
    const std::chrono::year_month_day ymd{date};
    const Month month = (ymd.year() / ymd.month()) + std::chrono::months{months};
    const auto wanted = month / ymd.day();
    return wanted.ok() ? Date{wanted} : last_day(month);
}

Date birthday_in(const Birthday& birthday, int year) {
    const auto wanted = std::chrono::year{year} / birthday.day.month() / birthday.day.day();
    return wanted.ok() ? Date{wanted} : last_day(std::chrono::year{year} / birthday.day.month());
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int y = digits(text, 0, 4);
    const int m = digits(text, 5, 2);
    const int d = digits(text, 8, 2);
    if (y < first_year || y > last_year || m < 1 || d < 1) return std::nullopt;
    const auto ymd = std::chrono::year{y} / m / d;
    return ymd.ok() ? std::optional<Date>{Date{ymd}} : std::nullopt;
}

std::optional<Month> parse_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const int y = digits(text, 0, 4);
    const int m = digits(text, 5, 2);
    if (y < first_year || y > last_year || m < 1 || m > 12) return std::nullopt;
    return std::chrono::year{y} / m;
}

std::optional<TimeOfDay> parse_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const int h = digits(text, 0, 2);
    const int m = digits(text, 3, 2);
    if (h < 0 || m < 0 || m > 59 || h > 24 || (h == 24 && m != 0)) return std::nullopt;
    return TimeOfDay{h * 60 + m};
}

std::optional<Moment> parse_moment(std::string_view text) {
    const auto date = parse_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    if (text.size() == 10) return Moment{*date, end_of_day};
    if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
    const auto time = parse_time(text.substr(11));
    return time ? std::optional<Moment>{Moment{*date, *time}} : std::nullopt;
}

std::optional<Birthday> parse_birthday(std::string_view text) {
    if (text.size() == 10) {
        const auto date = parse_date(text);
        if (!date) return std::nullopt;
        const std::chrono::year_month_day ymd{*date};
        return Birthday{ymd.month() / ymd.day(), ymd.year()};
    }
    if (text.size() != 5 || text[2] != '-') return std::nullopt;
    const int m = digits(text, 0, 2);
    const int d = digits(text, 3, 2);
    if (m < 1 || d < 1) return std::nullopt;
    const auto day = std::chrono::month{static_cast<unsigned>(m)} / d;
    return day.ok() ? std::optional<Birthday>{Birthday{day, std::nullopt}} : std::nullopt;
}

std::optional<Weekday> parse_weekday(std::string_view text) {
    for (unsigned i = 0; i < weekday_names.size(); ++i) {
        if (weekday_names[i] == text) return Weekday{i};
    }
    return std::nullopt;
}

std::string to_string(Date date) {
    const std::chrono::year_month_day ymd{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::string to_string(Month month) {
    return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

std::string to_string(TimeOfDay time) {
    return fmt::format("{:02}:{:02}", time.minutes / 60, time.minutes % 60);
}

std::string to_string(const Birthday& birthday) {
    const auto day = fmt::format("{:02}-{:02}", static_cast<unsigned>(birthday.day.month()),
                                 static_cast<unsigned>(birthday.day.day()));
    return birthday.year ? fmt::format("{:04}-{}", static_cast<int>(*birthday.year), day) : day;
}

std::string to_string(Weekday weekday) {
    return std::string{weekday_names[weekday.c_encoding()]};
}

}  // namespace teamctl
