#include "rules/work/queue.hpp"

#include <doctest/doctest.h>

#include "../report/yaml_team.hpp"

using namespace teamctl;
using rules::PassedOver;

namespace {

constexpr auto roster = R"(people:
  - {id: a, name: A}
  - {id: b, name: B}
  - {id: c, name: C}
  - {id: d, name: D}
)";

/// The queue A B C D with that leave and those turns on 2026-11-23 and after.
team::Team reception(const std::string& leave, const std::vector<std::pair<std::string, std::string>>& days,
                     const std::string& queue = "{name: 前台, who: all, order: [a, b, c, d]}\n") {
    test::Files files{{"teamctl.yaml", "team: t\n"}, {"roster.yaml", roster}, {"queues/desk.yaml", queue}};
    if (!leave.empty()) files.emplace_back("leave/2026.yaml", leave);
    for (const auto& [date, log] : days)
        files.emplace_back("log/" + date.substr(0, 7) + "/" + date + ".yaml", log);
    return test::team_of(files);
}

std::string turn(const std::string& who, const std::string& at) {
    return "- turn: {queue: desk, who: " + who + ", at: \"" + at + "\"}\n";
}

rules::QueueState at(const team::Team& team, std::string_view now) {
    return rules::queue_state(team, {0}, test::moment(now));
}

std::string next(const team::Team& team, std::string_view now) {
    const auto state = at(team, now);
    return state.next ? team[state.next].id : "-";
}

}  // namespace

TEST_CASE("teamctl-rules(7), example 6: arrivals 1 and 2 go to A and B") {
    CHECK(next(reception("", {}), "2026-11-23T09:00") == "a");
    CHECK(next(reception("", {{"2026-11-23", turn("a", "09:00")}}), "2026-11-23T09:01") == "b");
}

TEST_CASE(
    "teamctl-rules(7), example 6: private leave forfeits the turn, business leave is owed and paid first") {
    // C is away on private business on the 23rd, B on company business on the 24th.
    const std::string leave =
        "- {who: c, from: 2026-11-23, to: 2026-11-23, kind: private}\n"
        "- {who: b, from: 2026-11-24, to: 2026-11-24, kind: business}\n";
    const auto first_day = turn("a", "09:00") + turn("b", "09:10");
    auto team = reception(leave, {{"2026-11-23", first_day}});
    auto state = at(team, "2026-11-23T09:20");
    CHECK(team[state.next].id == "d");
    REQUIRE(state.passed.size() == 1);
    CHECK(state.passed[0].why == PassedOver::Why::personal);
    CHECK_FALSE(state.passed[0].owed);

    // Round 2: A takes 4, B is away and owed one, C takes 5.
    const auto second_day = turn("a", "09:00");
    team = reception(leave, {{"2026-11-23", first_day + turn("d", "09:20")}, {"2026-11-24", second_day}});
    state = at(team, "2026-11-24T09:30");
    CHECK(team[state.next].id == "c");
    CHECK(state.round == 2);
    REQUIRE(state.passed.size() == 1);
    CHECK(state.passed[0].owed);

    // B is back: 6 goes to B, 7 to D, then round 3 begins: A, and B again.
    const test::Files log{{"2026-11-23", first_day + turn("d", "09:20")},
                          {"2026-11-24", second_day + turn("c", "09:30")}};
    auto days = log;
    days.emplace_back("2026-11-25", "[]\n");
    team = reception(leave, log);
    state = at(team, "2026-11-25T09:00");
    CHECK(team[state.next].id == "b");
    CHECK(state.next_is_owed);
    days = log;
    days.emplace_back("2026-11-25", turn("b", "09:00"));
    team = reception(leave, days);
    state = at(team, "2026-11-25T09:05");
    CHECK(team[state.next].id == "d");
    CHECK(state.owed.empty());
    days.back().second += turn("d", "09:10");
    CHECK(next(reception(leave, days), "2026-11-25T09:20") == "a");
    CHECK(at(reception(leave, days), "2026-11-25T09:20").round == 3);
    days.back().second += turn("a", "09:20");
    CHECK(next(reception(leave, days), "2026-11-25T09:30") == "b");
}

TEST_CASE("teamctl-rules(7), example 6: the queue follows the records, not the prediction") {
    // B took the first customer though A was there: A keeps the turn of the round.
    auto team = reception("", {{"2026-11-23", turn("b", "09:00")}});
    CHECK(next(team, "2026-11-23T10:00") == "a");
    CHECK(at(team, "2026-11-23T10:00").taken[0].out_of_turn);
    team = reception("", {{"2026-11-23", turn("b", "09:00") + turn("a", "09:10")}});
    CHECK(next(team, "2026-11-23T10:00") == "c");
    // A took two: the second was A's turn of round 2.
    team = reception("", {{"2026-11-23", turn("a", "09:00") + turn("a", "09:05") + turn("b", "09:10") +
                                             turn("c", "09:20") + turn("d", "09:30")}});
    CHECK(next(team, "2026-11-23T10:00") == "b");
    CHECK(at(team, "2026-11-23T10:00").round == 2);
}

TEST_CASE("teamctl-rules(7), example 6: a record of somebody on leave counts, for they were there") {
    const auto team = reception("- {who: a, from: 2026-11-23, to: 2026-11-23, kind: private}\n",
                                {{"2026-11-23", turn("a", "09:00")}});
    CHECK_FALSE(at(team, "2026-11-23T10:00").taken[0].out_of_turn);
    CHECK(next(team, "2026-11-23T10:00") == "b");
}

TEST_CASE("teamctl-rules(7), example 6: of two owed turns the older goes first, and both are paid") {
    const std::string leave =
        "- {who: a, from: 2026-11-23, to: 2026-11-23, kind: business}\n"
        "- {who: b, from: 2026-11-24, to: 2026-11-24, kind: business}\n";
    const auto team =
        reception(leave, {{"2026-11-23", turn("b", "09:00") + turn("c", "09:10") + turn("d", "09:20")},
                          {"2026-11-24", turn("a", "09:00") + turn("a", "09:10") + turn("c", "09:20")}});
    // On the 24th A paid the owed turn of round 1, then took the one of round 2; B was passed over.
    const auto state = at(team, "2026-11-25T09:00");
    CHECK(state.taken[3].owed);
    REQUIRE(state.owed.size() == 1);
    CHECK(team[state.owed[0].who].id == "b");
    CHECK(team[state.next].id == "b");
}

TEST_CASE("teamctl-rules(7), example 6: half a day of leave counts from its first to its last minute") {
    const auto team =
        reception("- {who: a, from: 2026-11-23, to: 2026-11-23, kind: private, half: am}\n", {});
    CHECK(next(team, "2026-11-23T11:59") == "b");
    CHECK(next(team, "2026-11-23T12:00") == "a");
}

TEST_CASE(
    "teamctl-rules(7), example 6: out on a visit is company business until the minute of coming back "
    "(D13.4)") {
    const auto team =
        reception("", {{"2026-11-23", "- visit: {who: a, client: X, out: \"10:00\", back: \"11:00\"}\n"}});
    CHECK(next(team, "2026-11-23T09:59") == "a");
    CHECK(next(team, "2026-11-23T10:00") == "b");
    CHECK(at(team, "2026-11-23T10:30").passed[0].owed);
    CHECK(next(team, "2026-11-23T11:00") == "a");
}

TEST_CASE("teamctl-rules(7), example 6: nobody there, nobody next; and nothing is lost by asking") {
    const std::string leave =
        "- {who: a, from: 2026-11-23, to: 2026-11-23, kind: private}\n"
        "- {who: b, from: 2026-11-23, to: 2026-11-23, kind: sick}\n"
        "- {who: c, from: 2026-11-23, to: 2026-11-23, kind: annual}\n"
        "- {who: d, from: 2026-11-23, to: 2026-11-23, kind: private}\n";
    const auto team = reception(leave, {});
    CHECK(next(team, "2026-11-23T10:00") == "-");
    CHECK(next(team, "2026-11-24T10:00") == "a");
}

TEST_CASE("teamctl-rules(7), example 6: the order is that of the file, then that of the roster") {
    const auto team = reception("", {}, "{name: 前台, who: {people: [a, b, d]}, order: [d]}\n");
    const auto order = rules::queue_order(team, team.queues[0]);
    REQUIRE(order.size() == 3);
    CHECK(team[order[0]].id == "d");
    CHECK(team[order[1]].id == "a");
    CHECK(team[order[2]].id == "b");
}
