#include "rota/explain.hpp"

#include <algorithm>

#include "rota/joint.hpp"
#include "rota/turns.hpp"

namespace teamctl::rota {

namespace {

class Explainer {
  public:
    Explainer(const Problem& problem, Result& result);
    void warn();
    void reasons();
    Refusal refused_turn(const Wish& wish) const;
    Refusal refused_rest(const Wish& wish) const;

  private:
    const Slot& slot(int s) const { return problem_.slots[at(s)]; }
    Stint stint(int s) const { return stint_of(problem_, slot(s)); }
    Warning& warning(RuleKind rule, int s);
    void warn_turns(int s, int holder);
    std::optional<RuleKind> clash(int person, const Stint& a, const Stint& b) const;
    void warn_count(const Rule& rule, int window, int s, int holder);
    void warn_counts(int s, int holder);
    void warn_pairs(int s, int holder);
    Reason why(int person, int s) const;
    bool excluded(int person, int s, Reason& reason) const;
    bool lacks_partner(int person, int s, Reason& reason) const;

    const Problem& problem_;
    Result& result_;
    Turns turns_;
};

Explainer::Explainer(const Problem& problem, Result& result)
    : problem_(problem), result_(result), turns_(problem) {
    for (std::size_t s = 0; s < problem.slots.size(); ++s)
        if (result.who[s]) turns_.add(*result.who[s], static_cast<int>(s));
}

Warning& Explainer::warning(RuleKind rule, int s) {
    Warning w;
    w.rule = rule;
    w.slot = s;
    result_.warnings.push_back(w);
    return result_.warnings.back();
}

// Only what still lies ahead is worth a warning: a fixed slot is named where it clashes with a later pin.
void Explainer::warn() {
    for (std::size_t i = 0; i < problem_.slots.size(); ++i) {
        const int s = static_cast<int>(i);
        const auto holder = kept_holder(slot(s));
        if (!holder) continue;
        const auto& can = slot(s).candidates;
        if (!slot(s).fixed && !std::binary_search(can.begin(), can.end(), *holder))
            warning(RuleKind::available, s);
        warn_turns(s, *holder);
        warn_counts(s, *holder);
        warn_pairs(s, *holder);
    }
}

// The first rule that two turns of a person break.
std::optional<RuleKind> Explainer::clash(int person, const Stint& a, const Stint& b) const {
    for (const Rule& rule : turns_.rules()) {
        const auto clashes = form_of(rule.kind).pair.clash;
        if (clashes != nullptr && binds(rule, person) && concerns(rule, a) && concerns(rule, b) &&
            clashes(problem_, rule, a, b))
            return rule.kind;
    }
    return std::nullopt;
}

// Against other kept slots, each pair once, and against past turns.
void Explainer::warn_turns(int s, int holder) {
    if (slot(s).fixed) return;  // told at the later one
    const Stint mine = stint_of(problem_, slot(s));
    for (const int other : turns_.of(holder)) {
        if (other == s || !kept_holder(slot(other)) || (!slot(other).fixed && other > s)) continue;
        if (const auto rule = clash(holder, mine, stint_of(problem_, slot(other))))
            warning(*rule, s).other = other;
    }
    for (const int h : turns_.past(holder))
        if (const auto rule = clash(holder, mine, stint_of(problem_.history[at(h)])))
            warning(*rule, s).past = h;
}

// Rules that count: told once a window, at the last pinned slot.
void Explainer::warn_count(const Rule& rule, int window, int s, int holder) {
    Count count{rule, window};
    std::optional<int> other, past;
    for (const int o : turns_.of(holder)) {
        if (!kept_holder(slot(o)) || !count.add(stint(o)) || o == s) continue;
        if (!slot(o).fixed && o > s) return;
        other = o;
    }
    for (const int h : turns_.past(holder))
        if (count.add(stint_of(problem_.history[at(h)]))) past = h;
    if (count.sum() <= rule.amount) return;
    Warning& w = warning(rule.kind, s);
    w.other = other;
    if (!other) w.past = past;
}

void Explainer::warn_counts(int s, int holder) {
    if (slot(s).fixed) return;
    for (const Rule& rule : turns_.rules()) {
        const auto windows_of = form_of(rule.kind).count.windows;
        if (windows_of == nullptr || !binds(rule, holder) || !concerns(rule, stint(s))) continue;
        std::vector<int> windows;
        windows_of(rule, stint(s), windows);
        const auto before = result_.warnings.size();
        for (const int window : windows)
            if (result_.warnings.size() == before) warn_count(rule, window, s, holder);
    }
}

void Explainer::warn_pairs(int s, int holder) {
    if (slot(s).fixed) return;
    for (const Rule& rule : turns_.rules()) {
        if (rule.pairs.empty() || !concerns(rule, stint(s))) continue;
        for (const auto& [a, b] : rule.pairs) {
            if (a != holder && b != holder) continue;
            const int partner = a == holder ? b : a;
            const auto other = turns_.holds(partner, rule, moment_of(rule, stint(s)));
            if (rule.kind == RuleKind::together ? other.has_value() : !other || *other > s) continue;
            Warning& w = warning(rule.kind, s);
            w.partner = partner;
            w.other = other;
        }
    }
}

bool Explainer::excluded(int person, int s, Reason& reason) const {
    for (const Excluded& e : slot(s).excluded) {
        if (e.person != person) continue;
        reason.rule = RuleKind::available;
        reason.detail = e.reason;
        return true;
    }
    return false;
}

bool Explainer::lacks_partner(int person, int s, Reason& reason) const {
    for (const Rule& rule : turns_.rules()) {
        if (rule.kind != RuleKind::together || !concerns(rule, stint(s))) continue;
        for (const auto& [a, b] : rule.pairs) {
            if (a != person && b != person) continue;
            const int partner = a == person ? b : a;
            if (turns_.holds(partner, rule, moment_of(rule, stint(s)))) continue;
            reason.rule = RuleKind::together;
            reason.written = rule.written;
            reason.partner = partner;
            return true;
        }
    }
    return false;
}

Reason Explainer::why(int person, int s) const {
    Reason reason;
    reason.person = person;
    if (excluded(person, s, reason)) return reason;
    if (const auto blocked = turns_.blocked(person, s)) return *blocked;
    if (lacks_partner(person, s, reason)) return reason;
    return reason;
}

void Explainer::reasons() {
    for (std::size_t i = 0; i < problem_.slots.size(); ++i) {
        const int s = static_cast<int>(i);
        if (result_.who[i] || closed(slot(s))) continue;
        Uncovered hole;
        hole.slot = s;
        std::vector<int> pool = slot(s).candidates;
        for (const Excluded& e : slot(s).excluded) pool.push_back(e.person);
        std::sort(pool.begin(), pool.end());
        pool.erase(std::unique(pool.begin(), pool.end()), pool.end());
        for (const int p : pool) hole.because.push_back(why(p, s));
        hole.joint = joint_effect(problem_, result_.who, s);
        result_.uncovered.push_back(std::move(hole));
    }
}

// A turn that somebody would like: the first reason, where there is one at each place.
Refusal Explainer::refused_turn(const Wish& wish) const {
    std::optional<Refusal> first;
    for (const int s : wish.slots) {
        const Reason reason = why(wish.person, s);
        if (!reason.rule && !closed(slot(s))) return {};
        if (!first)
            first = reason.rule ? Refusal{Refusal::Why::kept_out, reason} : Refusal{Refusal::Why::pinned, {}};
    }
    return first.value_or(Refusal{});
}

// A turn that somebody would rather not have.
Refusal Explainer::refused_rest(const Wish& wish) const {
    for (const int s : wish.slots) {
        if (result_.who[at(s)] != wish.person) continue;
        if (closed(slot(s))) return {Refusal::Why::pinned, {}};
        const auto& can = slot(s).candidates;
        const bool others =
            std::ranges::any_of(can, [&](int p) { return p != wish.person && !why(p, s).rule; });
        if (!others) return {Refusal::Why::nobody_else, {}};
    }
    return {};
}

}  // namespace

Refusal refusal(const Problem& problem, const Result& result, const Wish& wish) {
    Result as_it_is = result;
    const Explainer explainer(problem, as_it_is);
    return wish.on ? explainer.refused_turn(wish) : explainer.refused_rest(wish);
}

void explain(const Problem& problem, Result& result) {
    Explainer explainer(problem, result);
    explainer.warn();
    explainer.reasons();
}

}  // namespace teamctl::rota
