// Small random problems against enumeration: every rule, pins, repair, history.
#include <doctest/doctest.h>

#include "checker.hpp"
#include "instances.hpp"
#include "rota/solve.hpp"

using namespace teamctl::rota;
using namespace teamctl::rota::testing;

TEST_CASE("the optimum of small problems is the one found by trying everything") {
    for (int seed = 1; seed <= 1500; ++seed) {
        CAPTURE(seed);
        Dice dice(static_cast<std::uint64_t>(seed));
        const Problem problem = small_problem(dice);
        const Result result = solve(problem);
        REQUIRE(violation(problem, result.who) == "");
        const Value best = brute_force(problem), got = value_of(problem, result.who);
        CHECK(got.broken == best.broken);
        CHECK(got.covered == best.covered);
        CHECK(got.changes == best.changes);
        CHECK(got.fairness == best.fairness);
        const Certificate& c = result.certificate;
        CHECK(c.coverage.value == got.covered);
        CHECK(c.changes.value == got.changes);
        CHECK(c.fairness.value == got.fairness);
        CHECK((c.coverage.proven && c.coverage.bound == got.covered));
        CHECK((c.changes.proven && c.changes.bound == got.changes));
        CHECK((c.fairness.proven && c.fairness.bound == got.fairness));
    }
}
