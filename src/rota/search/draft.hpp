// A plan under construction, and the moves that improve it: chains in which each person hands one task on.
#pragma once

#include <vector>

#include "rota/model.hpp"

namespace teamctl::rota {

// The objectives of a component's tasks, in their order; smaller is better.
struct Score {
    long broken = 0;     // demands of pins not met
    long uncovered = 0;  // slots
    long lost = 0;       // published turns
    long stand_ins = 0;  // slots of blocks
    mpq_class fairness{};
    long refused = 0;  // wishes
    bool operator<(const Score& other) const;
};

class Draft {
  public:
    Draft(const Model& model, std::vector<int> tasks);

    void set(const Holders& plan);
    const Holders& plan() const { return plan_; }
    // What a counter's turns come to in the plan, in units.
    int units(int counter) const { return turns_[at(counter)] - model_.base[at(counter)]; }
    Score score() const;

    // True where the person can take the task beside what they hold. Members of `together` pairs are left to
    // the exact search: false.
    bool fits(int person, int task) const;
    // True for a member of a `together` pair, who cannot leave the task without the other.
    bool tied(int person, int task) const;
    void give(int task, int person);
    void take(int task, int person);

    // Starts from the published plan and what pins demand, then covers what can be covered and evens out the
    // turns.
    void build();
    // Gives empty places to whoever can take them.
    void cover();
    // Evens out until no chain helps or `rounds` are over. True if anything changed.
    bool improve(int rounds);

  private:
    struct Step {
        int task = 0;
        int person = -1;  // who moves from `task` to `prev`'s task
        int prev = -1;
        double cost = 0;
    };
    struct Found {
        int step = -1;
        int person = -1;
        double cost = 0;
    };
    void start_published();
    bool fill(int task);
    bool hand_on(int counter);
    Found search(int task, int barred, double limit);
    void apply(const std::vector<Step>& steps, const Found& found);
    bool extend(std::vector<Step>& steps, int step, int person, double limit, Found& found);
    int blocker(int person, int task, int& count) const;
    double delta(int person, int gained, int dropped) const;
    double next_cost(int counter, int more) const;
    double keep_cost(int person, int task) const;
    double wish_cost(int person, int task) const;
    double block_cost(int person, int gained, int dropped) const;
    long load(const Limit& limit, int person, int task, int without) const;
    void check_limit(const Limit& limit, int person, int task, int& found, int& count) const;
    bool on_path(const std::vector<Step>& steps, int step, int person) const;
    bool holds(int person, int task) const;
    bool partner_free(int person, int task, int step) const;

    const Model& model_;
    std::vector<int> tasks_;
    std::vector<int> groups_;
    Holders plan_;
    std::vector<std::vector<int>> held_;      // by person
    std::vector<int> turns_;                  // by counter, base included
    std::vector<double> due_, unit_;          // by counter; due in the units of the group
    std::vector<std::vector<int>> limits_;    // by person: indices into Model::limits
    std::vector<std::vector<int>> pairs_;     // by task: indices into Model::pairs
    std::vector<std::vector<int>> keeps_;     // by task: indices into Model::published and ...
    std::vector<std::vector<int>> demands_;   // ... Model::demands
    std::vector<std::vector<int>> wishes_;    // ... Model::wishes
    std::vector<std::vector<int>> in_block_;  // by block, person: turns
    bool coarse_ = false;                     // tasks of several turns: more moves than one turn for one
    std::vector<int> seen_;
    int stamp_ = 0;
    std::vector<Step> steps_;
};

// Sum of (turns - due)^2 over the counters of these groups; `turns` with the base included, in units.
mpq_class fairness_of(const Model& model, const std::vector<int>& groups, const std::vector<int>& turns);
std::vector<int> groups_of(const Model& model, const std::vector<int>& tasks);

}  // namespace teamctl::rota
