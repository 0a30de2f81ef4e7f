// Yesterday is judged by yesterday's roster (teamctl-files(5), Changes).
#include <doctest/doctest.h>

#include "../support/team_builder.hpp"
#include "rules/figures/standings.hpp"
#include "team/people.hpp"

namespace teamctl::test {
namespace {

team::FieldValue yuan(const char* amount) {
    return *parse_money(amount);
}

struct Moved {
    Moved() {
        ann = builder.person("ann", one);
        bob = builder.person("bob", two);
        for (const auto& [date, amount] : {std::pair{"2026-11-10", "100.00"}, {"2026-11-20", "7.00"}})
            sale(ann, date, amount);
        sale(bob, "2026-11-12", "30.00");
    }
    void sale(team::PersonId who, const char* date, const char* amount) {
        builder.record("deal", date,
                       {{"id", text("d" + std::to_string(++deals))}, {"who", who}, {"amount", yuan(amount)}});
    }
    /// Ann is in unit `to` from that day on.
    void move(const char* date, team::UnitId to) {
        auto& person = builder.team.people[0];
        team::Change change{day(date), person.terms, {"unit"}, {}};
        change.terms.unit = to;
        person.changes.push_back(std::move(change));
    }

    TeamBuilder builder;
    team::UnitId one = builder.unit("one");
    team::UnitId two = builder.unit("two");
    team::PersonId ann;
    team::PersonId bob;
    int deals = 0;
};

}  // namespace

TEST_CASE("a unit has what was done in it, though its people go on to another in mid-month") {
    Moved made;
    made.move("2026-11-15", made.two);
    const Desk desk{made.builder, "2026-11"};
    CHECK(desk.shown("sales", {{}, made.one}) == "100.00");
    CHECK(desk.shown("sales", {{}, made.two}) == "37.00");
    CHECK(desk.shown("sales", {made.ann, {}}) == "107.00");
    CHECK(desk.shown("sales", {made.ann, made.two}) == "7.00");
    CHECK(desk.shown("sales", {made.bob, made.one}) == "0.00");
    CHECK(desk.shown("sales") == "137.00");
    // What is owed stands in the books of the unit where the person is at the end.
    CHECK(desk.shown("receivables", {{}, made.one}) == "0.00");
    CHECK(desk.shown("receivables", {{}, made.two}) == "137.00");
    for (const auto unit : {made.one, made.two}) {
        const auto& metric = desk.figures().metric("sales");
        const auto figure = desk.figures().figure(metric, {{}, unit});
        CHECK(figure.value == desk.value("sales", {{}, unit}));
    }
}

TEST_CASE("a month that is over does not change with what is written for the next") {
    Moved before;
    Moved after;
    after.move("2026-12-01", after.two);
    const Desk plain{before.builder, "2026-11"};
    const Desk changed{after.builder, "2026-11"};
    for (const auto& metric : plain.figures().catalogue()) {
        for (const rules::Subject subject :
             {rules::Subject{}, {{}, before.one}, {{}, before.two}, {before.ann, {}}}) {
            const auto shown = plain.shown(metric.name, subject);
            const bool same = shown == changed.shown(metric.name, subject);
            CHECK_MESSAGE(same, metric.name);
        }
    }
    const auto ranked = rules::standings(changed.figures(), {{}, after.two}, "sales");
    CHECK(ranked.size() == 1);
}

TEST_CASE("whoever was in a unit for a part of the month is ranked in it by that part") {
    Moved made;
    made.move("2026-11-15", made.two);
    const Desk desk{made.builder, "2026-11"};
    const auto ranked = rules::standings(desk.figures(), {{}, made.two}, "sales");
    REQUIRE(ranked.size() == 2);
    CHECK(ranked[0].who == made.bob);
    CHECK(std::get<Money>(ranked[1].value) == Money{700});
}

TEST_CASE("who is meant by an attendance or a deadline is decided by its own day") {
    Moved made;
    const auto weekly = made.builder.meeting("weekly");
    auto& series = made.builder.team.series[0];
    series.attend = {};
    series.attend.units = {made.two};
    made.builder.record("attendance", "2026-11-12", {{"meeting", weekly}});
    made.builder.record("attendance", "2026-11-16", {{"meeting", weekly}});
    made.move("2026-11-15", made.two);
    const Desk desk{made.builder, "2026-11"};
    CHECK(desk.shown("attendance_rate", {made.ann, {}}) == "1/1");
    const auto& rate = desk.figures().metric("attendance_rate");
    CHECK(desk.figures().figure(rate, {}).evidence.size() == 3);
}

}  // namespace teamctl::test
