// What a question needs of the past, by the rules of the team.
#include "rules/look_back.hpp"

#include <doctest/doctest.h>

#include "../support/team_builder.hpp"

using namespace teamctl;
using test::day;

namespace {

Period month_of_text(std::string_view text) {
    return month_period(*parse_month(text));
}

/// The first day whose records `summary` of a month needs as they stand.
Date stands_from(const team::Team& team, std::string_view asked, std::string_view today) {
    return *rules::look_back(team, month_of_text(asked), month_of_text(asked), day(today)).stands_from;
}

team::DeadlineRule deadline(team::Resets resets, team::SeriesId except_duty = {}) {
    team::DeadlineRule made;
    made.resets = resets;
    made.except_duty = except_duty;
    return made;
}

}  // namespace

TEST_SUITE_BEGIN("look_back");

TEST_CASE("two months before the period compared with, from the first of a month") {
    const team::Team team;
    CHECK(stands_from(team, "2026-11", "2026-11-24") == day("2026-07-01"));
    // A question about what is to come looks back from today.
    CHECK(stands_from(team, "2027-06", "2026-11-24") == day("2026-09-01"));
}

TEST_CASE("targets, awards and deadlines that are judged reach back further") {
    team::Team team;
    team.targets.push_back({year_period(2026), "points", 1, {}, {}, {}, {}, {}});
    CHECK(stands_from(team, "2026-11", "2026-11-24") == day("2026-01-01"));
    team.targets.front().period = year_period(2025);  // over: nobody asks
    CHECK(stands_from(team, "2026-11", "2026-11-24") == day("2026-07-01"));
    team.awards.emplace_back().every = Period::Unit::year;
    CHECK(stands_from(team, "2026-11", "2026-11-24") == day("2025-01-01"));
    team.awards.clear();
    team.rules.deadlines = {deadline(team::Resets::quarter)};
    CHECK(stands_from(team, "2026-09", "2026-11-24") == day("2026-04-01"));
    team.rules.deadlines = {deadline(team::Resets::year)};
    CHECK(stands_from(team, "2026-11", "2026-11-24") == day("2026-01-01"));
    team.rules.deadlines = {deadline(team::Resets::never)};  // what never begins again is carried
    CHECK(stands_from(team, "2026-11", "2026-11-24") == day("2026-07-01"));
}

TEST_CASE("who is on duty is known for all days that are judged") {
    test::TeamBuilder builder;
    const auto rota = builder.meeting("duty");
    auto& team = builder.team;
    const auto need = [&] {
        return rules::look_back(team, month_of_text("2026-11"), month_of_text("2026-11"), day("2026-11-24"));
    };
    team.rules.deadlines = {deadline(team::Resets::month)};
    CHECK(need().plans->from == day("2026-11-01"));
    team.rules.deadlines = {deadline(team::Resets::month, rota)};
    CHECK(need().plans->from == day("2026-07-01"));
    CHECK_FALSE(need().plans_with_records);
    team.rules.deadlines = {deadline(team::Resets::never, rota)};
    CHECK(need().plans_with_records);
}

TEST_CASE("a closing is made of what a question about its month needs, and of no closing of its own month") {
    const team::Team team;
    const auto need = rules::closing_need(team, *parse_month("2026-11"));
    CHECK(*need.stands_from == day("2026-11-01"));
    CHECK(*need.closed_before == day("2026-11-01"));
    CHECK(need.records->to == day("2026-11-30"));
    CHECK(need.records->from == store::always().from);
}

TEST_SUITE_END();
