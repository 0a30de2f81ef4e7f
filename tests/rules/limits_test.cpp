// Figures at their limits: exact, or an error; never wrapped (teamctl-rules(7)).
#include <doctest/doctest.h>

#include <stdexcept>

#include "../support/team_builder.hpp"
#include "rules/figures/value.hpp"

namespace teamctl::test {
namespace {

TEST_CASE("sums and products of figures are exact up to 63 bits, and an error beyond") {
    CHECK(rules::sum(INT64_MAX, std::int64_t{0}) == INT64_MAX);
    CHECK(rules::sum(INT64_MAX, INT64_MIN) == -1);
    CHECK_THROWS_AS(rules::sum(INT64_MAX, std::int64_t{1}), std::overflow_error);
    CHECK_THROWS_AS(rules::sum(INT64_MIN, std::int64_t{-1}), std::overflow_error);
    CHECK(rules::sum(Ratio{INT64_MAX, 2}, Ratio{1, 2}) == Ratio{std::int64_t{1} << 62, 1});
    CHECK_THROWS_AS(rules::sum(Ratio{INT64_MAX, 1}, Ratio{1, 1}), std::overflow_error);
    CHECK_THROWS_AS(rules::sum(Ratio{1, INT64_MAX}, Ratio{1, INT64_MAX - 1}), std::overflow_error);
    CHECK(rules::product(INT64_MAX, Ratio{1, INT64_MAX}) == Ratio{1, 1});
    CHECK_THROWS_AS(rules::product(INT64_MAX, Ratio{3, 2}), std::overflow_error);
    rules::Sum sum;
    sum.add({INT64_MAX, 1}, 1);
    CHECK_THROWS_AS(sum.add({1, 1}, 1), std::overflow_error);
}

TEST_CASE("ten thousand of the largest deals, incomes and points add up exactly") {
    constexpr int many = 10'000;
    TeamBuilder builder;
    const auto who = builder.person("ann");
    builder.record("customer", "2026-11-02", {{"id", text("c1")}, {"name", text("C")}, {"owner", who}});
    for (int i = 0; i < many; ++i) {
        builder.record("deal", "2026-11-02",
                       {{"id", text("d" + std::to_string(i))},
                        {"who", who},
                        {"customer", text("c1")},
                        {"amount", Money{max_fen}}});
        builder.record("fund", "2026-11-02", {{"amount", Money{max_fen}}, {"for", text("x")}});
        builder.record("points", "2026-11-02",
                       {{"who", who}, {"points", std::int64_t{999'999'999}}, {"reason", text("x")}});
    }
    const Desk desk{builder, "2026-11", "2026-11-30"};
    CHECK(desk.shown("sales", {who, {}}) == to_string(Money{many * max_fen}));
    CHECK(desk.count("points", who) == many * std::int64_t{999'999'999});
    CHECK(desk.books().fund().balance == Money{many * max_fen});
}

TEST_CASE("the sum of more than there can be is an error, not a debt") {
    TeamBuilder builder;
    const auto who = builder.person("ann");
    for (const std::int64_t fen : {INT64_MAX, std::int64_t{1}}) {
        builder.record("fund", "2026-11-02", {{"amount", Money{fen}}, {"for", text("x")}});
        builder.record("points", "2026-11-02", {{"who", who}, {"points", fen}, {"reason", text("x")}});
    }
    CHECK_THROWS_AS(Desk(builder, "2026-11", "2026-11-30").books().fund(), std::overflow_error);
    CHECK_THROWS_AS(Desk(builder, "2026-11", "2026-11-30").count("points", who), std::overflow_error);
}

}  // namespace
}  // namespace teamctl::test
