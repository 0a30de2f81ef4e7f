// What is wrong with rules, targets and awards beside each other, each of which is sound by itself.
#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "base/text.hpp"
#include "check/findings.hpp"
#include "rules/figures/metrics.hpp"

namespace teamctl::check {
namespace {

/// Of two rules with one id a count would be told as the other's.
template <class Rule>
void check_ids(const std::vector<Rule>& rules, Found& found) {
    std::map<std::string_view, const Rule*> seen;
    for (const auto& rule : rules) {
        const auto [first, fresh] = seen.try_emplace(rule.id, &rule);
        if (fresh || rule.id.empty()) continue;
        found
            .error("duplicate-id", rule.origin, say("check.duplicate_id", made_harmless(rule.id)),
                   say("check.choose_another_id"), {"id"})
            .related.push_back(found.place(first->second->origin));
    }
}

void check_levels(const std::vector<team::ServiceLevel>& levels, Found& found) {
    std::map<std::string_view, const team::ServiceLevel*> seen;
    for (const auto& level : levels) {
        const auto [first, fresh] = seen.try_emplace(level.priority, &level);
        if (!fresh)
            found
                .error("duplicate-id", level.origin, say("check.level_twice", made_harmless(level.priority)),
                       say("check.delete_one"), {"priority"})
                .related.push_back(found.place(first->second->origin));
        if (level.answer.days == level.resolve.days && level.resolve.amount < level.answer.amount)
            found.warning("reversed", level.origin,
                          say("check.resolved_before_answered", made_harmless(level.priority)),
                          say("check.answer_within_resolve"), {"resolve"});
    }
}

template <class Rule>
void check_bring_something(const std::vector<Rule>& rules, Found& found) {
    for (const auto& rule : rules) {
        if (rule.points != 0 || rule.fine != Money{}) continue;
        found.warning("no-effect", rule.origin, say("check.brings_nothing", made_harmless(rule.id)),
                      say("check.points_or_fine"));
    }
}

/// A share written as a plain number: 6 is 600 %.
void check_shares(const team::Team& team, Found& found) {
    const auto metrics = rules::metrics(team);
    for (const auto& award : team.awards) {
        for (const auto& requirement : award.require) {
            const auto metric = std::ranges::find(metrics, requirement.metric, &rules::Metric::name);
            const auto& value = requirement.value;
            if (metric == metrics.end() || metric->unit != rules::Measure::ratio ||
                requirement.text.find_first_of("%") != std::string::npos || value < Ratio{2, 1})
                continue;
            found.warning("out-of-range", requirement.origin,
                          say("check.share_without_percent", made_harmless(requirement.text)),
                          say("check.write_like", made_harmless(requirement.text) + "%"));
        }
    }
}

/// A prize for a place that the award does not have goes to nobody.
void check_prizes(const team::Team& team, Found& found) {
    for (const auto& award : team.awards) {
        const auto places = std::max<std::size_t>(award.places.size(), 1);
        if (award.prize.size() <= places) continue;
        found.warning("no-effect", award.origin,
                      say("check.prize_without_place", made_harmless(award.name), places, award.prize.size()),
                      say("check.places_or_prize"), {"prize"});
    }
}

}  // namespace

void check_rules(const team::Team& team, Found& found) {
    check_ids(team.rules.deadlines, found);
    check_ids(team.rules.attendance, found);
    check_ids(team.rules.records, found);
    check_levels(team.rules.service_levels, found);
    check_bring_something(team.rules.attendance, found);
    check_bring_something(team.rules.records, found);
    check_shares(team, found);
    check_prizes(team, found);
}

void check_targets(const team::Team& team, Found& found) {
    const auto title_of = [metrics = rules::metrics(team)](const std::string& name) {
        const auto metric = std::ranges::find(metrics, name, &rules::Metric::name);
        return metric != metrics.end() ? metric->title : verbatim(made_harmless(name));
    };
    std::map<std::tuple<Date, Date, std::string_view, team::PersonId, team::UnitId>, const team::Target*>
        seen;
    for (const auto& target : team.targets) {
        const auto [first, fresh] = seen.try_emplace(
            {target.period.from, target.period.to, target.metric, target.who, target.unit}, &target);
        if (!fresh)
            found
                .warning("duplicate-line", target.origin, say("check.target_twice", title_of(target.metric)),
                         say("check.delete_one"))
                .related.push_back(found.place(first->second->origin));
        if (target.who && team[target.who].left && *team[target.who].left < target.period.from)
            found.warning("not-employed", target.origin,
                          say("check.not_employed", team[target.who].name, target.period.from),
                          say("check.name_another"), {"who"});
    }
}

}  // namespace teamctl::check
