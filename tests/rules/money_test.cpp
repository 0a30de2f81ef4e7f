// The worked examples of teamctl-rules(7), by number: returns, targets, stretch, commission, receivables.
#include <doctest/doctest.h>

#include "../support/team_builder.hpp"
#include "rules/figures/commission.hpp"
#include "rules/stretch.hpp"

namespace teamctl::test {
namespace {

using team::PersonId;
using team::Target;

void contact_with(TeamBuilder& builder, PersonId who, std::string_view date,
                  std::optional<std::string_view> next = {}) {
    auto& record = builder.record("contact", date, {{"who", who}, {"customer", text("c1")}});
    if (next) record.set("next", day(*next));
}

TEST_CASE("teamctl-rules(7), example 4: a customer is followed up within 3 days") {
    TeamBuilder builder;
    const auto who = builder.person("zhangwei");
    builder.team.rules.follow_up_days = 3;
    builder.record("customer", "2026-11-02", {{"id", text("c1")}, {"name", text("王先生")}, {"owner", who}});
    const auto due = [&] {
        const Desk desk{builder, "2026-11"};
        const auto all = rules::follow_ups(desk.team().rules, desk.books().entities());
        return all.empty() ? std::string{"-"} : to_string(all[0].due);
    };
    const auto overdue = [&](std::string_view today) {
        return Desk{builder, "2026-11", today}.count("follow_ups_overdue", who);
    };
    SUBCASE("counted in calendar days") {
        CHECK(due() == "2026-11-05");
        CHECK(overdue("2026-11-05") == 0);
        CHECK(overdue("2026-11-06") == 1);
        const Desk desk{builder, "2026-11", "2026-11-06"};
        const auto all = rules::follow_ups(desk.team().rules, desk.books().entities());
        CHECK(all[0].overdue_on(day("2026-11-06")) == 1);
        CHECK(all[0].overdue_on(day("2026-11-05")) == 0);
    }
    SUBCASE("from the last contact, whoever made it") {
        const auto colleague = builder.person("wangli");
        contact_with(builder, colleague, "2026-11-05");
        CHECK(due() == "2026-11-08");
    }
    SUBCASE("an earlier date of the salesperson's own replaces it, a later one does not") {
        contact_with(builder, who, "2026-11-05", "2026-11-06");
        CHECK(due() == "2026-11-06");
        contact_with(builder, who, "2026-11-06", "2026-11-20");
        CHECK(due() == "2026-11-09");
    }
    SUBCASE("a closed customer is never due") {
        builder.record("customer_closed", "2026-11-03",
                       {{"customer", text("c1")}, {"outcome", text("lost")}});
        CHECK(due() == "-");
        CHECK(overdue("2026-11-30") == 0);
    }
    SUBCASE("without a rule only a written date counts") {
        builder.team.rules.follow_up_days.reset();
        CHECK(due() == "-");
        contact_with(builder, who, "2026-11-05", "2026-11-20");
        CHECK(due() == "2026-11-20");
    }
}

TEST_CASE("teamctl-rules(7), example 5: back by 17:00") {
    TeamBuilder builder;
    const auto who = builder.person("zhangwei");
    const auto desk_rota = builder.meeting("desk");
    builder.team.series[0].meeting = false;
    builder.team.series[0].roles.emplace_back();
    builder.team.series[0].roles[0].name = "duty";
    team::DeadlineRule rule;
    rule.id = "back";
    rule.record = "visit";
    rule.field = "back";
    rule.who.all = true;
    rule.by = clock("17:00");
    rule.first = -1;
    rule.except_duty = desk_rota;
    builder.team.rules.deadlines = {rule};
    const auto visit = [&](std::string_view date, std::optional<std::string_view> back) {
        auto& record = builder.record("visit", date, {{"who", who}, {"client", text("铁路物资")}});
        if (back) record.set("back", clock(*back));
    };
    const auto points = [&](std::string_view period, std::string_view now = "2026-12-31") {
        return Desk{builder, period, now}.count("points", who);
    };
    SUBCASE("17:00 is in time, 17:01 is late") {
        visit("2026-11-02", "17:00");
        visit("2026-11-03", "17:01");
        CHECK(points("2026-11-02") == 0);
        CHECK(points("2026-11-03") == -1);
        CHECK(points("2026-11") == -1);
    }
    SUBCASE("no return by the end of the day is missing, not before") {
        visit("2026-11-02", {});
        CHECK(points("2026-11-02", "2026-11-02T23:59") == 0);
        CHECK(points("2026-11-02", "2026-11-02") == -1);
    }
    SUBCASE("each visit is judged, and nobody owes one") {
        visit("2026-11-02", "17:30");
        visit("2026-11-02", "18:30");
        CHECK(points("2026-11-02") == -2);
        CHECK(points("2026-11-03") == 0);
    }
    SUBCASE("who holds the duty that day is exempt") {
        visit("2026-11-02", "17:30");
        visit("2026-11-03", "17:30");
        builder.plan("2026-11-02", desk_rota, who);
        CHECK(points("2026-11") == -1);
    }
    SUBCASE("late visits are no late diaries") {
        visit("2026-11-02", "17:30");
        CHECK(Desk{builder, "2026-11"}.count("diaries_late", who) == 0);
    }
}

/// Two units of five people, and a manager's unit above them.
struct TargetTeam {
    TeamBuilder builder;
    team::UnitId top = builder.unit("sales");
    team::UnitId first = builder.unit("sales1", top);
    team::UnitId second = builder.unit("sales2", top);

    TargetTeam() {
        for (int i = 0; i < 10; ++i) builder.person("p" + std::to_string(i), i < 5 ? first : second);
    }
    Target& target(std::string_view amount, team::Split split = team::Split::none,
                   std::string_view period = "2026-11") {
        Target made;
        made.period = span(period);
        made.metric = "sales";
        made.amount = yuan(amount).fen;
        made.split = split;
        builder.team.targets.push_back(made);
        return builder.team.targets.back();
    }
    std::string of(const rules::Subject& subject, std::string_view period = "2026-11") const {
        const auto share = rules::target_of(builder.team, "sales", span(period), subject);
        return share ? to_string(Money{share->amount}) : "-";
    }
    std::string of(int person) const { return of({PersonId{person}, {}}); }
};

TEST_CASE("teamctl-rules(7), example 8: targets are split exactly") {
    TargetTeam made;
    SUBCASE("by unit") {
        made.target("182500.00", team::Split::unit);
        CHECK(made.of({{}, made.first}) == "91250.00");
        CHECK(made.of({{}, made.second}) == "91250.00");
        CHECK(made.of({{}, made.top}) == "182500.00");
        CHECK(made.of(0) == "-");
    }
    SUBCASE("by person, and a unit has what its people have") {
        made.target("182500.00", team::Split::person);
        CHECK(made.of(0) == "18250.00");
        CHECK(made.of(9) == "18250.00");
        CHECK(made.of({{}, made.first}) == "91250.00");
        CHECK(made.of(rules::Subject{}) == "182500.00");
    }
    SUBCASE("the odd fen go to the first in roster order") {
        CHECK(rules::split(10000, 3) == std::vector<std::int64_t>{3334, 3333, 3333});
        CHECK(rules::split(2, 3) == std::vector<std::int64_t>{1, 1, 0});
        CHECK(rules::split(0, 2) == std::vector<std::int64_t>{0, 0});
        CHECK(rules::split(5, 0).empty());
    }
    SUBCASE("what is written stays, the others share the rest") {
        made.target("182500.00", team::Split::person);
        made.target("22000.00").who = PersonId{1};
        CHECK(made.of(1) == "22000.00");
        // 160500.00 over nine: 17833.33 and 3 fen over.
        CHECK(made.of(0) == "17833.34");
        CHECK(made.of(2) == "17833.34");
        CHECK(made.of(3) == "17833.34");
        CHECK(made.of(4) == "17833.33");
    }
    SUBCASE("a unit's target split among its people") {
        made.target("182500.00", team::Split::person);
        auto& unit = made.target("100000.00", team::Split::person);
        unit.unit = made.first;
        CHECK(made.of(0) == "20000.00");
        CHECK(made.of(9) == "16500.00");
        CHECK(made.of({{}, made.first}) == "100000.00");
    }
    SUBCASE("who is not there in the period gets no share") {
        made.builder.team.people[0].left = day("2026-10-31");
        made.builder.team.people[1].joined = day("2026-11-30");
        made.target("9.00", team::Split::person);
        CHECK(made.of(0) == "-");
        CHECK(made.of(1) == "1.00");
    }
}

TEST_CASE("teamctl-rules(7), example 8: without a split, and over several months") {
    TargetTeam made;
    SUBCASE("without a split nobody has a share") {
        made.target("182500.00");
        CHECK(made.of(0) == "-");
        CHECK(made.of({{}, made.first}) == "-");
        CHECK(made.of(rules::Subject{}) == "182500.00");
    }
    SUBCASE("a quarter is the sum of its months, where all have a target") {
        for (const auto* month : {"2026-10", "2026-11"}) made.target("100", team::Split::person, month);
        CHECK(made.of(rules::Subject{}, "2026-Q4") == "-");
        made.target("100", team::Split::person, "2026-12");
        CHECK(made.of(rules::Subject{}, "2026-Q4") == "300.00");
        CHECK(made.of({PersonId{3}, {}}, "2026-Q4") == "30.00");
        CHECK(made.of(rules::Subject{}, "2026-W45") == "-");
    }
}

TEST_CASE("teamctl-rules(7), example 8: written targets that do not add up") {
    TargetTeam made;
    const auto gap = [&] {
        const auto gaps = rules::target_gaps(made.builder.team);
        return gaps.empty() ? std::string{"-"} : to_string(Money{gaps[0].difference()});
    };
    made.target("182500.00", team::Split::person);
    SUBCASE("all written, two fen short") {
        for (int i = 0; i < 10; ++i) made.target(i == 0 ? "18249.98" : "18250.00").who = PersonId{i};
        CHECK(gap() == "-0.02");
    }
    SUBCASE("all written and equal") {
        for (int i = 0; i < 10; ++i) made.target("18250.00").who = PersonId{i};
        CHECK(gap() == "-");
    }
    SUBCASE("some written: only too much is wrong") {
        made.target("182500.00").who = PersonId{0};
        CHECK(gap() == "-");
        made.target("0.01").who = PersonId{1};
        CHECK(gap() == "0.01");
        made.builder.team.rules.stretch_personal = Ratio{1, 5};
        CHECK(gap() == "-");
    }
    SUBCASE("units") {
        made.target("91250.00").unit = made.first;
        CHECK(gap() == "-");
        made.target("91000.00").unit = made.second;
        CHECK(gap() == "-250.00");
    }
}

TEST_CASE("teamctl-rules(7), example 9: targets reach 20 % further (D14.2, D14.3, D14.4)") {
    TargetTeam made;
    const auto low = [&] {
        const calendar::WorkingDays days{made.builder.done()};
        return rules::short_targets({made.builder.team, days, moment("2026-12-31")});
    };
    SUBCASE("short-term targets against the long-term one") {
        made.builder.team.rules.stretch_short_term = Ratio{1, 5};
        made.target("1000000", team::Split::none, "2026");
        for (const auto* quarter : {"2026-Q1", "2026-Q2", "2026-Q3"})
            made.target("300000", team::Split::none, quarter);
        CHECK(low().empty());  // the fourth is not written yet
        made.target("299999.99", team::Split::none, "2026-Q4");
        REQUIRE(low().size() == 1);
        CHECK(low()[0].least == Ratio{120000000, 1});
        made.builder.team.targets.back().amount += 1;
        CHECK(low().empty());
    }
    SUBCASE("a personal target against the mean of three months") {
        made.builder.team.rules.stretch_personal = Ratio{1, 5};
        for (const auto* date : {"2026-08-03", "2026-09-01", "2026-10-30"})
            made.builder.record("deal", date,
                                {{"id", text(date)}, {"who", PersonId{0}}, {"amount", yuan("15000")}});
        made.builder.record("note", "2026-08-01", {{"text", text("-")}});
        made.target("17999.99").who = PersonId{0};
        REQUIRE(low().size() == 1);
        CHECK(low()[0].least == Ratio{1800000, 1});
        made.builder.team.targets.back().amount += 1;
        CHECK(low().empty());
        made.builder.team.targets.back().amount = 1;
        made.builder.team.people[0].joined = day("2026-08-02");
        CHECK(low().empty());  // not there for all three months
    }
    SUBCASE("personal targets together are more than the team's") {
        made.builder.team.rules.stretch_personal = Ratio{1, 5};
        made.target("182500");
        for (int i = 0; i < 10; ++i) made.target("18250").who = PersonId{i};
        REQUIRE(low().size() == 1);
        CHECK(low()[0].rule == rules::ShortTarget::Rule::sum);
        made.builder.team.targets.back().amount += 1;
        CHECK(low().empty());
    }
}

team::Commission steps() {
    return {"sales", {{yuan("10000"), {5, 100}}, {std::nullopt, {8, 100}}}, {}};
}

TEST_CASE("teamctl-rules(7), example 13: commission in steps") {
    const auto of = [](std::string_view amount) {
        return to_string(rules::commission(steps(), yuan(amount)));
    };
    CHECK(of("18250.00") == "1160.00");
    CHECK(of("10000.00") == "500.00");
    CHECK(of("10000.01") == "500.00");  // 500.0008
    CHECK(of("10000.07") == "500.01");  // 500.0056
    CHECK(of("0.10") == "0.01");        // 0.005 rounds half up
    CHECK(of("0.09") == "0.00");
    CHECK(of("0") == "0.00");
    SUBCASE("rounded once, at the end") {
        const team::Commission thirds{"sales", {{yuan("0.10"), {5, 100}}, {std::nullopt, {5, 100}}}, {}};
        CHECK(to_string(rules::commission(thirds, yuan("0.20"))) == "0.01");  // 0.005 + 0.005
        CHECK(rules::commission_parts(thirds, yuan("0.20")).size() == 2);
    }
    SUBCASE("above the last step there is nothing more") {
        const team::Commission capped{"sales", {{yuan("100"), {10, 100}}}, {}};
        CHECK(to_string(rules::commission(capped, yuan("500"))) == "10.00");
    }
    SUBCASE("month by month, and the parts add up to the figure") {
        TeamBuilder builder;
        const auto who = builder.person("zhangwei");
        builder.team.rules.commission = steps();
        for (const auto* date : {"2026-10-05", "2026-11-05"})
            builder.record("deal", date, {{"id", text(date)}, {"who", who}, {"amount", yuan("10000.07")}});
        const Desk desk{builder, "2026-Q4"};
        CHECK(desk.shown("commission", {who, {}}) == "1000.02");
        const auto figure = desk.figures().figure(*desk.figures().find("commission"), {who, {}});
        CHECK(figure.value == rules::Value{yuan("1000.02")});
    }
}

TEST_CASE("teamctl-rules(7), example 14: receivables") {
    TeamBuilder builder;
    const auto who = builder.person("zhangwei");
    builder.record("deal", "2026-11-23",
                   {{"id", text("d1")},
                    {"who", who},
                    {"amount", yuan("18250")},
                    {"paid", yuan("10000")},
                    {"due", day("2026-12-15")}});
    const auto open = [&](std::string_view period) { return Desk{builder, period}.shown("receivables"); };
    CHECK(open("2026-11") == "8250.00");
    const Desk desk{builder, "2026-12"};
    const auto list = rules::receivables(desk.books().entities());
    REQUIRE(list.size() == 1);
    CHECK_FALSE(list[0].overdue_on(day("2026-12-15")));
    CHECK(list[0].overdue_on(day("2026-12-16")));
    SUBCASE("payments settle it, from their day on") {
        builder.record("payment", "2026-12-01", {{"deal", text("d1")}, {"amount", yuan("8249.99")}});
        CHECK(open("2026-11") == "8250.00");
        CHECK(open("2026-12") == "0.01");
        builder.record("payment", "2026-12-02", {{"deal", text("d1")}, {"amount", yuan("0.01")}});
        CHECK(open("2026-12") == "0.00");
    }
    SUBCASE("a refund gives money back and changes no debt") {
        builder.record("refund", "2026-11-30", {{"who", who}, {"deal", text("d1")}, {"amount", yuan("300")}});
        CHECK(open("2026-11") == "8250.00");
    }
    SUBCASE("before the deal there is none") {
        CHECK(open("2026-10") == "0.00");
    }
}

}  // namespace
}  // namespace teamctl::test
