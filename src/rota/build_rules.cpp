#include "rota/build_rules.hpp"

#include <algorithm>
#include <map>

#include "rota/limits/rules.hpp"
#include "team/people.hpp"

namespace teamctl::rota {
namespace {

using team::PersonId;
using team::Team;

std::vector<int> numbers_of(const std::vector<team::RoleRef>& refs, const Question& question) {
    std::vector<int> out;
    for (std::size_t i = 0; i < question.roles.size(); ++i) {
        const auto& [series, role] = question.roles[i];
        if (std::ranges::any_of(refs, [&, s = series, r = role](const auto& ref) { return ref.means(s, r); }))
            out.push_back(static_cast<int>(i));
    }
    return out;
}

/// First and last days of spans, in order.
using Spans = std::vector<std::pair<int, int>>;

/// When the limit binds the person, of that time and of all days before and behind it; no span: never.
Spans bound_spans(const Team& team, const team::Selector& who, PersonId person, const Period& period) {
    Spans spans;
    bool bound = false;
    for (Date date = period.from; date <= period.to; date += Days{1}) {
        const bool now = team::selects(team, who, person, date);
        if (now && !bound) spans.emplace_back(day_number(date), day_number(date));
        if (now) spans.back().second = day_number(date);
        bound = now;
    }
    return spans;
}

/// The rule once for all people whom it binds on the same days: a turn counts by what held on its date
/// (teamctl-rota(7), HARD CONSTRAINTS).
std::vector<Rule> by_days(const Team& team, const team::Limit& limit, const Rule& rule,
                          const Period& period) {
    if (!limit.who) return {rule};
    const Days around{std::max(days_looked_at(limit), 31)};
    const Period reach{period.from - around, period.to + around, Period::Unit::range};
    const Spans always{{day_number(reach.from), day_number(reach.to)}};
    std::map<Spans, std::vector<bool>> bound;
    for (const auto person : team::everybody(team)) {
        auto spans = bound_spans(team, *limit.who, person, reach);
        if (spans.empty()) continue;
        auto& who = bound[std::move(spans)];
        who.resize(team.people.size());
        who[static_cast<std::size_t>(person.index)] = true;
    }
    std::vector<Rule> rules;
    for (const auto& [spans, who] : bound) {
        rules.push_back(rule);
        rules.back().who = who;
        if (spans != always) rules.back().spans = spans;
    }
    return rules;
}

std::vector<std::pair<int, int>> numbers_of(const std::vector<team::PersonPair>& pairs) {
    std::vector<std::pair<int, int>> out;
    for (const auto& pair : pairs) out.emplace_back(pair.first.index, pair.second.index);
    return out;
}

bool means(const team::Wish& wish, team::SeriesId series) {
    return wish.of.empty() || std::ranges::find(wish.of, series) != wish.of.end();
}

/// Whether the person is of the slot's pool.
bool in_pool(const Slot& slot, int person) {
    return std::ranges::binary_search(slot.candidates, person) ||
           std::ranges::find(slot.excluded, person, &Excluded::person) != slot.excluded.end();
}

void add_wish(const team::Wish& wish, Date date, Question& question) {
    Wish made{wish.who.index, wish.want == team::Want::on, {}};
    for (std::size_t i = 0; i < question.slots.size(); ++i) {
        const auto& info = question.slots[i];
        if (info.occurrence.date == date && means(wish, info.series) &&
            in_pool(question.problem.slots[i], made.person))
            made.slots.push_back(static_cast<int>(i));
    }
    if (made.slots.empty()) return;
    question.problem.wishes.push_back(std::move(made));
    question.wishes.push_back({date, wish.origin});
}

/// One rule for each thing that the limit asks of one person's turns.
void add_forms(const team::Limit& limit, const Question& question, const Rule& rule,
               std::vector<Rule>& rules) {
    for (const RuleForm* form : rule_forms()) {
        const int amount = form->asked == nullptr ? 0 : form->asked(limit);
        if (amount == 0) continue;
        rules.push_back(rule);
        rules.back().kind = form->kind;
        rules.back().amount = amount;
        if (form->kind == RuleKind::not_after) rules.back().then = numbers_of(limit.not_after->of, question);
    }
}

/// Those of two people, who are named: on whatever days.
void add_pairs(const team::Limit& limit, const Rule& rule, std::vector<Rule>& rules) {
    for (const auto& [kind, pairs] :
         {std::pair{RuleKind::together, &limit.together}, std::pair{RuleKind::apart, &limit.apart}}) {
        if (pairs->empty()) continue;
        rules.push_back(rule);
        rules.back().kind = kind;
        rules.back().pairs = numbers_of(*pairs);
    }
}

}  // namespace

std::vector<Rule> rules_of(const Team& team, const Question& question, const Period& period) {
    std::vector<Rule> rules;
    for (std::size_t i = 0; i < team.limits.size(); ++i) {
        const team::Limit& limit = team.limits[i];
        Rule rule;
        rule.of = numbers_of(limit.of, question);
        if (rule.of.empty()) continue;
        rule.by_date = true;
        rule.written = static_cast<int>(i);
        for (const Rule& bound : by_days(team, limit, rule, period)) add_forms(limit, question, bound, rules);
        add_pairs(limit, rule, rules);
    }
    return rules;
}

void add_wishes(const Team& team, const Period& period, Question& question) {
    for (const auto& wish : team.wishes) {
        if (wish.when) {
            for (const Date date : wish.dates)
                if (period.contains(date)) add_wish(wish, date, question);
            continue;
        }
        const Date last = std::min(wish.to, period.to);
        for (Date date = std::max(wish.from, period.from); date <= last; date += Days{1})
            add_wish(wish, date, question);
    }
}

}  // namespace teamctl::rota
