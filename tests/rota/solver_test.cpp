// The parts of the solver by themselves, and what holds of whole results on teams of real size.
#include <doctest/doctest.h>

#include <chrono>

#include "checker.hpp"
#include "instances.hpp"
#include "rota/search/pb.hpp"
#include "rota/solve.hpp"

using namespace teamctl::rota;
using namespace teamctl::rota::testing;

TEST_CASE("pigeons are counted, not tried") {
    // 14 pigeons, 13 holes: beyond any search by clauses, a few sums by cutting planes.
    PbSolver solver;
    constexpr int kHoles = 13;
    std::vector<std::vector<Term>> hole(kHoles);
    for (int pigeon = 0; pigeon <= kHoles; ++pigeon) {
        std::vector<Term> somewhere;
        for (auto& h : hole) {
            somewhere.push_back({1, positive(solver.new_var())});
            h.push_back(somewhere.back());
        }
        solver.add(somewhere, 1);
    }
    for (const auto& h : hole) solver.add_at_most(h, 1);
    CHECK(solver.solve({}) == PbSolver::Status::unsat);
    CHECK(solver.core().empty());
    CHECK(solver.conflicts() < 2000);
}

TEST_CASE("a core tells how many assumptions must fall") {
    PbSolver solver;
    std::vector<Term> terms;
    std::vector<Lit> none;
    for (int i = 0; i < 6; ++i) {
        terms.push_back({1, positive(solver.new_var())});
        none.push_back(negate(terms.back().lit));
    }
    REQUIRE(solver.add(terms, 3));
    CHECK(solver.solve(none) == PbSolver::Status::unsat);
    CHECK(solver.core_count() == 3);
    CHECK(solver.core().size() == 6);
    CHECK(solver.solve({none[0], none[1], none[2]}) == PbSolver::Status::sat);
    CHECK(solver.model(terms[5].lit));
}

TEST_CASE("teams of real size: valid, consistent, the same each time") {
    for (int seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Dice dice(static_cast<std::uint64_t>(seed) + 5000);
        const Problem problem = team_problem(dice, random_shape(dice));
        Options options;
        options.most_work = 2 * kMostWork;
        const Result result = solve(problem, options);
        CHECK(violation(problem, result.who) == "");
        const Value value = value_of(problem, result.who);
        const Certificate& c = result.certificate;
        CHECK(c.coverage.value == value.covered);
        CHECK(c.changes.value == value.changes);
        CHECK(c.fairness.value == value.fairness);
        CHECK(c.coverage.bound >= c.coverage.value);
        CHECK(c.changes.bound <= c.changes.value);
        CHECK(c.fairness.bound <= c.fairness.value);
        if (c.coverage.proven)
            for (const Uncovered& hole : result.uncovered)
                for (const Reason& reason : hole.because) CHECK(reason.rule);
        if (c.fairness.proven) CHECK(solve(problem, options).who == result.who);
    }
}

TEST_CASE("at the limit the best found comes with an honest bound") {
    for (int seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Dice dice(static_cast<std::uint64_t>(seed) + 9000);
        const Problem problem = team_problem(dice, random_shape(dice));
        Options now;
        now.most_work = 0;
        const Result quick = solve(problem, now), full = solve(problem);
        CHECK(violation(problem, quick.who) == "");
        if (!full.certificate.fairness.proven) continue;
        CHECK(quick.certificate.coverage.bound >= full.certificate.coverage.value);
        CHECK(quick.certificate.coverage.value <= full.certificate.coverage.value);
        if (quick.certificate.coverage.value != full.certificate.coverage.value) continue;
        CHECK(quick.certificate.changes.bound <= full.certificate.changes.value);
        if (quick.certificate.changes.value == full.certificate.changes.value)
            CHECK(quick.certificate.fairness.bound <= full.certificate.fairness.value);
    }
}
