// A pseudo-boolean solver: conflict-driven search that learns linear constraints by cutting planes (division
// and saturation), so that counting arguments ("five slots, three people") stay short. Answers under
// assumptions and turns a refusal into a cardinality core.
#pragma once

#include <vector>

#include "rota/work.hpp"

namespace teamctl::rota {

// A literal: 2 * variable, plus 1 for the negation.
using Lit = int;
constexpr Lit positive(int var) {
    return 2 * var;
}
constexpr Lit negate(Lit l) {
    return l ^ 1;
}
constexpr int var_of(Lit l) {
    return l >> 1;
}

struct Term {
    long coef = 1;
    Lit lit = 0;
};

class PbSolver {
  public:
    enum class Status { sat, unsat, stopped };

    int new_var(bool phase = false);
    int vars() const { return static_cast<int>(value_.size()) / 2; }
    // Sum of coef * lit >= degree, coefficients positive or negative. False when no solution is left.
    bool add(std::vector<Term> terms, long degree);
    bool add_at_most(std::vector<Term> terms, long bound);
    bool add_clause(const std::vector<Lit>& lits);

    // Looks for a solution in which the assumptions hold. unsat: see core().
    Status solve(const std::vector<Lit>& assumptions);
    // Counts what is done; its end ends the search with `stopped`.
    void set_work(Work* work) { work_ = work; }
    // Ends a search with `stopped` after so many conflicts; 0: no limit.
    void set_conflict_limit(long limit) { conflict_limit_ = limit; }

    bool model(Lit l) const { return model_[static_cast<std::size_t>(var_of(l))] != ((l & 1) != 0); }
    // Forbids each of these literals that leads to a conflict at once. True if any did.
    bool probe(const std::vector<Lit>& lits);

    // What must be true where all of these are, as far as one look at each constraint shows. False: they
    // cannot be.
    bool imply(const std::vector<Lit>& lits, std::vector<Lit>& implied);

    // 1 true, -1 false, 0 open, for good.
    int fixed(Lit l) const;
    void set_phase(int var, bool phase) { phase_[static_cast<std::size_t>(var)] = phase; }

    // After unsat: at least core_count() of these negated assumptions are true in every solution. Empty when
    // there is no solution at all.
    const std::vector<Lit>& core() const { return core_; }
    long core_count() const { return core_count_; }
    long conflicts() const { return conflicts_; }

  private:
    struct Constraint {
        std::vector<Term> terms;  // by falling coefficient
        long degree = 0;
        double activity = 0;
        bool learned = false;
    };
    // What propagation reads of every constraint it passes; apart from the rest, since that is most of the
    // work.
    struct Hot {
        long slack = 0;    // sum of the coefficients not (yet) false, minus the degree
        long largest = 0;  // coefficient
    };
    struct Use {
        int constraint = 0;
        int coef = 0;
    };
    // A constraint being derived: dense by variable.
    struct Derived {
        std::vector<long> coef;
        std::vector<Lit> lit;
        std::vector<bool> listed;  // in vars
        std::vector<int> vars;
        long degree = 0;
    };

    std::size_t at(int i) const { return static_cast<std::size_t>(i); }
    bool is_true(Lit l) const { return value_[at(l)] == 1; }
    bool is_false(Lit l) const { return value_[at(l)] == -1; }
    int level() const { return static_cast<int>(level_start_.size()); }
    bool false_before(Lit l, int position) const { return is_false(l) && place_[at(var_of(l))] < position; }

    bool attach(std::vector<Term> terms, long degree, bool learned);
    void enqueue(Lit l, int reason);
    int propagate();
    bool propagate_constraint(int c);
    void backtrack(int to);
    bool next_assumption(const std::vector<Lit>& assumptions, Lit& out);
    Lit pick();

    bool out_of_work();
    bool learn(int conflict);
    void work_clear();
    void work_add(long coef, Lit l);
    void work_load(int constraint);
    void work_resolve(Lit propagated, int position, Lit hypothetical);
    void work_tidy();
    void work_drop_zeros();
    void work_shrink(int position, Lit hypothetical);
    bool asserting_below(int level, long& slack_below) const;
    int assertion_level(const std::vector<Term>& terms, long degree) const;
    std::vector<Term> work_terms(long& degree) const;
    void final_core(Lit failed);
    void bump(int var);
    void reduce();
    void heap_insert(int var);
    void heap_up(int index);
    void heap_down(int index);
    int heap_pop();

    std::vector<Constraint> constraints_;
    std::vector<Hot> hot_;                // parallel
    std::vector<std::vector<Use>> uses_;  // by literal: constraints that lose when it turns false
    std::vector<signed char> value_;      // by literal
    std::vector<bool> phase_, model_;
    std::vector<bool> assumed_;                   // by literal, in the current search
    std::vector<int> place_, level_of_, reason_;  // by variable
    std::vector<Lit> trail_;
    std::vector<int> level_start_;
    int head_ = 0;
    std::vector<double> activity_;
    double bump_ = 1, constraint_bump_ = 1;
    std::vector<int> heap_, heap_place_;
    Derived derived_;
    std::vector<Term> reduced_;
    std::vector<Lit> core_;
    long core_count_ = 0, conflicts_ = 0, conflict_limit_ = 0, learned_ = 0, learned_limit_ = 2000;
    bool ok_ = true, keep_phases_ = false;
    Work* work_ = nullptr;
    long steps_ = 0;  // constraints looked at, not yet told
};

}  // namespace teamctl::rota
