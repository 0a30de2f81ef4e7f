#include <doctest/doctest.h>

#include "china_2026.hpp"

using namespace teamctl;
using calendar::Occurrence;
using team::Every;
using team::When;
using test::period;

namespace {

When at(Every every, const char* start, int minutes, const char* zone = "") {
    When when;
    when.every = every;
    when.start = parse_time(start);
    when.minutes = minutes;
    when.timezone = zone;
    return when;
}

team::Team team_with(std::vector<std::pair<const char*, When>> list) {
    team::Team team;
    team.calendars = {test::china_2026()};
    for (auto& [id, when] : list) {
        team.series.emplace_back();
        team.series.back().id = id;
        team.series.back().when = std::move(when);
    }
    return team;
}

/// `11-24 09:00-09:20 a (11-23)`: the series' own date where it differs.
std::string shown(const team::Team& team, const std::vector<Occurrence>& list) {
    std::string text;
    for (const auto& one : list) {
        if (!text.empty()) text += ", ";
        text += to_string(one.date).substr(5);
        if (one.start) text += " " + to_string(*one.start);
        if (one.end) text += "-" + to_string(*one.end);
        text += " " + team[one.series].id;
        if (one.local_date != one.date) text += " (" + to_string(one.local_date).substr(5) + ")";
    }
    return text;
}

std::string occurrences(const team::Team& team, const char* in) {
    return shown(team, calendar::occurrences(team, calendar::WorkingDays{team}, period(in)));
}

}  // namespace

TEST_CASE("occurrences stand by date, start and id; whole days first") {
    When whole;
    whole.every = Every::workday;
    const auto team = team_with({{"b", at(Every::workday, "09:00", 20)},
                                 {"a", at(Every::workday, "09:00", 0)},
                                 {"early", at(Every::workday, "08:00", 30)},
                                 {"z", whole}});
    CHECK(occurrences(team, "2026-11-27..2026-11-29") ==
          "11-27 z, 11-27 08:00-08:30 early, 11-27 09:00 a, 11-27 09:00-09:20 b");
    CHECK(shown(team, calendar::occurrences(team, calendar::WorkingDays{team}, team::SeriesId{2},
                                            period("2026-11-27"))) == "11-27 08:00-08:30 early");
}

TEST_CASE("an end past midnight is a time of the next day; midnight itself is 24:00") {
    const auto team =
        team_with({{"night", at(Every::day, "20:00", 12 * 60)}, {"late", at(Every::day, "23:30", 30)}});
    CHECK(occurrences(team, "2026-11-27") == "11-27 20:00-08:00 night, 11-27 23:30-24:00 late");
}

TEST_CASE("a series with its own zone is held on the team's date and clock") {
    auto call = at(Every::week, "20:30", 60, "America/New_York");
    call.weekdays = {std::chrono::Thursday};
    const auto team = team_with({{"call", call}});
    // Thursday evening there is Friday morning here; an hour later in winter.
    CHECK(occurrences(team, "2026-10-30..2026-11-06") ==
          "10-30 08:30-09:30 call (10-29), 11-06 09:30-10:30 call (11-05)");
    CHECK(occurrences(team, "2026-11-05").empty());
    CHECK(occurrences(team, "2026-11-06") == "11-06 09:30-10:30 call (11-05)");
    // The first of the month belongs to the team's month.
    CHECK(occurrences(team, "2027-01-01") == "01-01 09:30-10:30 call (12-31)");
    const calendar::WorkingDays days{team};
    const auto one = calendar::occurrences(team, days, period("2026-11-06"));
    REQUIRE(one.size() == 1);
    const auto span = calendar::time_span(team, one[0]);
    REQUIRE(span);
    CHECK(calendar::rfc3339(span->start, "Asia/Shanghai") == "2026-11-06T09:30:00+08:00");
    CHECK(calendar::rfc3339(*span->end, "America/New_York") == "2026-11-05T21:30:00-05:00");
}

TEST_CASE("a clock change moves what falls into the gap, and tells doubled hours apart") {
    auto team = team_with({{"a", at(Every::day, "02:30", 60)},
                           {"b", at(Every::day, "05:30", 60, "UTC")},
                           {"c", at(Every::day, "06:30", 60, "UTC")}});
    team.settings.timezone = "America/New_York";
    CHECK(occurrences(team, "2026-03-08") == "03-08 00:30-01:30 b, 03-08 01:30-03:30 c, 03-08 03:30-04:30 a");
    const calendar::WorkingDays days{team};
    const auto list = calendar::occurrences(team, days, period("2026-11-01"));
    REQUIRE(list.size() == 3);
    CHECK(calendar::rfc3339(calendar::time_span(team, list[0])->start, "America/New_York") ==
          "2026-11-01T01:30:00-04:00");
    CHECK(calendar::rfc3339(calendar::time_span(team, list[1])->start, "America/New_York") ==
          "2026-11-01T01:30:00-05:00");
}

TEST_CASE("whole days have no zone, and an unknown zone leaves the clock as written") {
    When whole;
    whole.every = Every::workday;
    whole.timezone = "Pacific/Apia";
    auto team = team_with({{"whole", whole}, {"mars", at(Every::workday, "09:00", 20, "Mars/Olympus")}});
    CHECK(occurrences(team, "2026-11-27") == "11-27 whole, 11-27 09:00 mars");
    CHECK_FALSE(calendar::time_span(team, {{0}, make_date(2026, 11, 27), {}, {}, make_date(2026, 11, 27)}));
}

TEST_CASE("what a series of another zone leaves out and puts in are dates of the team") {
    auto team = team_with({{"ny", at(Every::day, "16:00", 60, "America/New_York")}});
    team.settings.timezone = "Asia/Tokyo";
    auto& when = team.series[0].when;
    when.every = Every::week;
    when.weekdays = {std::chrono::Monday};
    when.except = {make_date(2026, 11, 24), make_date(2026, 11, 30)};
    when.also = {make_date(2026, 11, 26), make_date(2026, 12, 1)};
    CHECK(occurrences(team, "2026-11-16..2026-12-02") ==
          "11-17 06:00-07:00 ny (11-16), 11-26 06:00-07:00 ny (11-25), 12-01 06:00-07:00 ny (11-30)");
    CHECK(occurrences(team, "2026-11-26") == "11-26 06:00-07:00 ny (11-25)");
    const calendar::WorkingDays days{team};
    CHECK(calendar::idle_exceptions(team, days, {0}) == std::vector{make_date(2026, 11, 30)});
}

TEST_CASE("two starts on one date of the team are one occurrence, and the second is told of") {
    auto team = team_with({{"sync", at(Every::day, "18:30", 30, "America/New_York")}});
    team.settings.timezone = "Europe/Berlin";
    CHECK(occurrences(team, "2026-03-07..2026-03-09") ==
          "03-07 00:30-01:00 sync (03-06), 03-08 00:30-01:00 sync (03-07), 03-09 23:30-24:00 sync");
    const calendar::WorkingDays days{team};
    const auto twice = calendar::second_starts(team, days, period("2026-01-01..2026-12-31"));
    REQUIRE(twice.size() == 2);
    CHECK(shown(team, {twice[0].first, twice[0].second}) ==
          "03-08 00:30-01:00 sync (03-07), 03-08 23:30-24:00 sync");
    team.series[0].when.timezone.clear();
    CHECK(calendar::second_starts(team, days, period("2026-01-01..2026-12-31")).empty());
}
