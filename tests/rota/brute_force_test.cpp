// Small random problems against enumeration: every rule, pins, repair, history.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "checker.hpp"
#include "instances.hpp"
#include "rota/solve.hpp"

using namespace teamctl::rota;
using namespace teamctl::rota::testing;

namespace {

void compare(const Problem& problem) {
    const Result result = solve(problem);
    REQUIRE(violation(problem, result.who) == "");
    const Value best = brute_force(problem), got = value_of(problem, result.who);
    CHECK(got.broken == best.broken);
    CHECK(got.covered == best.covered);
    CHECK(got.changes == best.changes);
    CHECK(got.stand_ins == best.stand_ins);
    CHECK(got.fairness == best.fairness);
    CHECK(got.granted == best.granted);
    const Certificate& c = result.certificate;
    CHECK(c.coverage.value == got.covered);
    CHECK(c.changes.value == got.changes);
    CHECK(c.blocks.value == got.stand_ins);
    CHECK(c.fairness.value == got.fairness);
    CHECK(c.wishes.value == got.granted);
    CHECK((c.coverage.proven && c.coverage.bound == got.covered));
    CHECK((c.changes.proven && c.changes.bound == got.changes));
    CHECK((c.blocks.proven && c.blocks.bound == got.stand_ins));
    CHECK((c.fairness.proven && c.fairness.bound == got.fairness));
    CHECK((c.wishes.proven && c.wishes.bound == got.granted));
}

}  // namespace

TEST_CASE("the optimum of small problems is the one found by trying everything") {
    for (int seed = 1; seed <= 800; ++seed) {
        CAPTURE(seed);
        Dice dice(static_cast<std::uint64_t>(seed));
        compare(small_problem(dice));
    }
}

TEST_CASE("so it is with limits over several roles, weights and wishes") {
    for (int seed = 1; seed <= 800; ++seed) {
        CAPTURE(seed);
        Dice dice(static_cast<std::uint64_t>(seed) + 100000);
        Problem problem = small_problem(dice);
        make_harder(dice, problem, 3, 2, 4, true);
        compare(problem);
    }
}

namespace {

// The problem without one rule: H1 to H7 by number, 5 being blocks; from 8 on the kinds of limits.
Problem without(int rule, Problem p) {
    for (Slot& s : p.slots) {
        if (rule == 6 && !s.fixed) s.pinned.reset();
        for (const Excluded& e : s.excluded)
            if (rule == 1) s.candidates.push_back(e.person);
        if (rule == 1) s.excluded.clear();
        std::sort(s.candidates.begin(), s.candidates.end());
    }
    int minute = 0;
    for (Occurrence& o : p.occurrences)
        if (rule == 2) {
            o.start = minute++;
            o.end = minute;
        }
    for (Role& r : p.roles) {
        if (rule == 3) r.gap_days = 0;
        if (rule == 4) r.max_per_week = 0;
        if (rule == 5) r.block_days = 0;
        if (rule != 7) continue;
        r.together.clear();
        r.apart.clear();
    }
    return p;
}

}  // namespace

TEST_CASE("each rule H1 to H7 changes the optimum of many of these problems") {
    std::map<int, int> binds;
    for (int seed = 1; seed <= 100; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed));
        const Problem problem = small_problem(dice);
        const Value best = brute_force(problem);
        for (int rule = 1; rule <= 7; ++rule)
            binds[rule] += brute_force(without(rule, problem)).better_than(best);
    }
    for (const auto& bound : binds) {
        const int rule = bound.first, count = bound.second;
        CAPTURE(rule);
        MESSAGE("H" << rule << " binds in " << count << " of 100");
        CHECK(count >= 4);
    }
}

TEST_CASE("each kind of limit changes the optimum of many of these problems") {
    std::map<int, int> binds;
    for (int seed = 1; seed <= 500; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed) + 100000);
        Problem problem = small_problem(dice);
        make_harder(dice, problem, 3, 2, 4, true);
        const Value best = brute_force(problem);
        for (std::size_t r = 0; r < problem.rules.size(); ++r) {
            Problem less = problem;
            less.rules.erase(less.rules.begin() + static_cast<std::ptrdiff_t>(r));
            binds[static_cast<int>(problem.rules[r].kind)] += brute_force(less).better_than(best);
        }
    }
    CHECK(binds.size() >= 11);
    for (const auto& bound : binds) {
        const int kind = bound.first, count = bound.second;
        CAPTURE(kind);
        MESSAGE("kind " << kind << " binds " << count << " times in 500");
        CHECK(count >= 4);
    }
}
