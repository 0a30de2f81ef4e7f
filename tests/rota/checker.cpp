#include "checker.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

namespace teamctl::rota::testing {

namespace {

struct View {
    const Problem& p;
    const Occurrence& when(int s) const { return p.occurrences[at(p.slots[at(s)].occurrence)]; }
    const Slot& slot(int s) const { return p.slots[at(s)]; }
    const Role& role(int s) const { return p.roles[at(slot(s).role)]; }
    bool decided(int s) const { return slot(s).fixed || slot(s).pinned; }
    std::optional<int> holder(int s) const {
        return slot(s).pinned || !slot(s).fixed ? slot(s).pinned : slot(s).published;
    }
    // Monday of the week.
    static int monday(int day) { return day - (((day + 3) % 7) + 7) % 7; }
    int size() const { return static_cast<int>(p.slots.size()); }

    bool near(const Role& r, int a, int b) const {
        return std::abs(a - b) < r.gap_days && !(r.per_week && monday(a) == monday(b));
    }

    // Whether one person cannot hold both, pairwise rules only.
    bool clash(int a, int b) const {
        if (slot(a).occurrence == slot(b).occurrence) return true;
        const long start_a = when(a).day * 1440L + when(a).start,
                   start_b = when(b).day * 1440L + when(b).start;
        const long end_a = when(a).day * 1440L + when(a).end, end_b = when(b).day * 1440L + when(b).end;
        if (start_a < end_b && start_b < end_a) return true;
        return slot(a).role == slot(b).role && near(role(a), when(a).day, when(b).day);
    }

    // What is wrong with the open slot's holder given all others that are set.
    std::string wrong(const Who& who, int s) const;
    std::string wrong_weeks(const Who& who) const;
    std::string wrong_pairs(const Who& who) const;
    std::set<int> holders(const Who& who, int role, int occurrence, bool decided_only) const;
};

std::string View::wrong(const Who& who, int s) const {
    const int q = *who[at(s)];
    const auto& can = slot(s).candidates;
    const std::string name = " slot " + std::to_string(s);
    if (std::find(can.begin(), can.end(), q) == can.end()) return "H1" + name;
    int in_week = 1;
    for (int o = 0; o < size(); ++o) {
        if (o == s || who[at(o)] != q) continue;
        if (clash(s, o)) return "H2 or H3" + name;
        if (slot(o).role == slot(s).role && monday(when(o).day) == monday(when(s).day)) ++in_week;
    }
    for (const PastTurn& turn : p.history) {
        if (turn.person != q || turn.role != slot(s).role) continue;
        if (near(role(s), when(s).day, turn.day)) return "H3 past" + name;
        if (monday(turn.day) == monday(when(s).day)) ++in_week;
    }
    if (role(s).max_per_week > 0 && !role(s).per_week && in_week > role(s).max_per_week) return "H4" + name;
    return {};
}

// H5 for roles with one place: all open slots of a week have one holder, or none has.
std::string View::wrong_weeks(const Who& who) const {
    for (int a = 0; a < size(); ++a)
        for (int b = 0; b < a; ++b) {
            if (decided(a) || decided(b) || slot(a).role != slot(b).role || !role(a).per_week) continue;
            if (slot(a).occurrence == slot(b).occurrence) continue;
            if (monday(when(a).day) == monday(when(b).day) && who[at(a)] != who[at(b)])
                return "H5 slot " + std::to_string(a);
        }
    return {};
}

std::set<int> View::holders(const Who& who, int role, int occurrence, bool decided_only) const {
    std::set<int> out;
    for (int s = 0; s < size(); ++s)
        if (slot(s).role == role && slot(s).occurrence == occurrence && who[at(s)] &&
            (!decided_only || decided(s)))
            out.insert(*who[at(s)]);
    return out;
}

std::string View::wrong_pairs(const Who& who) const {
    for (int s = 0; s < size(); ++s) {
        if (decided(s)) continue;
        const auto all = holders(who, slot(s).role, slot(s).occurrence, false);
        const auto kept = holders(who, slot(s).role, slot(s).occurrence, true);
        for (const auto& [a, b] : role(s).together)
            if (all.count(a) != all.count(b) && kept.count(a) + kept.count(b) == 0) return "H7 together";
        for (const auto& [a, b] : role(s).apart)
            if (all.count(a) + all.count(b) == 2 && kept.count(a) + kept.count(b) < 2) return "H7 apart";
    }
    return {};
}

}  // namespace

bool Value::better_than(const Value& other) const {
    if (broken != other.broken) return broken < other.broken;
    if (covered != other.covered) return covered > other.covered;
    if (changes != other.changes) return changes < other.changes;
    return fairness < other.fairness;
}

Value value_of(const Problem& problem, const Who& who) {
    const View v{problem};
    Value value;
    std::vector<std::vector<int>> turns(at(problem.groups), std::vector<int>(at(problem.people), 0));
    std::map<std::tuple<int, int, int>, int> lost;
    for (int s = 0; s < v.size(); ++s) {
        const Slot& slot = v.slot(s);
        if (who[at(s)]) {
            ++value.covered;
            ++turns[at(v.role(s).group)][at(*who[at(s)])];
        }
        if (slot.fixed) continue;
        if (slot.published) ++lost[{slot.role, slot.occurrence, *slot.published}];
        if (who[at(s)]) --lost[{slot.role, slot.occurrence, *who[at(s)]}];
    }
    for (const auto& entry : lost) value.changes += std::max(0, entry.second);
    for (int g = 0; g < problem.groups; ++g)
        for (int q = 0; q < problem.people; ++q) {
            const Standing& standing = problem.standing[at(g)][at(q)];
            const mpq_class off = standing.before + turns[at(g)][at(q)] - standing.due;
            value.fairness += off * off;
        }
    std::set<std::tuple<int, int, int>> weeks, partners;
    for (int s = 0; s < v.size(); ++s) {
        if (!v.decided(s)) continue;
        for (int o = 0; o < v.size() && who[at(s)] && v.role(s).per_week; ++o)
            if (!v.decided(o) && v.slot(o).role == v.slot(s).role && who[at(o)] != who[at(s)] &&
                View::monday(v.when(o).day) == View::monday(v.when(s).day))
                weeks.insert({v.slot(s).role, View::monday(v.when(s).day), 0});
    }
    for (int s = 0; s < v.size(); ++s) {
        const auto all = v.holders(who, v.slot(s).role, v.slot(s).occurrence, false);
        const auto kept = v.holders(who, v.slot(s).role, v.slot(s).occurrence, true);
        int index = 0;
        for (const auto& [a, b] : v.role(s).together) {
            ++index;
            if (kept.count(a) + kept.count(b) == 1 && all.count(a) + all.count(b) == 1)
                partners.insert({v.slot(s).role, v.slot(s).occurrence, index});
        }
    }
    value.broken = static_cast<long>(weeks.size() + partners.size());
    return value;
}

std::string violation(const Problem& problem, const Who& who) {
    const View v{problem};
    for (int s = 0; s < v.size(); ++s) {
        if (v.decided(s) && who[at(s)] != v.holder(s)) return "H6 slot " + std::to_string(s);
        if (v.decided(s) || !who[at(s)]) continue;
        if (auto text = v.wrong(who, s); !text.empty()) return text;
    }
    if (auto text = v.wrong_weeks(who); !text.empty()) return text;
    return v.wrong_pairs(who);
}

namespace {

void enumerate(const View& v, Who& who, int s, std::optional<Value>& best) {
    while (s < v.size() && v.decided(s)) ++s;
    if (s == v.size()) {
        if (!v.wrong_weeks(who).empty() || !v.wrong_pairs(who).empty()) return;
        Value value = value_of(v.p, who);
        if (!best || value.better_than(*best)) best = std::move(value);
        return;
    }
    enumerate(v, who, s + 1, best);
    for (const int q : v.slot(s).candidates) {
        who[at(s)] = q;
        if (v.wrong(who, s).empty()) enumerate(v, who, s + 1, best);
        who[at(s)].reset();
    }
}

}  // namespace

Value brute_force(const Problem& problem) {
    const View v{problem};
    Who who(problem.slots.size());
    for (int s = 0; s < v.size(); ++s)
        if (v.decided(s)) who[at(s)] = v.holder(s);
    std::optional<Value> best;
    enumerate(v, who, 0, best);
    return *best;
}

}  // namespace teamctl::rota::testing
