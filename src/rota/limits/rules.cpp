#include "rota/limits/rules.hpp"

#include <algorithm>
#include <array>

namespace teamctl::rota {

namespace {

constexpr std::array rows{&overlap_rule, &gap_rule, &per_week_rule, &apart_rule, &block_rule, &together_rule};

/// What the roles say themselves: the short forms.
void add_own_rules(const Role& role, int number, std::vector<Rule>& rules) {
    if (role.gap_days > 0) rules.push_back({RuleKind::gap, {number}, role.gap_days, {}});
    // A week that one person holds is one turn: there is nothing to count.
    if (role.max_per_week > 0 && !role.per_week)
        rules.push_back({RuleKind::per_week, {number}, role.max_per_week, {}});
    if (!role.apart.empty()) rules.push_back({RuleKind::apart, {number}, 0, role.apart});
    if (!role.together.empty()) rules.push_back({RuleKind::together, {number}, 0, role.together});
}

}  // namespace

const RuleForm& form_of(RuleKind kind) {
    return **std::ranges::find(rows, kind, [](const RuleForm* row) { return row->kind; });
}

bool concerns(const Rule& rule, int role) {
    return rule.of.empty() || std::ranges::binary_search(rule.of, role);
}

bool same_block(const Problem& problem, const Stint& a, const Stint& b) {
    return a.role == b.role && problem.roles[static_cast<std::size_t>(a.role)].per_week &&
           iso_week(a.day) == iso_week(b.day);
}

std::vector<Rule> rules_of(const Problem& problem) {
    std::vector<Rule> rules{{RuleKind::overlap, {}, 0, {}}};
    for (std::size_t r = 0; r < problem.roles.size(); ++r)
        add_own_rules(problem.roles[r], static_cast<int>(r), rules);
    std::ranges::stable_sort(rules, {}, &Rule::kind);
    return rules;
}

Stint stint_of(const Problem& problem, int role, int occurrence) {
    const Occurrence& when = problem.occurrences[static_cast<std::size_t>(occurrence)];
    const long midnight = 1440L * when.day;
    // An occurrence without length still takes its minute.
    return {role, occurrence, when.day, midnight + when.start, midnight + std::max(when.end, when.start + 1)};
}

Stint stint_of(const Problem& problem, const Slot& slot) {
    return stint_of(problem, slot.role, slot.occurrence);
}

Stint stint_of(const PastTurn& turn) {
    const long midnight = 1440L * turn.day;
    return {turn.role, -1, turn.day, midnight + turn.start, midnight + turn.end};
}

}  // namespace teamctl::rota
