// What the solver learns from a conflict: the cutting-planes half of PbSolver.
#include <algorithm>
#include <numeric>

#include "rota/search/pb.hpp"

namespace teamctl::rota {

namespace {

constexpr long kLargest =
    1L << 20;  // coefficients beyond it are divided down, so that products fit in 64 bits

long ceil_div(long a, long b) {
    return (a + b - 1) / b;
}

}  // namespace

void PbSolver::work_clear() {
    for (const int v : derived_.vars) {
        derived_.coef[at(v)] = 0;
        derived_.listed[at(v)] = false;
    }
    derived_.vars.clear();
    derived_.degree = 0;
}

void PbSolver::work_add(long coef, Lit l) {
    const int v = var_of(l);
    long& have = derived_.coef[at(v)];
    if (have == 0) {
        if (!derived_.listed[at(v)]) derived_.vars.push_back(v);
        derived_.listed[at(v)] = true;
        have = coef;
        derived_.lit[at(v)] = l;
    } else if (derived_.lit[at(v)] == l) {
        have += coef;
    } else {  // a x + b (not x) = min(a, b) + what is left of the larger
        derived_.degree -= std::min(have, coef);
        if (coef > have) derived_.lit[at(v)] = l;
        have = std::abs(have - coef);
    }
}

void PbSolver::work_load(int constraint) {
    work_clear();
    const Constraint& c = constraints_[at(constraint)];
    derived_.degree = c.degree;
    for (const Term& t : c.terms) work_add(t.coef, t.lit);
    work_tidy();
}

void PbSolver::work_drop_zeros() {
    std::erase_if(derived_.vars, [&](int v) {
        if (derived_.coef[at(v)] != 0) return false;
        derived_.listed[at(v)] = false;
        return true;
    });
}

// Removes cancelled variables and those decided for good, and saturates.
void PbSolver::work_tidy() {
    for (const int v : derived_.vars) {
        long& coef = derived_.coef[at(v)];
        if (coef == 0) continue;
        const int now = fixed(derived_.lit[at(v)]);
        if (now > 0) derived_.degree -= coef;
        if (now != 0) coef = 0;
    }
    work_drop_zeros();
    for (const int v : derived_.vars)
        derived_.coef[at(v)] = std::min(derived_.coef[at(v)], std::max(derived_.degree, 1L));
}

// Divides large coefficients down; literals not false before `position` give way first, so the conflict stays
// one.
void PbSolver::work_shrink(int position, Lit hypothetical) {
    long largest = 0;
    for (const int v : derived_.vars) largest = std::max(largest, derived_.coef[at(v)]);
    if (largest <= kLargest) return;
    const long by = ceil_div(largest, kLargest / 1024);
    for (const int v : derived_.vars) {
        long& coef = derived_.coef[at(v)];
        const Lit l = derived_.lit[at(v)];
        if (!false_before(l, position) && l != hypothetical) {
            const long rest = coef % by;
            coef -= rest;
            derived_.degree -= rest;
        }
        coef = ceil_div(coef, by);
    }
    derived_.degree = ceil_div(derived_.degree, by);
    work_drop_zeros();
}

// Cancels a propagated literal with its reason. The reason is weakened and divided first, so that it
// propagates with coefficient 1 and the sum stays in conflict.
void PbSolver::work_resolve(Lit propagated, int position, Lit hypothetical) {
    Constraint& reason = constraints_[at(reason_[at(var_of(propagated))])];
    if (reason.learned) reason.activity += constraint_bump_;
    long own = 0, degree = reason.degree;
    steps_ += 4 * static_cast<long>(reason.terms.size());
    for (const Term& t : reason.terms)
        if (t.lit == propagated) own = t.coef;
    reduced_.clear();
    for (const Term& t : reason.terms) {
        const int now = fixed(t.lit);
        if (now > 0 && t.lit != propagated) degree -= t.coef;
        if (now != 0 && t.lit != propagated) continue;
        long coef = t.coef;
        if (t.lit != propagated && t.lit != hypothetical && !false_before(t.lit, position)) {
            degree -= coef % own;
            coef -= coef % own;
        }
        if (coef > 0) reduced_.push_back({ceil_div(coef, own), t.lit});
    }
    degree = ceil_div(degree, own);
    const long factor = derived_.coef[at(var_of(propagated))];
    derived_.degree += factor * degree;
    for (const Term& t : reduced_) {
        bump(var_of(t.lit));
        work_add(factor * std::min(t.coef, degree), t.lit);
    }
    work_tidy();
    work_shrink(position, hypothetical);
}

// Whether the derived constraint propagates, or fails, with the assignments below `level` only.
bool PbSolver::asserting_below(int level, long& slack) const {
    slack = -derived_.degree;
    long largest = 0;
    for (const int v : derived_.vars) {
        const Lit l = derived_.lit[at(v)];
        const bool assigned = value_[at(l)] != 0 && level_of_[at(v)] < level;
        if (assigned && is_false(l)) continue;
        slack += derived_.coef[at(v)];
        if (!assigned) largest = std::max(largest, derived_.coef[at(v)]);
    }
    return slack < 0 || largest > slack;
}

std::vector<Term> PbSolver::work_terms(long& degree) const {
    degree = derived_.degree;
    std::vector<Term> terms;
    long divisor = 0;
    for (const int v : derived_.vars) {
        const long coef = std::min(derived_.coef[at(v)], degree);
        if (coef <= 0) continue;
        terms.push_back({coef, derived_.lit[at(v)]});
        divisor = std::gcd(divisor, coef);
    }
    if (divisor > 1) {
        for (Term& t : terms) t.coef /= divisor;
        degree = ceil_div(degree, divisor);
    }
    return terms;
}

// The lowest level at which the constraint propagates or fails.
int PbSolver::assertion_level(const std::vector<Term>& terms, long degree) const {
    std::vector<Term> sorted = terms;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Term& a, const Term& b) { return a.coef > b.coef; });
    std::vector<std::pair<int, long>> losses;  // level, coefficient lost there
    long slack = -degree;
    for (const Term& t : sorted) {
        slack += t.coef;
        if (is_false(t.lit)) losses.push_back({level_of_[at(var_of(t.lit))], t.coef});
    }
    std::sort(losses.begin(), losses.end());
    std::size_t next = 0;
    for (int l = 0; l < level(); ++l) {
        if (l > 0) {  // nothing changes at a level that takes nothing away
            if (next >= losses.size()) break;
            l = std::max(l, losses[next].first);
            if (l >= level()) break;
        }
        while (next < losses.size() && losses[next].first <= l) slack -= losses[next++].second;
        if (slack < 0) return l;
        for (const Term& t : sorted) {
            if (t.coef <= slack) break;
            if (value_[at(t.lit)] == 0 || level_of_[at(var_of(t.lit))] > l) return l;
        }
    }
    return level() - 1;
}

// Learns from the conflict and goes back to where the new constraint says something. False: no solution is
// left.
bool PbSolver::learn(int conflict) {
    if (level() == 0) return false;
    if (constraints_[at(conflict)].learned) constraints_[at(conflict)].activity += constraint_bump_;
    work_load(conflict);
    for (const int v : derived_.vars) bump(v);
    int top = level();
    for (int i = static_cast<int>(trail_.size()) - 1; i >= 0; --i) {
        const Lit t = trail_[at(i)];
        const int v = var_of(t);
        const int here = level_of_[at(v)];
        if (here == 0) return false;
        if (derived_.coef[at(v)] == 0 || derived_.lit[at(v)] != negate(t)) continue;
        top = here;
        long slack = 0;
        if (asserting_below(top, slack) && slack >= 0) break;
        if (slack < 0) {  // in conflict below this level as well
            i = level_start_[at(top - 1)];
            if (top == 1) return false;
            continue;
        }
        work_resolve(t, place_[at(v)], -1);
    }
    long degree = 0;
    std::vector<Term> terms = work_terms(degree);
    const int saved = level();
    if (top < saved) backtrack(top);
    backtrack(assertion_level(terms, degree));
    bump_ *= 1 / 0.95;
    constraint_bump_ *= 1 / 0.999;
    if (attach(std::move(terms), degree, true)) return true;
    // In conflict where it was added: learn from that in turn.
    return level() > 0 && learn(static_cast<int>(constraints_.size()) - 1);
}

// Why the assumption `failed` cannot hold: a constraint over assumptions alone, as a cardinality.
void PbSolver::final_core(Lit failed) {
    const Lit forced = negate(failed);
    core_ = {forced};
    core_count_ = 1;
    if (level_of_[at(var_of(failed))] == 0 || reason_[at(var_of(failed))] < 0) return;
    work_clear();
    derived_.degree = 1;
    work_add(1, failed);  // cancelled at once: leaves the reduced reason, to which its literal is given back
    work_resolve(forced, place_[at(var_of(failed))], -1);
    work_add(1, forced);
    for (int i = place_[at(var_of(failed))] - 1; i >= 0; --i) {
        const int v = var_of(trail_[at(i)]);
        if (level_of_[at(v)] == 0) break;
        if (derived_.coef[at(v)] == 0 || derived_.lit[at(v)] != negate(trail_[at(i)]) || reason_[at(v)] < 0)
            continue;
        work_resolve(trail_[at(i)], i, forced);
    }
    long degree = derived_.degree;
    std::vector<Term> terms;
    for (const int v : derived_.vars) {
        const Lit l = derived_.lit[at(v)];
        if (is_false(l) || assumed_[at(negate(l))])  // also assumptions whose turn had not come
            terms.push_back({derived_.coef[at(v)], l});
        else
            degree -= derived_.coef[at(v)];
    }
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term& a, const Term& b) { return a.coef > b.coef; });
    core_.clear();
    core_count_ = 0;
    for (const Term& t : terms) {
        core_.push_back(t.lit);
        if (degree > 0) ++core_count_;
        degree -= t.coef;
    }
}

}  // namespace teamctl::rota
