#include "rota/core_guided.hpp"

#include <algorithm>
#include <map>

namespace teamctl::rota {

namespace {

class Search {
  public:
    Search(PbSolver& solver, const SoftSum& cost, mpq_class best, bool last)
        : solver_(solver), lower_(cost.constant), best_(std::move(best)), last_(last) {
        for (const Soft& s : cost.softs) weight_[s.lit] += s.weight;
    }
    Minimised run(const std::function<mpq_class()>& found);

  private:
    void settle();
    bool harden();
    std::vector<Lit> assumptions() const;
    void raise(const std::vector<Lit>& core, long count);
    bool lower_threshold();

    PbSolver& solver_;
    std::map<Lit, mpq_class> weight_;
    mpq_class lower_, best_, threshold_;
    bool last_;
};

// Literals decided for good are paid or free.
void Search::settle() {
    for (auto it = weight_.begin(); it != weight_.end();) {
        const int now = solver_.fixed(it->first);
        if (now > 0) lower_ += it->second;
        it = now != 0 || it->second == 0 ? weight_.erase(it) : std::next(it);
    }
}

// What cannot be paid by any better solution is forbidden. False when no better one is left.
bool Search::harden() {
    for (const auto& [lit, weight] : weight_) {
        const mpq_class with = lower_ + weight;
        if (with > best_ || (last_ && with == best_))
            if (!solver_.add_clause({negate(lit)})) return false;
    }
    return true;
}

std::vector<Lit> Search::assumptions() const {
    std::vector<std::pair<const mpq_class*, Lit>> order;
    for (const auto& [lit, weight] : weight_)
        if (weight >= threshold_) order.emplace_back(&weight, lit);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return *a.first > *b.first; });
    std::vector<Lit> out;
    for (const auto& entry : order) out.push_back(negate(entry.second));
    return out;
}

// At least `count` of the core must be paid.
void Search::raise(const std::vector<Lit>& core, long count) {
    mpq_class least = weight_.at(core.front());
    for (const Lit l : core) least = std::min(least, weight_.at(l));
    lower_ += least * count;
    std::vector<Term> terms;
    for (const Lit l : core) {
        weight_[l] -= least;
        terms.push_back({1, l});
    }
    Lit above = -1;
    for (long extra = count; extra < static_cast<long>(core.size()); ++extra) {
        const Lit l = positive(solver_.new_var());
        if (above >= 0) solver_.add_clause({negate(l), above});
        above = l;
        terms.push_back({-1, l});
        weight_[l] = least;
    }
    solver_.add_at_most(terms, count);
}

// Takes the next lighter literals in. False when all were in.
bool Search::lower_threshold() {
    mpq_class next = -1;
    for (const auto& entry : weight_)
        if (entry.second < threshold_ && entry.second > next) next = entry.second;
    if (next < 0) return false;
    threshold_ = std::min(next, mpq_class(threshold_ / 2));
    return true;
}

Minimised Search::run(const std::function<mpq_class()>& found) {
    for (const auto& entry : weight_) threshold_ = std::max(threshold_, entry.second);
    while (true) {
        settle();
        if (lower_ >= best_ || !harden()) return {best_, true};
        const auto status = solver_.solve(assumptions());
        if (status == PbSolver::Status::stopped) return {lower_, false};
        if (status == PbSolver::Status::unsat) {
            if (solver_.core().empty()) return {best_, true};
            raise(solver_.core(), solver_.core_count());
            continue;
        }
        best_ = std::min(best_, found());
        if (!lower_threshold()) return {lower_, lower_ == best_};
    }
}

}  // namespace

Minimised minimise(PbSolver& solver, const SoftSum& cost, mpq_class best,
                   const std::function<mpq_class()>& found, bool last) {
    return Search(solver, cost, std::move(best), last).run(found);
}

}  // namespace teamctl::rota
