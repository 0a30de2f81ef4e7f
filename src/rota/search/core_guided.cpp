#include "rota/search/core_guided.hpp"

#include <algorithm>

namespace teamctl::rota {

CoreSearch::CoreSearch(PbSolver& solver, const SoftSum& cost, mpq_class best,
                       std::function<mpq_class()> found, Options options)
    : solver_(solver),
      lower_(cost.constant),
      best_(std::move(best)),
      found_(std::move(found)),
      options_(options) {
    for (const Soft& s : cost.softs) weight_[s.lit] += s.weight;
    for (const auto& entry : weight_) threshold_ = std::max(threshold_, entry.second);
}

// No solution of this cost or more is better than the best.
bool CoreSearch::hopeless(const mpq_class& cost) const {
    return cost >= best_ || (options_.step > 0 && cost > best_ - options_.step);
}

// Literals decided for good are paid or free.
void CoreSearch::settle() {
    for (auto it = weight_.begin(); it != weight_.end();) {
        const int now = solver_.fixed(it->first);
        if (now > 0) lower_ += it->second;
        it = now != 0 || it->second == 0 ? weight_.erase(it) : std::next(it);
    }
}

// What cannot be paid by any better solution is forbidden. False when no better one is left.
bool CoreSearch::harden() {
    for (const auto& [lit, weight] : weight_) {
        const mpq_class with = lower_ + weight;
        if (with <= best_ && !(options_.last && hopeless(with))) continue;
        if (!solver_.add_clause({negate(lit)})) return false;
    }
    return true;
}

std::vector<Lit> CoreSearch::assumptions() const {
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
void CoreSearch::raise(const std::vector<Lit>& core, long count) {
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
bool CoreSearch::lower_threshold() {
    mpq_class next = -1;
    for (const auto& entry : weight_)
        if (entry.second < threshold_ && entry.second > next) next = entry.second;
    if (next < 0) return false;
    threshold_ = std::min(next, mpq_class(threshold_ / 2));
    return true;
}

bool CoreSearch::proven() {
    lower_ = best_;
    return true;
}

bool CoreSearch::run(long conflicts) {
    const long until = solver_.conflicts() + conflicts;
    best_ = std::min(best_, found_());
    while (true) {
        settle();
        if (hopeless(lower_) || !harden()) return proven();
        if (conflicts > 0 && solver_.conflicts() >= until) return false;
        solver_.set_conflict_limit(conflicts > 0 ? until - solver_.conflicts() : 0);
        const auto status = solver_.solve(assumptions());
        if (status == PbSolver::Status::stopped) return false;
        if (status == PbSolver::Status::unsat) {
            if (solver_.core().empty()) return proven();
            raise(solver_.core(), solver_.core_count());
            continue;
        }
        best_ = std::min(best_, found_());
        if (!lower_threshold()) return hopeless(lower_);
    }
}

}  // namespace teamctl::rota
