// Random teams against Cbc: the same coverage, changes, stand-ins, fairness and wishes. `rota_mip_test
// [first] [last] [wide|crowded|limits|rules]` chooses the seeds, and the class of teams; ROTA_MIP_TEAMS=n
// takes the first n. Of `rules` it also says how often each rule binds: without it another plan is found.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "checker.hpp"
#include "instances.hpp"
#include "mip.hpp"
#include "rota/limits/rules.hpp"
#include "rota/solve.hpp"

using namespace teamctl::rota;
using namespace teamctl::rota::testing;

namespace {

struct Tally {
    int same = 0, differ = 0, unproven = 0, mip_gave_up = 0;
    std::vector<double> ours, theirs;
    std::map<std::string, int> binds;
};

double quantile(std::vector<double> values, double q) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1))];
}

Who solved(const Problem& problem) {
    Options quick;
    quick.spacing = false;
    return solve(problem, quick).who;
}

Problem without_limits(Problem p, RuleKind kind) {
    std::erase_if(p.rules, [&](const Rule& rule) { return rule.kind == kind; });
    return p;
}

// The problem without one kind of what it asks for.
Problem without(const std::string& what, Problem p) {
    for (Role& role : p.roles)
        if (what == "blocks") role.block_days = 0;
    for (Slot& slot : p.slots) {
        if (what == "weights") slot.load = 1;
        if (what == "empty pins") slot.pinned_empty = false;
        if (what == "pins" && !slot.fixed) slot.pinned.reset();
        if (what == "published plan" && !slot.fixed) slot.published.reset();
    }
    if (what == "weights") p.units.clear();
    return p;
}

// Which rules the optimum depends on: without them the plan breaks them, or is worth less.
void count_binding(const Problem& problem, Tally& tally) {
    const Value best = value_of(problem, solved(problem));
    const auto count = [&](const std::string& rule, const Problem& less) {
        const Who who = solved(less);
        if (!violation(problem, who).empty() || best.better_than(value_of(problem, who))) ++tally.binds[rule];
    };
    std::set<RuleKind> kinds;
    for (const Rule& rule : problem.rules) kinds.insert(rule.kind);
    for (const RuleKind kind : kinds)
        count("limit " + std::string(form_of(kind).code), without_limits(problem, kind));
    for (const char* what : {"blocks", "weights", "empty pins", "pins", "published plan"})
        count(what, without(what, problem));
    if (best.granted < static_cast<long>(problem.wishes.size())) ++tally.binds["a wish refused"];
    if (best.granted > 0) ++tally.binds["a wish granted"];
}

void compare(int seed, const std::string& what, Tally& tally) {
    Dice dice(static_cast<std::uint64_t>(seed));
    Problem problem = what == "wide"      ? wide_problem(dice)
                      : what == "crowded" ? crowded_problem(dice)
                      : what == "rules"   ? middle_problem(dice)
                                          : team_problem(dice, random_shape(dice));
    if (what == "limits") make_harder(dice, problem, 4, 4, 12);
    if (what == "rules") count_binding(problem, tally);
    const auto start = std::chrono::steady_clock::now();
    const Result result = solve(problem);
    tally.ours.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    const Certificate& c = result.certificate;
    const std::string wrong = violation(problem, result.who);
    if (!c.coverage.proven || !c.changes.proven || !c.blocks.proven || !c.fairness.proven ||
        !c.wishes.proven) {
        ++tally.unproven;
        std::printf("seed %d: unproven, fairness %.4f, bound %.4f\n", seed, c.fairness.value.get_d(),
                    c.fairness.bound.get_d());
    }
    const MipValue mip = solve_mip(problem, 30);
    if (mip.optimal) tally.theirs.push_back(mip.milliseconds);
    if (!mip.optimal) ++tally.mip_gave_up;
    const bool same = c.coverage.value == mip.covered && c.changes.value == mip.changes &&
                      c.blocks.value == mip.stand_ins && c.wishes.value == mip.granted &&
                      std::abs(c.fairness.value.get_d() - mip.fairness) < 1e-5;
    if (!wrong.empty() || (mip.optimal && !same)) {
        ++tally.differ;
        std::printf(
            "seed %d: %s covered %ld / %ld, changes %ld / %ld, stand-ins %ld / %ld, fairness %.6f / %.6f, "
            "wishes %ld / %ld\n",
            seed, wrong.c_str(), c.coverage.value, mip.covered, c.changes.value, mip.changes, c.blocks.value,
            mip.stand_ins, c.fairness.value.get_d(), mip.fairness, c.wishes.value, mip.granted);
    } else if (mip.optimal) {
        ++tally.same;
    }
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    const char* wanted = std::getenv("ROTA_MIP_TEAMS");
    const int first = argc > 1 ? std::atoi(argv[1]) : 1;
    const int last = argc > 2 ? std::atoi(argv[2]) : wanted != nullptr ? std::atoi(wanted) : 40;
    const std::string what = argc > 3 ? argv[3] : "";
    Tally tally;
    for (int seed = first; seed <= last; ++seed) compare(seed, what, tally);
    std::printf("%d the same, %d different, %d unproven by us, %d given up by the MIP\n", tally.same,
                tally.differ, tally.unproven, tally.mip_gave_up);
    std::printf("ours: median %.1f ms, 90%% %.1f ms, slowest %.1f ms\n", quantile(tally.ours, 0.5),
                quantile(tally.ours, 0.9), quantile(tally.ours, 1));
    std::printf("MIP:  median %.1f ms, 90%% %.1f ms, slowest %.1f ms\n", quantile(tally.theirs, 0.5),
                quantile(tally.theirs, 0.9), quantile(tally.theirs, 1));
    for (const auto& [rule, count] : tally.binds) std::printf("%s binds in %d\n", rule.c_str(), count);
    return tally.differ == 0 ? 0 : 1;
}
