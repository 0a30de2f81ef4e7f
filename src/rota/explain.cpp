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
    Warning& warning(Rule rule, int s);
    void warn_turns(int s, int holder);
    void warn_cap(int s, int holder);
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

Warning& Explainer::warning(Rule rule, int s) {
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
            warning(Rule::h1_available, s);
        warn_turns(s, *holder);
        warn_cap(s, *holder);
        warn_week(s, *holder);
        warn_pairs(s, *holder);
    }
}

// H2 and H3 against other kept slots, each pair once, and against past turns.
void Explainer::warn_turns(int s, int holder) {
    for (const int other : turns_.of(holder)) {
        if (other == s || !kept_holder(slot(other)) || (slot(s).fixed && slot(other).fixed)) continue;
        if (slot(s).fixed == slot(other).fixed && other > s) continue;
        if (slot(s).fixed) continue;  // told at the later one
        const Occurrence& mine = problem_.occurrences[at(slot(s).occurrence)];
        const Occurrence& theirs = problem_.occurrences[at(slot(other).occurrence)];
        if (slot(s).occurrence == slot(other).occurrence || overlap(mine, theirs))
            warning(Rule::h2_overlap, s).other = other;
        else if (slot(s).role == slot(other).role && too_near(role(s), mine.day, theirs.day))
            warning(Rule::h3_gap, s).other = other;
    }
    if (slot(s).fixed) return;
    for (const int h : turns_.past(holder)) {
        const PastTurn& turn = problem_.history[at(h)];
        if (turn.role == slot(s).role && too_near(role(s), day(s), turn.day))
            warning(Rule::h3_gap, s).past = h;
    }
}

// H4: told once a week, at the last pinned slot.
void Explainer::warn_cap(int s, int holder) {
    if (role(s).max_per_week <= 0 || role(s).per_week || slot(s).fixed) return;
    int count = 0;
    std::optional<int> other, past;
    for (const int o : turns_.of(holder)) {
        if (slot(o).role != slot(s).role || week(o) != week(s) || !kept_holder(slot(o))) continue;
        ++count;
        if (o == s) continue;
        if (!slot(o).fixed && o > s) return;
        other = o;
    }
    for (const int h : turns_.past(holder)) {
        const PastTurn& turn = problem_.history[at(h)];
        if (turn.role != slot(s).role || iso_week(turn.day) != week(s)) continue;
        ++count;
        past = h;
    }
    if (count <= role(s).max_per_week) return;
    Warning& w = warning(Rule::h4_week_cap, s);
    w.other = other;
    if (!other) w.past = past;
}

// H5: the first slot of the week that the holder should have and has not.
void Explainer::warn_week(int s, int holder) {
    if (!role(s).per_week) return;
    for (const int o : by_role_[at(slot(s).role)]) {
        if (week(o) != week(s) || slot(o).occurrence == slot(s).occurrence) continue;
        if (holds(holder, s, slot(o).occurrence) || (slot(o).fixed && slot(s).fixed)) continue;
        warning(Rule::h5_per_week, s).other = o;
        return;
    }
}

void Explainer::warn_pairs(int s, int holder) {
    if (slot(s).fixed) return;
    for (const auto& [a, b] : role(s).together) {
        if (a != holder && b != holder) continue;
        const int partner = a == holder ? b : a;
        if (!holds(partner, s, slot(s).occurrence)) warning(Rule::h7_together, s).partner = partner;
    }
    for (const auto& [a, b] : role(s).apart) {
        if (a != holder && b != holder) continue;
        const int partner = a == holder ? b : a;
        const auto other = turns_.holds(partner, slot(s).role, slot(s).occurrence);
        if (!other || *other > s) continue;
        Warning& w = warning(Rule::h7_apart, s);
        w.partner = partner;
        w.other = other;
    }
}

bool Explainer::excluded(int person, int s, Reason& reason) const {
    for (const Excluded& e : slot(s).excluded) {
        if (e.person != person) continue;
        reason.why = Why::excluded;
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
        reason.why = Why::week_holder;
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
        reason.why = Why::together;
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
        if (result_.who[i] || slot(s).fixed) continue;
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
