// What only sums show: the fund, and targets.
#include <algorithm>

#include "check/findings.hpp"
#include "rules/figures/ledger.hpp"
#include "rules/figures/metrics.hpp"
#include "rules/figures/targets.hpp"
#include "rules/people/absences.hpp"
#include "rules/stretch.hpp"

namespace teamctl::check {
namespace {

using rules::Metric;

/// An amount of a target as a reader knows it.
PhraseArg amount_of(const std::vector<Metric>& catalogue, const team::Target& target, Ratio amount) {
    const std::int64_t hundredths = scaled(1, amount);
    for (const auto& metric : catalogue) {
        if (metric.name == target.metric && metric.unit == rules::Measure::money) return Money{hundredths};
    }
    std::string text = decimals({hundredths, 100}, 2);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

Phrase phrase_of(std::string_view key, std::vector<PhraseArg> args) {
    return {std::string{key}, std::move(args)};
}

/// Each expense that takes the fund lower below zero than it ever was: what an earlier one lacked is not
/// laid to those after it.
void check_fund(const rules::Context& context, Found& found) {
    const auto& records = context.team.records;
    if (records.empty()) return;
    const auto& until = context.team.carried.until;
    const Period all{until ? *until + Days{1} : records.front().date, records.back().date,
                     Period::Unit::range};
    const auto kept = rules::fund(context, rules::Absences{context.team}, all);
    Money lowest = std::min(kept.opening, Money{});
    for (const auto& move : kept.moves) {
        if (lowest <= move.balance) continue;
        lowest = move.balance;
        const Money held = move.balance - move.amount;
        found.error("fund-overdrawn", move.origin,
                    held.fen < 0 ? say("rules.fund_overdrawn_before", -move.amount, -held)
                                 : say("rules.fund_overdrawn", -move.amount, held),
                    say("rules.fund_hint"));
    }
}

void add_gap(const rules::TargetGap& gap, const std::vector<Metric>& catalogue, Found& found) {
    const auto& whole = *gap.whole;
    const auto difference = gap.difference();
    const Ratio size{difference < 0 ? -difference : difference, 1};
    found.warning(
        "targets-do-not-add-up", whole.origin,
        phrase_of(difference < 0 ? "rules.targets_too_little" : "rules.targets_too_much",
                  {amount_of(catalogue, whole, {gap.sum, 1}), amount_of(catalogue, whole, {whole.amount, 1}),
                   amount_of(catalogue, whole, size), whole.period}));
}

void add_short(const team::Team& team, const rules::ShortTarget& low, const std::vector<Metric>& catalogue,
               Found& found) {
    using Rule = rules::ShortTarget::Rule;
    const auto is = amount_of(catalogue, *low.target, low.is);
    const auto least = amount_of(catalogue, *low.target, low.least);
    Phrase message;
    if (low.rule == Rule::personal)
        message = phrase_of("rules.personal_target_low", {team[low.who].name, is, least});
    else if (low.rule == Rule::sum)
        message = phrase_of("rules.personal_sum_low", {is, least});
    else
        message = phrase_of("rules.short_term_low", {is, least});
    found.warning("target-too-low", low.target->origin, std::move(message));
}

}  // namespace

void check_sums(const rules::Context& context, Found& found) {
    check_attendance(context.team, context.days, context.team.records, found);
    check_rounds(context, context.team.records, found);
    check_fund(context, found);
    const auto catalogue = rules::metrics(context.team);
    for (const auto& gap : rules::target_gaps(context.team)) add_gap(gap, catalogue, found);
    for (const auto& low : rules::short_targets(context)) add_short(context.team, low, catalogue, found);
}

}  // namespace teamctl::check
