// The laws of recurrence, over random rules, calendars and periods from 1970 to 2100.

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "china_2026.hpp"
#include "oracle.hpp"

using namespace teamctl;
using team::Every;
using team::IfHoliday;
using team::Ordinal;
using team::When;

namespace {

class Chance {
  public:
    explicit Chance(unsigned seed) : engine_{seed} {}
    int number(int least, int most) {
        // Not std::uniform_int_distribution: its numbers differ between libraries.
        return least + static_cast<int>(engine_() % static_cast<unsigned>(most - least + 1));
    }
    bool one_in(int n) { return number(1, n) == 1; }
    Date date() { return make_date(1970, 1, 1) + Days{number(0, 131 * 365)}; }
    Date near(Date date, int days) { return date + Days{number(-days, days)}; }
    Weekday weekday() { return Weekday{static_cast<unsigned>(number(0, 6))}; }

  private:
    std::mt19937 engine_;
};

team::HolidayCalendar random_calendar(Chance& chance, Date around) {
    team::HolidayCalendar calendar;
    for (int i = chance.number(0, 25); i > 0; --i) {
        const Date from = chance.near(around, 800);
        const int length = chance.one_in(12) ? chance.number(20, 120) : chance.number(1, 10);
        calendar.holidays.push_back({from, from + Days{length - 1}, "假", {}});
    }
    for (int i = chance.number(0, 25); i > 0; --i) {
        const Date day = chance.near(around, 800);
        calendar.workdays.push_back({day, day + Days{chance.one_in(5) ? 1 : 0}, "班", {}});
    }
    return calendar;
}

Ordinal random_ordinal(Chance& chance) {
    const int nth = chance.one_in(3) ? -1 : chance.number(1, 5);
    const auto what = static_cast<Ordinal::What>(chance.number(0, 2));
    return {nth, what, what == Ordinal::What::weekday ? chance.weekday() : Weekday{}};
}

/// The parts of a rule that its form asks for.
void fill_form(When& when, Chance& chance, Date around) {
    switch (when.every) {
        case Every::once:
            when.date = chance.near(around, 100);
            return;
        case Every::week:
            for (int i = chance.number(1, 3); i > 0; --i) when.weekdays.push_back(chance.weekday());
            return;
        case Every::day:
        case Every::workday:
        case Every::rrule:
            return;
        case Every::month:
        case Every::quarter:
        case Every::year:
            break;
    }
    if (chance.one_in(3)) {
        when.window =
            team::Window{chance.one_in(2), chance.one_in(6) ? 90 : chance.number(1, 12), chance.one_in(2)};
        return;
    }
    if (when.every == Every::month && chance.one_in(2)) {
        for (int i = chance.number(1, 3); i > 0; --i) when.month_days.push_back(chance.number(1, 31));
    } else if (when.every == Every::year && chance.one_in(2)) {
        when.year_day =
            std::chrono::month{static_cast<unsigned>(chance.number(1, 12))} / chance.number(1, 29);
    }
    if ((when.month_days.empty() && !when.year_day) || chance.one_in(4)) {
        for (int i = chance.number(1, 2); i > 0; --i) when.ordinals.push_back(random_ordinal(chance));
    }
}

When random_when(Chance& chance, Date around) {
    When when;
    when.every = static_cast<Every>(chance.number(0, 6));
    if (when.every != Every::workday && when.every != Every::once && chance.one_in(2)) {
        when.interval = chance.number(2, 5);
        when.from = chance.near(around, 700);
    } else if (chance.one_in(5)) {
        when.from = chance.near(around, 300);
    }
    if (chance.one_in(5)) when.until = chance.near(around, 300);
    if (chance.one_in(4) == false) when.if_holiday = static_cast<IfHoliday>(chance.number(0, 3));
    fill_form(when, chance, around);
    for (int i = chance.one_in(3) ? chance.number(1, 5) : 0; i > 0; --i)
        when.except.push_back(chance.near(around, 60));
    for (int i = chance.one_in(3) ? chance.number(1, 3) : 0; i > 0; --i)
        when.also.push_back(chance.near(around, 60));
    return when;
}

/// One random question: a team's calendar, a rule and a period.
struct Question {
    explicit Question(unsigned seed) {
        Chance chance{seed};
        const Date around = chance.date();
        settings.workdays.clear();
        for (unsigned day = 0; day < 7; ++day) {
            if (chance.number(1, 7) <= 5) settings.workdays.emplace_back(day);
        }
        if (settings.workdays.empty()) settings.workdays.push_back(std::chrono::Monday);
        for (int i = chance.number(0, 2); i > 0; --i) calendars.push_back(random_calendar(chance, around));
        when = random_when(chance, around);
        period.from = chance.near(around, 100);
        period.to = period.from + Days{chance.one_in(3) ? chance.number(0, 10) : chance.number(0, 400)};
        middle = period.from + Days{chance.number(0, period.days() - 1)};
    }
    team::Settings settings;
    std::vector<team::HolidayCalendar> calendars;
    When when;
    Period period;
    Date middle{};
};

}  // namespace

TEST_CASE("every form agrees with a day-by-day count") {
    for (unsigned seed = 1; seed <= 2000; ++seed) {
        CAPTURE(seed);
        const Question asked{seed};
        const calendar::WorkingDays days{asked.settings, asked.calendars};
        const test::Oracle oracle{asked.settings, asked.calendars};
        const auto expected = oracle.windows(asked.when, asked.period);
        REQUIRE(calendar::windows(asked.when, days, asked.period) == expected);
        std::vector<Date> due;
        for (const auto& window : expected) {
            if (asked.period.contains(window.due)) due.push_back(window.due);
        }
        REQUIRE(test::list(calendar::dates(asked.when, days, asked.period)) == test::list(due));
    }
}

TEST_CASE("dates are sorted, unique and within the period, and a period may be cut in two") {
    for (unsigned seed = 5000; seed < 15000; ++seed) {
        CAPTURE(seed);
        const Question asked{seed};
        const calendar::WorkingDays days{asked.settings, asked.calendars};
        const auto all = calendar::dates(asked.when, days, asked.period);
        REQUIRE(std::is_sorted(all.begin(), all.end()));
        REQUIRE(std::adjacent_find(all.begin(), all.end()) == all.end());
        for (const Date date : all) REQUIRE(asked.period.contains(date));

        auto halves = calendar::dates(asked.when, days, {asked.period.from, asked.middle});
        const auto second = calendar::dates(asked.when, days, {asked.middle + Days{1}, asked.period.to});
        halves.insert(halves.end(), second.begin(), second.end());
        REQUIRE(test::list(halves) == test::list(all));

        for (Date day = asked.period.from; day <= std::min(asked.period.to, asked.period.from + Days{20});
             day += Days{1}) {
            const bool named = std::binary_search(all.begin(), all.end(), day);
            REQUIRE(calendar::falls_on(asked.when, days, day) == named);
        }
    }
}

TEST_CASE("working days agree with a plain look through the lists") {
    for (unsigned seed = 20000; seed < 20200; ++seed) {
        CAPTURE(seed);
        const Question asked{seed};
        const calendar::WorkingDays days{asked.settings, asked.calendars};
        const test::Oracle oracle{asked.settings, asked.calendars};
        for (Date day = asked.middle - Days{500}; day <= asked.middle + Days{500}; day += Days{1}) {
            REQUIRE(days.is_workday(day) == oracle.is_workday(day));
            REQUIRE((days.holiday(day) != nullptr) == oracle.is_holiday(day));
        }
    }
}
