#include "rota/search/pb.hpp"

#include <algorithm>

namespace teamctl::rota {

namespace {

// 1 1 2 1 1 2 4 ...: the usual restart sequence.
long luby(long i) {
    long k = 1;
    while ((1L << k) - 1 < i) ++k;
    while ((1L << k) - 1 != i) {
        i -= (1L << (k - 1)) - 1;
        k = 1;
        while ((1L << k) - 1 < i) ++k;
    }
    return 1L << (k - 1);
}

constexpr long kRestart = 100;

}  // namespace

int PbSolver::new_var(bool phase) {
    const int var = vars();
    value_.resize(value_.size() + 2, 0);
    uses_.resize(uses_.size() + 2);
    phase_.push_back(phase);
    model_.push_back(phase);
    place_.push_back(0);
    level_of_.push_back(0);
    reason_.push_back(-1);
    activity_.push_back(0);
    heap_place_.push_back(-1);
    derived_.coef.push_back(0);
    derived_.lit.push_back(0);
    derived_.listed.push_back(false);
    heap_insert(var);
    return var;
}

int PbSolver::fixed(Lit l) const {
    const int v = var_of(l);
    if (value_[at(l)] == 0 || level_of_[at(v)] > 0) return 0;
    return value_[at(l)];
}

bool PbSolver::add_at_most(std::vector<Term> terms, long bound) {
    for (Term& t : terms) t.coef = -t.coef;
    return add(std::move(terms), -bound);
}

bool PbSolver::add_clause(const std::vector<Lit>& lits) {
    std::vector<Term> terms;
    for (const Lit l : lits) terms.push_back({1, l});
    return add(std::move(terms), 1);
}

bool PbSolver::add(std::vector<Term> terms, long degree) {
    backtrack(0);
    if (!ok_) return false;
    work_clear();
    derived_.degree = degree;
    for (const Term& t : terms) {
        if (t.coef == 0) continue;
        if (t.coef > 0) {
            work_add(t.coef, t.lit);
        } else {  // c x = c - c (not x)
            derived_.degree -= t.coef;
            work_add(-t.coef, negate(t.lit));
        }
    }
    work_tidy();
    long left = 0;
    std::vector<Term> normal = work_terms(left);
    if (left <= 0) return true;
    ok_ = attach(std::move(normal), left, false) && propagate() < 0;
    return ok_;
}

bool PbSolver::attach(std::vector<Term> terms, long degree, bool learned) {
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term& a, const Term& b) { return a.coef > b.coef; });
    const int id = static_cast<int>(constraints_.size());
    Constraint c;
    c.degree = degree;
    Hot hot;
    hot.slack = -degree;
    hot.largest = terms.empty() ? 0 : terms.front().coef;
    c.learned = learned;
    c.activity = learned ? constraint_bump_ : 0;
    // Literals that are false but not yet propagated are counted when they are.
    for (const Term& t : terms) {
        if (!false_before(t.lit, head_)) hot.slack += t.coef;
        uses_[at(t.lit)].push_back({id, static_cast<int>(t.coef)});
    }
    c.terms = std::move(terms);
    constraints_.push_back(std::move(c));
    hot_.push_back(hot);
    if (learned) ++learned_;
    if (hot.slack < 0) return false;
    return propagate_constraint(id);
}

void PbSolver::enqueue(Lit l, int reason) {
    const int v = var_of(l);
    value_[at(l)] = 1;
    value_[at(negate(l))] = -1;
    place_[at(v)] = static_cast<int>(trail_.size());
    level_of_[at(v)] = level();
    reason_[at(v)] = reason;
    trail_.push_back(l);
}

bool PbSolver::propagate_constraint(int id) {
    const long slack = hot_[at(id)].slack;
    if (slack < 0) return false;
    for (const Term& t : constraints_[at(id)].terms) {
        if (t.coef <= slack) break;
        if (value_[at(t.lit)] == 0) enqueue(t.lit, id);
    }
    return true;
}

// The constraint that cannot hold any more, or -1.
int PbSolver::propagate() {
    while (head_ < static_cast<int>(trail_.size())) {
        const Lit gone = negate(trail_[at(head_)]);
        ++head_;
        int conflict = -1;
        steps_ += static_cast<long>(uses_[at(gone)].size()) + 1;
        for (const Use& use : uses_[at(gone)]) {
            Hot& hot = hot_[at(use.constraint)];
            hot.slack -= use.coef;
            if (conflict < 0 && hot.slack < hot.largest && !propagate_constraint(use.constraint))
                conflict = use.constraint;
        }
        if (conflict >= 0) return conflict;
    }
    return -1;
}

void PbSolver::backtrack(int to) {
    if (level() <= to) return;
    const int start = level_start_[at(to)];
    for (int i = static_cast<int>(trail_.size()) - 1; i >= start; --i) {
        const Lit l = trail_[at(i)];
        const int v = var_of(l);
        if (i < head_)
            for (const Use& use : uses_[at(negate(l))]) hot_[at(use.constraint)].slack += use.coef;
        value_[at(l)] = value_[at(negate(l))] = 0;
        if (!keep_phases_) phase_[at(v)] = (l & 1) == 0;
        heap_insert(v);
    }
    trail_.resize(at(start));
    head_ = std::min(head_, start);
    level_start_.resize(at(to));
}

Lit PbSolver::pick() {
    while (!heap_.empty()) {
        const int v = heap_pop();
        if (value_[at(positive(v))] == 0) return phase_[at(v)] ? positive(v) : negate(positive(v));
    }
    return -1;
}

// The next assumption to decide, -1 when all hold. False when one cannot.
bool PbSolver::next_assumption(const std::vector<Lit>& assumptions, Lit& out) {
    out = -1;
    while (level() < static_cast<int>(assumptions.size())) {
        const Lit a = assumptions[at(level())];
        if (is_false(a)) {
            final_core(a);
            return false;
        }
        if (!is_true(a)) {
            out = a;
            return true;
        }
        level_start_.push_back(static_cast<int>(trail_.size()));
    }
    return true;
}

// Tells the work what was done; true where that was the last.
bool PbSolver::out_of_work() {
    if (work_ == nullptr) return false;
    work_->add(steps_);
    steps_ = 0;
    return work_->over();
}

PbSolver::Status PbSolver::solve(const std::vector<Lit>& assumptions) {
    core_.clear();
    core_count_ = 0;
    backtrack(0);
    if (!ok_) return Status::unsat;
    assumed_.assign(value_.size(), false);
    for (const Lit a : assumptions) assumed_[at(a)] = true;
    long round = 1, until = conflicts_ + kRestart * luby(round);
    const long first = conflicts_;
    for (long steps = 0;; ++steps) {
        if ((steps & 255) == 0 && out_of_work()) break;
        if (conflict_limit_ > 0 && conflicts_ - first >= conflict_limit_) break;
        const int conflict = propagate();
        if (conflict >= 0) {
            ++conflicts_;
            if (!learn(conflict)) {
                ok_ = false;
                return Status::unsat;
            }
            continue;
        }
        if (conflicts_ >= until) {
            until = conflicts_ + kRestart * luby(++round);
            backtrack(0);
            if (learned_ > learned_limit_) reduce();
            continue;
        }
        Lit next = -1;
        if (!next_assumption(assumptions, next)) {
            backtrack(0);
            return Status::unsat;
        }
        if (next < 0) next = pick();
        if (next < 0) {
            for (int v = 0; v < vars(); ++v) model_[at(v)] = is_true(positive(v));
            backtrack(0);
            return Status::sat;
        }
        level_start_.push_back(static_cast<int>(trail_.size()));
        enqueue(next, -1);
    }
    backtrack(0);
    return Status::stopped;
}

bool PbSolver::probe(const std::vector<Lit>& lits) {
    backtrack(0);
    bool any = false;
    for (const Lit l : lits) {
        if (!ok_) return any;
        if (value_[at(l)] != 0) continue;
        level_start_.push_back(static_cast<int>(trail_.size()));
        enqueue(l, -1);
        const bool failed = propagate() >= 0;
        keep_phases_ = true;
        backtrack(0);
        keep_phases_ = false;
        if (!failed) continue;
        any = true;
        add_clause({negate(l)});
    }
    return any;
}

bool PbSolver::imply(const std::vector<Lit>& lits, std::vector<Lit>& implied) {
    implied.clear();
    backtrack(0);
    if (!ok_) return false;
    bool holds = true;
    for (const Lit l : lits) {
        if (is_true(l)) continue;
        level_start_.push_back(static_cast<int>(trail_.size()));
        if (is_false(l)) {
            holds = false;
            break;
        }
        enqueue(l, -1);
        holds = propagate() < 0;
        if (!holds) break;
    }
    if (holds) implied = trail_;
    keep_phases_ = true;
    backtrack(0);
    keep_phases_ = false;
    out_of_work();
    return holds;
}

// Forgets the less useful half of what was learned. Only at level 0, where no reason is needed any more.
void PbSolver::reduce() {
    std::vector<double> activities;
    for (const Constraint& c : constraints_)
        if (c.learned) activities.push_back(c.activity);
    const auto middle = activities.begin() + static_cast<std::ptrdiff_t>(activities.size() / 2);
    std::nth_element(activities.begin(), middle, activities.end());
    const double limit = *middle;
    std::size_t kept = 0;
    for (std::size_t id = 0; id < constraints_.size(); ++id) {
        const Constraint& c = constraints_[id];
        if (c.learned && c.activity < limit && c.terms.size() > 2) continue;
        if (kept != id) {
            constraints_[kept] = std::move(constraints_[id]);
            hot_[kept] = hot_[id];
        }
        ++kept;
    }
    constraints_.resize(kept);
    hot_.resize(kept);
    learned_ =
        std::count_if(constraints_.begin(), constraints_.end(), [](const auto& c) { return c.learned; });
    learned_limit_ += learned_limit_ / 10;
    for (auto& list : uses_) list.clear();
    for (std::size_t id = 0; id < constraints_.size(); ++id)
        for (const Term& t : constraints_[id].terms)
            uses_[at(t.lit)].push_back({static_cast<int>(id), static_cast<int>(t.coef)});
    for (const Lit l : trail_) reason_[at(var_of(l))] = -1;
}

void PbSolver::bump(int var) {
    activity_[at(var)] += bump_;
    if (activity_[at(var)] > 1e100) {
        for (double& a : activity_) a *= 1e-100;
        bump_ *= 1e-100;
    }
    if (heap_place_[at(var)] >= 0) heap_up(heap_place_[at(var)]);
}

void PbSolver::heap_insert(int var) {
    if (heap_place_[at(var)] >= 0) return;
    heap_place_[at(var)] = static_cast<int>(heap_.size());
    heap_.push_back(var);
    heap_up(heap_place_[at(var)]);
}

void PbSolver::heap_up(int index) {
    const int var = heap_[at(index)];
    while (index > 0) {
        const int parent = (index - 1) / 2, above = heap_[at(parent)];
        if (activity_[at(above)] > activity_[at(var)] ||
            (activity_[at(above)] == activity_[at(var)] && above < var))
            break;
        heap_[at(index)] = above;
        heap_place_[at(above)] = index;
        index = parent;
    }
    heap_[at(index)] = var;
    heap_place_[at(var)] = index;
}

void PbSolver::heap_down(int index) {
    const int var = heap_[at(index)], size = static_cast<int>(heap_.size());
    const auto before = [&](int a, int b) {
        return activity_[at(a)] > activity_[at(b)] || (activity_[at(a)] == activity_[at(b)] && a < b);
    };
    while (2 * index + 1 < size) {
        int child = 2 * index + 1;
        if (child + 1 < size && before(heap_[at(child + 1)], heap_[at(child)])) ++child;
        if (!before(heap_[at(child)], var)) break;
        heap_[at(index)] = heap_[at(child)];
        heap_place_[at(heap_[at(index)])] = index;
        index = child;
    }
    heap_[at(index)] = var;
    heap_place_[at(var)] = index;
}

int PbSolver::heap_pop() {
    const int var = heap_.front();
    heap_place_[at(var)] = -1;
    const int last = heap_.back();
    heap_.pop_back();
    if (last != var) {
        heap_.front() = last;
        heap_place_[at(last)] = 0;
        heap_down(0);
    }
    return var;
}

}  // namespace teamctl::rota
