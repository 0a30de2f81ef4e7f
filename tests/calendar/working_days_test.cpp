#include "calendar/working_days.hpp"

#include <doctest/doctest.h>

#include "china_2026.hpp"

using namespace teamctl;
using test::list;
using test::period;

TEST_CASE("a working day is a team weekday that is no holiday, or a make-up day") {
    const auto days = test::working_days();
    CHECK(days.is_workday(make_date(2026, 11, 24)));
    CHECK_FALSE(days.is_workday(make_date(2026, 11, 28)));  // Saturday
    CHECK_FALSE(days.is_workday(make_date(2026, 10, 1)));   // Thursday, National Day
    CHECK(days.is_workday(make_date(2026, 9, 20)));         // Sunday, made up
    CHECK(days.within(period("2026-11")).size() == 21);
    CHECK(list(days.within(period("2026-02-14..2026-03-01"))) == "02-14 02-24 02-25 02-26 02-27 02-28");
    CHECK(list(days.first(period("2026-10"), 3)) == "10-08 10-09 10-10");
    CHECK(list(days.last(period("2026-02"), 2)) == "02-27 02-28");
    CHECK(list(days.last(period("2026-10-01..2026-10-08"), 9)) == "10-08");
}

TEST_CASE("holidays have names, and a make-up day takes a day out of them") {
    auto calendar = test::china_2026();
    calendar.workdays.push_back(test::days_off("2026-10-07", "2026-10-07", "值班"));
    const auto days = test::working_days({calendar});
    REQUIRE(days.holiday(make_date(2026, 10, 6)) != nullptr);
    CHECK(days.holiday(make_date(2026, 10, 6))->name == "国庆节");
    CHECK(days.holiday(make_date(2026, 10, 7)) == nullptr);
    CHECK(days.is_workday(make_date(2026, 10, 7)));
    REQUIRE(days.makeup_workday(make_date(2026, 10, 10)) != nullptr);
    CHECK(days.makeup_workday(make_date(2026, 10, 10))->name == "调休上班");
    CHECK(days.makeup_workday(make_date(2026, 10, 11)) == nullptr);
    CHECK(days.holiday(make_date(2026, 11, 28)) == nullptr);  // a day off is no holiday
}

TEST_CASE("of several calendars every holiday counts, and every make-up day") {
    team::HolidayCalendar company;
    company.holidays = {test::days_off("2026-09-28", "2026-10-20", "停工"),
                        test::days_off("2026-10-03", "2026-10-03", "庆典")};
    company.workdays = {test::days_off("2026-10-05", "2026-10-05", "赶工")};
    const auto days = test::working_days({test::china_2026(), company});
    CHECK_FALSE(days.is_workday(make_date(2026, 10, 8)));
    CHECK(days.is_workday(make_date(2026, 10, 5)));
    CHECK(days.is_workday(make_date(2026, 10, 10)));  // made up in one calendar, closed in the other
    CHECK(days.holiday(make_date(2026, 9, 30))->name == "停工");
    CHECK(days.holiday(make_date(2026, 10, 3))->name == "庆典");
    CHECK(days.holiday(make_date(2026, 10, 19))->name == "停工");
    CHECK(days.holiday(make_date(2026, 10, 21)) == nullptr);
}

TEST_CASE("the nearest working day is never the day itself") {
    const auto days = test::working_days();
    CHECK(to_string(days.next(make_date(2026, 9, 30))) == "2026-10-08");
    CHECK(to_string(days.previous(make_date(2026, 10, 8))) == "2026-09-30");
    CHECK(to_string(days.next(make_date(2026, 2, 13))) == "2026-02-14");
    CHECK(to_string(days.previous(make_date(2026, 2, 24))) == "2026-02-14");

    team::HolidayCalendar closed;
    closed.holidays = {test::days_off("2026-01-01", "2029-12-31", "停业")};
    const auto never = test::working_days({closed});
    CHECK(to_string(never.next(make_date(2027, 6, 1))) == "2027-06-01");
    CHECK(to_string(never.previous(make_date(2027, 6, 1))) == "2027-06-01");
    CHECK(to_string(never.next(make_date(2029, 12, 30))) == "2030-01-01");
}

TEST_CASE("the calendars say how far they reach") {
    CHECK(test::working_days().covered(make_date(2026, 12, 31)));
    CHECK_FALSE(test::working_days().covered(make_date(2027, 1, 1)));
    CHECK(test::working_days({}).covered(make_date(2027, 1, 1)));
}

TEST_CASE("the weekdays worked are the team's; none written are Monday to Friday") {
    team::Settings settings;
    settings.workdays = {std::chrono::Saturday, std::chrono::Sunday};
    const calendar::WorkingDays shop{settings, {}};
    CHECK(list(shop.within(period("2026-W48"))) == "11-28 11-29");
    CHECK(list(test::working_days({}).within(period("2026-W48"))) == "11-23 11-24 11-25 11-26 11-27");
    CHECK(shop.zone() == "Asia/Shanghai");
}
