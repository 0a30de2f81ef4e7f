// More boundaries of the reception in turn, teamctl-rules(7) example 6 (D13.4).
#include <doctest/doctest.h>

#include "../report/yaml_team.hpp"
#include "rules/work/queue.hpp"

namespace teamctl::test {
namespace {

/// The queue of A B C D.
team::Team reception(const std::string& leave, const Files& days, const std::string& people = {}) {
    Files files{{"teamctl.yaml", "team: t\n"},
                {"roster.yaml", !people.empty() ? people
                                                : "people:\n  - {id: a, name: A}\n  - {id: b, name: B}\n"
                                                  "  - {id: c, name: C}\n  - {id: d, name: D}\n"},
                {"queues/desk.yaml", "{name: 前台, who: all, order: [a, b, c, d]}\n"}};
    if (!leave.empty()) files.emplace_back("leave/2026.yaml", leave);
    for (const auto& [date, who] : days) {
        std::string log;
        int minute = 0;
        for (const char one : who) {
            const auto at = to_string(TimeOfDay{9 * 60 + 5 * minute++});
            log += std::string{"- turn: {queue: desk, who: "} + one + ", at: \"" + at + "\"}\n";
        }
        files.emplace_back("log/" + date.substr(0, 7) + "/" + date + ".yaml", log);
    }
    return team_of(files);
}

std::string next(const team::Team& team, std::string_view now) {
    const auto state = rules::queue_state(team, {0}, moment(now));
    return state.next ? team[state.next].id : "-";
}

TEST_CASE("teamctl-rules(7), example 6: two rounds missed on company business are two turns owed") {
    const std::string away = "- {who: b, from: 2026-11-23, to: 2026-11-23, kind: business}\n";
    const auto with = [&](const std::string& second_day) {
        return reception(away, {{"2026-11-23", "acdacd"}, {"2026-11-24", second_day}});
    };
    const auto state = rules::queue_state(with(""), {0}, moment("2026-11-24T09:00"));
    REQUIRE(state.owed.size() == 2);
    CHECK(state.owed[0].round == 1);
    CHECK(state.owed[1].round == 2);
    CHECK(next(with(""), "2026-11-24T09:00") == "b");
    CHECK(next(with("b"), "2026-11-24T10:00") == "b");
    CHECK(next(with("bb"), "2026-11-24T10:00") == "a");  // round 3
    CHECK(next(with("bba"), "2026-11-24T10:00") == "b");
}

TEST_CASE("teamctl-rules(7), example 6: an owed turn waits while its holder is still away") {
    const std::string away =
        "- {who: b, from: 2026-11-23, to: 2026-11-24, kind: business}\n"
        "- {who: c, from: 2026-11-24, to: 2026-11-24, kind: private}\n";
    const auto team = reception(away, {{"2026-11-23", "acd"}, {"2026-11-24", "a"}});
    const auto state = rules::queue_state(team, {0}, moment("2026-11-24T10:00"));
    CHECK(team[state.next].id == "d");  // B is owed a second one, C loses this one
    CHECK_FALSE(state.next_is_owed);
    CHECK(state.owed.size() == 1);
    REQUIRE(state.passed.size() == 2);
    CHECK(state.passed[0].owed);
    CHECK_FALSE(state.passed[1].owed);
    CHECK(next(team, "2026-11-25T09:00") == "b");
}

TEST_CASE("teamctl-rules(7), example 6: the last of a round away: the next round begins") {
    const auto lost =
        reception("- {who: d, from: 2026-11-23, to: 2026-11-23, kind: private}\n", {{"2026-11-23", "abc"}});
    const auto state = rules::queue_state(lost, {0}, moment("2026-11-23T10:00"));
    CHECK(lost[state.next].id == "a");
    CHECK(state.round == 2);
    // Asking loses nothing: the next day D has the turn of round 1 still.
    CHECK(next(lost, "2026-11-24T09:00") == "d");
    const auto taken =
        reception("- {who: d, from: 2026-11-23, to: 2026-11-23, kind: private}\n", {{"2026-11-23", "abca"}});
    CHECK(next(taken, "2026-11-24T09:00") == "b");
}

TEST_CASE("teamctl-rules(7), example 6: who has left or not yet joined has no turn and is owed none") {
    const std::string people =
        "people:\n  - {id: a, name: A, left: 2026-11-23}\n  - {id: b, name: B}\n  - {id: c, name: C}\n"
        "  - {id: d, name: D, joined: 2026-11-24}\n";
    const auto team = reception({}, {{"2026-11-23", "abc"}}, people);
    CHECK(next(team, "2026-11-23T10:00") == "a");  // round 2: D is not there yet
    CHECK(next(team, "2026-11-24T09:00") == "d");
    const auto later = reception({}, {{"2026-11-23", "abc"}, {"2026-11-24", "d"}}, people);
    CHECK(next(later, "2026-11-24T10:00") == "b");  // A is gone
    CHECK(rules::queue_state(later, {0}, moment("2026-11-24T10:00")).owed.empty());
}

}  // namespace
}  // namespace teamctl::test
