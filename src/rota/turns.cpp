#include "rota/turns.hpp"

#include <algorithm>

namespace teamctl::rota {

namespace {

Reason reason(int person, const Rule& rule) {
    Reason r;
    r.person = person;
    r.rule = rule.kind;
    r.written = rule.written;
    return r;
}

}  // namespace

std::optional<int> kept_holder(const Slot& slot) {
    if (slot.pinned) return slot.pinned;
    return slot.fixed ? slot.published : std::nullopt;
}

Turns::Turns(const Problem& problem)
    : problem_(&problem), rules_(rules_of(problem)), held_(at(problem.people)), past_(at(problem.people)) {
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
    const Stint wanted = stint_of(*problem_, problem_->slots[at(slot)]);
    for (const Rule& rule : rules_) {
        if (!binds(rule, person) || !concerns(rule, wanted)) continue;
        const RuleForm& form = form_of(rule.kind);
        std::optional<Reason> found;
        if (form.pair.clash != nullptr) found = blocked_by_clash(rule, person, slot);
        if (form.count.windows != nullptr) found = blocked_by_count(rule, person, slot);
        if (rule.kind == RuleKind::apart) found = blocked_by_partner(rule, person, slot);
        if (found) return found;
    }
    return std::nullopt;
}

std::optional<int> Turns::holds(int person, const Rule& rule, int moment) const {
    for (const int s : of(person)) {
        const Stint turn = stint_of(*problem_, problem_->slots[at(s)]);
        if (concerns(rule, turn) && moment_of(rule, turn) == moment) return s;
    }
    return std::nullopt;
}

std::optional<Reason> Turns::blocked_by_clash(const Rule& rule, int person, int slot) const {
    const Stint wanted = stint_of(*problem_, problem_->slots[at(slot)]);
    const auto clashes = [&](const Stint& other) {
        return concerns(rule, other) && form_of(rule.kind).pair.clash(*problem_, rule, wanted, other);
    };
    Reason r = reason(person, rule);
    for (const int s : of(person)) {
        if (s == slot || !clashes(stint_of(*problem_, problem_->slots[at(s)]))) continue;
        r.other = s;
        return r;
    }
    for (const int h : past(person)) {
        if (!clashes(stint_of(problem_->history[at(h)]))) continue;
        r.past = h;
        return r;
    }
    return std::nullopt;
}

std::optional<Reason> Turns::blocked_by_count(const Rule& rule, int person, int slot) const {
    const Stint wanted = stint_of(*problem_, problem_->slots[at(slot)]);
    std::vector<int> windows;
    form_of(rule.kind).count.windows(rule, wanted, windows);
    for (const int window : windows) {
        Reason r = reason(person, rule);
        Count count{rule, window};
        for (const int s : of(person))
            if (s != slot && count.add(stint_of(*problem_, problem_->slots[at(s)])) && !r.other) r.other = s;
        for (const int h : past(person))
            if (count.add(stint_of(problem_->history[at(h)])) && !r.past) r.past = h;
        const int more = count.more(wanted);
        if (more == 0 || count.sum() + more <= rule.amount) continue;
        r.detail = count.sum() / form_of(rule.kind).count.shown_in;
        if (r.other) r.past.reset();
        return r;
    }
    return std::nullopt;
}

std::optional<Reason> Turns::blocked_by_partner(const Rule& rule, int person, int slot) const {
    const int moment = moment_of(rule, stint_of(*problem_, problem_->slots[at(slot)]));
    for (const auto& [a, b] : rule.pairs) {
        if (a != person && b != person) continue;
        const int partner = a == person ? b : a;
        const auto held = holds(partner, rule, moment);
        if (!held || *held == slot) continue;
        Reason r = reason(person, rule);
        r.partner = partner;
        r.other = held;
        return r;
    }
    return std::nullopt;
}

}  // namespace teamctl::rota
