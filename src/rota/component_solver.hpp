// How one component is solved, for the files that do it.
#pragma once

#include <algorithm>

#include "rota/component.hpp"
#include "rota/search/branch.hpp"
#include "rota/search/core_guided.hpp"
#include "rota/split.hpp"

namespace teamctl::rota {

inline constexpr long kFirst = 300;    // conflicts before a count is brought down one by one
inline constexpr long kEffort = 1500;  // conflicts before better prices are looked for
inline constexpr int kPrograms = 60;   // linear programs before conflicts are looked for

// Tasks that rules tie together (see knots()), with the slots of them that stay uncovered.
struct Knot {
    std::vector<int> tasks;
    long uncovered = 0;
    std::size_t row = 0;  // of the encoding, that there are no more
};

class ComponentSolver {
  public:
    ComponentSolver(const Model& model, const std::vector<int>& tasks, Work& work)
        : model_(model), tasks_(tasks), work_(work), draft_(model, tasks) {}
    Outcome run(bool counts);

  private:
    bool mine(const std::vector<int>& tasks) const {
        return std::binary_search(tasks_.begin(), tasks_.end(), tasks.front());
    }
    void keep_if_better();
    long places() const;
    void start();
    FlowResult relax(const std::vector<std::vector<Link>>& links, bool with_prices);
    std::vector<std::vector<Link>> published_links() const;
    bool flow_is_enough();
    void try_flow(const FlowResult& flow);
    void search(bool counts);
    Outcome counts_of(const std::vector<int>& tasks, const Outcome& known, bool coverage) const;
    std::vector<Knot> parts_of(const std::vector<int>& tasks, Ties ties, Outcome& known) const;
    Outcome settle_knot(const std::vector<int>& tasks);
    bool settle_counts(Encoding& encoding, bool coverage);
    bool one_less(Encoding& encoding, const SoftSum& sum, long Score::*value, long effort, long& lower);
    bool settle(Encoding& encoding, const SoftSum& sum, long Score::*value, long& lower);
    void settle_fairness(Encoding& encoding);
    void settle_bounds(const mpq_class& lower, const mpq_class& wish);
    void look_at(const Holders& plan);
    void look_near(const Holders& plan);
    static void raise_count(const mpq_class& bound, long& lower);
    mpq_class fairness_step() const;
    mpq_class wish_cost(const mpq_class& step) const;
    Prices flow_prices(Encoding& encoding);
    bool branch(Encoding& encoding, const SoftSum& cost, const mpq_class& step, int programs,
                const std::function<mpq_class()>& best, mpq_class& lower, Prices& prices);

    const Model& model_;
    const std::vector<int>& tasks_;
    Work& work_;
    Draft draft_;
    std::vector<Knot> knots_;  // with settled counts
    bool shaved_ = false;
    Outcome out_;
};

}  // namespace teamctl::rota
