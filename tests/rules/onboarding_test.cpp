// Newcomers: who is one, when each item is due, what counts as done (D7.1, D10.1).
#include "rules/people/onboarding.hpp"

#include <doctest/doctest.h>

#include "../report/yaml_team.hpp"
#include "../support/found.hpp"
#include "check/findings.hpp"

using namespace teamctl;
using test::day;
using test::moment;

namespace {

const std::string list =
    "name: 新人\nnewcomers: {unit: desk}\nitems:\n"
    "  - {id: nda, text: 签协议, before: 3 days, by: lead}\n"
    "  - 领工牌\n"
    "  - {id: rules, text: 学规定, within: 1 week, by: mentor}\n"
    "  - {id: exam, text: 考试, within: 1 month, min: 80}\n";

/// Zhou joined on Monday 9 November 2026; the records are those of the day.
test::Files files(const std::string& people, const std::string& log = {},
                  const std::string& checklist = list) {
    return {{"roster.yaml",
             "units:\n  - {id: desk, name: 台, lead: chen}\n  - {id: other, name: 另}\npeople:\n"
             "  - {id: chen, name: 陈静, unit: desk, joined: 2019-01-01}\n"
             "  - {id: wang, name: 王丽, unit: desk}\n" +
                 people},
            {"checklists/new.yaml", checklist},
            {"log/2026-11/2026-11-02.yaml", "- note: {text: 开张}\n"},
            {"log/2026-11/2026-11-10.yaml", log}};
}
const std::string zhou = "  - {id: zhou, name: 周欣, unit: desk, joined: 2026-11-09, mentor: wang}\n";

/// `item due who state`, one a line, as things stand then.
std::string steps(const test::Files& team_files, std::string_view now) {
    const auto team = test::team_of(team_files);
    const calendar::WorkingDays days{team};
    const Moment at = moment(now);
    std::string shown;
    for (const auto& onboarding : rules::onboardings({team, days, at}, day_period(at.date))) {
        for (const auto& step : onboarding.steps) {
            shown += rules::item_key(*step.item) + " " + to_string(step.due).substr(5);
            for (const auto person : step.who) shown += " " + team[person].id;
            shown += step.done() ? " done\n" : onboarding.waits(step) ? "\n" : " let be\n";
        }
    }
    return shown;
}

std::string found(const test::Files& team_files) {
    const auto team = test::team_of(team_files);
    const calendar::WorkingDays days{team};
    auto all = test::found_anywhere();
    check::check_newcomers({team, days, moment("2026-12-31")}, team.records, all);
    check::check_values(team, team.records, all);
    std::string codes;
    for (const auto& problem : all.problems().all())
        codes += (problem.severity == Severity::error ? "!" : "") + std::string{problem.code.name()} + " ";
    return codes;
}

}  // namespace

TEST_CASE("items are due from the first day on; days off move away from it (D10.1)") {
    // 6 November is a Friday: 3 days before Monday the 9th. A week on is Monday the 16th.
    CHECK(steps(files(zhou), "2026-11-10") ==
          "nda 11-06 chen\n领工牌 11-09 zhou wang\nrules 11-16 wang\nexam 12-09 zhou wang\n");
    // Who joins on Wednesday the 11th: 3 days before is a Sunday, and so Friday the 6th.
    CHECK(steps(files("  - {id: zhou, name: 周欣, unit: desk, joined: 2026-11-11, mentor: wang}\n"),
                "2026-11-11") ==
          "nda 11-06 chen\n领工牌 11-11 zhou wang\nrules 11-18 wang\nexam 12-11 zhou wang\n");
    // A first day that is a Saturday stays; a week on is a Saturday, and so Monday the 23rd.
    CHECK(steps(files("  - {id: zhou, name: 周欣, unit: desk, joined: 2026-11-14, mentor: wang}\n"),
                "2026-11-16") ==
          "nda 11-11 chen\n领工牌 11-14 zhou wang\nrules 11-23 wang\nexam 12-14 zhou wang\n");
    // A month on from the 30th of January is the end of February, a Sunday.
    const auto team = test::team_of(files(zhou));
    CHECK(rules::step_due(team.checklists.front().items[3], day("2027-01-30"), calendar::WorkingDays{team}) ==
          day("2027-03-01"));
}

TEST_CASE("a newcomer joined not before the list's from, or else the first record (D7.1)") {
    const auto joined = [](const char* date) {
        return files(std::string{"  - {id: zhou, name: 周欣, unit: desk, joined: "} + date + "}\n");
    };
    CHECK(steps(joined("2026-11-01"), "2026-11-10").empty());
    CHECK_FALSE(steps(joined("2026-11-02"), "2026-11-10").empty());
    CHECK(steps(files("  - {id: zhou, name: 周欣, unit: desk}\n"), "2026-11-10").empty());
    CHECK(
        steps(files("  - {id: zhou, name: 周欣, unit: other, joined: 2026-11-09}\n"), "2026-11-10").empty());
    const auto with_from = [&](const char* from) {
        return files(zhou, {}, "name: 新人\nfrom: " + std::string{from} + list.substr(list.find('\n')));
    };
    CHECK_FALSE(steps(with_from("2026-11-09"), "2026-11-10").empty());
    CHECK(steps(with_from("2026-11-10"), "2026-11-10").empty());
    CHECK(steps(with_from("2019-01-01"), "2026-11-10") ==
          steps(files(zhou), "2026-11-10"));  // chen: long ago
}

TEST_CASE("a newcomer is one for a year at most, and none after leaving") {
    CHECK_FALSE(steps(files(zhou), "2027-11-10").empty());
    CHECK(steps(files(zhou), "2027-11-11").empty());
    const auto left =
        files("  - {id: zhou, name: 周欣, unit: desk, joined: 2026-11-09, left: 2026-11-20, mentor: wang}\n");
    CHECK(steps(left, "2026-11-20").find("rules 11-16 wang\n") != std::string::npos);
    CHECK(steps(left, "2026-11-21").empty());
    // Before the first item is due there is nothing to see.
    CHECK(steps(files(zhou), "2026-11-05").empty());
}

TEST_CASE("before the first day, and where there is no mentor, others see to it") {
    CHECK(steps(files(zhou), "2026-11-06").find("领工牌 11-09 wang\n") != std::string::npos);
    const auto alone = files("  - {id: zhou, name: 周欣, unit: desk, joined: 2026-11-09}\n");
    CHECK(steps(alone, "2026-11-06").find("领工牌 11-09 chen\n") != std::string::npos);
    CHECK(steps(alone, "2026-11-10").find("领工牌 11-09 zhou\nrules 11-16 chen\n") != std::string::npos);
    const auto gone = files(zhou + "  - {id: gone, name: 走了, left: 2026-11-08}\n");
    auto replaced = gone;
    replaced[0].second.replace(replaced[0].second.find("mentor: wang"), 12, "mentor: gone");
    CHECK(steps(replaced, "2026-11-10").find("rules 11-16 chen\n") != std::string::npos);
}

TEST_CASE("the last record that names an item says whether it is done") {
    const auto check = [](const std::string& fields) {
        return "- check: {list: new, newcomer: zhou, by: wang, " + fields + "}\n";
    };
    const auto exam = [&](const std::string& log) {
        const auto all = steps(files(zhou, log), "2026-11-11");
        return all.substr(all.find("exam"));
    };
    CHECK(steps(files(zhou, check("done: [领工牌]")), "2026-11-11").find("领工牌 11-09 zhou wang done\n") !=
          std::string::npos);
    CHECK(exam(check("done: [考试]")) == "exam 12-09 zhou wang done\n");
    CHECK(exam(check("readings: {exam: 80}")) == "exam 12-09 zhou wang done\n");
    CHECK(exam(check("readings: {exam: 79.9}")) == "exam 12-09 zhou wang\n");
    CHECK(exam(check("failed: [exam]")) == "exam 12-09 zhou wang\n");
    CHECK(exam(check("failed: [exam]") + check("readings: {exam: 90}")) == "exam 12-09 zhou wang done\n");
    CHECK(exam(check("readings: {exam: 90}") + check("done: [领工牌]")) == "exam 12-09 zhou wang done\n");
    // What is written later than now is not known yet.
    const auto early = steps(files(zhou, check("done: [exam]")), "2026-11-09");
    CHECK(early.find("exam 12-09 zhou wang\n") != std::string::npos);
}

TEST_CASE("check tells of records of newcomers' lists that cannot be right") {
    const auto record = [](const std::string& fields) { return "- check: {list: new, " + fields + "}\n"; };
    CHECK(found(files(zhou, record("newcomer: zhou, done: [nda, 学规定]"))).empty());
    CHECK(found(files(zhou, record("newcomer: zhou"))) == "!no-items ");
    CHECK(found(files(zhou, record("done: [nda]"))) == "!missing-key ");
    CHECK(found(files(zhou, record("newcomer: zhou, done: [ndb]"))) == "!unknown-item ");
    CHECK(found(files(zhou, record("newcomer: chen, done: [nda]"))) == "no-newcomer ");
    const std::string plain = "name: 普通\nitems: [门窗]\n";
    CHECK(found(files(zhou, record("newcomer: zhou"), plain)) == "!not-for-newcomers ");
    CHECK(found(files(zhou, record("done: [门窗]"), plain)).empty());
    CHECK(found(files(zhou, record("done: [门窗, 灯]"), plain)) == "!unknown-item ");
    CHECK(found(files(zhou, record("failed: [门窗]"), plain)).empty());
}

TEST_CASE("the keys of a newcomer's list are refused where they mean nothing") {
    const auto refused = [](const std::string& text) {
        Diagnostics problems;
        auto document = yaml::parse("checklists/new.yaml", text, problems);
        const std::vector<team::Source> sources{{"checklists/new.yaml", team::FileKind::checklist, document}};
        const auto names = team::gather_names(sources, problems);
        team::read_team(sources, names, problems);
        std::string codes;
        for (const auto& problem : problems.all())
            codes += std::string{problem.code.name()} + ":" + std::to_string(problem.place.mark.line) + " ";
        return codes;
    };
    CHECK(refused("name: n\nnewcomers: all\nitems:\n- {text: a, within: 26 weeks}\n").empty());
    CHECK(refused("name: n\nnewcomers: all\nwhen: {every: day}\nordered: true\nitems: [a]\n") ==
          "bad-checklist:3 bad-checklist:4 ");
    CHECK(refused("name: n\nfrom: 2026-01-01\nitems:\n- {text: a, by: mentor}\n") ==
          "bad-checklist:2 bad-checklist:4 ");
    CHECK(refused("name: n\nnewcomers: all\nitems:\n- {text: a, within: 7}\n") == "wrong-type:4 ");
    CHECK(refused("name: n\nnewcomers: all\nitems:\n- {text: a, before: 2 hours}\n") == "wrong-type:4 ");
    CHECK(refused("name: n\nnewcomers: all\nitems:\n- {text: a, before: 7 months}\n") == "out-of-range:4 ");
    CHECK(refused("name: n\nnewcomers: all\nitems:\n- {text: a, before: 1 day, within: 1 day}\n") ==
          "bad-checklist:4 ");
    CHECK(refused("name: n\nnewcomers: all\nitems:\n- {text: a, by: boss}\n") == "bad-choice:4 ");
}
