#include "rota/solve.hpp"

#include <algorithm>

#include "rota/component.hpp"
#include "rota/explain.hpp"
#include "rota/spacing.hpp"
#include "rota/split.hpp"

namespace teamctl::rota {

namespace {

// Adds what components proved; a component left unproven leaves the whole unproven.
void add(Certificate& c, const Outcome& outcome, long change_scale) {
    c.coverage.value -= outcome.score.uncovered;
    c.coverage.bound -= outcome.lower.uncovered;
    // The preferences weigh less than one lost turn in all: without them the value, and a bound of it,
    // remain.
    c.changes.value += outcome.score.lost / change_scale;
    c.changes.bound += outcome.lower.lost / change_scale;
    c.blocks.value += outcome.score.stand_ins;
    c.blocks.bound += outcome.lower.stand_ins;
    c.fairness.value += outcome.score.fairness;
    c.fairness.bound += outcome.lower.fairness;
    c.wishes.value -= outcome.score.refused;
    c.wishes.bound -= outcome.lower.refused;
    c.coverage.proven = c.coverage.proven && outcome.coverage_proven;
    c.changes.proven = c.changes.proven && outcome.changes_proven;
    c.blocks.proven = c.blocks.proven && outcome.blocks_proven;
    c.fairness.proven = c.fairness.proven && outcome.fairness_proven;
    c.wishes.proven = c.fairness.proven;
}

// What holds for every plan: kept slots, turns that no plan keeps, groups without anything to decide.
Certificate base_certificate(const Model& model, const std::vector<std::vector<int>>& parts) {
    Certificate c;
    c.coverage.value = model.covered;
    for (const Task& t : model.tasks) c.coverage.value += static_cast<long>(t.need()) * t.weight;
    c.coverage.bound = c.coverage.value;
    c.changes.value = c.changes.bound = model.lost;
    c.blocks.value = c.blocks.bound = model.stand_ins;
    c.wishes.value = c.wishes.bound = static_cast<long>(model.problem->wishes.size()) - model.refused;
    std::vector<bool> open(static_cast<std::size_t>(model.problem->groups), false);
    for (const auto& tasks : parts)
        for (const int g : groups_of(model, tasks)) open[static_cast<std::size_t>(g)] = true;
    std::vector<int> settled;
    for (int g = 0; g < model.problem->groups; ++g)
        if (!open[static_cast<std::size_t>(g)]) settled.push_back(g);
    c.fairness.value = c.fairness.bound = fairness_of(model, settled, model.base);
    c.coverage.proven = c.changes.proven = c.blocks.proven = c.fairness.proven = c.wishes.proven = true;
    return c;
}

struct Solution {
    Certificate certificate;
    Holders plan;
};

Solution solve_model(const Model& model, Work& work, bool counts) {
    const auto parts = components(model);
    Solution out{base_certificate(model, parts), Holders(model.tasks.size())};
    for (const auto& tasks : parts) {
        const Outcome outcome = solve_component(model, tasks, work, counts);
        add(out.certificate, outcome, model.change_scale);
        for (const int t : tasks)
            out.plan[static_cast<std::size_t>(t)] = outcome.plan[static_cast<std::size_t>(t)];
    }
    return out;
}

// Whether nothing is wanting in the counts: no better plan can be.
bool nothing_wanting(const Model& model, const Certificate& c) {
    long places = model.covered;
    for (const Task& t : model.tasks) places += static_cast<long>(t.need()) * t.weight;
    return c.coverage.value == places && c.changes.value == 0 && c.blocks.value == 0;
}

// The fewest stand-ins that a block of one place has by itself, where all of it is covered.
long least_stand_ins(const Model& model, const Block& block) {
    if (block.need != 1) return 0;
    std::optional<long> least;
    for (int p = 0; p < model.problem->people; ++p) {
        if (!block.holders.empty() && block.holders.front() != p) continue;
        long count = 0;
        for (const auto& [person, turns] : block.kept)
            if (person != p) count += turns;
        for (const int t : block.tasks)
            if (!contains(model.tasks[at(t)].people, p)) ++count;
        least = std::min(least.value_or(count), count);
    }
    return least.value_or(0);
}

// The blocks that no best plan splits: all is covered, and the other blocks have all the stand-ins there are.
Rigid settled_blocks(const Model& model, const Certificate& c) {
    Rigid rigid;
    long places = model.covered, sum = model.stand_ins;
    for (const Task& t : model.tasks) places += static_cast<long>(t.need()) * t.weight;
    if (!c.blocks.proven || c.coverage.value != places) return rigid;
    for (const Block& block : model.blocks) {
        const long least = least_stand_ins(model, block);
        sum += least;
        if (least > 0) continue;
        const Task& first = model.tasks[at(block.tasks.front())];
        rigid.blocks.emplace_back(first.role,
                                  *block_of(model.problem->roles[at(first.role)], first.first_day));
    }
    if (sum != c.blocks.value) rigid.blocks.clear();
    std::sort(rigid.blocks.begin(), rigid.blocks.end());
    return rigid;
}

// Where blocks can be held whole, they are single tasks, which is what the search is best at. That is no loss
// where nothing is wanting; else each slot is decided by itself first, and only those blocks are made whole
// that no best plan splits.
Model choose_model(const Problem& problem, Work& work) {
    const BlockSplit split = rigid_blocks(problem);
    if (split.can.empty()) return build_model(problem, {});
    if (split.cannot == 0) {
        Model whole = build_model(problem, {true, {}});
        if (nothing_wanting(whole, solve_model(whole, work, true).certificate)) return whole;
    }
    Model single = build_model(problem, {});
    const Rigid rigid = settled_blocks(single, solve_model(single, work, true).certificate);
    return rigid.blocks.empty() ? single : build_model(problem, rigid);
}

std::vector<bool> granted(const Problem& problem, const std::vector<std::optional<int>>& who) {
    std::vector<bool> out;
    for (const Wish& wish : problem.wishes)
        out.push_back(wish.on == std::any_of(wish.slots.begin(), wish.slots.end(),
                                             [&](int s) { return who[at(s)] == wish.person; }));
    return out;
}

}  // namespace

Result solve(const Problem& problem, const Options& options) {
    std::optional<Work::Clock::time_point> until;
    if (options.time_limit) until = Work::Clock::now() + *options.time_limit;
    Work work{options.most_work, until};
    const Model model = choose_model(problem, work);
    Solution solution = solve_model(model, work, false);
    Result result;
    result.certificate = solution.certificate;
    if (options.spacing) spread(model, solution.plan, work);
    result.who = by_slot(model, solution.plan);
    result.granted = granted(problem, result.who);
    result.certificate.smallest_gap_days = smallest_gap(problem, result.who);
    result.certificate.gaps = smallest_gaps(problem, result.who);
    explain(problem, result);
    return result;
}

}  // namespace teamctl::rota
