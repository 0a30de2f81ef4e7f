// The worked examples of teamctl-rules(7), by number: deadlines, attendance, fines, follow-up.
#include <doctest/doctest.h>

#include "../support/team_builder.hpp"

namespace teamctl::test {
namespace {

using rules::Subject;
using team::PersonId;

team::DeadlineRule diary_rule() {
    team::DeadlineRule rule;
    rule.id = "diary";
    rule.record = "diary";
    rule.who.all = true;
    rule.by = clock("18:00");
    rule.from = day("2026-01-01");
    rule.first = -2;
    rule.step = -2;
    rule.resets = team::Resets::month;
    return rule;
}

void add_fines(TeamBuilder& builder) {
    builder.team.rules.attendance = {{"absent", {"absent"}, yuan("300"), 0, {}},
                                     {"late", {"late", "left_early"}, yuan("100"), 0, {}}};
}

void diary(TeamBuilder& builder, PersonId who, std::string_view date, std::string_view at) {
    builder.record("diary", date, {{"who", who}, {"at", clock(at)}});
}

/// Diaries on every working day of November 2026 from the given day on.
void diaries_from(TeamBuilder& builder, PersonId who, unsigned first) {
    for (unsigned d = first; d <= 30; ++d) {
        const Date date = make_date(2026, 11, d);
        const auto weekday = weekday_of(date).iso_encoding();
        if (weekday <= 5) diary(builder, who, to_string(date), "17:00");
    }
}

/// The team of example 1: in time, late, missing, on leave, late.
struct DiaryTeam {
    TeamBuilder builder;
    PersonId who = builder.person("zhangwei");

    DiaryTeam() {
        builder.team.rules.deadlines = {diary_rule()};
        diary(builder, who, "2026-11-02", "18:00");
        diary(builder, who, "2026-11-03", "18:01");
        builder.leave(who, "2026-11-05", "2026-11-05");
        diary(builder, who, "2026-11-06", "18:30");
        diaries_from(builder, who, 9);
    }
};

TEST_CASE("teamctl-rules(7), example 1: the nth miss of a month costs 2n points") {
    DiaryTeam made;
    const auto who = made.who;
    SUBCASE("the month") {
        const Desk desk{made.builder, "2026-11"};
        CHECK(desk.count("points", who) == -12);
        CHECK(desk.count("diaries_late", who) == 2);
        CHECK(desk.count("diaries_missing", who) == 1);
        CHECK(desk.count("diaries", who) == 19);
    }
    SUBCASE("each day says which miss it was") {
        const Desk desk{made.builder, "2026-11-01..2026-11-06"};
        std::vector<int> points;
        for (const auto& judged : desk.books().judgements()) points.push_back(judged.points);
        CHECK(points == std::vector{0, -2, -4, -6});
    }
    SUBCASE("a day in the middle of the month goes on counting") {
        const Desk desk{made.builder, "2026-11-06"};
        CHECK(desk.count("points", who) == -6);
    }
    SUBCASE("December begins again") {
        diary(made.builder, who, "2026-12-01", "18:01");
        const Desk desk{made.builder, "2026-12-01"};
        CHECK(desk.count("points", who) == -2);
    }
    SUBCASE("with a reset by quarter or never it does not") {
        diary(made.builder, who, "2026-12-01", "18:01");
        made.builder.team.rules.deadlines[0].resets = team::Resets::quarter;
        made.builder.team.rules.deadlines[0].from = day("2026-11-01");
        CHECK(Desk{made.builder, "2026-12-01"}.count("points", who) == -8);
        made.builder.team.rules.deadlines[0].resets = team::Resets::never;
        CHECK(Desk{made.builder, "2026-12-01"}.count("points", who) == -8);
    }
    SUBCASE("the records that a period's counts go back to") {
        auto& rule = made.builder.team.rules.deadlines[0];
        const auto from = [&] {
            return to_string(rules::needed_from(made.builder.team, span("2026-11-20")));
        };
        CHECK(from() == "2026-11-01");
        rule.resets = team::Resets::quarter;
        CHECK(from() == "2026-10-01");
        rule.resets = team::Resets::never;
        CHECK(from() == "2026-01-01");
        rule.from = day("2026-11-10");
        CHECK(from() == "2026-11-10");
    }
    SUBCASE("a plain number does not escalate") {
        made.builder.team.rules.deadlines[0].step = 0;
        CHECK(Desk{made.builder, "2026-11"}.count("points", who) == -6);
    }
}

TEST_CASE("teamctl-rules(7), example 1: what is owed, and when it is judged") {
    TeamBuilder builder;
    const auto who = builder.person("zhangwei");
    builder.team.rules.deadlines = {diary_rule()};
    const auto missing = [&](std::string_view period, std::string_view now) {
        return Desk{builder, period, now}.count("diaries_missing", who);
    };
    SUBCASE("today once the deadline has passed") {
        CHECK(missing("2026-11-02", "2026-11-02T17:59") == 0);
        CHECK(missing("2026-11-02", "2026-11-02T18:00") == 0);
        CHECK(missing("2026-11-02", "2026-11-02T18:01") == 1);
        CHECK(missing("2026-11-02", "2026-11-02") == 1);
        CHECK(missing("2026-11", "2026-11-03T09:00") == 1);
    }
    SUBCASE("a deadline at midnight passes with the day") {
        builder.team.rules.deadlines[0].by = end_of_day;
        CHECK(missing("2026-11-02", "2026-11-02T23:59") == 0);
        CHECK(missing("2026-11-02", "2026-11-02") == 1);
    }
    SUBCASE("a diary handed in after now is not there yet") {
        diary(builder, who, "2026-11-02", "18:30");
        CHECK(missing("2026-11-02", "2026-11-02T18:10") == 1);
        CHECK(missing("2026-11-02", "2026-11-02T18:30") == 0);
    }
    SUBCASE("from the later of joined and the rule's first day") {
        builder.team.people[0].joined = day("2026-11-25");
        CHECK(missing("2026-11", "2026-12-31") == 4);
        builder.team.rules.deadlines[0].from = day("2026-11-27");
        CHECK(missing("2026-11", "2026-12-31") == 2);
        builder.team.people[0].left = day("2026-11-27");
        CHECK(missing("2026-11", "2026-12-31") == 1);
    }
    SUBCASE("half a day of leave does not exempt, two halves do") {
        builder.leave(who, "2026-11-02", "2026-11-02", team::Half::am);
        CHECK(missing("2026-11-02", "2026-11-30") == 1);
        builder.leave(who, "2026-11-02", "2026-11-02", team::Half::pm);
        CHECK(missing("2026-11-02", "2026-11-30") == 0);
    }
    SUBCASE("only on working days that the person works") {
        CHECK(missing("2026-11", "2026-12-31") == 21);
        builder.team.people[0].terms.works = {std::chrono::Monday, std::chrono::Wednesday};
        CHECK(missing("2026-11", "2026-12-31") == 9);
    }
    SUBCASE("a record without a time counts as in time, of several the earliest") {
        builder.record("diary", "2026-11-02", {{"who", who}});
        diary(builder, who, "2026-11-03", "19:00");
        diary(builder, who, "2026-11-03", "17:00");
        const Desk desk{builder, "2026-11-02..2026-11-03"};
        CHECK(desk.count("diaries_late", who) == 0);
        CHECK(desk.count("diaries_missing", who) == 0);
        CHECK(desk.count("diaries", who) == 2);
    }
    SUBCASE("a make-up Saturday is a working day, a holiday is none") {
        builder.team.calendars.emplace_back();
        builder.team.calendars[0].workdays = {{day("2026-11-07"), day("2026-11-07"), "调休", {}}};
        builder.team.calendars[0].holidays = {{day("2026-11-06"), day("2026-11-06"), "假日", {}}};
        CHECK(missing("2026-11-06", "2026-12-31") == 0);
        CHECK(missing("2026-11-07", "2026-12-31") == 1);
    }
}

/// Examples 2 and 3: a meeting with ten people.
struct MeetingTeam {
    TeamBuilder builder;
    People people;
    team::SeriesId morning = builder.meeting("morning");

    MeetingTeam() {
        for (int i = 0; i < 10; ++i) people.push_back(builder.person("p" + std::to_string(i)));
        add_fines(builder);
    }
    void attendance(std::string_view date, const People& late, const People& absent = {},
                    const People& left_early = {}, const People& excused = {}) {
        builder.record("attendance", date,
                       {{"meeting", morning},
                        {"late", late},
                        {"absent", absent},
                        {"left_early", left_early},
                        {"excused", excused},
                        {"present", std::string{"rest"}}});
    }
};

TEST_CASE("teamctl-rules(7), example 2: fines go into the fund") {
    MeetingTeam made;
    const auto& p = made.people;
    made.attendance("2026-11-02", {p[1], p[2], p[3]}, {p[0]}, {p[3]}, {p[4]});
    SUBCASE("one absent, two late, one both") {
        made.builder.record("fund", "2026-11-03",
                            {{"amount", yuan("-450.00")}, {"for", std::string{"聚餐"}}});
        const Desk desk{made.builder, "2026-11"};
        const auto& fund = desk.books().fund();
        CHECK(to_string(fund.from_fines) == "700.00");
        CHECK(to_string(fund.spent) == "450.00");
        CHECK(to_string(fund.balance) == "250.00");
        CHECK(desk.shown("fines", {p[0], {}}) == "300.00");
        CHECK(desk.shown("fines", {p[1], {}}) == "100.00");
        CHECK(desk.shown("fines", {p[3], {}}) == "200.00");
        CHECK(desk.shown("fines", {p[4], {}}) == "0.00");
        CHECK(desk.shown("fines") == "700.00");
    }
    SUBCASE("the fund may be emptied, and not overdrawn by a fen") {
        auto& spent = made.builder.record("fund", "2026-11-03",
                                          {{"amount", yuan("-700.00")}, {"for", std::string{"a"}}});
        CHECK_FALSE(Desk{made.builder, "2026-11"}.books().fund().moves.back().overdrawn());
        spent.set("amount", yuan("-700.01"));
        const Desk desk{made.builder, "2026-11"};
        const auto& last = desk.books().fund().moves.back();
        CHECK(last.overdrawn());
        CHECK(last.record->origin.mark.line == 2);
    }
    SUBCASE("within a day what comes in stands before what is spent") {
        made.builder.team.records.clear();
        made.builder.record("fund", "2026-11-02", {{"amount", yuan("-300.00")}, {"for", std::string{"a"}}});
        made.attendance("2026-11-02", {}, {p[0]});
        const Desk desk{made.builder, "2026-11"};
        CHECK_FALSE(desk.books().fund().moves.back().overdrawn());
        CHECK(to_string(desk.books().fund().balance) == "0.00");
    }
    SUBCASE("the next month opens with what is left") {
        made.builder.record("fund", "2026-11-03", {{"amount", yuan("50")}, {"for", std::string{"奖金"}}});
        made.attendance("2026-12-01", {p[0]});
        const Desk desk{made.builder, "2026-12"};
        const auto& fund = desk.books().fund();
        CHECK(to_string(fund.opening) == "750.00");
        CHECK(to_string(fund.from_fines) == "100.00");
        CHECK(to_string(fund.balance) == "850.00");
        CHECK(fund.moves.size() == 1);
    }
    SUBCASE("a cancelled meeting fines nobody") {
        made.builder.record("cancel", "2026-11-02", {{"meeting", made.morning}});
        const Desk desk{made.builder, "2026-11"};
        CHECK(desk.shown("fines") == "0.00");
        CHECK(desk.books().fund().moves.empty());
    }
    SUBCASE("somebody on leave is not fined whatever the record says") {
        made.builder.leave(p[0], "2026-11-02", "2026-11-02");
        CHECK(Desk{made.builder, "2026-11"}.shown("fines", {p[0], {}}) == "0.00");
    }
}

TEST_CASE("teamctl-rules(7), example 3: the attendance rate") {
    MeetingTeam made;
    const auto& p = made.people;
    SUBCASE("10 expected, 1 excused, 1 absent, 1 late: 8/9") {
        made.attendance("2026-11-02", {p[2]}, {p[1]}, {}, {p[0]});
        const Desk desk{made.builder, "2026-11-02"};
        CHECK(desk.shown("attendance_rate") == "8/9");
        CHECK(percent(std::get<Ratio>(desk.value("attendance_rate"))) == "88.9 %");
        CHECK(desk.shown("attendance_rate", {p[0], {}}) == "-");
        CHECK(desk.shown("attendance_rate", {p[1], {}}) == "0/1");
        CHECK(desk.shown("attendance_rate", {p[2], {}}) == "1/1");
        CHECK(desk.count("excused", p[0]) == 1);
    }
    SUBCASE("late and left early counts once") {
        made.attendance("2026-11-02", {p[2]}, {}, {p[2]});
        const Desk desk{made.builder, "2026-11-02"};
        CHECK(desk.shown("attendance_rate") == "1/1");
        CHECK(desk.count("late", p[2]) == 1);
        CHECK(desk.count("left_early", p[2]) == 1);
    }
    SUBCASE("leave, joining and leaving take people off the list") {
        made.builder.leave(p[0], "2026-11-02", "2026-11-02");
        made.builder.leave(p[1], "2026-11-02", "2026-11-02", team::Half::am);
        made.builder.leave(p[2], "2026-11-02", "2026-11-02", team::Half::pm);
        made.builder.team.people[3].joined = day("2026-11-03");
        made.builder.team.people[4].left = day("2026-11-01");
        made.attendance("2026-11-02", {}, {p[9]});
        const Desk desk{made.builder, "2026-11-02"};
        REQUIRE(desk.books().attendance().held.size() == 1);
        CHECK(desk.books().attendance().held[0].marks.size() == 6);
        CHECK(desk.shown("attendance_rate") == "5/6");
    }
    SUBCASE("a cancelled meeting expects nobody") {
        made.attendance("2026-11-02", {}, {p[1]});
        made.builder.record("cancel", "2026-11-02", {{"meeting", made.morning}});
        const Desk desk{made.builder, "2026-11-02"};
        CHECK(desk.shown("attendance_rate") == "-");
        CHECK(desk.books().attendance().cancelled.size() == 1);
        CHECK(desk.books().attendance().not_recorded.empty());
    }
    SUBCASE("without a record nothing counts; what is over is listed as not recorded") {
        const Desk desk{made.builder, "2026-11", "2026-11-03T09:29"};
        CHECK(desk.shown("attendance_rate") == "-");
        CHECK(desk.books().attendance().not_recorded.size() == 1);
        CHECK(Desk{made.builder, "2026-11", "2026-11-03T09:30"}.books().attendance().not_recorded.size() ==
              2);
        CHECK(Desk{made.builder, "2026-11"}.books().attendance().not_recorded.size() == 21);
    }
}

TEST_CASE("teamctl-rules(7), example 3: what a record leaves out") {
    MeetingTeam made;
    const auto& p = made.people;
    SUBCASE("a written list of those present leaves the others unnamed: they count, and cost nothing") {
        made.builder.record(
            "attendance", "2026-11-02",
            {{"meeting", made.morning}, {"late", People{p[0]}}, {"present", People{p[1], p[2]}}});
        const Desk desk{made.builder, "2026-11-02"};
        CHECK(desk.shown("attendance_rate") == "3/10");
        CHECK(desk.count("absent", p[5]) == 0);
        CHECK(desk.shown("fines") == "100.00");
    }
    SUBCASE("without `present` all others were there") {
        made.builder.record("attendance", "2026-11-02",
                            {{"meeting", made.morning}, {"absent", People{p[0]}}});
        CHECK(Desk{made.builder, "2026-11-02"}.shown("attendance_rate") == "9/10");
    }
    SUBCASE("of two records the later one counts") {
        made.attendance("2026-11-02", {}, {p[0], p[1]});
        made.attendance("2026-11-02", {}, {p[0]});
        const Desk desk{made.builder, "2026-11-02"};
        CHECK(desk.shown("attendance_rate") == "9/10");
        CHECK(desk.shown("fines") == "300.00");
    }
    SUBCASE("a meeting recorded on a day without one was held") {
        made.attendance("2026-11-07", {}, {p[0]});
        CHECK(Desk{made.builder, "2026-11-07"}.shown("attendance_rate") == "9/10");
    }
}

}  // namespace
}  // namespace teamctl::test
