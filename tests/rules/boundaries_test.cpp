// More boundaries of teamctl-rules(7), under the number of their example.
#include <doctest/doctest.h>

#include "../support/team_builder.hpp"
#include "rules/figures/awards.hpp"
#include "rules/figures/commission.hpp"
#include "rules/work/faults.hpp"
#include "rules/work/service.hpp"

namespace teamctl::test {
namespace {

using team::PersonId;

team::DeadlineRule rule_of(std::string record, std::string field, const char* by) {
    team::DeadlineRule rule;
    rule.id = record;
    rule.record = std::move(record);
    rule.field = std::move(field);
    rule.who.all = true;
    rule.by = clock(by);
    rule.first = -2;
    rule.step = -2;
    rule.resets = team::Resets::month;
    return rule;
}

TEST_CASE("teamctl-rules(7), example 1: misses by year, and the first day of a quarter") {
    TeamBuilder builder;
    const auto who = builder.person("a");
    builder.team.rules.deadlines = {rule_of("diary", {}, "18:00")};
    auto& rule = builder.team.rules.deadlines[0];
    rule.from = day("2026-12-31");
    const auto points = [&](const char* period) { return Desk{builder, period}.count("points", who); };
    CHECK(points("2026-12-31") == -2);
    rule.resets = team::Resets::year;
    CHECK(points("2027-01-04") == -4);  // 2027-01-01 is a Friday
    rule.resets = team::Resets::quarter;
    CHECK(points("2027-01-01") == -2);
    rule.resets = team::Resets::never;
    CHECK(points("2027-01-01") == -4);
}

TEST_CASE("teamctl-rules(7), example 3: excused wins over whatever else the record says") {
    TeamBuilder builder;
    const auto a = builder.person("a");
    const auto b = builder.person("b");
    const auto morning = builder.meeting("morning");
    builder.team.rules.attendance = {{"late", {"late", "absent"}, yuan("100"), 0, {}}};
    builder.record("attendance", "2026-11-02",
                   {{"meeting", morning}, {"late", People{a}}, {"excused", People{a}}});
    const Desk desk{builder, "2026-11-02"};
    CHECK(desk.shown("attendance_rate") == "1/1");
    CHECK(desk.shown("attendance_rate", {a, {}}) == "-");
    CHECK(desk.count("late", a) == 0);
    CHECK(desk.shown("fines") == "0.00");
    CHECK(desk.shown("attendance_rate", {b, {}}) == "1/1");
}

TEST_CASE(
    "teamctl-rules(7), example 4: the due day itself is not overdue, a sooner `next` counts, a later one "
    "does not") {
    TeamBuilder builder;
    const auto who = builder.person("a");
    builder.team.rules.follow_up_days = 3;
    auto& opened =
        builder.record("customer", "2026-11-02",
                       {{"id", std::string{"c1"}}, {"name", std::string{"王先生"}}, {"owner", who}});
    const auto overdue = [&](const char* now) {
        return Desk{builder, "2026-11", now}.count("follow_ups_overdue", who);
    };
    CHECK(overdue("2026-11-05") == 0);
    CHECK(overdue("2026-11-06") == 1);
    opened.set("next", day("2026-11-03"));
    CHECK(overdue("2026-11-03") == 0);
    CHECK(overdue("2026-11-04") == 1);
    opened.set("next", day("2026-11-20"));
    CHECK(overdue("2026-11-05") == 0);
    CHECK(overdue("2026-11-06") == 1);
    builder.record("contact", "2026-11-05", {{"who", who}, {"customer", std::string{"c1"}}});
    CHECK(overdue("2026-11-08") == 0);
    CHECK(overdue("2026-11-09") == 1);
}

TEST_CASE("teamctl-rules(7), example 5: back at 17:00, at 17:01, never, and on duty") {
    TeamBuilder builder;
    const auto who = builder.person("a");
    builder.team.rules.deadlines = {rule_of("visit", "back", "17:00")};
    auto& visit = builder.record("visit", "2026-11-02",
                                 {{"who", who}, {"client", std::string{"甲"}}, {"back", clock("17:00")}});
    const auto points = [&](const char* now) { return Desk{builder, "2026-11", now}.count("points", who); };
    CHECK(points("2026-11-30") == 0);
    visit.set("back", clock("17:01"));
    CHECK(points("2026-11-30") == -2);
    visit.set("back", {});
    CHECK(points("2026-11-02T23:00") == 0);
    CHECK(points("2026-11-03T08:00") == -2);
    const auto desk_rota = builder.meeting("desk");
    builder.team.series[0].meeting = false;
    builder.team.series[0].roles.emplace_back();
    builder.team.rules.deadlines[0].except_duty = desk_rota;
    builder.plan("2026-11-02", desk_rota, who);
    CHECK(points("2026-11-03T08:00") == 0);
}

TEST_CASE("teamctl-rules(7), example 7: telephone numbers are compared by their digits") {
    CHECK(rules::phone_digits("+86 138-0000-0000") == "13800000000");
    CHECK(rules::phone_digits("0086 13800000000") == "13800000000");
    CHECK(rules::phone_digits("(0595) 2222 3333") == "059522223333");
    CHECK(rules::phone_digits("没有").empty());
}

TEST_CASE("teamctl-rules(7), example 8: shares add up to the fen") {
    using Shares = std::vector<std::int64_t>;
    CHECK(rules::split(10000, 3) == Shares{3334, 3333, 3333});
    CHECK(rules::split(1, 3) == Shares{1, 0, 0});
    CHECK(rules::split(2, 3) == Shares{1, 1, 0});
    CHECK(rules::split(0, 2) == Shares{0, 0});
    CHECK(rules::split(5, 0).empty());
}

TEST_CASE(
    "teamctl-rules(7), example 12: exactly at the minute, over lunch, over a night, over the year's end") {
    TeamBuilder builder;
    builder.team.calendars.emplace_back();
    builder.team.calendars[0].holidays = {{day("2027-01-01"), day("2027-01-03"), "元旦", {}}};
    builder.team.calendars[0].workdays = {{day("2026-11-07"), day("2026-11-07"), "调休", {}}};
    const Desk desk{builder, "2026-11"};
    const rules::WorkingTime time{desk.books().context()};
    const auto after = [&](const char* start, int minutes) {
        const auto end = time.after(moment(start), minutes);
        return end ? to_string(end->date) + " " + to_string(end->time) : "-";
    };
    CHECK(after("2026-11-02T11:30", 30) == "2026-11-02 12:00");
    CHECK(after("2026-11-02T11:30", 31) == "2026-11-02 13:31");
    CHECK(after("2026-11-02T17:30", 31) == "2026-11-03 08:31");
    CHECK(after("2026-11-02T12:30", 10) == "2026-11-02 13:40");
    CHECK(after("2026-11-06T17:00", 240) == "2026-11-07 11:30");
    CHECK(after("2026-12-31T17:00", 240) == "2027-01-04 11:30");
    CHECK(after("2026-11-14T10:00", 30) == "2026-11-16 09:00");
}

TEST_CASE("teamctl-rules(7), example 13: at the edge of a step, half a fen, nothing and less") {
    const team::Commission steps{"sales", {{yuan("10000"), {5, 100}}, {std::nullopt, {8, 100}}}, {}};
    const auto brings = [&](const char* amount) { return to_string(rules::commission(steps, yuan(amount))); };
    CHECK(brings("10000") == "500.00");
    CHECK(brings("10000.01") == "500.00");
    CHECK(brings("10000.07") == "500.01");
    CHECK(brings("0.09") == "0.00");
    CHECK(brings("0.10") == "0.01");
    CHECK(brings("0") == "0.00");
    CHECK(brings("-50") == "0.00");
}

TEST_CASE("teamctl-rules(7), example 14: payments in parts; a refund changes no debt") {
    TeamBuilder builder;
    const auto who = builder.person("a");
    const team::FieldValue id = std::string{"d1"};
    builder.record("deal", "2026-11-02",
                   {{"id", id}, {"who", who}, {"amount", yuan("18250")}, {"paid", yuan("10000")}});
    builder.record("payment", "2026-11-10", {{"deal", id}, {"amount", yuan("8249.99")}});
    builder.record("refund", "2026-11-11", {{"who", who}, {"deal", id}, {"amount", yuan("300")}});
    CHECK(Desk{builder, "2026-11", "2026-11-09"}.shown("receivables") == "8250.00");
    CHECK(Desk{builder, "2026-11"}.shown("receivables") == "0.01");
    builder.record("payment", "2026-11-12", {{"deal", id}, {"amount", yuan("0.01")}});
    CHECK(Desk{builder, "2026-11"}.shown("receivables") == "0.00");
}

}  // namespace
}  // namespace teamctl::test
