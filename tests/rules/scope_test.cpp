// A period as one question sees it: whose things it shows, and that its parts add up to its figures.
#include <doctest/doctest.h>

#include "../support/team_builder.hpp"
#include "rules/scope/open.hpp"
#include "rules/scope/parts.hpp"
#include "rules/scope/people.hpp"
#include "rules/scope/tickets.hpp"

namespace teamctl::test {
namespace {

struct Shop {
    TeamBuilder builder;
    team::UnitId unit = builder.unit("north");
    team::PersonId a = builder.person("a", unit);
    team::PersonId b = builder.person("b");

    void deal(std::string_view date, team::PersonId who, std::string_view amount) {
        builder.record("deal", date,
                       {{"id", text("d" + std::string{date} + std::to_string(who.index))},
                        {"who", who},
                        {"amount", yuan(amount)},
                        {"paid", yuan(amount)}});
    }
    void ticket(std::string_view id, std::string_view date, team::PersonId owner, std::string_view priority) {
        builder.record("ticket", date,
                       {{"id", text(id)},
                        {"kind", text("fault")},
                        {"text", text("x")},
                        {"owner", owner},
                        {"priority", text(priority)}});
    }
};

std::string ids_of(const std::vector<const rules::Matter*>& matters) {
    std::string ids;
    for (const auto* matter : matters) ids += std::string{matter->opened->text("id")} + " ";
    return ids;
}

}  // namespace

TEST_CASE("the parts of a period follow each other, and their values add up to the figure") {
    Shop made;
    made.deal("2026-10-05", made.a, "100.50");
    made.deal("2026-11-03", made.b, "200");
    made.deal("2026-12-31", made.a, "7");
    for (const auto* period : {"2026-11", "2026-Q4", "2026"}) {
        CAPTURE(period);
        const Desk desk{made.builder, period, "2026-12-31"};
        for (const auto& subject :
             {rules::Subject{}, rules::Subject{made.a, {}}, rules::Subject{{}, made.unit}}) {
            const auto scope = rules::scope_of(desk.figures(), subject);
            for (const auto& parts : {rules::parts_of(scope), rules::months_of(scope)}) {
                for (std::size_t i = 1; i < parts.size(); ++i)
                    CHECK(parts[i].from == parts[i - 1].to + Days{1});
                Money sum;
                for (const auto& value : rules::values_by_part(scope, desk.figures().metric("sales"), parts))
                    sum += std::get<Money>(value);
                CHECK(sum == std::get<Money>(scope.value("sales")));
            }
        }
    }
}

TEST_CASE("a unit sees its own people's open problems, and what became of each") {
    Shop made;
    for (const auto* id : {"p1", "p2", "p3", "p4"})
        made.builder.record(
            "problem", "2026-11-02",
            {{"id", text(id)}, {"who", std::string_view{id} == "p4" ? made.b : made.a}, {"text", text("x")}});
    made.builder.record("action", "2026-11-03",
                        {{"id", text("a1")}, {"who", made.b}, {"text", text("y")}, {"from", text("p2")}});
    made.builder.record("done", "2026-11-04", {{"id", text("p1")}});
    const Desk desk{made.builder, "2026-11", "2026-11-20"};
    const auto scope = rules::scope_of(desk.figures(), {{}, made.unit});
    CHECK(ids_of(rules::open_problems(scope)) == "p2 p3 ");
    CHECK(ids_of(rules::open_actions(scope)).empty());
    using Kind = rules::Outcome::Kind;
    std::vector<Kind> kinds;
    for (const auto* problem : rules::problems_of(scope))
        kinds.push_back(rules::outcome_of(scope, *problem).kind);
    CHECK(kinds == std::vector{Kind::solved, Kind::action, Kind::open});
    CHECK(rules::scope_of(desk.figures(), {}).people == People{made.a, made.b});
    CHECK(scope.people == People{made.a});
}

TEST_CASE("tickets by kind and by priority are the same tickets, and people's are the team's") {
    Shop made;
    made.ticket("t1", "2026-11-02", made.a, "high");
    made.ticket("t2", "2026-11-03", made.b, "normal");
    made.ticket("t3", "2026-10-30", made.b, "");
    made.builder.record("ticket_closed", "2026-11-05", {{"ticket", text("t3")}, {"cause", text("wear")}});
    const Desk desk{made.builder, "2026-11", "2026-11-20"};
    const auto sums = rules::ticket_sums(desk.books());
    CHECK(sums.by_kind.at("fault").opened == 2);
    CHECK(sums.by_priority.at("normal").closed == 1);
    CHECK(sums.total.open == 2);
    std::int64_t opened = 0;
    for (const auto who : {made.a, made.b})
        opened += rules::ticket_sums(desk.books(), {who, {}}).total.opened;
    CHECK(opened == sums.total.opened);
    const auto causes = rules::causes_of(rules::scope_of(desk.figures(), {made.b, {}}));
    REQUIRE(causes.list.size() == 1);
    CHECK(causes.list[0].cause == "wear");
    CHECK(rules::causes_of(rules::scope_of(desk.figures(), {made.a, {}})).list.empty());
}

TEST_CASE("reasons of points are each person's once, and add up to the points") {
    Shop made;
    for (const auto* day_of : {"2026-11-02", "2026-11-03"})
        made.builder.record("points", day_of,
                            {{"who", made.b}, {"points", std::int64_t{-2}}, {"reason", text("late")}});
    made.builder.record("points", "2026-11-04",
                        {{"who", made.a}, {"points", std::int64_t{5}}, {"reason", text("late")}});
    const Desk desk{made.builder, "2026-11"};
    const auto scope = rules::scope_of(desk.figures(), {});
    const auto reasons = rules::point_reasons(scope);
    REQUIRE(reasons.size() == 2);
    CHECK(reasons[0].entry->who == made.a);
    CHECK(reasons[1].times == 2);
    CHECK(rules::sum_of(reasons).points == scope.count("points"));
}

}  // namespace teamctl::test
