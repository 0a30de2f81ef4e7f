// Weights, whole blocks, and what held of a person on a date.
#include "team/turns.hpp"

#include <doctest/doctest.h>

#include "../support/team_builder.hpp"
#include "team/people.hpp"

namespace teamctl::test {
namespace {

std::string start_of(int days, const char* anchor, const char* date) {
    return to_string(team::block_start({days, day(anchor)}, day(date)));
}

}  // namespace

TEST_CASE("blocks follow one another without a gap, before their anchor as behind it") {
    CHECK(start_of(7, "2026-12-03", "2026-12-03") == "2026-12-03");
    CHECK(start_of(7, "2026-12-03", "2026-12-09") == "2026-12-03");
    CHECK(start_of(7, "2026-12-03", "2026-12-02") == "2026-11-26");
    CHECK(start_of(4, "2026-12-02", "2026-12-31") == "2026-12-30");
    CHECK(start_of(4, "2026-12-02", "2026-11-28") == "2026-11-28");
    CHECK(start_of(14, "2026-01-01", "2025-12-31") == "2025-12-18");
    for (int length = 1; length < 40; ++length) {
        const team::Block block{length, day("2026-12-03")};
        for (Date date = day("2026-09-01"); date < day("2027-03-01"); date += Days{1}) {
            const Date start = team::block_start(block, date);
            CHECK(start <= date);
            CHECK(date - start < Days{length});
            CHECK((start - block.anchor).count() % length == 0);
        }
    }
}

TEST_CASE("a weight is the role's, else the series', and a holiday comes before a weekend") {
    team::Series series;
    team::Role role;
    const Date monday = day("2026-12-07");
    const Date saturday = day("2026-12-05");
    CHECK(team::weight_on(series, role, saturday, true) == 100);
    series.weight = team::Weight{100, 200, {}};
    CHECK(team::weight_on(series, role, monday, false) == 100);
    CHECK(team::weight_on(series, role, saturday, false) == 200);
    CHECK(team::weight_on(series, role, saturday, true) == 200);
    CHECK(team::weight_on(series, role, monday, true) == 100);
    role.weight = team::Weight{50, {}, 300};
    CHECK(team::weight_on(series, role, saturday, false) == 50);
    CHECK(team::weight_on(series, role, saturday, true) == 300);
    CHECK(team::weight_on(series, role, monday, true) == 300);
}

TEST_CASE("what held on a date is the last change up to it, and selectors go by it") {
    TeamBuilder builder;
    const auto one = builder.unit("one");
    const auto two = builder.unit("two");
    const auto eva = builder.person("eva", one);
    auto& person = builder.team.people[0];
    team::Terms later = person.terms;
    later.unit = two;
    person.changes.push_back({day("2026-12-01"), later, {"unit"}, {}});
    later.skills = {"host"};
    later.works = {std::chrono::Monday};
    person.changes.push_back({day("2027-03-01"), later, {"skills", "works"}, {}});
    const auto unit_on = [&](const char* date) { return team::as_of(person, day(date)).unit; };
    CHECK(unit_on("2026-11-30") == one);
    CHECK(unit_on("2026-12-01") == two);
    CHECK(unit_on("2027-03-01") == two);
    team::Selector hosts;
    hosts.skills = {"host"};
    CHECK(!team::selects(builder.team, hosts, eva, day("2027-02-28")));
    CHECK(team::selects(builder.team, hosts, eva, day("2027-03-01")));
    CHECK(team::ever_selects(builder.team, hosts, eva));
    team::Selector both;
    both.skills = {"host"};
    both.units = {one};
    CHECK(!team::ever_selects(builder.team, both, eva));
    CHECK(team::works_on(person, day("2027-02-23")));
    CHECK(!team::works_on(person, day("2027-03-02")));
    CHECK(team::size_of(builder.team, one, day("2026-11-30")) == 1);
    CHECK(team::size_of(builder.team, one, day("2026-12-01")) == 0);
}

}  // namespace teamctl::test
