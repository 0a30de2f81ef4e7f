#include "rota/solve.hpp"

#include "rota/component.hpp"
#include "rota/explain.hpp"
#include "rota/spacing.hpp"
#include "rota/split.hpp"

namespace teamctl::rota {

namespace {

// Adds what components proved; a component left unproven leaves the whole unproven.
void add(Certificate& c, const Outcome& outcome) {
    c.coverage.value -= outcome.score.uncovered;
    c.coverage.bound -= outcome.lower.uncovered;
    c.changes.value += outcome.score.lost;
    c.changes.bound += outcome.lower.lost;
    c.fairness.value += outcome.score.fairness;
    c.fairness.bound += outcome.lower.fairness;
    c.coverage.proven = c.coverage.proven && outcome.coverage_proven;
    c.changes.proven = c.changes.proven && outcome.changes_proven;
    c.fairness.proven = c.fairness.proven && outcome.fairness_proven;
}

// What holds for every plan: kept slots, turns that no plan keeps, groups without anything to decide.
Certificate base_certificate(const Model& model, const std::vector<std::vector<int>>& parts) {
    Certificate c;
    c.coverage.value = model.covered;
    for (const Task& t : model.tasks) c.coverage.value += static_cast<long>(t.need()) * t.weight;
    c.coverage.bound = c.coverage.value;
    c.changes.value = c.changes.bound = model.lost;
    std::vector<bool> open(static_cast<std::size_t>(model.problem->groups), false);
    for (const auto& tasks : parts)
        for (const int g : groups_of(model, tasks)) open[static_cast<std::size_t>(g)] = true;
    std::vector<int> settled;
    for (int g = 0; g < model.problem->groups; ++g)
        if (!open[static_cast<std::size_t>(g)]) settled.push_back(g);
    c.fairness.value = c.fairness.bound = fairness_of(model, settled, model.base);
    c.coverage.proven = c.changes.proven = c.fairness.proven = true;
    return c;
}

}  // namespace

Result solve(const Problem& problem, const Options& options) {
    const auto start = std::chrono::steady_clock::now();
    const auto stop = [&] { return std::chrono::steady_clock::now() - start >= options.time_limit; };
    const Model model = build_model(problem);
    const auto parts = components(model);
    Result result;
    result.certificate = base_certificate(model, parts);
    Holders plan(model.tasks.size());
    for (const auto& tasks : parts) {
        const Outcome outcome = solve_component(model, tasks, stop);
        add(result.certificate, outcome);
        for (const int t : tasks)
            plan[static_cast<std::size_t>(t)] = outcome.plan[static_cast<std::size_t>(t)];
    }
    if (options.spacing) spread(model, plan, stop);
    result.who = by_slot(model, plan);
    result.certificate.smallest_gap_days = smallest_gap(problem, result.who);
    explain(problem, result);
    return result;
}

}  // namespace teamctl::rota
