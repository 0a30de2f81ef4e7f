// Laws of the exact bounds, on programs small enough to try every solution.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "instances.hpp"
#include "rota/search/branch.hpp"
#include "rota/solve.hpp"

using namespace teamctl::rota;
using namespace teamctl::rota::testing;

namespace {

constexpr int kVars = 9;

struct Small {
    std::vector<LinearRow> rows;
    SoftSum cost;
};

Small random_program(Dice& dice) {
    Small out;
    for (int r = dice.between(1, 6); r > 0; --r) {
        LinearRow row;
        for (int v = 0; v < kVars; ++v)
            if (dice.chance(45))
                row.terms.push_back({dice.chance(30) ? -1 : dice.between(1, 3), positive(v)});
        row.bound = dice.between(-1, 4);
        row.equal = dice.chance(25);
        if (!row.terms.empty()) out.rows.push_back(std::move(row));
    }
    out.cost.constant = mpq_class(dice.between(-20, 20), 7);
    out.cost.constant.canonicalize();
    for (int v = 0; v < kVars; ++v) {
        mpq_class weight(dice.between(-30, 30), static_cast<unsigned long>(dice.between(1, 9)));
        weight.canonicalize();
        out.cost.softs.push_back({positive(v), weight});
    }
    return out;
}

bool allowed(const Small& small, int solution) {
    return std::all_of(small.rows.begin(), small.rows.end(), [&](const LinearRow& row) {
        long sum = 0;
        for (const Term& t : row.terms)
            if ((solution >> var_of(t.lit)) & 1) sum += t.coef;
        return row.equal ? sum == row.bound : sum <= row.bound;
    });
}

mpq_class cost_of(const Small& small, int solution) {
    mpq_class sum = small.cost.constant;
    for (const Soft& s : small.cost.softs)
        if ((solution >> var_of(s.lit)) & 1) sum += s.weight;
    return sum;
}

std::optional<mpq_class> least(const Small& small) {
    std::optional<mpq_class> best;
    for (int solution = 0; solution < 1 << kVars; ++solution) {
        if (!allowed(small, solution)) continue;
        const mpq_class cost = cost_of(small, solution);
        if (!best || cost < *best) best = cost;
    }
    return best;
}

const mpq_class kNone = 1000000;

}  // namespace

TEST_CASE("no prices give a bound above the least cost, and those of the linear program none below its own") {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Dice dice(seed);
        const Small small = random_program(dice);
        const auto best = least(small);
        LinearProgram program(small.rows, small.cost, [](Lit) { return 0; });
        CAPTURE(seed);
        Work work{kMostWork, {}};
        const bool solved = program.solve(1e9, work);
        Prices prices = program.prices();
        if (best) {
            REQUIRE(solved);
            CHECK(program.bound(prices) <= *best);
            double value = small.cost.constant.get_d();
            for (const int v : program.open())
                value += small.cost.softs[static_cast<std::size_t>(v)].weight.get_d() * program.share(v);
            CHECK(program.bound(prices).get_d() == doctest::Approx(value).epsilon(1e-7));
        }
        for (std::size_t i = 0; i < prices.size(); ++i)
            prices[i] = small.rows[i].equal ? dice.between(-9, 9) : dice.between(0, 9);
        if (best) CHECK(program.bound(prices) <= *best);
        if (!solved) CHECK(program.bound(program.steeper(program.prices(), 1000)) >= 1000);
    }
}

TEST_CASE("branch and bound finds the least cost and proves it, as trying every solution does") {
    int bound = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Dice dice(seed);
        const Small small = random_program(dice);
        const auto best = least(small);
        LinearProgram program(small.rows, small.cost, [](Lit) { return 0; });
        mpq_class known = kNone;
        const auto found = [&](const BranchSearch::Shares& share, bool solution) {
            int bits = 0;
            for (const int v : program.open())
                if (share(positive(v)) > 0.5) bits |= 1 << v;
            CHECK((!solution || allowed(small, bits)));
            if (allowed(small, bits)) known = std::min(known, cost_of(small, bits));
            return known;
        };
        Work work{kMostWork, {}};
        const auto alone = [](const std::vector<Lit>& lits, std::vector<Lit>& implied) {
            implied = lits;
            return true;
        };
        BranchSearch search(program, kNone, 0, found, alone, work);
        CAPTURE(seed);
        CHECK(search.run(5000));
        CHECK(search.lower() == known);
        CHECK(known == best.value_or(kNone));
        bound += best.has_value() ? 1 : 0;
    }
    CHECK(bound > 100);
}
