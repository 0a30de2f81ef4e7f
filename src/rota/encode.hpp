// One component of the model as linear constraints over truth values.
#pragma once

#include <optional>
#include <vector>

#include "rota/draft.hpp"
#include "rota/flow.hpp"
#include "rota/pb.hpp"
#include "rota/prices.hpp"

namespace teamctl::rota {

// A literal that costs `weight` where it is true.
struct Soft {
    Lit lit = 0;
    mpq_class weight{};
};

// Cost = constant + the weights of the literals that are true; never negative weights.
struct SoftSum {
    mpq_class constant{};
    std::vector<Soft> softs;
};

class Encoding {
  public:
    Encoding(const Model& model, const std::vector<int>& tasks);

    PbSolver& solver() { return solver_; }
    Plan plan() const;               // of the solver's last solution
    void suggest(const Plan& plan);  // search near it

    SoftSum broken(const std::vector<int>& among) const;
    SoftSum uncovered(const std::vector<int>& among) const;
    SoftSum lost(const std::vector<int>& among) const;
    // The costs around given prices: the constant is a lower bound. For fairness, the numbers of uncovered
    // slots must be settled and counters prepared.
    SoftSum uncovered_around(const Prices& prices);
    SoftSum fairness_around(const Prices& prices, const std::vector<Knot>& knots);
    void prepare_counters(const std::vector<int>& most);

    Relaxation relaxation() const;  // of what is open now, without `most`

    // Makes what is already certain hard.
    void require_at_most(const SoftSum& sum, long bound);
    // A literal that, where true, holds the sum to the bound.
    Lit limit(const SoftSum& sum, long bound);
    void require_at_least(const SoftSum& sum, long bound);

    // Tries each link by itself and drops those that lead nowhere.
    void probe();

    // What the constraints leave open of each link.
    std::vector<std::vector<Link>> links() const;

  private:
    void add_tasks();
    void add_conflicts();
    void add_rules();
    // Literals for the sums of turns a counter can reach: values[i + 1] or more where steps[i] is true.
    struct Counter {
        int id = 0;
        std::vector<int> values;
        std::vector<Lit> steps;
    };
    Counter make_counter(int id, int most);
    void at_most(std::vector<Term> terms, int bound);
    void add_counter_cost(const Counter& counter, const mpq_class& price, SoftSum& sum) const;
    void add_row_cost(const Prices& prices, SoftSum& sum);
    std::vector<mpq_class> row_prices(const Prices& prices) const;
    std::vector<Term> turns_of(const std::vector<int>& tasks, int person) const;
    Lit link(int task, int person) const;
    bool mine(const std::vector<int>& tasks) const;

    const Model& model_;
    std::vector<int> tasks_;
    std::vector<int> first_;                              // by task: variable of the first link
    std::vector<std::vector<Lit>> open_;                  // by task: "at least j+1 places stay empty"
    std::vector<std::pair<int, Lit>> broken_;             // demand, literal
    std::vector<std::pair<int, Lit>> lost_;               // published, literal
    std::vector<std::pair<std::vector<Lit>, int>> rows_;  // at most so many
    std::vector<Counter> counters_;
    PbSolver solver_;
};

}  // namespace teamctl::rota
