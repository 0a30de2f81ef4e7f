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

  private:
    const Slot& slot(int s) const { return problem_.slots[at(s)]; }
    int day(int s) const { return problem_.occurrences[at(slot(s).occurrence)].day; }
    int week(int s) const { return iso_week(day(s)); }
    const Role& role(int s) const { return problem_.roles[at(slot(s).role)]; }
    bool holds(int person, int like, int occurrence) const {
        return turns_.holds(person, slot(like).role, occurrence).has_value();
    }
    Warning& warning(RuleKind rule, int s);
    void warn_turns(int s, int holder);
    std::optional<RuleKind> clash(const Stint& a, const Stint& b) const;
    void warn_count(const Rule& rule, int window, int s, int holder);
    void warn_counts(int s, int holder);
    void warn_week(int s, int holder);
    void warn_pairs(int s, int holder);
    Reason why(int person, int s) const;
    bool excluded(int person, int s, Reason& reason) const;
    bool kept_from_week(int person, int s, Reason& reason) const;
    bool lacks_partner(int person, int s, Reason& reason) const;
    bool can_take(int person, int s) const;

    const Problem& problem_;
    Result& result_;
    Turns turns_;
    std::vector<std::vector<int>> by_role_;  // slots
};

Explainer::Explainer(const Problem& problem, Result& result)
    : problem_(problem), result_(result), turns_(problem) {
    by_role_.resize(problem.roles.size());
    for (std::size_t s = 0; s < problem.slots.size(); ++s) {
        by_role_[at(problem.slots[s].role)].push_back(static_cast<int>(s));
        if (result.who[s]) turns_.add(*result.who[s], static_cast<int>(s));
    }
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
        warn_week(s, *holder);
        warn_pairs(s, *holder);
    }
}

// The first rule that two turns of a person break.
std::optional<RuleKind> Explainer::clash(const Stint& a, const Stint& b) const {
    for (const Rule& rule : turns_.rules()) {
        const auto clashes = form_of(rule.kind).pair.clash;
        if (clashes != nullptr && concerns(rule, a.role) && concerns(rule, b.role) &&
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
        if (const auto rule = clash(mine, stint_of(problem_, slot(other)))) warning(*rule, s).other = other;
    }
    for (const int h : turns_.past(holder))
        if (const auto rule = clash(mine, stint_of(problem_.history[at(h)]))) warning(*rule, s).past = h;
}

// Rules that count: told once a window, at the last pinned slot.
void Explainer::warn_count(const Rule& rule, int window, int s, int holder) {
    const auto counts = [&](const Stint& turn) {
        std::vector<int> windows;
        if (concerns(rule, turn.role)) form_of(rule.kind).count.windows(rule, turn, windows);
        return std::find(windows.begin(), windows.end(), window) != windows.end();
    };
    int count = 0;
    std::optional<int> other, past;
    for (const int o : turns_.of(holder)) {
        if (!kept_holder(slot(o)) || !counts(stint_of(problem_, slot(o)))) continue;
        ++count;
        if (o == s) continue;
        if (!slot(o).fixed && o > s) return;
        other = o;
    }
    for (const int h : turns_.past(holder)) {
        if (!counts(stint_of(problem_.history[at(h)]))) continue;
        ++count;
        past = h;
    }
    if (count <= rule.amount) return;
    Warning& w = warning(rule.kind, s);
    w.other = other;
    if (!other) w.past = past;
}

void Explainer::warn_counts(int s, int holder) {
    if (slot(s).fixed) return;
    for (const Rule& rule : turns_.rules()) {
        const auto windows_of = form_of(rule.kind).count.windows;
        if (windows_of == nullptr || !concerns(rule, slot(s).role)) continue;
        std::vector<int> windows;
        windows_of(rule, stint_of(problem_, slot(s)), windows);
        for (const int window : windows) warn_count(rule, window, s, holder);
    }
}

// H5: the first slot of the week that the holder should have and has not.
void Explainer::warn_week(int s, int holder) {
    if (!role(s).per_week) return;
    for (const int o : by_role_[at(slot(s).role)]) {
        if (week(o) != week(s) || slot(o).occurrence == slot(s).occurrence) continue;
        if (holds(holder, s, slot(o).occurrence) || (slot(o).fixed && slot(s).fixed)) continue;
        warning(RuleKind::block, s).other = o;
        return;
    }
}

void Explainer::warn_pairs(int s, int holder) {
    if (slot(s).fixed) return;
    for (const auto& [a, b] : role(s).together) {
        if (a != holder && b != holder) continue;
        const int partner = a == holder ? b : a;
        if (!holds(partner, s, slot(s).occurrence)) warning(RuleKind::together, s).partner = partner;
    }
    for (const auto& [a, b] : role(s).apart) {
        if (a != holder && b != holder) continue;
        const int partner = a == holder ? b : a;
        const auto other = turns_.holds(partner, slot(s).role, slot(s).occurrence);
        if (!other || *other > s) continue;
        Warning& w = warning(RuleKind::apart, s);
        w.partner = partner;
        w.other = other;
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

bool Explainer::can_take(int person, int s) const {
    const auto& can = slot(s).candidates;
    return std::binary_search(can.begin(), can.end(), person) && !turns_.blocked(person, s);
}

// H5: whoever takes the slot must take the role on the other days of the week as well.
bool Explainer::kept_from_week(int person, int s, Reason& reason) const {
    if (!role(s).per_week) return false;
    for (const int o : by_role_[at(slot(s).role)]) {
        if (week(o) != week(s) || slot(o).occurrence == slot(s).occurrence) continue;
        if (holds(person, s, slot(o).occurrence)) continue;
        const auto& all = by_role_[at(slot(s).role)];
        const bool free = std::any_of(all.begin(), all.end(), [&](int f) {
            return slot(f).occurrence == slot(o).occurrence && !closed(slot(f)) && !result_.who[at(f)] &&
                   can_take(person, f);
        });
        if (free) continue;
        reason.rule = RuleKind::block;
        reason.other = o;
        return true;
    }
    return false;
}

bool Explainer::lacks_partner(int person, int s, Reason& reason) const {
    for (const auto& [a, b] : role(s).together) {
        if (a != person && b != person) continue;
        const int partner = a == person ? b : a;
        if (holds(partner, s, slot(s).occurrence)) continue;
        reason.rule = RuleKind::together;
        reason.partner = partner;
        return true;
    }
    return false;
}

Reason Explainer::why(int person, int s) const {
    Reason reason;
    reason.person = person;
    if (excluded(person, s, reason)) return reason;
    if (const auto blocked = turns_.blocked(person, s)) return *blocked;
    if (kept_from_week(person, s, reason) || lacks_partner(person, s, reason)) return reason;
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

}  // namespace

void explain(const Problem& problem, Result& result) {
    Explainer explainer(problem, result);
    explainer.warn();
    explainer.reasons();
}

}  // namespace teamctl::rota
