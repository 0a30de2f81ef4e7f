#include "rota/limits/rules.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace teamctl::rota {

namespace {

#define TEAMCTL_RULE_ADDRESS(name) &name##_rule,
constexpr std::array rows{TEAMCTL_RULE_KINDS(TEAMCTL_RULE_ADDRESS)};
#undef TEAMCTL_RULE_ADDRESS

/// What the roles say themselves: the short forms.
void add_own_rules(const Role& role, int number, std::vector<Rule>& rules) {
    if (role.gap_days > 0) rules.push_back({RuleKind::gap, {number}, role.gap_days});
    // A block that one person holds is one turn: there is nothing to count.
    if (role.max_per_week > 0 && role.block_days == 0)
        rules.push_back({RuleKind::per_week, {number}, role.max_per_week});
    if (!role.apart.empty()) rules.push_back({RuleKind::apart, {number}, 0, role.apart});
    if (!role.together.empty()) rules.push_back({RuleKind::together, {number}, 0, role.together});
}

}  // namespace

std::span<const RuleForm* const> rule_forms() {
    return rows;
}

const RuleForm& form_of(RuleKind kind) {
    return **std::ranges::find(rows, kind, [](const RuleForm* row) { return row->kind; });
}

int days_looked_at(const team::Limit& limit) {
    int days = 0;
    for (const auto* form : rows) {
        const int amount = form->asked == nullptr ? 0 : form->asked(limit);
        if (amount == 0) continue;
        const Rule rule{.kind = form->kind, .amount = amount};
        const auto reach = form->pair.reach != nullptr ? form->pair.reach : form->count.reach;
        days = std::max(days, reach == nullptr ? 7 : reach(rule));
    }
    return days;
}

bool concerns(const Rule& rule, int role) {
    return rule.of.empty() || std::ranges::binary_search(rule.of, role) ||
           std::ranges::binary_search(rule.then, role);
}

bool concerns(const Rule& rule, const Stint& turn) {
    const auto within = [&](const auto& span) { return span.first <= turn.day && turn.day <= span.second; };
    return concerns(rule, turn.role) && (rule.spans.empty() || std::ranges::any_of(rule.spans, within));
}

bool same_block(const Problem& problem, const Stint& a, const Stint& b) {
    if (a.role != b.role) return false;
    const Role& role = problem.roles[static_cast<std::size_t>(a.role)];
    return role.block_days > 0 && block_of(role, a.day) == block_of(role, b.day);
}

int moment_of(const Rule& rule, const Stint& turn) {
    return rule.by_date ? turn.day : turn.occurrence;
}

int month_number(int day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

bool Count::covers(const Stint& turn) const {
    if (!concerns(*rule_, turn)) return false;
    std::vector<int> windows;
    form_of(rule_->kind).count.windows(*rule_, turn, windows);
    return std::ranges::find(windows, window_) != windows.end();
}

bool Count::counted(const Stint& turn) const {
    const auto unit = form_of(rule_->kind).count.unit;
    return unit != nullptr && units_.contains(unit(turn));
}

int Count::more(const Stint& turn) const {
    if (!covers(turn) || counted(turn)) return 0;
    const auto weight = form_of(rule_->kind).count.weight;
    return weight == nullptr ? 1 : weight(turn);
}

bool Count::add(const Stint& turn) {
    if (!covers(turn)) return false;
    sum_ += more(turn);
    if (const auto unit = form_of(rule_->kind).count.unit; unit != nullptr) units_.insert(unit(turn));
    return true;
}

std::vector<Rule> rules_of(const Problem& problem) {
    std::vector<Rule> rules{Rule{}};
    for (std::size_t r = 0; r < problem.roles.size(); ++r)
        add_own_rules(problem.roles[r], static_cast<int>(r), rules);
    rules.insert(rules.end(), problem.rules.begin(), problem.rules.end());
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
