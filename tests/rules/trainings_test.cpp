// The training plan: which record fulfils what, who came, what waits (D17.4).
#include "rules/people/trainings.hpp"

#include <doctest/doctest.h>

#include "../report/yaml_team.hpp"
#include "../support/found.hpp"
#include "check/findings.hpp"

using namespace teamctl;
using test::moment;

namespace {

using Logs = std::vector<std::pair<std::string, std::string>>;

test::Files planned_files(const std::string& plan, const Logs& logs = {}) {
    test::Files all{
        {"roster.yaml",
         "people:\n  - {id: li, name: 李强}\n  - {id: wang, name: 王丽}\n"
         "  - {id: zhao, name: 赵敏, joined: 2026-11-16}\n  - {id: sun, name: 孙一, left: 2026-11-05}\n"},
        {"trainings.yaml", plan},
        {"log/2026-10/2026-10-01.yaml", "- note: {text: 开张}\n"}};
    for (const auto& [date, text] : logs)
        all.emplace_back("log/" + date.substr(0, 7) + "/" + date + ".yaml", text);
    return all;
}

/// `topic due held attended/expected`, one a line.
std::string shown(const test::Files& team_files, std::string_view period,
                  std::string_view now = "2026-12-31") {
    const auto team = test::team_of(team_files);
    const calendar::WorkingDays days{team};
    std::string lines;
    for (const auto& state :
         rules::trainings({team, days, moment(now)}, *parse_period(period, moment(now).date))) {
        lines += state.plan->topic + " " + to_string(state.due()).substr(5);
        for (const auto* record : state.held) lines += " " + to_string(record->date).substr(5);
        lines +=
            " " + std::to_string(state.attended.size()) + "/" + std::to_string(state.expected.size()) + "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("a record fulfils the training of its topic or id; who is expected depends on the day") {
    const std::string plan =
        "- {id: fire, topic: 消防, on: 2026-11-04, by: li}\n- {topic: 急救, on: 2026-11, who: [wang, "
        "zhao]}\n";
    CHECK(shown(planned_files(plan), "2026-11") == "消防 11-04 0/2\n急救 11-30 0/2\n");
    const Logs held{{"2026-11-04", "- training: {topic: fire, by: li, attend: [wang]}\n"},
                    {"2026-11-20", "- training: {topic: 急救, by: wang, attend: [zhao, li]}\n"}};
    // Wang gives the second one; Li was not asked to come.
    CHECK(shown(planned_files(plan, held), "2026-11") == "消防 11-04 11-04 1/2\n急救 11-30 11-20 1/1\n");
    CHECK(shown(planned_files(plan, held), "2026-11", "2026-11-10") ==
          "消防 11-04 11-04 1/2\n急救 11-30 0/2\n");
    // Held a second time for those who could not come.
    auto twice = held;
    twice.emplace_back("2026-11-06", "- training: {topic: 消防, by: li, attend: all}\n");
    CHECK(shown(planned_files(plan, twice), "2026-11-04") == "消防 11-04 11-04 11-06 1/2\n");
}

TEST_CASE("of several trainings of one topic the nearest in time is meant") {
    const std::string plan =
        "- {topic: 消防, on: 2026-03}\n- {topic: 消防, on: 2026-09}\n- {topic: 消防, on: 2027-03}\n";
    const auto due = [&](const std::string& date) {
        const auto team =
            test::team_of(planned_files(plan, {{date, "- training: {topic: 消防, attend: [li]}\n"}}));
        const auto* planned = rules::planned_for(
            team, team.records.back().is("training") ? team.records.back() : team.records.front());
        return planned != nullptr ? to_string(planned->on) : std::string{};
    };
    CHECK(due("2026-03-31") == "2026-03");
    CHECK(due("2026-01-29") == "2026-03");
    CHECK(due("2026-01-28").empty());  // more than a month before: another year's
    CHECK(due("2026-07-31") == "2026-03");
    CHECK(due("2026-08-01") == "2026-09");
    CHECK(due("2028-03-31") == "2027-03");
    CHECK(due("2028-04-02").empty());
}

TEST_CASE("what was not held waits on, but not from before the first record nor for ever") {
    const std::string plan =
        "- {topic: a, on: 2026-09-30}\n- {topic: b, on: 2026-10-01}\n- {topic: c, on: 2026-Q4}\n";
    CHECK(shown(planned_files(plan), "2026-11") == "b 10-01 0/3\n");
    CHECK(shown(planned_files(plan), "2027-10-02", "2027-10-02") == "b 10-01 0/3\nc 12-31 0/3\n");
    CHECK(shown(planned_files(plan), "2027-10-03", "2027-10-03") == "c 12-31 0/3\n");
    // Held late, it belongs to the period it was held in as well.
    const auto late = planned_files(plan, {{"2026-11-12", "- training: {topic: b, attend: [li]}\n"}});
    CHECK(shown(late, "2026-11") == "b 10-01 11-12 1/2\n");
    CHECK(shown(late, "2026-10") == "b 10-01 11-12 1/2\n");
    CHECK(shown(late, "2026-12") == "c 12-31 0/3\n");
}

TEST_CASE("check tells of a plan that cannot be right") {
    const auto codes = [](const std::string& plan) {
        const auto team = test::team_of(planned_files(plan));
        auto found = test::found_anywhere();
        check::check_trainings(team, found);
        return test::shown(found.problems());
    };
    CHECK(codes("- {id: a, topic: x, on: 2026-11}\n- {id: a, topic: y, on: 2026-12}\n") == "!duplicate-id:2");
    CHECK(codes("- {topic: x, on: 2026-11}\n- {topic: x, on: 2026-11-30}\n") == "planned-twice:2");
    CHECK(codes("- {topic: x, on: 2026-11}\n- {topic: x, on: 2026-12-01}\n").empty());
    CHECK(codes("- {topic: x, on: 2026-11-05, by: sun}\n").empty());
    CHECK(codes("- {topic: x, on: 2026-11-06, by: sun}\n") == "not-employed:1");
}
