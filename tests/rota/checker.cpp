#include "checker.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "view.hpp"

namespace teamctl::rota::testing {

int monday(int day) {
    return day - (((day + 3) % 7) + 7) % 7;
}

int month(int day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    return static_cast<int>(date.year()) * 100 + static_cast<int>(static_cast<unsigned>(date.month()));
}

bool has(const std::vector<int>& list, int value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool counts(RuleKind kind) {
    return kind >= RuleKind::per_day && kind <= RuleKind::weekends;
}

View::View(const Problem& problem) : p(problem), rules(problem.rules) {
    for (int r = 0; r < static_cast<int>(p.roles.size()); ++r) {
        const Role& role = p.roles[at(r)];
        if (role.gap_days > 0) rules.push_back({RuleKind::gap, {r}, role.gap_days});
        if (role.max_per_week > 0 && role.block_days == 0)
            rules.push_back({RuleKind::per_week, {r}, role.max_per_week});
        if (!role.together.empty()) rules.push_back({RuleKind::together, {r}, 0, role.together});
        if (!role.apart.empty()) rules.push_back({RuleKind::apart, {r}, 0, role.apart});
    }
}

bool View::clash(int person, const Turn& a, const Turn& b) const {
    if (a.occurrence >= 0 && a.occurrence == b.occurrence) return true;
    const bool timed = a.from < a.to && b.from < b.to;
    if (timed && a.from < b.to && b.from < a.to) return true;
    for (const Rule& rule : rules) {
        if (!rule.who.empty() && !rule.who[at(person)]) continue;
        const bool both = has(rule.of, a.role) && has(rule.of, b.role);
        if (one_block(a, b)) continue;
        if (rule.kind == RuleKind::gap && both && std::abs(a.day - b.day) < rule.amount) return true;
        if (rule.kind == RuleKind::rest && both && timed) {
            const long pause = a.from < b.from ? b.from - a.to : a.from - b.to;
            if (pause < rule.amount) return true;
        }
        if (rule.kind != RuleKind::not_after) continue;
        const Turn &first = a.day < b.day ? a : b, &second = a.day < b.day ? b : a;
        const int later = second.day - first.day;
        if (has(rule.of, first.role) && has(rule.then, second.role) && later >= 1 && later <= rule.amount)
            return true;
    }
    return false;
}

// What one person's turns come to in each window of a rule that counts.
std::map<int, long> View::sums(const Rule& rule, const std::vector<Turn>& turns) const {
    std::map<int, long> sums;
    std::set<int> days, weekends;
    for (const Turn& t : turns) {
        if (!has(rule.of, t.role)) continue;
        if (rule.kind == RuleKind::per_day) ++sums[t.day];
        if (rule.kind == RuleKind::per_week) ++sums[monday(t.day)];
        if (rule.kind == RuleKind::per_month) ++sums[month(t.day)];
        if (rule.kind == RuleKind::hours) sums[monday(t.day)] += std::max(0L, t.to - t.from);
        const int saturday = monday(t.day) + 5;
        if (rule.kind == RuleKind::weekends && t.day >= saturday && weekends.insert(saturday).second)
            ++sums[month(saturday)];
        days.insert(t.day);
    }
    if (rule.kind == RuleKind::run)
        for (const int d : days)
            for (int first = d - rule.amount; first <= d; ++first) ++sums[first];
    return sums;
}

// Whether the person's turns are more than a rule allows, and not because of pins and the past alone.
bool View::too_many(const Rule& rule, const Who& who, int person) const {
    Who kept = who;
    for (int s = 0; s < size(); ++s)
        if (!decided(s)) kept[at(s)].reset();
    const auto all = sums(rule, turns(who, person));
    auto without = sums(rule, turns(kept, person));
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& e) { return e.second > rule.amount && e.second > without[e.first]; });
}

std::vector<Turn> View::turns(const Who& who, int person) const {
    std::vector<Turn> out;
    for (int s = 0; s < size(); ++s)
        if (who[at(s)] == person) out.push_back(turn(s));
    for (const PastTurn& t : p.history)
        if (t.person == person) out.push_back(turn(t));
    return out;
}

std::string View::wrong(const Who& who, int s) const {
    const int q = *who[at(s)];
    const auto& can = slot(s).candidates;
    const std::string name = " slot " + std::to_string(s);
    if (!has(can, q)) return "H1" + name;
    for (int o = 0; o < size(); ++o)
        if (o != s && who[at(o)] == q && clash(q, turn(s), turn(o))) return "clash" + name;
    for (const PastTurn& t : p.history)
        if (t.person == q && clash(q, turn(s), turn(t))) return "clash past" + name;
    for (const Rule& rule : rules)
        if (counts(rule.kind) && has(rule.of, slot(s).role) && (rule.who.empty() || rule.who[at(q)]) &&
            too_many(rule, who, q))
            return "count" + name;
    return {};
}

std::set<int> View::holders(const Who& who, const Rule& rule, int where, bool decided_only) const {
    std::set<int> out;
    for (int s = 0; s < size(); ++s)
        if (has(rule.of, slot(s).role) && moment(rule, s) == where && who[at(s)] &&
            (!decided_only || decided(s)))
            out.insert(*who[at(s)]);
    return out;
}

std::string View::wrong_pairs(const Who& who) const {
    for (const Rule& rule : rules)
        for (int s = 0; s < size(); ++s) {
            if (rule.pairs.empty() || decided(s) || !has(rule.of, slot(s).role)) continue;
            const auto all = holders(who, rule, moment(rule, s), false);
            const auto kept = holders(who, rule, moment(rule, s), true);
            for (const auto& [a, b] : rule.pairs) {
                const auto of_kept = kept.count(a) + kept.count(b), of_all = all.count(a) + all.count(b);
                if (rule.kind == RuleKind::together && of_all == 1 && of_kept == 0) return "H7 together";
                const bool one = who[at(s)] == a || who[at(s)] == b;
                if (rule.kind == RuleKind::apart && of_all == 2 && one) return "H7 apart";
            }
        }
    return {};
}

// Who held most of a block outside the period, of equal ones the last; those who can go on.
std::vector<int> View::known_holders(int role, int first, int need, const std::vector<int>& slots) const {
    std::map<int, std::pair<int, int>> count;
    for (const PastTurn& t : p.history)
        if (t.role == role && block(role, t.day) == first) {
            ++count[t.person].first;
            count[t.person].second = std::max(count[t.person].second, t.day);
        }
    std::vector<std::tuple<int, int, int>> order;
    for (const auto& [q, n] : count) {
        const bool can = std::any_of(slots.begin(), slots.end(), [&, who = q](int s) {
            return decided(s) ? holder(s) == who : has(slot(s).candidates, who);
        });
        if (can) order.emplace_back(-n.first, -n.second, q);
    }
    std::sort(order.begin(), order.end());
    std::vector<int> out;
    for (const auto& entry : order)
        if (static_cast<int>(out.size()) < need) out.push_back(std::get<2>(entry));
    return out;
}

long View::stand_ins(const Who& who) const {
    std::map<std::pair<int, int>, std::vector<int>> blocks;  // role, first day
    for (int s = 0; s < size(); ++s)
        if (role(s).block_days > 0) blocks[{slot(s).role, block(slot(s).role, when(s).day)}].push_back(s);
    long sum = 0;
    for (const auto& [key, slots] : blocks) {
        std::map<int, int> places, held;
        int need = 1;
        for (const int s : slots) {
            need = std::max(need, ++places[slot(s).occurrence]);
            if (who[at(s)]) ++held[*who[at(s)]];
        }
        const auto known = known_holders(key.first, key.second, need, slots);
        std::vector<int> others;
        for (const auto& [q, n] : held)
            if (!has(known, q)) others.push_back(n);
        std::sort(others.begin(), others.end(), std::greater{});
        for (std::size_t i = at(need) - known.size(); i < others.size(); ++i) sum += others[i];
    }
    return sum;
}

bool Value::better_than(const Value& other) const {
    if (broken != other.broken) return broken < other.broken;
    if (covered != other.covered) return covered > other.covered;
    if (changes != other.changes) return changes < other.changes;
    if (stand_ins != other.stand_ins) return stand_ins < other.stand_ins;
    if (fairness != other.fairness) return fairness < other.fairness;
    return granted > other.granted;
}

namespace {

Value value_of(const View& v, const Who& who) {
    const Problem& problem = v.p;
    Value value;
    std::vector<std::vector<int>> turns(at(problem.groups), std::vector<int>(at(problem.people), 0));
    std::map<std::tuple<int, int, int>, int> lost;
    for (int s = 0; s < v.size(); ++s) {
        const Slot& slot = v.slot(s);
        if (who[at(s)]) {
            ++value.covered;
            turns[at(v.role(s).group)][at(*who[at(s)])] += slot.load;
        }
        if (slot.fixed) continue;
        if (slot.published) ++lost[{slot.role, slot.occurrence, *slot.published}];
        if (who[at(s)]) --lost[{slot.role, slot.occurrence, *who[at(s)]}];
    }
    for (const auto& entry : lost) value.changes += std::max(0, entry.second);
    for (int g = 0; g < problem.groups; ++g)
        for (int q = 0; q < problem.people; ++q) {
            const Standing& standing = problem.standing[at(g)][at(q)];
            const mpq_class unit = problem.units.empty() ? mpq_class(1) : problem.units[at(g)];
            const mpq_class off = unit * (standing.before + turns[at(g)][at(q)]) - standing.due;
            value.fairness += off * off;
        }
    std::set<std::tuple<int, int, int>> partners;
    for (std::size_t r = 0; r < v.rules.size(); ++r) {
        const Rule& rule = v.rules[r];
        if (rule.kind != RuleKind::together) continue;
        for (int s = 0; s < v.size(); ++s) {
            if (!has(rule.of, v.slot(s).role)) continue;
            const auto all = v.holders(who, rule, v.moment(rule, s), false);
            const auto kept = v.holders(who, rule, v.moment(rule, s), true);
            for (std::size_t i = 0; i < rule.pairs.size(); ++i) {
                const auto& [a, b] = rule.pairs[i];
                if (kept.count(a) + kept.count(b) == 1 && all.count(a) + all.count(b) == 1)
                    partners.insert({static_cast<int>(r), v.moment(rule, s), static_cast<int>(i)});
            }
        }
    }
    value.broken = static_cast<long>(partners.size());
    value.stand_ins = v.stand_ins(who);
    for (const Wish& wish : problem.wishes) {
        const bool has_turn = std::any_of(wish.slots.begin(), wish.slots.end(),
                                          [&](int s) { return who[at(s)] == wish.person; });
        value.granted += has_turn == wish.on ? 1 : 0;
    }
    return value;
}

}  // namespace

Value value_of(const Problem& problem, const Who& who) {
    return value_of(View{problem}, who);
}

std::string violation(const Problem& problem, const Who& who) {
    const View v{problem};
    for (int s = 0; s < v.size(); ++s) {
        if (v.decided(s) && who[at(s)] != v.holder(s)) return "H6 slot " + std::to_string(s);
        if (v.decided(s) || !who[at(s)]) continue;
        if (auto text = v.wrong(who, s); !text.empty()) return text;
    }
    return v.wrong_pairs(who);
}

namespace {

void enumerate(const View& v, Who& who, int s, std::optional<Value>& best, Who* plan) {
    while (s < v.size() && v.decided(s)) ++s;
    if (s == v.size()) {
        if (!v.wrong_pairs(who).empty()) return;
        Value value = value_of(v, who);
        if (best && !value.better_than(*best)) return;
        best = std::move(value);
        if (plan != nullptr) *plan = who;
        return;
    }
    enumerate(v, who, s + 1, best, plan);
    for (const int q : v.slot(s).candidates) {
        who[at(s)] = q;
        if (v.wrong(who, s).empty()) enumerate(v, who, s + 1, best, plan);
        who[at(s)].reset();
    }
}

}  // namespace

Value brute_force(const Problem& problem, Who* plan) {
    const View v{problem};
    Who who(problem.slots.size());
    for (int s = 0; s < v.size(); ++s)
        if (v.decided(s)) who[at(s)] = v.holder(s);
    std::optional<Value> best;
    enumerate(v, who, 0, best, plan);
    return *best;
}

}  // namespace teamctl::rota::testing
