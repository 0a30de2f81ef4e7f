// More boundaries of teamctl-rules(7) where people and money meet, under the number of their example.
#include <doctest/doctest.h>

#include "../support/team_builder.hpp"
#include "rules/figures/awards.hpp"
#include "rules/figures/standings.hpp"

namespace teamctl::test {
namespace {

using team::PersonId;

/// Three people, a morning meeting, and the fines of teamctl-rules(7).
struct Floor {
    TeamBuilder builder;
    People people{builder.person("a"), builder.person("b"), builder.person("c")};
    team::SeriesId morning = builder.meeting("morning");

    Floor() {
        builder.team.rules.attendance = {{"absent", {"absent"}, yuan("300"), 0, {}},
                                         {"late", {"late", "left_early"}, yuan("100"), 0, {}}};
    }
    void attendance(std::string_view date, std::string_view status, const People& who,
                    team::SeriesId meeting = {0}) {
        builder.record("attendance", date, {{"meeting", meeting}, {status, who}});
    }
    void spend(std::string_view date, std::string_view amount) {
        builder.record("fund", date, {{"amount", yuan(amount)}, {"for", text("x")}});
    }
    std::string fines(std::string_view period, const rules::Subject& subject = {}) const {
        return Desk{builder, period}.shown("fines", subject);
    }
};

TEST_CASE(
    "teamctl-rules(7), example 2: each meeting of a day, each rule and each status brings its own fine") {
    Floor made;
    const auto [a, b, c] = std::tuple{made.people[0], made.people[1], made.people[2]};
    SUBCASE("absent twice on one day") {
        const auto evening = made.builder.meeting("evening");
        made.builder.team.series[1].when.start = clock("17:30");
        made.attendance("2026-11-02", "absent", {a});
        made.attendance("2026-11-02", "absent", {a}, evening);
        CHECK(made.fines("2026-11-02", {a, {}}) == "600.00");
    }
    SUBCASE("two rules on one status add up, and points come with them") {
        made.builder.team.rules.attendance.push_back({"late-too", {"late"}, yuan("0.50"), -3, {}});
        made.attendance("2026-11-02", "late", {a});
        CHECK(made.fines("2026-11-02", {a, {}}) == "100.50");
        CHECK(Desk{made.builder, "2026-11-02"}.count("points", a) == -3);
    }
    SUBCASE("a rule on other records fines into the same fund") {
        made.builder.team.rules.records = {{"slip", "mistake", {}, 0, yuan("50"), {}}};
        made.builder.team.rules.records[0].who.all = true;
        made.builder.record("mistake", "2026-11-02", {{"who", b}, {"kind", text("operating")}});
        made.attendance("2026-11-02", "absent", {c});
        const Desk desk{made.builder, "2026-11"};
        CHECK(desk.shown("fines") == "350.00");
        CHECK(to_string(desk.books().fund().from_fines) == "350.00");
    }
}

TEST_CASE("teamctl-rules(7), example 2: who was not expected is not fined") {
    Floor made;
    const auto a = made.people[0];
    made.attendance("2026-11-03", "absent", {a});
    CHECK(made.fines("2026-11") == "300.00");
    SUBCASE("gone the day before") {
        made.builder.team.people[0].left = day("2026-11-02");
        CHECK(made.fines("2026-11") == "0.00");
    }
    SUBCASE("there from the next day on") {
        made.builder.team.people[0].joined = day("2026-11-04");
        CHECK(made.fines("2026-11") == "0.00");
    }
    SUBCASE("a weekday the person does not work: 3 November 2026 is a Tuesday") {
        made.builder.team.people[0].terms.works = {std::chrono::Monday, std::chrono::Wednesday};
        CHECK(made.fines("2026-11") == "0.00");
    }
    SUBCASE("on leave in the afternoon, after the meeting: fined all the same") {
        made.builder.leave(a, "2026-11-03", "2026-11-03", team::Half::pm);
        CHECK(made.fines("2026-11") == "300.00");
    }
    SUBCASE("somebody whom `attend` does not name") {
        made.builder.team.series[0].attend.all = false;
        made.builder.team.series[0].attend.list = true;
        made.builder.team.series[0].attend.people = {made.people[1]};
        CHECK(made.fines("2026-11") == "0.00");
    }
}

TEST_CASE("teamctl-rules(7), example 2: the fund at the edge of a day, a month and its last fen") {
    Floor made;
    made.spend("2026-10-30", "1000");
    made.attendance("2026-10-30", "late", {made.people[0]});
    made.attendance("2026-11-02", "absent", {made.people[1]});
    made.spend("2026-11-02", "-1400.00");
    const auto fund = [&](const char* period) { return Desk{made.builder, period}.books().fund(); };
    CHECK(to_string(fund("2026-10").balance) == "1100.00");
    CHECK(to_string(fund("2026-11").opening) == "1100.00");
    CHECK(to_string(fund("2026-11").balance) == "0.00");
    CHECK_FALSE(fund("2026-11").moves.back().overdrawn());
    CHECK(to_string(fund("2026-12").opening) == "0.00");
    CHECK(to_string(fund("2026-Q4").opening) == "0.00");
    made.spend("2026-11-02", "-0.01");  // the second expense of the day, by the order of the file
    CHECK(fund("2026-11").moves.back().overdrawn());
    CHECK_FALSE(fund("2026-11").moves[1].overdrawn());
    // The fine of tomorrow does not pay for today.
    made.attendance("2026-11-03", "absent", {made.people[1]});
    CHECK(fund("2026-11").moves[2].overdrawn());
    CHECK(to_string(fund("2026-11").balance) == "299.99");
}

/// What became of each candidate: `a+0` wins the first prize, `b~0` is tied for it, `c.` may win, `dx` may
/// not.
std::string result(TeamBuilder builder, const team::Award& award, std::string_view period = "2026-11") {
    builder.team.awards = {award};
    const Desk desk{std::move(builder), period};
    using State = rules::Candidate::State;
    std::string shown;
    for (const auto& one : rules::award_result(desk.figures(), {0}).candidates) {
        if (!shown.empty()) shown += ' ';
        shown += desk.team()[one.who].id;
        if (one.state == State::eligible) shown += '.';
        if (one.state == State::not_eligible) shown += 'x';
        if (one.prize) shown += (one.state == State::winner ? '+' : '~') + std::to_string(*one.prize);
    }
    return shown;
}

team::Award best(std::string metric) {
    team::Award award;
    award.id = "star";
    award.name = "之星";
    award.who.all = true;
    award.best = std::move(metric);
    award.places = {1};
    return award;
}

TEST_CASE("teamctl-rules(7), example 10: who reached nothing wins nothing, unless less is better") {
    Floor made;
    const auto sale = [&](std::size_t who, const char* amount) {
        made.builder.record(
            "deal", "2026-11-02",
            {{"id", text("d" + std::to_string(who))}, {"who", made.people[who]}, {"amount", yuan(amount)}});
    };
    CHECK(result(made.builder, best("sales")) == "a. b. c.");
    CHECK(result(made.builder, best("points")) == "a. b. c.");
    CHECK(result(made.builder, best("mistakes")) == "a~0 b~0 c~0");
    auto two = best("sales");
    two.places = {1, 2};
    sale(1, "0.01");
    CHECK(result(made.builder, best("sales")) == "b+0 a. c.");
    CHECK(result(made.builder, two) == "b+0 a. c.");  // the second prize stays with the team
    sale(2, "0.01");
    CHECK(result(made.builder, two) == "b~0 c~0 a.");
}

TEST_CASE("teamctl-rules(7), example 10: points below zero win nothing, and every requirement has to hold") {
    Floor made;
    const auto points = [&](std::size_t who, std::int64_t count) {
        made.builder.record("points", "2026-11-02",
                            {{"who", made.people[who]}, {"points", count}, {"reason", text("…")}});
    };
    points(0, -1);
    points(1, -2);
    CHECK(result(made.builder, best("points")) == "c. a. b.");
    points(0, 6);
    points(1, 9);
    CHECK(result(made.builder, best("points")) == "b+0 a. c.");
    auto strict = best("points");
    strict.require = {{"late", "=", {0, 1}, "late = 0", {}}, {"points", ">=", {5, 1}, "points >= 5", {}}};
    CHECK(result(made.builder, strict) == "b+0 a. cx");
    made.attendance("2026-11-03", "late", {made.people[1]});
    CHECK(result(made.builder, strict) == "a+0 bx cx");
}

TEST_CASE("teamctl-rules(7), example 10: what counts is the period of the award, to its last day") {
    Floor made;
    const auto suggest = [&](const char* id, std::size_t who, const char* date, const char* accepted) {
        made.builder.record("suggestion", date,
                            {{"id", text(id)}, {"who", made.people[who]}, {"text", text("…")}});
        made.builder.record("suggestion_accepted", accepted, {{"id", text(id)}});
    };
    suggest("s1", 0, "2026-10-31", "2026-11-01");
    suggest("s2", 1, "2026-11-01", "2026-11-30");
    suggest("s3", 2, "2026-11-30", "2026-12-01");
    CHECK(result(made.builder, best("suggestions_accepted")) == "a~0 b~0 c.");
    CHECK(result(made.builder, best("suggestions_accepted"), "2026-12") == "c+0 a. b.");
    // Nominated a day too late.
    auto bee = best("");
    bee.nominated = true;
    made.builder.record("nomination", "2026-12-01",
                        {{"award", team::AwardId{0}},
                         {"who", made.people[0]},
                         {"reason", text("勤快")},
                         {"example", text("加班")}});
    CHECK(result(made.builder, bee) == "ax bx cx");
    CHECK(result(made.builder, bee, "2026-12") == "a+0 bx cx");
}

TEST_CASE(
    "teamctl-rules(7), example 15: a fen of sales or a point decides the last place, and equals share "
    "it") {
    Floor made;
    const auto order = [&](std::string_view by = "points", const rules::Subject& subject = {}) {
        const Desk desk{made.builder, "2026-11"};
        std::string shown;
        for (const auto& one : rules::standings(desk.figures(), subject, by))
            shown += desk.team()[one.who].id + (one.last ? "!" : "");
        return shown;
    };
    const auto deal = [&](const char* id, std::size_t who, const char* amount) {
        made.builder.record("deal", "2026-11-02",
                            {{"id", text(id)}, {"who", made.people[who]}, {"amount", yuan(amount)}});
    };
    deal("d1", 0, "99.99");
    deal("d2", 1, "100.00");
    deal("d3", 2, "100.00");
    CHECK(order() == "bca!");
    deal("d4", 0, "0.01");
    CHECK(order() == "abc");
    SUBCASE("a refund takes nothing from sales") {
        made.builder.record("refund", "2026-11-03",
                            {{"who", made.people[0]}, {"deal", text("d1")}, {"amount", yuan("99.99")}});
        CHECK(order() == "abc");
        CHECK(order("refunds") == "bca!");  // less is better
    }
    SUBCASE("a point goes before any sales") {
        made.builder.record("points", "2026-11-30",
                            {{"who", made.people[2]}, {"points", std::int64_t{1}}, {"reason", text("…")}});
        CHECK(order() == "ca!b!");
    }
    SUBCASE("who was there for a day of the period stands, and one alone is not last") {
        made.builder.team.people[0].left = day("2026-11-01");
        made.builder.team.people[1].joined = day("2026-11-30");
        CHECK(order() == "abc");  // all sold 100.00: nobody stands before another
        made.builder.team.people[0].left = day("2026-10-31");
        made.builder.team.people[1].joined = day("2026-12-01");
        CHECK(order() == "c");
    }
    SUBCASE("of one unit") {
        const auto unit = made.builder.unit("u");
        made.builder.team.people[1].terms.unit = unit;
        made.builder.team.people[2].terms.unit = unit;
        CHECK(order("points", {{}, unit}) == "bc");
    }
}

}  // namespace
}  // namespace teamctl::test
