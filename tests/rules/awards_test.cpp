// The worked examples of teamctl-rules(7), by number: registration, awards, standings, repeat faults.
#include <doctest/doctest.h>

#include "../support/team_builder.hpp"
#include "rules/figures/awards.hpp"
#include "rules/figures/standings.hpp"
#include "rules/work/faults.hpp"

namespace teamctl::test {
namespace {

using rules::Candidate;
using team::PersonId;

team::Requirement require(const char* metric, const char* op, Ratio value, const char* written = "") {
    return {metric, op, value, written, {}};
}

TEST_CASE("teamctl-rules(7), example 7: the first registration decides") {
    TeamBuilder builder;
    const auto a = builder.person("wangli");
    const auto b = builder.person("zhangwei");
    const auto customer = [&](const char* id, std::string_view date, PersonId owner, const char* name,
                              const char* phone = "", const char* at = "") {
        auto& record =
            builder.record("customer", date, {{"id", text(id)}, {"name", text(name)}, {"owner", owner}});
        if (*phone != 0) record.set("phone", text(phone));
        if (*at != 0) record.at = clock(at);
    };
    const auto conflict = [&] {
        const auto& team = builder.done();
        const auto found =
            rules::registration_conflicts(team, rules::entities_at(team, moment("2026-12-31")));
        if (found.empty()) return std::string{"-"};
        return std::string{found[0].later->text("id")} + " after " + std::string{found[0].first->text("id")};
    };
    SUBCASE("the same telephone, however it is written") {
        customer("c2", "2026-11-03", b, "王总", "+86 138-0000-1111");
        customer("c1", "2026-11-02", a, "王先生", "13800001111");
        CHECK(conflict() == "c2 after c1");
    }
    SUBCASE("on one day the time decides") {
        customer("c2", "2026-11-02", b, "王先生", "1380", "10:05");
        customer("c1", "2026-11-02", a, "王先生", "1380", "10:04");
        CHECK(conflict() == "c2 after c1");
    }
    SUBCASE("then the order in the file") {
        customer("c1", "2026-11-02", a, "王先生", "1380", "10:05");
        customer("c2", "2026-11-02", b, "王先生", "1380", "10:05");
        CHECK(conflict() == "c2 after c1");
    }
    SUBCASE("the same name only where neither has a telephone") {
        customer("c1", "2026-11-02", a, "王先生");
        customer("c2", "2026-11-03", b, "王先生", "1380");
        CHECK(conflict() == "-");
        customer("c3", "2026-11-04", b, "王先生");
        CHECK(conflict() == "c3 after c1");
    }
    SUBCASE("other telephones are other customers") {
        customer("c1", "2026-11-02", a, "王先生", "1380");
        customer("c2", "2026-11-03", b, "王先生", "1381");
        CHECK(conflict() == "-");
    }
    SUBCASE("who was given up is free, who bought is not") {
        customer("c1", "2026-11-02", a, "王先生", "1380");
        customer("c2", "2026-11-09", b, "王先生", "1380");
        builder.record("customer_closed", "2026-11-05",
                       {{"customer", text("c1")}, {"outcome", text("lost")}});
        CHECK(conflict() == "-");
        builder.team.records.erase(std::remove_if(builder.team.records.begin(), builder.team.records.end(),
                                                  [](const auto& r) { return r.is("customer_closed"); }),
                                   builder.team.records.end());
        builder.record("customer_closed", "2026-11-05", {{"customer", text("c1")}, {"outcome", text("won")}});
        CHECK(conflict() == "c2 after c1");
    }
}

/// Three people and one award over November.
struct AwardTeam {
    TeamBuilder builder;
    People people{builder.person("a"), builder.person("b"), builder.person("c")};
    team::Award award;

    AwardTeam() {
        award.id = "sales-ace";
        award.name = "销售能手";
        award.who.all = true;
        award.best = "sales";
        award.places = {1};
    }
    void sale(std::size_t who, const char* amount, const char* refund = nullptr) {
        const auto id = text("d" + std::to_string(++deals_));
        builder.record("deal", "2026-11-02", {{"id", id}, {"who", people[who]}, {"amount", yuan(amount)}});
        if (refund != nullptr)
            builder.record("refund", "2026-11-03",
                           {{"who", people[who]}, {"deal", id}, {"amount", yuan(refund)}});
    }
    void decide(std::size_t who, const char* period = "2026-11", const char* date = "2026-12-01") {
        builder.record("decision", date,
                       {{"award", team::AwardId{0}}, {"period", text(period)}, {"who", people[who]}});
    }
    void nominate(std::size_t who) {
        builder.record("nomination", "2026-11-20",
                       {{"award", team::AwardId{0}},
                        {"who", people[who]},
                        {"reason", text("勤快")},
                        {"example", text("加班")}});
    }
    /// `a+0 b~0 c.`: winners with their prize, tied ones, eligible ones without a prize, `x` not eligible.
    std::string result() {
        builder.team.awards = {award};
        const Desk desk{builder, "2026-11"};
        std::string shown;
        for (const auto& candidate : rules::award_result(desk.figures(), {0}).candidates) {
            if (!shown.empty()) shown += ' ';
            shown += desk.team()[candidate.who].id;
            switch (candidate.state) {
                case Candidate::State::winner:
                    shown += "+" + std::to_string(*candidate.prize);
                    break;
                case Candidate::State::tied:
                    shown += "~" + std::to_string(*candidate.prize);
                    break;
                case Candidate::State::eligible:
                    shown += ".";
                    break;
                case Candidate::State::not_eligible:
                    shown += "x";
                    break;
            }
        }
        return shown;
    }

  private:
    int deals_ = 0;
};

TEST_CASE("teamctl-rules(7), example 10: what an award asks for") {
    AwardTeam made;
    SUBCASE("5.99 % passes below 6 %, 6.00 % does not, and without sales nobody is eligible") {
        made.award.require = {require("refund_rate", "<", {6, 100}, "refund_rate < 6%")};
        made.sale(0, "10000", "599.99");
        made.sale(1, "20000", "1200.00");
        CHECK(made.result() == "a+0 bx cx");
    }
    SUBCASE("a lecture mean of 85.00 passes 85 and above, 84.99 does not") {
        made.award.best = "score_lecture";
        made.award.require = {require("score_lecture", ">=", {85, 1})};
        const auto score = [&](std::size_t who, std::int64_t units) {
            made.builder.record(
                "score", "2026-11-02",
                {{"who", made.people[who]}, {"kind", text("lecture")}, {"value", team::Decimal{units}}});
        };
        score(0, 800000);
        score(0, 900000);
        score(1, 849900);
        CHECK(made.result() == "a+0 bx cx");
        made.award.require = {require("score_lecture", ">=", {85, 100}, "score_lecture >= 85%")};
        CHECK(made.result() == "a+0 bx cx");
    }
    SUBCASE("3 accepted suggestions pass 3 or more") {
        made.award.best = "suggestions_accepted";
        made.award.require = {require("suggestions_accepted", ">=", {3, 1})};
        int id = 0;
        for (const std::size_t who : {0U, 0U, 0U, 1U, 1U}) {
            const auto name = text("s" + std::to_string(++id));
            made.builder.record("suggestion", "2026-10-02",
                                {{"id", name}, {"who", made.people[who]}, {"text", text("…")}});
            made.builder.record("suggestion_accepted", "2026-11-02", {{"id", name}});
        }
        CHECK(made.result() == "a+0 bx cx");
    }
    SUBCASE("each comparison at its boundary") {
        const rules::Value two = std::int64_t{2};
        const auto holds = [&](const char* op, std::int64_t against) {
            return rules::holds(require("late", op, {against, 1}), two, rules::Measure::count);
        };
        CHECK(holds("=", 2));
        CHECK_FALSE(holds("=", 3));
        CHECK(holds("<=", 2));
        CHECK_FALSE(holds("<", 2));
        CHECK(holds(">=", 2));
        CHECK_FALSE(holds(">", 2));
        CHECK_FALSE(rules::holds(require("sales", ">=", {0, 1}), {}, rules::Measure::ratio));
        CHECK(rules::holds(require("sales", "=", {1825001, 100}), yuan("18250.01"), rules::Measure::money));
    }
}

TEST_CASE("teamctl-rules(7), example 10: winners, ties and decisions") {
    AwardTeam made;
    SUBCASE("equal values are tied until a decision names one") {
        made.sale(0, "100");
        made.sale(1, "100");
        made.sale(2, "50");
        CHECK(made.result() == "a~0 b~0 c.");
        made.decide(1);
        CHECK(made.result() == "b+0 a. c.");
    }
    SUBCASE("a decision on another period or for somebody else changes nothing") {
        made.sale(0, "100");
        made.sale(1, "100");
        made.sale(2, "50");
        made.decide(1, "2026-10");
        made.decide(2);
        CHECK(made.result() == "a~0 b~0 c.");
    }
    SUBCASE("one first prize, two second prizes") {
        made.award.places = {1, 2};
        made.sale(0, "100");
        made.sale(1, "50");
        made.sale(2, "50");
        CHECK(made.result() == "a+0 b+1 c+1");
    }
    SUBCASE("a tie over two prizes: who is not named gets the next one") {
        made.award.places = {1, 2};
        made.sale(0, "100");
        made.sale(1, "100");
        made.sale(2, "50");
        CHECK(made.result() == "c+1 a~0 b~0");
        made.decide(0);
        CHECK(made.result() == "a+0 b+1 c+1");
    }
    SUBCASE("by nomination: one alone wins, several wait for a decision") {
        made.award.best.clear();
        made.award.nominated = true;
        CHECK(made.result() == "ax bx cx");
        made.nominate(1);
        CHECK(made.result() == "b+0 ax cx");
        made.nominate(2);
        made.nominate(2);
        CHECK(made.result() == "b~0 c~0 ax");
        made.decide(2);
        CHECK(made.result() == "c+0 b. ax");
    }
}

TEST_CASE("teamctl-rules(7), example 10: the other way round, and who is a candidate") {
    AwardTeam made;
    SUBCASE("where less is better the least wins") {
        made.award.best = "fines";
        CHECK(made.result() == "a~0 b~0 c~0");
        made.award.best = "refunds";
        made.sale(0, "100", "10");
        made.sale(1, "100", "5");
        CHECK(made.result() == "c+0 b. a.");
    }
    SUBCASE("who had left before is no candidate") {
        made.builder.team.people[0].left = day("2026-10-31");
        made.sale(1, "1");
        CHECK(made.result() == "b+0 c.");
    }
    SUBCASE("the period of an award") {
        made.award.every = Period::Unit::quarter;
        CHECK(to_string(rules::award_period(made.award, day("2026-11-23"))) == "2026-Q4");
        made.award.every = Period::Unit::month;
        CHECK(to_string(rules::award_period(made.award, day("2026-11-23"))) == "2026-11");
    }
}

TEST_CASE("teamctl-rules(7), example 15: standings by points, then sales, then roster order") {
    TeamBuilder builder;
    const People people{builder.person("a"), builder.person("b"), builder.person("c"), builder.person("d")};
    const auto points = [&](std::size_t who, std::int64_t count) {
        builder.record("points", "2026-11-02",
                       {{"who", people[who]}, {"points", count}, {"reason", text("…")}});
    };
    const auto order = [&](std::string_view by = "points") {
        const Desk desk{builder, "2026-11"};
        std::string shown;
        for (const auto& standing : rules::standings(desk.figures(), {}, by))
            shown += desk.team()[standing.who].id + (standing.place ? std::to_string(*standing.place) : "-") +
                     (standing.last ? "!" : "");
        return shown;
    };
    CHECK(order() == "a-b-c-d-");
    points(2, 5);
    points(0, -1);
    CHECK(order() == "c1b-d-a2!");  // nobody who has nothing moves others down
    builder.record("deal", "2026-11-02", {{"id", text("d1")}, {"who", people[3]}, {"amount", yuan("1")}});
    CHECK(order() == "c1d2b-a3!");
    CHECK(order("sales") == "d1c2b-a3!");
    CHECK(order("refund_rate") == "d1c2b-a3!");  // absent values stand last
    CHECK(order("mistakes") == "c1d2b3a4!");     // less is better: none is something to be ranked by
    CHECK(order("no_such_metric").empty());
    builder.team.people[0].left = day("2026-10-31");
    CHECK(order() == "c1d2!b-");
    for (const std::size_t gone : {1U, 2U}) builder.team.people[gone].left = day("2026-10-31");
    CHECK(order() == "d1");
}

TEST_CASE("teamctl-rules(7), example 16: faults that come again") {
    TeamBuilder builder;
    builder.team.assets.resize(2);
    int number = 0;
    const auto fault = [&](std::string_view date, int asset = 0, bool closed = true,
                           const char* kind = "fault") {
        const auto id = text("t" + std::to_string(++number));
        builder.record(
            "ticket", date,
            {{"id", id}, {"kind", text(kind)}, {"text", text("…")}, {"asset", team::AssetId{asset}}});
        if (closed) builder.record("ticket_closed", "2026-12-31", {{"ticket", id}, {"cause", text("灰尘")}});
    };
    const auto count = [&](std::string_view period = "2026-12") {
        const auto entities = rules::entities_at(builder.done(), moment("2027-12-31"));
        const auto found = rules::repeat_faults(entities, span(period));
        return found.empty() ? std::size_t{0} : found[0].tickets.size();
    };
    fault("2026-11-02");
    fault("2026-11-20");
    SUBCASE("three within 30 days") {
        fault("2026-12-02");
        CHECK(count() == 3);
        CHECK(count("2026-11") == 0);
        fault("2026-12-03");
        CHECK(count() == 4);
    }
    SUBCASE("31 days are too long") {
        fault("2026-12-03");
        CHECK(count() == 0);
    }
    SUBCASE("open ones, other assets and other kinds do not count") {
        fault("2026-12-01", 0, false);
        fault("2026-12-01", 1);
        fault("2026-12-01", 0, true, "request");
        CHECK(count() == 0);
    }
}

}  // namespace
}  // namespace teamctl::test
