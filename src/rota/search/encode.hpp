// One component of the model as linear constraints over truth values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rota/search/draft.hpp"
#include "rota/search/flow.hpp"
#include "rota/search/linear.hpp"
#include "rota/search/pb.hpp"

namespace teamctl::rota {

class Encoding {
  public:
    Encoding(const Model& model, const std::vector<int>& tasks);

    PbSolver& solver() { return solver_; }
    Holders plan() const;                                         // of the solver's last solution
    Holders plan(const std::function<double(Lit)>& share) const;  // what is held for the greater part
    void suggest(const Holders& plan);                            // search near it
    void suggest(const std::function<double(Lit)>& share);

    SoftSum broken(const std::vector<int>& among) const;
    SoftSum uncovered(const std::vector<int>& among) const;
    SoftSum lost(const std::vector<int>& among) const;
    SoftSum stand_ins(const std::vector<int>& among) const;
    // Counters prepared; weights may be negative. Each wish refused costs `wish`.
    SoftSum fairness(const mpq_class& wish) const;
    void prepare_counters(const std::vector<int>& most);

    // All that holds, for a linear program.
    const std::vector<LinearRow>& rows() const { return rows_; }
    Prices prices(const FlowResult& flow) const;  // of its rows; counters prepared
    // The same cost around prices: the constant is a lower bound, no weight is negative.
    SoftSum around(const SoftSum& cost, const Prices& prices);

    // Makes what is already certain hard.
    void require_at_most(const SoftSum& sum, long bound);
    // A literal that, where true, holds the sum to the bound.
    Lit limit(const SoftSum& sum, long bound);
    void require_at_least(const SoftSum& sum, long bound);

    // What the literals of links, empty places and counters mean, one a line, for a proof.
    std::string meanings() const;

    // Tries each link by itself and drops those that lead nowhere.
    void probe();

    // Literals that decide much at once: who holds a block, or a task of several slots.
    const std::vector<Lit>& wide() const { return wide_; }

    // What the constraints leave open of each link.
    std::vector<std::vector<Link>> links() const;

  private:
    void add_tasks();
    void add_conflicts();
    void add_rules();
    void add_limit(const Limit& limit);
    void add_pair(const PairRule& pair);
    void add_blocks();
    void add_block(int block);
    void add_wish(const OpenWish& wish);
    Lit soften(const std::vector<int>& tasks, int person);
    // Literals for the sums of turns a counter can reach: values[i + 1] or more where steps[i] is true.
    struct Counter {
        int id = 0;
        std::vector<int> values;
        std::vector<Lit> steps;
        std::size_t row = 0;
    };
    Counter make_counter(int id, int most);
    void hold(std::vector<Term> terms, long bound, bool equal = false);
    std::vector<Term> turns_of(const std::vector<int>& tasks, int person) const;
    Lit link(int task, int person) const;
    bool mine(const std::vector<int>& tasks) const;

    const Model& model_;
    std::vector<int> tasks_;
    std::vector<int> first_;                            // by task: variable of the first link
    std::vector<std::size_t> task_row_;                 // by task
    std::vector<std::vector<Lit>> open_;                // by task: "at least j+1 places stay empty"
    std::vector<std::pair<int, Lit>> broken_;           // demand, literal
    std::vector<std::pair<int, Lit>> lost_;             // published, literal
    std::vector<std::pair<int, Soft>> stand_ins_;       // block, what costs there
    std::vector<std::pair<int, long>> sure_stand_ins_;  // block, number
    std::vector<Lit> wide_;
    std::vector<Lit> refused_;  // wishes
    std::string_view what_;     // the rule whose rows are being added
    std::vector<LinearRow> rows_;
    std::vector<Counter> counters_;
    PbSolver solver_;
};

}  // namespace teamctl::rota
