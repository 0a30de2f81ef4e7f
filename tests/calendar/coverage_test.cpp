// From November on it is said that the next year has no calendar.
#include "calendar/coverage.hpp"

#include <doctest/doctest.h>

#include "../support/values.hpp"

namespace teamctl::test {

TEST_CASE("a calendar reaches into the next year by what it covers, else by the days it names") {
    team::Team team;
    const auto missing = [&](const char* today) {
        return calendar::year_without_calendar(team, day(today)).value_or(0);
    };
    CHECK(missing("2026-11-01") == 0);  // a team that uses none
    team.calendars.emplace_back().covers = std::pair{day("2020-01-01"), day("2026-12-31")};
    CHECK(missing("2026-10-31") == 0);
    CHECK(missing("2026-11-01") == 2027);
    CHECK(missing("2026-12-31") == 2027);
    CHECK(missing("2027-01-01") == 0);
    team.calendars.front().covers->second = day("2027-03-31");
    CHECK(missing("2026-11-01") == 2027);
    team.calendars.front().covers->second = day("2027-12-31");
    CHECK(missing("2026-11-01") == 0);
    team.calendars.front().covers.reset();
    CHECK(missing("2026-11-01") == 2027);
    team.calendars.front().holidays.push_back({day("2026-12-30"), day("2027-01-01"), "元旦", {}});
    CHECK(missing("2026-11-01") == 0);
}

}  // namespace teamctl::test
