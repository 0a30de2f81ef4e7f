// One component of the model as linear constraints over truth values.
#pragma once

#include <optional>
#include <vector>

#include "rota/draft.hpp"
#include "rota/flow.hpp"
#include "rota/pb.hpp"

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

    SoftSum broken() const;
    SoftSum uncovered() const;
    SoftSum lost() const;
    // Fairness around the prices of the flow relaxation: the constant is that relaxation's bound. The number
    // of uncovered slots must be settled.
    SoftSum fairness(const FlowResult& flow, const std::vector<int>& most, long uncovered);

    // Makes what is already certain hard.
    void require_at_most(const SoftSum& sum, long bound);
    void require_at_least(const SoftSum& sum, long bound);

    // What the constraints leave open of each link.
    std::vector<std::vector<Link>> links() const;

  private:
    void add_tasks();
    void add_conflicts();
    void add_rules();
    SoftSum counter_cost(int counter, const mpq_class& price, int most);
    std::vector<Term> turns_of(const std::vector<int>& tasks, int person) const;
    Lit link(int task, int person) const;
    bool mine(const std::vector<int>& tasks) const;

    const Model& model_;
    std::vector<int> tasks_;
    std::vector<int> first_;                   // by task: variable of the first link
    std::vector<std::vector<Lit>> open_;       // by task: "at least j+1 places stay empty"
    std::vector<std::pair<int, Lit>> broken_;  // demand, literal
    std::vector<std::pair<int, Lit>> lost_;    // published, literal
    PbSolver solver_;
};

}  // namespace teamctl::rota
