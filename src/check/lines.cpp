// What single lines show: metrics, registrations, money of deals, and people who had left.
#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "base/text.hpp"
#include "check/findings.hpp"
#include "rules/figures/metrics.hpp"
#include "rules/work/assets.hpp"
#include "rules/work/customers.hpp"
#include "rules/work/entities.hpp"
#include "rules/work/meters.hpp"
#include "rules/work/outings.hpp"
#include "team/metric_words.hpp"
#include "team/score_kinds.hpp"
#include "team/write_record.hpp"

namespace teamctl::check {
namespace {

using rules::Deal;
using rules::Entities;
using team::PersonId;
using team::Team;

/// The Chinese title of a metric; of scores of the team's own the title that the rules give.
std::string title_of_metric(const Team& team, const std::string& metric) {
    constexpr std::string_view prefix{"score_"};
    if (metric.starts_with(prefix)) {
        const auto own = team::own_score_title(team.rules.scores, metric.substr(prefix.size()));
        if (!own.empty()) return std::string{own};
    }
    return team::metric_title(metric);
}

void check_metric(const Team& team, const std::string& name, const team::Origin& origin,
                  const std::vector<std::string>& known, Found& found) {
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end())
        return;  // an empty one is reported where it was read
    std::vector<std::string> same_name;
    for (const auto& asset : team.assets) {
        if (asset.name == team::consumption_of(name)) same_name.push_back(team::consumption_metric(asset.id));
    }
    if (same_name.size() > 1) {
        found.error("ambiguous-name", origin, say("log.ambiguous", made_harmless(name), same_name.size()),
                    say("log.candidates", joined(same_name, "; ")), {"best", "metric", "on"});
        return;
    }
    std::vector<std::string> spellings = known;
    std::vector<Phrase> all;
    for (const auto& metric : known) {
        const auto title = title_of_metric(team, metric);
        if (!title.empty()) spellings.push_back(title);
        all.push_back(bilingual(title.empty() ? metric : title, metric));
    }
    const auto near = nearest(name, spellings);
    found.error("unknown-metric", origin, say("rules.unknown_metric", made_harmless(name)),
                near ? say("check.did_you_mean", *near) : say("check.choose_from", listed(std::move(all))),
                {"best", "metric", "on"});
}

void check_registrations(const Team& team, const Entities& entities, Found& found) {
    for (const auto& conflict : rules::registration_conflicts(team, entities)) {
        const auto owner = conflict.first->person("owner");
        found
            .warning("registered-twice", conflict.later->origin,
                     say("rules.registered_twice", std::string{conflict.later->text("name")},
                         owner ? team[owner].name : std::string{}, conflict.first->date),
                     say("rules.first_keeps", std::string{conflict.first->text("id")}))
            .related.push_back(found.place(conflict.first->origin));
    }
}

/// The refund that gave back the last of the amount, where it came before the payment.
const team::Record* refunded_before(const Deal& deal, const team::Record& payment, Money amount) {
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

void add_deal(const Deal& deal, const team::Record& record, Phrase message, Found& found) {
    found.warning("deal-money", record.origin, std::move(message), say("check.compare_amounts"))
        .related.push_back(found.place(deal.opened->origin));
}

/// Money that cannot be right: more than the deal's amount, or paid on what was given back (D9.5).
void check_deals(const Entities& entities, Found& found) {
    for (const auto& deal : entities.deals) {
        const Money amount = deal.opened->money("amount");
        Money refunded;
        for (const auto* refund : deal.refunds) {
            refunded = refunded + refund->money("amount");
            if (refunded > amount)
                add_deal(deal, *refund, say("rules.refunded_beyond", refunded, amount), found);
        }
        Money paid = deal.opened->money("paid");
        for (const auto* payment : deal.payments) {
            paid = paid + payment->money("amount");
            if (const auto* whole = refunded_before(deal, *payment, amount))
                add_deal(deal, *payment, say("rules.paid_after_refund", whole->date), found);
            else if (paid > amount)
                add_deal(deal, *payment, say("rules.paid_beyond", paid, amount), found);
        }
    }
}

/// Whose the customer was when the deal was made; what was handed over later was not theirs then.
PersonId owner_then(const Deal& deal, const rules::Customer& customer) {
    return deal.owner ? deal.owner : customer.opened->person("owner");
}

/// A deal on a customer whom somebody else registered: the sale is the seller's, the customer stays where it
/// is.
void check_owners(const Team& team, const Entities& entities, Found& found) {
    for (const auto& deal : entities.deals) {
        const auto* customer = entities.customers.find(deal.opened->text("customer"));
        const auto seller = deal.opened->person("who");
        if (customer == nullptr || customer->ruling != nullptr || !seller) continue;
        const auto owner = owner_then(deal, *customer);
        if (!owner || owner == seller) continue;
        found
            .warning("not-the-owner", deal.opened->origin,
                     say(team.rules.sales_to_owner ? "rules.not_the_seller" : "rules.not_the_owner",
                         std::string{customer->opened->text("name")}, team[owner].name, team[seller].name),
                     say("rules.not_the_owner_hint"), {"who"})
            .related.push_back(found.place(customer->opened->origin));
    }
}

/// A level or a refill of an asset that is not called a tank: whose figures would be wrong.
void check_tank(const Team& team, const team::Record& record, Found& found) {
    const auto& asset = team[*record.get<team::AssetId>("asset")];
    if (asset.tank) return;
    for (const auto* field : {"level", "refill"}) {
        if (record.get<team::Decimal>(field) == nullptr) continue;
        found
            .error("not-a-tank", record.origin, say("rules.not_a_tank", team::asset_name(asset), field),
                   say("rules.not_a_tank_hint", asset.id), {field})
            .related.push_back(found.place(asset.origin));
        return;
    }
}

void add_reading(const rules::ReadingStep& step, Found& found) {
    using How = rules::ReadingStep::How;
    if (step.how != How::backwards && step.how != How::rose) return;
    const auto now = team::number_text(*rules::reading_of(*step.now));
    const auto then = team::number_text(*rules::reading_of(*step.then));
    auto& problem =
        step.how == How::backwards
            ? found.error("meter-backwards", step.now->origin,
                          say("rules.meter_backwards", now, then, step.then->date),
                          say("check.write_like", bilingual("replaced: 是", "replaced: true")), {"value"})
            : found.warning(
                  "tank-rises", step.now->origin,
                  say("rules.tank_rises", now, then, step.then->date, team::number_text(step.refilled)),
                  say("rules.tank_rises_hint"), {"level", "value"});
    problem.related.push_back(found.place(step.then->origin));
}

/// A meter counts upwards until it is replaced, a tank falls until it is refilled.
void check_meters(const Team& team, Found& found) {
    if (team.records.empty()) return;
    for (const auto& meter : rules::meters_at(team, {team.records.back().date, end_of_day})) {
        for (const auto* record : meter.readings) check_tank(team, *record, found);
        const Period all{meter.readings.front()->date, meter.readings.back()->date, Period::Unit::range};
        for (const auto& step : rules::reading_steps(team, meter, all)) add_reading(step, found);
    }
}

/// More taken than there was: each record that takes a stock lower below zero than it ever was.
void check_stock(const Team& team, Found& found) {
    if (team.records.empty()) return;
    const auto all = rules::stock_steps(team, {team.records.back().date, end_of_day});
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::int64_t lowest = 0;
        for (const auto& step : all[i]) {
            if (step.change >= 0 || lowest <= step.stock) continue;
            lowest = step.stock;
            const auto& asset = team.assets[i];
            found
                .warning("stock-below-zero", step.record->origin,
                         say("rules.stock_below_zero", team::asset_name(asset), -step.change,
                             step.stock - step.change),
                         say("rules.stock_below_zero_hint"), {"count"})
                .related.push_back(found.place(asset.origin));
        }
    }
}

/// Visits that end without what the rules ask for, and returns from nowhere (D3.6).
void check_outings(const Team& team, Moment now, Found& found) {
    const auto all = rules::outings(team, now);
    for (const auto* back : all.unmatched)
        found.warning("not-out", back->origin, say("rules.not_out", team[back->person("who")].name),
                      say("rules.not_out_hint"), {"who"});
    for (const auto& unsure : all.unsure) {
        const auto client = [](const team::Record& visit) { return made_harmless(visit.text("client")); };
        found
            .warning("ambiguous-id", unsure.end->origin,
                     say("rules.several_out", team[unsure.end->person("who")].name, client(*unsure.visit)),
                     say("rules.say_which_visit",
                         "visit=" + client(*unsure.visit) + ", visit=" + client(*unsure.other)),
                     {"who"})
            .related.push_back(found.place(unsure.other->origin));
    }
    for (const auto& outing : all.visits) {
        for (const auto field : rules::missing_of(team.rules, outing)) {
            const auto& spec = outing.visit->spec();
            const auto& row = spec.fields[static_cast<std::size_t>(spec.field(field))];
            found.warning(
                "visit-incomplete", (outing.end != nullptr ? outing.end : outing.visit)->origin,
                say("rules.visit_incomplete", bilingual(team::title_of(row.zh), team::title_of(row.en))),
                say("check.add_key", field));
        }
    }
}

std::span<const PersonId> named_in(const team::FieldValue& value) {
    if (const auto* one = team::value_as<PersonId>(value)) return {one, 1};
    if (const auto* many = team::value_as<std::vector<PersonId>>(value)) return *many;
    return {};
}

}  // namespace

void check_metrics(const Team& team, Found& found) {
    std::vector<std::string> known;
    for (const auto& metric : rules::metrics(team)) known.push_back(metric.name);
    const auto check = [&](const std::string& name, const team::Origin& origin) {
        check_metric(team, name, origin, known, found);
    };
    for (const auto& award : team.awards) {
        for (const auto& requirement : award.require) check(requirement.metric, requirement.origin);
        check(award.best, award.origin);
    }
    for (const auto& target : team.targets) check(target.metric, target.origin);
    if (team.rules.commission) check(team.rules.commission->on, team.rules.commission->origin);
}

void check_left(const Team& team, const team::Record& record, Found& found) {
    const auto& spec = record.spec();
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        if (!record.values.has(i)) continue;
        // Whoever hands over may have left; whoever takes over is there.
        if (spec.looks_back && !(record.is("handover") && spec.fields[i].name == "to")) continue;
        for (const auto person : named_in(record.values[i])) {
            if (!person || !team[person].left || record.date <= *team[person].left) continue;
            if (person == record.person("leaver")) continue;
            found.warning("left-before", record.origin,
                          say("rules.left_before", team[person].name, *team[person].left),
                          say("rules.left_before_hint"));
        }
    }
}

void check_joined(const Team& team, const team::Record& record, Found& found) {
    // What is to be done may be given to somebody who is still to come.
    if (record.is("action")) return;
    auto people = team::subjects_of(record);
    if (record.is("handover")) people.push_back(record.person("to"));
    for (const auto person : people) {
        if (!person || !team[person].joined || *team[person].joined <= record.date) continue;
        found
            .warning("before-joined", record.origin,
                     say("rules.before_joined", team[person].name, *team[person].joined),
                     say("check.compare_dates"))
            .related.push_back(found.place(team[person].origin));
    }
}

void check_lines(const rules::Context& context, Found& found) {
    const auto entities = rules::entities_at(context.team, context.now);
    check_metrics(context.team, found);
    check_registrations(context.team, entities, found);
    check_deals(entities, found);
    check_owners(context.team, entities, found);
    check_meters(context.team, found);
    check_stock(context.team, found);
    check_outings(context.team, context.now, found);
    check_steps(entities, found);
    check_turns(context.team, context.team.records, found);
    check_record_rules(context.team, found);
    check_payees(context, context.team.records, found);
    const auto& records = context.team.records;
    for (const auto& record : records) {
        check_left(context.team, record, found);
        check_joined(context.team, record, found);
    }
    check_values(context.team, records, found);
    check_newcomers(context, records, found);
    check_trainings(context.team, found);
}

}  // namespace teamctl::check
