#include "rules/findings.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include "base/text.hpp"
#include "rules/stretch.hpp"

namespace teamctl::rules {
namespace {

using team::PersonId;

/// An amount of a target as a reader knows it.
PhraseArg amount_of(const std::vector<Metric>& catalogue, const team::Target& target, Ratio amount) {
    const std::int64_t hundredths = scaled(1, amount);
    for (const auto& metric : catalogue) {
        if (metric.name == target.metric && metric.unit == Unit::money) return Money{hundredths};
    }
    std::string text = decimals({hundredths, 100}, 2);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

Phrase phrase(std::string_view key, std::vector<PhraseArg> args) {
    return {std::string{key}, std::move(args)};
}

class Findings {
  public:
    explicit Findings(const Context& context) : context_{context}, catalogue_{metrics(context.team)} {}

    std::vector<Finding> of_lines() && {
        const auto entities = entities_at(context_.team, context_.now);
        check_names();
        check_registrations(entities);
        check_deals(entities);
        for (const auto& record : context_.team.records) {
            auto left = left_before(context_.team, record);
            std::move(left.begin(), left.end(), std::back_inserter(found_));
        }
        for (auto& finding : newcomer_findings(context_)) found_.push_back(std::move(finding));
        for (auto& finding : training_findings(context_.team)) found_.push_back(std::move(finding));
        return std::move(found_);
    }

    std::vector<Finding> of_names() && {
        check_names();
        return std::move(found_);
    }

    std::vector<Finding> of_sums() && {
        for (auto& finding : attendance_findings(context_.team, context_.days, context_.team.records))
            found_.push_back(std::move(finding));
        check_fund();
        check_targets();
        return std::move(found_);
    }

  private:
    bool known(const std::string& name, const team::Origin& origin) {
        if (name.empty()) return false;  // reported where it was read
        std::vector<std::string> names;
        for (const auto& metric : catalogue_) {
            if (metric.name == name) return true;
            names.push_back(metric.name);
        }
        const auto near = nearest(name, names);
        found_.push_back(
            {Severity::error,
             "unknown-metric",
             origin,
             say("rules.unknown_metric", made_harmless(name)),
             near ? say("check.did_you_mean", *near) : say("check.choose_from", joined(names, ", ")),
             {}});
        return false;
    }

    void check_names() {
        const auto& team = context_.team;
        for (const auto& award : team.awards) {
            for (const auto& requirement : award.require) known(requirement.metric, requirement.origin);
            if (!award.best.empty()) known(award.best, award.origin);
        }
        for (const auto& target : team.targets) known(target.metric, target.origin);
        if (team.rules.commission) known(team.rules.commission->on, team.rules.commission->origin);
    }

    /// Each expense that takes the fund lower below zero than it ever was: what an earlier one lacked is not
    /// laid to those after it.
    void check_fund() {
        if (context_.team.records.empty()) return;
        const auto& until = context_.team.carried.until;
        const Period all{until ? *until + Days{1} : context_.team.records.front().date,
                         context_.team.records.back().date, Period::Unit::range};
        const auto kept = fund(context_, Absences{context_.team}, all);
        Money lowest = std::min(kept.opening, Money{});
        for (const auto& move : kept.moves) {
            if (lowest <= move.balance) continue;
            lowest = move.balance;
            const Money held = move.balance - move.amount;
            found_.push_back({Severity::error,
                              "fund-overdrawn",
                              move.origin,
                              held.fen < 0 ? say("rules.fund_overdrawn_before", -move.amount, -held)
                                           : say("rules.fund_overdrawn", -move.amount, held),
                              say("rules.fund_hint"),
                              {}});
        }
    }

    void check_registrations(const Entities& entities) {
        for (const auto& conflict : registration_conflicts(context_.team, entities)) {
            const auto owner = conflict.first->person("owner");
            found_.push_back({Severity::warning,
                              "registered-twice",
                              conflict.later->origin,
                              say("rules.registered_twice", std::string{conflict.later->text("name")},
                                  owner ? context_.team[owner].name : std::string{}, conflict.first->date),
                              say("rules.first_keeps", std::string{conflict.first->text("id")}),
                              {conflict.first->origin}});
        }
    }

    /// Money that cannot be right: more than the deal's amount, or paid on what was given back (D9.5).
    void check_deals(const Entities& entities) {
        for (const auto& deal : entities.deals) {
            const Money amount = deal.opened->money("amount");
            Money refunded;
            for (const auto* refund : deal.refunds) {
                refunded = refunded + refund->money("amount");
                if (refunded > amount)
                    add_deal(deal, *refund, say("rules.refunded_beyond", refunded, amount));
            }
            Money paid = deal.opened->money("paid");
            for (const auto* payment : deal.payments) {
                paid = paid + payment->money("amount");
                if (const auto* whole = refunded_before(deal, *payment, amount))
                    add_deal(deal, *payment, say("rules.paid_after_refund", whole->date));
                else if (paid > amount)
                    add_deal(deal, *payment, say("rules.paid_beyond", paid, amount));
            }
        }
    }

    /// The refund that gave back the last of the amount, where it came before the payment.
    static const team::Record* refunded_before(const Deal& deal, const team::Record& payment, Money amount) {
        const auto order = [](const team::Record& record) {
            return std::tuple{record.date, record.at.value_or(end_of_day), record.origin.mark};
        };
        Money sum;
        for (const auto* refund : deal.refunds) {
            if (order(payment) < order(*refund)) continue;
            sum = sum + refund->money("amount");
            if (amount <= sum) return refund;
        }
        return nullptr;
    }

    void add_deal(const Deal& deal, const team::Record& record, Phrase message) {
        found_.push_back({Severity::warning,
                          "deal-money",
                          record.origin,
                          std::move(message),
                          say("check.compare_amounts"),
                          {deal.opened->origin}});
    }

    void check_targets() {
        for (const auto& gap : target_gaps(context_.team)) {
            const auto& whole = *gap.whole;
            const auto difference = gap.difference();
            const Ratio size{difference < 0 ? -difference : difference, 1};
            found_.push_back({Severity::warning,
                              "targets-do-not-add-up",
                              whole.origin,
                              phrase(difference < 0 ? "rules.targets_too_little" : "rules.targets_too_much",
                                     {amount_of(catalogue_, whole, {gap.sum, 1}),
                                      amount_of(catalogue_, whole, {whole.amount, 1}),
                                      amount_of(catalogue_, whole, size), whole.period}),
                              {},
                              {}});
        }
        for (const auto& low : short_targets(context_)) add_short(low);
    }

    void add_short(const ShortTarget& low) {
        const auto is = amount_of(catalogue_, *low.target, low.is);
        const auto least = amount_of(catalogue_, *low.target, low.least);
        Phrase message;
        if (low.rule == ShortTarget::Rule::personal)
            message = phrase("rules.personal_target_low", {context_.team[low.who].name, is, least});
        else if (low.rule == ShortTarget::Rule::sum)
            message = phrase("rules.personal_sum_low", {is, least});
        else
            message = phrase("rules.short_term_low", {is, least});
        found_.push_back(
            {Severity::warning, "target-too-low", low.target->origin, std::move(message), {}, {}});
    }

    const Context& context_;
    std::vector<Metric> catalogue_;
    std::vector<Finding> found_;
};

std::span<const PersonId> named_in(const team::FieldValue& value) {
    if (const auto* one = team::value_as<PersonId>(value)) return {one, 1};
    if (const auto* many = team::value_as<std::vector<PersonId>>(value)) return *many;
    return {};
}

}  // namespace

std::vector<Finding> left_before(const team::Team& team, const team::Record& record) {
    std::vector<Finding> found;
    for (const auto& value : record.values) {
        for (const auto person : named_in(value)) {
            if (!person || !team[person].left || record.date <= *team[person].left) continue;
            if (record.spec().looks_back) return found;
            found.push_back({Severity::warning,
                             "left-before",
                             record.origin,
                             say("rules.left_before", team[person].name, *team[person].left),
                             say("rules.left_before_hint"),
                             {}});
        }
    }
    return found;
}

std::vector<Finding> line_findings(const Context& context) {
    return Findings{context}.of_lines();
}

std::vector<Finding> name_findings(const Context& context) {
    return Findings{context}.of_names();
}

std::vector<Finding> sum_findings(const Context& context) {
    return Findings{context}.of_sums();
}

}  // namespace teamctl::rules
