// A problem as the judges of tests see it: rules told once more, without a line of the solver.
#pragma once

#include <map>
#include <set>

#include "checker.hpp"

namespace teamctl::rota::testing {

int monday(int day);  // of the week
int month(int day);
bool has(const std::vector<int>& list, int value);
bool counts(RuleKind kind);  // turns in windows

// A turn of somebody: of a slot, or outside the period.
struct Turn {
    int role = 0, occurrence = -1, day = 0;
    long from = 0, to = 0;
};

struct View {
    const Problem& p;
    std::vector<Rule> rules;

    explicit View(const Problem& problem);
    const Occurrence& when(int s) const { return p.occurrences[at(p.slots[at(s)].occurrence)]; }
    const Slot& slot(int s) const { return p.slots[at(s)]; }
    const Role& role(int s) const { return p.roles[at(slot(s).role)]; }
    bool decided(int s) const { return slot(s).fixed || slot(s).pinned || slot(s).pinned_empty; }
    std::optional<int> holder(int s) const {
        return slot(s).pinned || !slot(s).fixed ? slot(s).pinned : slot(s).published;
    }
    int size() const { return static_cast<int>(p.slots.size()); }
    Turn turn(int s) const {
        const long day = 1440L * when(s).day;
        return {slot(s).role, slot(s).occurrence, when(s).day, day + when(s).start,
                day + std::max(when(s).end, when(s).start + 1)};
    }
    static Turn turn(const PastTurn& t) {
        return {t.role, -1, t.day, 1440L * t.day + t.start, 1440L * t.day + t.end};
    }
    int block(int role, int day) const {
        const Role& r = p.roles[at(role)];
        int first = r.block_from;
        while (first > day) first -= r.block_days;
        while (first + r.block_days <= day) first += r.block_days;
        return first;
    }
    bool one_block(const Turn& a, const Turn& b) const {
        return a.role == b.role && p.roles[at(a.role)].block_days > 0 &&
               block(a.role, a.day) == block(b.role, b.day);
    }
    bool clash(int person, const Turn& a, const Turn& b) const;
    std::map<int, long> sums(const Rule& rule, const std::vector<Turn>& turns) const;
    bool too_many(const Rule& rule, const Who& who, int person) const;
    std::vector<Turn> turns(const Who& who, int person) const;

    // What is wrong with the open slot's holder given all others that are set.
    std::string wrong(const Who& who, int s) const;
    std::string wrong_pairs(const Who& who) const;
    int moment(const Rule& rule, int s) const { return rule.by_date ? when(s).day : slot(s).occurrence; }
    std::set<int> holders(const Who& who, const Rule& rule, int moment, bool decided_only) const;
    long stand_ins(const Who& who) const;
    std::vector<int> known_holders(int role, int first, int need, const std::vector<int>& slots) const;
};

}  // namespace teamctl::rota::testing
