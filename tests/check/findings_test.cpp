// What `check` says of records and targets.
#include "check/findings.hpp"

#include <doctest/doctest.h>

#include "../support/found.hpp"
#include "../support/team_builder.hpp"

namespace teamctl::test {
namespace {

Diagnostics findings_of(const team::Team& team) {
    const calendar::WorkingDays days{team};
    const rules::Context context{team, days, moment("2999-12-31")};
    auto found = found_anywhere();
    check::check_lines(context, found);
    check::check_sums(context, found);
    return found.problems();
}

std::string found(TeamBuilder& builder) {
    return shown(findings_of(builder.done()));
}

TEST_CASE("spending more than the fund holds is an error that names the record") {
    TeamBuilder builder;
    builder.record("fund", "2026-11-02", {{"amount", yuan("100")}, {"for", text("奖金")}});
    builder.record("fund", "2026-11-03", {{"amount", yuan("-100")}, {"for", text("聚餐")}});
    CHECK(found(builder).empty());
    builder.record("fund", "2026-11-04", {{"amount", yuan("-0.01")}, {"for", text("水")}});
    CHECK(found(builder) == "!fund-overdrawn:3");
}

TEST_CASE("what one expense overdrew is not laid to the expenses after it") {
    TeamBuilder builder;
    const auto move = [&](const char* date, const char* amount) {
        builder.record("fund", date, {{"amount", yuan(amount)}, {"for", text("x")}});
    };
    move("2026-11-02", "100");
    move("2026-11-03", "-150");  // 50.00 below zero
    move("2026-11-04", "30");
    move("2026-11-05", "-30");  // no lower than before
    CHECK(found(builder) == "!fund-overdrawn:2");
    move("2026-11-06", "-0.01");
    CHECK(found(builder) == "!fund-overdrawn:2 !fund-overdrawn:5");
    move("2026-11-07", "60");
    move("2026-11-08", "-60");
    CHECK(found(builder) == "!fund-overdrawn:2 !fund-overdrawn:5");
    const auto problems = findings_of(builder.team);
    const auto& all = problems.all();
    CHECK(all[0].message.key == "rules.fund_overdrawn");
    CHECK(all[1].message.key == "rules.fund_overdrawn_before");
}

TEST_CASE("a customer registered twice is reported with the first") {
    TeamBuilder builder;
    const auto who = builder.person("wangli");
    for (const auto* id : {"c1", "c2"})
        builder.record("customer", "2026-11-02",
                       {{"id", text(id)}, {"name", text("王先生")}, {"owner", who}});
    CHECK(found(builder) == "registered-twice:2");
    const auto problems = findings_of(builder.team);
    const auto& all = problems.all();
    REQUIRE(all[0].related.size() == 1);
    CHECK(all[0].related[0].mark.line == 1);
}

TEST_CASE("a record of somebody who had left is doubtful, but not one that looks back") {
    TeamBuilder builder;
    const auto who = builder.person("wangli");
    const auto by = builder.person("zhangwei");
    builder.team.people[0].left = day("2026-11-05");
    builder.record("visit", "2026-11-05", {{"who", who}, {"client", text("x")}});
    CHECK(found(builder).empty());
    builder.record("visit", "2026-11-06", {{"who", who}, {"client", text("x")}});
    builder.record("attendance", "2026-11-06", {{"absent", std::vector{by, who}}});
    builder.record("review", "2026-11-06", {{"who", who}, {"by", by}, {"comment", text("x")}});
    builder.record("points", "2026-11-06",
                   {{"who", who}, {"points", std::int64_t{2}}, {"reason", text("x")}});
    CHECK(found(builder) == "left-before:2 left-before:3");
}

TEST_CASE("metrics are those of the catalogue, roles of the team included") {
    TeamBuilder builder;
    builder.meeting("morning");
    builder.team.series[0].roles.emplace_back();
    builder.team.series[0].roles[0].name = "host";
    builder.team.series[0].roles[0].function = team::RoleFunction::leads;
    team::Award award;
    award.who.all = true;
    award.best = "turns_host";
    award.require = {{"late", "=", {0, 1}, "late = 0", {0, {7, 1}}}};
    builder.team.awards = {award};
    CHECK(found(builder).empty());
    builder.team.awards[0].require[0].metric = "lates";
    CHECK(found(builder) == "!unknown-metric:7");
    builder.team.awards[0].require.clear();
    builder.team.awards[0].best = "turns_driver";
    builder.team.awards[0].origin.mark.line = 3;
    CHECK(found(builder) == "!unknown-metric:3");
}

TEST_CASE("targets that do not add up or do not reach far enough are told with their line") {
    TeamBuilder builder;
    const auto who = builder.person("wangli");
    team::Target whole;
    whole.period = span("2026-11");
    whole.metric = "sales";
    whole.amount = yuan("1000").fen;
    whole.split = team::Split::person;
    whole.origin.mark.line = 4;
    team::Target own = whole;
    own.split = team::Split::none;
    own.who = who;
    own.amount = yuan("999.50").fen;
    own.origin.mark.line = 5;
    builder.team.targets = {whole, own};
    CHECK(found(builder) == "targets-do-not-add-up:4");
    builder.team.targets[1].amount = whole.amount;
    CHECK(found(builder).empty());
    builder.team.rules.stretch_personal = Ratio{1, 5};
    CHECK(found(builder) == "target-too-low:4");
}

}  // namespace
}  // namespace teamctl::test
