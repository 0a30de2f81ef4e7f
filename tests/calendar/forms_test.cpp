// Every form of `when:`, with dates counted by hand on a wall calendar of 2026 (1 January is a Thursday).

#include <doctest/doctest.h>

#include "china_2026.hpp"

using namespace teamctl;
using team::Every;
using team::IfHoliday;
using team::Ordinal;
using team::When;
using test::list;
using test::period;

namespace {

const calendar::WorkingDays china_days = test::working_days();

std::string dates(const When& when, const char* in, const calendar::WorkingDays& days = china_days) {
    return list(calendar::dates(when, days, period(in)));
}

Date day(const char* text) {
    return *parse_date(text);
}

When every(Every unit, int interval = 1, const char* from = nullptr) {
    When when;
    when.every = unit;
    when.interval = interval;
    if (from != nullptr) when.from = day(from);
    return when;
}

When weekly(std::vector<Weekday> on, int interval = 1, const char* from = nullptr) {
    auto when = every(Every::week, interval, from);
    when.weekdays = std::move(on);
    return when;
}

When monthly(std::vector<int> on) {
    auto when = every(Every::month);
    when.month_days = std::move(on);
    return when;
}

When ordinal(Every unit, int nth, Ordinal::What what, Weekday weekday = {}) {
    auto when = every(unit);
    when.ordinals = {{nth, what, weekday}};
    return when;
}

When with(When when, IfHoliday policy) {
    when.if_holiday = policy;
    return when;
}

constexpr auto workday = Ordinal::What::workday;
constexpr auto any_day = Ordinal::What::day;
constexpr auto weekday = Ordinal::What::weekday;
using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Sunday;
using std::chrono::Thursday;

}  // namespace

TEST_CASE("every: workday follows the working days") {
    CHECK(dates(every(Every::workday), "2026-09-19..2026-10-12") ==
          "09-20 09-21 09-22 09-23 09-24 09-28 09-29 09-30 10-08 10-09 10-10 10-12");
}

TEST_CASE("every: day keeps holidays, and counts an interval from its first day") {
    CHECK(dates(every(Every::day), "2026-09-30..2026-10-02") == "09-30 10-01 10-02");
    CHECK(dates(every(Every::day, 3, "2026-09-29"), "2026-09") == "09-29");
    CHECK(dates(every(Every::day, 3, "2026-09-29"), "2026-10-01..2026-10-09") == "10-02 10-05 10-08");
    CHECK(dates(with(every(Every::day), IfHoliday::skip), "2026-10-07..2026-10-12") ==
          "10-08 10-09 10-10 10-12");
    // The whole of National Day meets on the 8th, the weekend of the 17th on the Monday behind it.
    CHECK(dates(with(every(Every::day), IfHoliday::next), "2026-10-05..2026-10-09") == "10-08 10-09");
}

TEST_CASE("every: week skips what a calendar calls a holiday, and nothing else") {
    CHECK(dates(weekly({Monday, Thursday}), "2026-09-28..2026-10-15") == "09-28 10-08 10-12 10-15");
    CHECK(dates(weekly({Saturday}), "2026-11") == "11-07 11-14 11-21 11-28");
    CHECK(dates(with(weekly({Thursday}), IfHoliday::next), "2026-09-28..2026-10-15") == "10-08 10-15");
    CHECK(dates(with(weekly({Thursday}), IfHoliday::previous), "2026-09-28..2026-10-15") ==
          "09-30 10-08 10-15");
    CHECK(dates(with(weekly({Thursday}), IfHoliday::keep), "2026-09-28..2026-10-15") == "10-01 10-08 10-15");
    CHECK(dates(with(weekly({Saturday}), IfHoliday::next), "2026-11") == "11-07 11-14 11-21 11-28");
}

TEST_CASE("an interval of weeks counts from the Monday of the week that holds `from`") {
    CHECK(dates(weekly({Friday}, 2, "2026-01-02"), "2026-01") == "01-16 01-30");  // 01-02 is a holiday
    CHECK(dates(with(weekly({Friday}, 2, "2026-01-02"), IfHoliday::keep), "2026-01") == "01-02 01-16 01-30");
    // `from` is a Saturday: its week has the Friday before it, which is too early; the next one is a week
    // off.
    CHECK(dates(weekly({Friday}, 2, "2026-01-10"), "2026-01") == "01-23");
    CHECK(dates(weekly({Monday, Sunday}, 2, "2026-01-11"), "2026-01") == "01-11 01-19 01-25");
}

TEST_CASE("every: month on a day moves to the next working day") {
    CHECK(dates(monthly({15}), "2026-11") == "11-16");
    CHECK(dates(monthly({15}), "2026-12") == "12-15");
    CHECK(dates(with(monthly({15}), IfHoliday::skip), "2026-11").empty());
    CHECK(dates(with(monthly({15}), IfHoliday::previous), "2026-11") == "11-13");
    CHECK(dates(with(monthly({15}), IfHoliday::keep), "2026-11") == "11-15");
    CHECK(dates(monthly({31}), "2026") == "02-02 03-31 06-01 07-31 08-31 11-02 12-31");
    CHECK(dates(with(monthly({31}), IfHoliday::keep), "2026") == "01-31 03-31 05-31 07-31 08-31 10-31 12-31");
    CHECK(dates(monthly({14, 15}), "2026-11") == "11-16");  // Saturday and Sunday meet on the Monday
    CHECK(dates(monthly({1, 20}), "2026-10") == "10-08 10-20");
}

TEST_CASE("a date moves into the period from the month beside it") {
    CHECK(dates(monthly({31}), "2026-11") == "11-02");  // from Saturday 10-31
    CHECK(dates(monthly({31}), "2026-10").empty());
    CHECK(dates(with(monthly({1}), IfHoliday::previous), "2026-10") == "10-30");        // from Sunday 11-01
    CHECK(dates(with(monthly({3}), IfHoliday::previous), "2026-09") == "09-03 09-30");  // over National Day
    CHECK(dates(with(monthly({30}), IfHoliday::next), "2026-03") == "03-30");
    team::HolidayCalendar closed;
    closed.holidays = {test::days_off("2026-06-20", "2026-09-20", "停工")};
    const auto days = test::working_days({closed});
    CHECK(dates(monthly({25}), "2026-09", days) == "09-21 09-25");
    CHECK(dates(with(monthly({25}), IfHoliday::previous), "2026-06", days) == "06-19");
}

TEST_CASE("every: month on an ordinal") {
    CHECK(dates(ordinal(Every::month, -1, workday), "2026") ==
          "01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31");
    CHECK(dates(ordinal(Every::month, 1, workday), "2026-10") == "10-08");
    CHECK(dates(ordinal(Every::month, 2, weekday, Monday), "2026-11") == "11-09");
    CHECK(dates(ordinal(Every::month, 5, weekday, Friday), "2026") == "01-30 05-29 07-31 10-30");
    CHECK(dates(ordinal(Every::month, -1, weekday, Friday), "2026-09") == "09-28");   // 09-25 is a holiday
    CHECK(dates(ordinal(Every::month, 1, weekday, Saturday), "2026-11") == "11-07");  // a day off is kept
    CHECK(dates(ordinal(Every::month, 1, any_day), "2026-11") == "11-02");
    CHECK(dates(with(ordinal(Every::month, -1, any_day), IfHoliday::previous), "2026-10") == "10-30");
}

TEST_CASE("every: quarter and every: year count within them") {
    CHECK(dates(ordinal(Every::quarter, -1, weekday, Friday), "2026") == "03-27 06-26 09-28 12-25");
    CHECK(dates(ordinal(Every::quarter, 1, workday), "2026") == "01-04 04-01 07-01 10-08");
    CHECK(dates(ordinal(Every::quarter, 5, weekday, Monday), "2026-Q4") == "11-02");
    CHECK(dates(ordinal(Every::year, 5, workday), "2026") == "01-08");
    CHECK(dates(ordinal(Every::year, -1, weekday, Monday), "2026") == "12-28");
    auto birthday = every(Every::year);
    birthday.year_day = std::chrono::May / 12;
    CHECK(dates(birthday, "2026") == "05-12");
    birthday.year_day = std::chrono::October / 1;
    CHECK(dates(birthday, "2026") == "10-08");
    birthday.year_day = std::chrono::February / 29;
    birthday.if_holiday = IfHoliday::keep;
    CHECK(dates(birthday, "2020-01-01..2030-12-31") == "2020-02-29 2024-02-29 2028-02-29");
}

TEST_CASE("intervals of months, quarters and years count from the one that holds `from`") {
    auto when = monthly({10});
    when.interval = 3;
    when.from = day("2026-02-20");
    when.if_holiday = IfHoliday::keep;
    CHECK(dates(when, "2026") == "05-10 08-10 11-10");
    when = ordinal(Every::quarter, 1, workday);
    when.interval = 2;
    when.from = day("2026-02-20");
    CHECK(dates(when, "2026-01-01..2027-12-31") == "07-01 2027-01-01 2027-07-01");
    when = every(Every::year, 4, "2024-03-01");
    when.year_day = std::chrono::March / 1;
    when.if_holiday = IfHoliday::keep;
    CHECK(dates(when, "2020-01-01..2035-12-31") == "2024-03-01 2028-03-01 2032-03-01");
}

TEST_CASE("teamctl-rules(7), example 11: the last 5 workdays") {
    auto when = every(Every::month);
    when.window = team::Window{true, 5, true};
    CHECK(list(china_days.last(period("2026-11"), 5)) == "11-24 11-25 11-26 11-27 11-30");
    CHECK(list(china_days.last(period("2026-02"), 5)) == "02-24 02-25 02-26 02-27 02-28");
    CHECK(dates(when, "2026-11") == "11-30");
    CHECK(dates(when, "2026-02") == "02-28");
    const auto open = calendar::windows(when, china_days, period("2026-02-25"));
    REQUIRE(open.size() == 1);
    CHECK(open[0] == calendar::DueWindow{make_date(2026, 2, 24), make_date(2026, 2, 28)});
    CHECK(calendar::windows(when, china_days, period("2026-02-23")).empty());
    CHECK(calendar::windows(when, china_days, period("2026-03-01")).empty());
}

TEST_CASE("windows of days and of whole units") {
    auto when = every(Every::month);
    when.window = team::Window{false, 3, false};
    CHECK(dates(when, "2026-11") == "11-03");
    when.window = team::Window{true, 3, false};  // 29 to 31 October 2026, due on Saturday: Monday
    auto open = calendar::windows(when, china_days, period("2026-11-01"));
    REQUIRE(open.size() == 1);
    CHECK(open[0] == calendar::DueWindow{make_date(2026, 10, 29), make_date(2026, 11, 2)});
    when = every(Every::quarter);
    when.window = team::Window{false, 90, true};  // more than there are: all of them
    open = calendar::windows(when, china_days, period("2026-12-31"));
    REQUIRE(open.size() == 1);
    CHECK(open[0] == calendar::DueWindow{make_date(2026, 10, 8), make_date(2026, 12, 31)});
    when = every(Every::year);
    when.window = team::Window{false, 20, true};
    CHECK(calendar::windows(when, china_days, period("2026-01-05")).size() == 1);
    CHECK(dates(when, "2026") == "01-29");
    // A window that closes long after the period.
    when.window = team::Window{true, 300, false};
    CHECK(calendar::windows(when, china_days, period("2026-03-08")).size() == 1);
    CHECK(calendar::windows(when, china_days, period("2026-03-06")).empty());
}

TEST_CASE("once keeps its date, and `also` adds more") {
    When when;
    when.date = day("2026-10-03");
    CHECK(dates(when, "2026") == "10-03");
    when.also = {day("2026-12-24"), day("2026-03-08")};
    CHECK(dates(when, "2026") == "03-08 10-03 12-24");
    CHECK(dates(when, "2026-12") == "12-24");
    when.if_holiday = IfHoliday::next;
    CHECK(dates(when, "2026-10") == "10-08");
}

TEST_CASE("`from` and `until` bound the dates before a holiday moves them") {
    auto when = monthly({15});
    when.from = day("2026-11-16");
    CHECK(dates(when, "2026-11-01..2026-12-31") == "12-15");  // 11-15 itself is too early
    when.from.reset();
    when.until = day("2026-11-15");
    CHECK(dates(when, "2026-11-01..2026-12-31") == "11-16");  // and moves beyond `until`
    when.until = day("2026-11-14");
    CHECK(dates(when, "2026-11-01..2026-12-31").empty());
}

TEST_CASE("`except` and `also` are dates as they finally appear") {
    auto when = monthly({15});
    when.except = {day("2026-11-15")};
    CHECK(dates(when, "2026-11") == "11-16");
    when.except = {day("2026-11-16")};
    CHECK(dates(when, "2026-11").empty());
    when.also = {day("2026-10-03"), day("2026-11-16")};
    when.until = day("2026-01-01");
    CHECK(dates(when, "2026-10-01..2026-11-30") ==
          "10-03");  // a holiday, and what stands in both is left out
    auto weeks = weekly({Thursday});
    weeks.also = {day("2026-10-01"), day("2026-10-08")};
    CHECK(dates(weeks, "2026-10-01..2026-10-14") == "10-01 10-08");
}

TEST_CASE("falls_on asks for one day") {
    const auto when = ordinal(Every::month, -1, workday);
    CHECK(calendar::falls_on(when, china_days, day("2026-02-28")));
    CHECK_FALSE(calendar::falls_on(when, china_days, day("2026-02-27")));
    CHECK(calendar::dates(when, china_days, {day("2026-02-28"), day("2026-02-27")}).empty());
}
