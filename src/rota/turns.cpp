#include "rota/turns.hpp"

#include <algorithm>
#include <cstdlib>

namespace teamctl::rota {

namespace {

Reason reason(int person, Why why) {
    Reason r;
    r.person = person;
    r.why = why;
    return r;
}

}  // namespace

bool overlap(const Occurrence& a, const Occurrence& b) {
    const long start_a = 1440L * a.day + a.start, start_b = 1440L * b.day + b.start;
    // An occurrence without length still takes its minute.
    const long end_a = std::max(1440L * a.day + a.end, start_a + 1);
    const long end_b = std::max(1440L * b.day + b.end, start_b + 1);
    return start_a < end_b && start_b < end_a;
}

bool too_near(const Role& role, int day_a, int day_b) {
    if (role.per_week && iso_week(day_a) == iso_week(day_b)) return false;
    return std::abs(day_a - day_b) < role.gap_days;
}

std::optional<int> kept_holder(const Slot& slot) {
    if (slot.pinned) return slot.pinned;
    return slot.fixed ? slot.published : std::nullopt;
}

Turns::Turns(const Problem& problem)
    : problem_(&problem), held_(at(problem.people)), past_(at(problem.people)) {
    for (std::size_t i = 0; i < problem.history.size(); ++i)
        past_[at(problem.history[i].person)].push_back(static_cast<int>(i));
}

void Turns::add(int person, int slot) {
    held_[at(person)].push_back(slot);
}

void Turns::remove(int person, int slot) {
    auto& held = held_[at(person)];
    held.erase(std::find(held.begin(), held.end(), slot));
}

std::optional<Reason> Turns::blocked(int person, int slot) const {
    if (auto r = blocked_by_overlap(person, slot)) return r;
    if (auto r = blocked_by_gap(person, slot)) return r;
    if (auto r = blocked_by_cap(person, slot)) return r;
    return blocked_by_partner(person, slot);
}

std::optional<int> Turns::holds(int person, int role, int occurrence) const {
    for (const int s : of(person))
        if (problem_->slots[at(s)].role == role && problem_->slots[at(s)].occurrence == occurrence) return s;
    return std::nullopt;
}

std::optional<Reason> Turns::blocked_by_overlap(int person, int slot) const {
    const Slot& wanted = problem_->slots[at(slot)];
    const Occurrence& when = problem_->occurrences[at(wanted.occurrence)];
    for (const int s : of(person)) {
        const int other = problem_->slots[at(s)].occurrence;
        if (s == slot) continue;
        if (other != wanted.occurrence && !overlap(when, problem_->occurrences[at(other)])) continue;
        Reason r = reason(person, Why::other_role);
        r.other = s;
        return r;
    }
    return std::nullopt;
}

std::optional<Reason> Turns::blocked_by_gap(int person, int slot) const {
    const Slot& wanted = problem_->slots[at(slot)];
    const Role& role = problem_->roles[at(wanted.role)];
    if (role.gap_days <= 0) return std::nullopt;
    const int day = problem_->occurrences[at(wanted.occurrence)].day;
    Reason r = reason(person, Why::gap);
    for (const int s : of(person)) {
        const Slot& held = problem_->slots[at(s)];
        if (s == slot || held.role != wanted.role) continue;
        if (!too_near(role, day, problem_->occurrences[at(held.occurrence)].day)) continue;
        r.other = s;
        return r;
    }
    for (const int h : past(person)) {
        const PastTurn& turn = problem_->history[at(h)];
        if (turn.role != wanted.role || !too_near(role, day, turn.day)) continue;
        r.past = h;
        return r;
    }
    return std::nullopt;
}

std::optional<Reason> Turns::blocked_by_cap(int person, int slot) const {
    const Slot& wanted = problem_->slots[at(slot)];
    const Role& role = problem_->roles[at(wanted.role)];
    if (role.max_per_week <= 0 || role.per_week) return std::nullopt;
    const int week = iso_week(problem_->occurrences[at(wanted.occurrence)].day);
    Reason r = reason(person, Why::week_cap);
    for (const int s : of(person)) {
        const Slot& held = problem_->slots[at(s)];
        if (s == slot || held.role != wanted.role) continue;
        if (iso_week(problem_->occurrences[at(held.occurrence)].day) != week) continue;
        ++r.detail;
        if (!r.other) r.other = s;
    }
    for (const int h : past(person)) {
        const PastTurn& turn = problem_->history[at(h)];
        if (turn.role != wanted.role || iso_week(turn.day) != week) continue;
        ++r.detail;
        if (!r.past) r.past = h;
    }
    if (r.detail < role.max_per_week) return std::nullopt;
    if (r.other) r.past.reset();
    return r;
}

std::optional<Reason> Turns::blocked_by_partner(int person, int slot) const {
    const Slot& wanted = problem_->slots[at(slot)];
    for (const auto& [a, b] : problem_->roles[at(wanted.role)].apart) {
        if (a != person && b != person) continue;
        const int partner = a == person ? b : a;
        const auto held = holds(partner, wanted.role, wanted.occurrence);
        if (!held || *held == slot) continue;
        Reason r = reason(person, Why::apart);
        r.partner = partner;
        r.other = held;
        return r;
    }
    return std::nullopt;
}

}  // namespace teamctl::rota
