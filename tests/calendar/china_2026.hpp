// The public holidays and make-up working days of mainland China in 2026, written out by hand, and small
// helpers to name dates in tests.
#pragma once

#include <string>
#include <vector>

#include "calendar/occurrences.hpp"

namespace teamctl::test {

inline team::Holiday days_off(const char* from, const char* to, const char* name) {
    return {*parse_date(from), *parse_date(to), name, {}};
}

inline team::HolidayCalendar china_2026() {
    team::HolidayCalendar calendar;
    calendar.name = "中国法定节假日";
    calendar.covers = std::pair{make_date(2026, 1, 1), make_date(2026, 12, 31)};
    calendar.holidays = {
        days_off("2026-01-01", "2026-01-03", "元旦"),   days_off("2026-02-15", "2026-02-23", "春节"),
        days_off("2026-04-04", "2026-04-06", "清明节"), days_off("2026-05-01", "2026-05-05", "劳动节"),
        days_off("2026-06-19", "2026-06-21", "端午节"), days_off("2026-09-25", "2026-09-27", "中秋节"),
        days_off("2026-10-01", "2026-10-07", "国庆节")};
    for (const auto* day :
         {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"}) {
        calendar.workdays.push_back(days_off(day, day, "调休上班"));
    }
    return calendar;
}

inline calendar::WorkingDays working_days(const std::vector<team::HolidayCalendar>& calendars = {
                                              china_2026()}) {
    return calendar::WorkingDays{team::Settings{}, calendars};
}

inline Period period(const char* text) {
    return *parse_period(text, make_date(2026, 11, 24));
}

/// `11-24 11-25`: the dates without their year, or with it where they leave 2026.
inline std::string list(const std::vector<Date>& dates) {
    std::string text;
    for (const Date date : dates) {
        if (!text.empty()) text += ' ';
        text += year_of(date) == 2026 ? to_string(date).substr(5) : to_string(date);
    }
    return text;
}

}  // namespace teamctl::test
