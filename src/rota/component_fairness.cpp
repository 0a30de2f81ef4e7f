// Fairness and wishes of a component, once its counts are settled.
#include "rota/component_solver.hpp"

namespace teamctl::rota {

namespace {

mpq_class greatest_common_divisor(const mpq_class& a, const mpq_class& b) {
    mpz_class numerator, denominator;
    mpz_gcd(numerator.get_mpz_t(), mpz_class(a.get_num() * b.get_den()).get_mpz_t(),
            mpz_class(b.get_num() * a.get_den()).get_mpz_t());
    mpq_class out(numerator, a.get_den() * b.get_den());
    out.canonicalize();
    return out;
}

}  // namespace

// Two plans of equal coverage differ by a multiple of this: turns of one parity, dues of one denominator.
// With units u, squares of u times a number differ by multiples of 2 u^2 where the sum of the numbers is the
// same.
mpq_class ComponentSolver::fairness_step() const {
    const std::vector<int> groups = groups_of(model_, tasks_);
    bool even = true;
    for (const int t : tasks_) even = even && model_.tasks[at(t)].load == model_.tasks[at(t)].weight;
    for (const int g : groups) even = even && model_.problem->unit(g) == model_.problem->unit(groups.front());
    mpq_class step = 0;
    for (const int g : groups) {
        const mpq_class unit = model_.problem->unit(g);
        const mpq_class square = (even || out_.score.uncovered == 0 ? 2 : 1) * unit * unit;
        step = greatest_common_divisor(square, step);
        for (const Standing& s : model_.problem->standing[at(g)])
            step = greatest_common_divisor(2 * unit * s.due, step);
    }
    return step;
}

// What one refused wish costs: all of them less than any loss of fairness.
mpq_class ComponentSolver::wish_cost(const mpq_class& step) const {
    return step / (static_cast<long>(model_.wishes.size()) + 1);
}

// A search by linear programs: adds to the lower bound, and leaves the prices of the first program. True when
// no plan costs less than the best.
bool ComponentSolver::branch(Encoding& encoding, const SoftSum& cost, const mpq_class& step, int programs,
                             const std::function<mpq_class()>& best, mpq_class& lower, Prices& prices) {
    const auto fixed = [&](Lit l) { return encoding.solver().fixed(l); };
    LinearProgram program(encoding.rows(), cost, fixed);
    const auto found = [&](const BranchSearch::Shares& share, bool solution) {
        const Holders plan = encoding.plan(share);
        if (solution)
            look_at(plan);
        else
            look_near(plan);
        return best();
    };
    const auto implied = [&](const std::vector<Lit>& lits, std::vector<Lit>& out) {
        return encoding.solver().imply(lits, out);
    };
    BranchSearch search(program, best(), step, found, implied, work_);
    search.prefer(encoding.wide());
    if (!shaved_) {  // what is settled for good helps the other search as well
        shaved_ = true;
        for (const Lit l : search.shave(encoding.wide())) encoding.solver().add_clause({l});
    }
    const bool proven = search.run(programs);
    lower = std::max(lower, search.lower());
    prices = search.prices();
    return proven;
}

// The flow's prices are nearly free, and where rules hold back little they are as good as any.
Prices ComponentSolver::flow_prices(Encoding& encoding) {
    const FlowResult flow = relax(encoding.links(), true);
    Prices prices = encoding.prices(flow);
    for (const Knot& knot : knots_)
        for (const int t : knot.tasks)
            if (knot.uncovered > 0) prices[knot.row] = std::max(prices[knot.row], flow.task_price[at(t)]);
    return prices;
}

void ComponentSolver::settle_fairness(Encoding& encoding) {
    encoding.probe();
    encoding.prepare_counters(most_turns(model_, tasks_, encoding.links()));
    const mpq_class whole = fairness_step(), wish = wish_cost(whole);
    const mpq_class step = model_.wishes.empty() ? whole : wish;
    const SoftSum cost = encoding.fairness(wish);
    const auto best = [&] { return mpq_class(out_.score.fairness + wish * out_.score.refused); };
    const auto found = [&] {
        look_at(encoding.plan());
        return best();
    };
    mpq_class lower = out_.lower.fairness;
    const auto run = [&](CoreSearch& search, long effort) {
        if (out_.fairness_proven || work_.over()) return;
        out_.fairness_proven = search.run(effort);
        lower = std::max(lower, search.lower());
    };
    encoding.suggest(out_.plan);
    CoreSearch by_flow(encoding.solver(), encoding.around(cost, flow_prices(encoding)), best(), found,
                       {true, step});
    run(by_flow, kFirst);
    // What one search has excluded sharpens the other.
    long effort = kEffort;
    for (int programs = kPrograms; !out_.fairness_proven && !work_.over();
         programs *= 3, effort += effort / 2) {
        encoding.probe();
        Prices prices;
        out_.fairness_proven = branch(encoding, cost, step, programs, best, lower, prices);
        if (out_.fairness_proven || work_.over()) break;
        encoding.suggest(out_.plan);
        CoreSearch by_prices(encoding.solver(), encoding.around(cost, prices), best(), found, {true, step});
        run(by_prices, effort);
        run(by_flow, effort);  // where turns come by the week, linear programs see little
    }
    settle_bounds(lower, wish);
}

// From a bound of the sum of both to one of fairness, and one of the wishes where fairness is proven.
void ComponentSolver::settle_bounds(const mpq_class& lower, const mpq_class& wish) {
    const mpq_class spare = wish * static_cast<long>(model_.wishes.size());
    out_.lower.fairness = std::max(out_.lower.fairness, mpq_class(lower - spare));
    if (out_.fairness_proven) {
        out_.lower.fairness = out_.score.fairness;
        out_.lower.refused = out_.score.refused;
    }
}

}  // namespace teamctl::rota
