// More boundaries of teamctl-rules(7) where dates and periods meet, under the number of their example.
#include <doctest/doctest.h>

#include "../calendar/china_2026.hpp"
#include "../support/team_builder.hpp"
#include "rules/stretch.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/faults.hpp"

namespace teamctl::test {
namespace {

/// One salesperson whose records begin on 1 August, with targets.
struct Sales {
    TeamBuilder builder;
    team::PersonId who = builder.person("a");

    Sales() {
        builder.team.rules.stretch_personal = Ratio{1, 5};
        builder.record("note", "2026-08-01", {{"text", text("-")}});
    }
    void deal(const char* date, const char* amount) {
        builder.record("deal", date, {{"id", text(date)}, {"who", who}, {"amount", yuan(amount)}});
    }
    team::Target& target(const char* amount, const char* period = "2026-11") {
        team::Target made;
        made.period = span(period);
        made.metric = "sales";
        made.amount = yuan(amount).fen;
        made.who = who;
        builder.team.targets.push_back(made);
        return builder.team.targets.back();
    }
    /// What the first target that is too low must be at least; `-` where none is.
    std::string least(const char* now = "2026-12-31") {
        const calendar::WorkingDays days{builder.done()};
        const auto found = rules::short_targets({builder.team, days, moment(now)});
        if (found.empty()) return "-";
        const auto& ratio = found[0].least;
        return std::to_string(ratio.num) + (ratio.den == 1 ? "" : "/" + std::to_string(ratio.den));
    }
};

TEST_CASE("teamctl-rules(7), example 9: the mean of three months is not rounded before it is stretched") {
    Sales made;
    made.deal("2026-08-31", "10000.01");  // mean 3333.33666..., and a fifth more is 4000.004
    auto& target = made.target("4000.00");
    CHECK(made.least() == "2000002/5");
    target.amount += 1;
    CHECK(made.least() == "-");
}

TEST_CASE("teamctl-rules(7), example 9: the three full months before, and nothing else") {
    Sales made;
    made.target("1.19");
    made.deal("2026-07-31", "1000");  // too early
    made.deal("2026-11-01", "1000");  // of the period itself
    SUBCASE("nothing sold in them: any target will do") {
        CHECK(made.least() == "-");
    }
    SUBCASE("the first and the last of their days count") {
        made.deal("2026-08-01", "1");
        made.deal("2026-10-31", "2");
        CHECK(made.least() == "120");
    }
    SUBCASE("sales before refunds") {
        made.deal("2026-10-31", "3");
        made.builder.record("refund", "2026-10-31",
                            {{"who", made.who}, {"deal", text("2026-10-31")}, {"amount", yuan("3")}});
        CHECK(made.least() == "120");
    }
    SUBCASE("a target of a quarter is held against three of the usual months") {
        made.builder.team.targets.clear();
        made.builder.record("note", "2026-07-01", {{"text", text("-")}});
        made.deal("2026-09-30", "300");
        made.target("1559.99", "2026-Q4");  // 1000 + 300 from July to September, a fifth more is 1560
        CHECK(made.least() == "156000");
        made.builder.team.targets[0].amount += 1;
        CHECK(made.least() == "-");
    }
    SUBCASE("a month whose three months are not over yet is not judged") {
        made.deal("2026-10-31", "3");
        CHECK(made.least("2026-10-31") == "-");
        CHECK(made.least("2026-11-01") == "120");
    }
}

TEST_CASE("teamctl-rules(7), example 9: months against the year, exactly 20 % more is enough") {
    Sales made;
    made.builder.team.rules.stretch_short_term = Ratio{1, 5};
    made.builder.team.rules.stretch_personal.reset();
    made.target("1000000", "2026");
    for (int month = 1; month <= 12; ++month)
        made.target("100000", to_string(month_of(make_date(2026, static_cast<unsigned>(month), 1))).c_str());
    CHECK(made.least() == "-");
    made.builder.team.targets.back().amount -= 1;
    CHECK(made.least() == "120000000");
    made.builder.team.targets.pop_back();  // December is not written: nobody knows yet
    CHECK(made.least() == "-");
    // Those of another person are not the parts of this one's year.
    made.target("100000", "2026-12").who = made.builder.person("b");
    CHECK(made.least() == "-");
}

TEST_CASE(
    "teamctl-rules(7), example 11: the last 5 workdays over holidays, made-up days and the year's end") {
    const auto china = test::working_days();
    const auto last = [&](const char* month) { return test::list(china.last(test::period(month), 5)); };
    CHECK(last("2026-01") == "01-26 01-27 01-28 01-29 01-30");
    CHECK(last("2026-09") == "09-23 09-24 09-28 09-29 09-30");  // mid-autumn, 25 to 27
    CHECK(last("2026-12") == "12-25 12-28 12-29 12-30 12-31");
    const auto plain = test::working_days({});  // without a calendar the 28th is a Saturday
    CHECK(test::list(plain.last(test::period("2026-02"), 5)) == "02-23 02-24 02-25 02-26 02-27");
    CHECK(test::list(plain.last(test::period("2026-11-26..2026-11-29"), 5)) == "11-26 11-27");
}

TEST_CASE("teamctl-rules(7), example 11: a form handed in on the first or last of the five days is in time") {
    TeamBuilder builder;
    const auto who = builder.person("a");
    team::Checklist list;
    list.id = "forms";
    list.when.emplace();
    list.when->every = team::Every::month;
    list.when->window = team::Window{true, 5, true};
    list.who.all = true;
    list.items.emplace_back().text = "交表";
    builder.team.checklists = {list};
    const auto state = [&](const char* handed_in, const char* now) {
        auto copy = builder;
        if (*handed_in != 0) copy.record("check", handed_in, {{"list", team::ChecklistId{0}}, {"by", who}});
        const Desk desk{copy, "2026-11"};
        const auto runs = rules::check_runs(desk.team(), desk.days(), span("2026-11"), moment(now));
        REQUIRE(runs.size() == 1);
        CHECK(to_string(runs[0].open) == "2026-11-24");
        CHECK(to_string(runs[0].due) == "2026-11-30");
        return runs[0].state;
    };
    using rules::CheckState;
    CHECK(state("", "2026-11-23T10:00") == CheckState::open);
    CHECK(state("", "2026-11-30T23:59") == CheckState::open);
    CHECK(state("", "2026-12-01T00:00") == CheckState::missed);
    CHECK(state("2026-11-24", "2026-12-01T00:00") == CheckState::done);
    CHECK(state("2026-11-30", "2026-12-01T00:00") == CheckState::done);
    CHECK(state("2026-11-23", "2026-12-01T00:00") == CheckState::missed);  // a day too soon
}

/// Closed faults of assets by date.
struct Faults {
    TeamBuilder builder;
    int number = 0;

    Faults() {
        builder.team.assets.resize(2);
        builder.team.assets[0].id = "x";
        builder.team.assets[1].id = "y";
    }
    void fault(std::string_view date, int asset, std::string_view closed) {
        const auto id = text("t" + std::to_string(++number));
        builder.record(
            "ticket", date,
            {{"id", id}, {"kind", text("fault")}, {"text", text("…")}, {"asset", team::AssetId{asset}}});
        if (!closed.empty())
            builder.record("ticket_closed", closed, {{"ticket", id}, {"cause", text("灰尘")}});
    }
    /// `x3 y4`: assets and how many faults of each.
    std::string found(std::string_view period, std::string_view now = "2027-12-31") {
        const auto entities = rules::entities_at(builder.done(), moment(now));
        std::string shown;
        for (const auto& one : rules::repeat_faults(entities, span(period)))
            shown +=
                (shown.empty() ? "" : " ") + builder.team[one.asset].id + std::to_string(one.tickets.size());
        return shown;
    }
};

TEST_CASE("teamctl-rules(7), example 16: three on one day, over the year's end, and what is not closed yet") {
    Faults made;
    SUBCASE("three on one day are three") {
        for (int i = 0; i < 3; ++i) made.fault("2026-11-02", 0, "2026-11-02");
        CHECK(made.found("2026-11-02") == "x3");
        CHECK(made.found("2026-11-03").empty());
    }
    SUBCASE("30 days over the year's end, and the 31st is too late") {
        made.fault("2026-12-05", 0, "2026-12-05");
        made.fault("2026-12-20", 0, "2026-12-20");
        made.fault("2027-01-05", 0, "2027-01-05");
        CHECK((day("2027-01-05") - day("2026-12-05")).count() == 31);
        CHECK(made.found("2027-01").empty());
        made.fault("2027-01-04", 0, "2027-01-05");
        CHECK(made.found("2027-01") == "x4");  // 5, 20 and 4 are a run, 20, 4 and 5 another
        CHECK(made.found("2026").empty());
    }
    SUBCASE("one still open counts from the moment it is closed") {
        made.fault("2026-11-02", 0, "2026-11-02");
        made.fault("2026-11-03", 0, "2026-11-03");
        made.fault("2026-11-04", 0, "2026-11-20");
        CHECK(made.found("2026-11", "2026-11-19T23:59").empty());
        CHECK(made.found("2026-11", "2026-11-20") == "x3");
    }
    SUBCASE("runs further apart than 30 days are not one run") {
        for (const auto* date : {"2026-09-01", "2026-09-02", "2026-11-01", "2026-11-02"})
            made.fault(date, 0, date);
        CHECK(made.found("2026").empty());
        made.fault("2026-09-03", 0, "2026-09-03");
        CHECK(made.found("2026") == "x3");
        CHECK(made.found("2026-11").empty());
    }
    SUBCASE("each asset by itself, in the order of the register") {
        for (int i = 0; i < 3; ++i) made.fault("2026-11-03", 1, "2026-11-03");
        for (int i = 0; i < 3; ++i) made.fault("2026-11-05", 0, "2026-11-05");
        made.fault("2026-11-06", 0, "2026-11-06");
        CHECK(made.found("2026-11") == "x4 y3");
    }
}

}  // namespace
}  // namespace teamctl::test
