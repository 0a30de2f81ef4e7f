// What waits of papers and things: credentials, warranties, inspections, spare parts; next month's plan;
// awards that somebody has to decide.
#include <algorithm>

#include "rules/figures/awards.hpp"
#include "rules/figures/metrics.hpp"
#include "rules/work/assets.hpp"
#include "team/people.hpp"
#include "waiting/due.hpp"
#include "waiting/person.hpp"
#include "waiting/plans.hpp"

namespace teamctl::waiting {
namespace {

using Kind = DueItem::Kind;

/// Of everybody employed: those that expire, expired ones too, and those that the rules ask for (D10.2).
void add_credentials(const DueDay& day, std::vector<DueItem>& items) {
    for (const auto person : team::everybody(day.team)) {
        if (!team::employed(day.team[person], day.date)) continue;
        for (const auto& credential : day.team[person].credentials) {
            if (!credential.expires || *credential.expires > day.until(expiry_days)) continue;
            auto item = item_of(Kind::credential, day.team[person].id, credential.type, credential.origin);
            item.who = {person};
            item.due = *credential.expires;
            items.push_back(std::move(item));
        }
        for (const auto& lacking : lacking_papers(day.team, person, day.date)) {
            auto item =
                item_of(Kind::credential_missing, day.team[person].id, lacking.type, lacking.rule->origin);
            item.who = {person};
            items.push_back(std::move(item));
        }
    }
}

DueItem asset_item(Kind kind, const team::Asset& asset) {
    auto item = item_of(kind, asset.id, asset_name(asset), asset.origin);
    if (asset.owner) item.who = {asset.owner};
    return item;
}

void add_assets(const DueDay& day, std::vector<DueItem>& items) {
    for (const auto& asset : rules::assets_at(day.team, day.now)) {
        if (rules::warranty_ends(asset, day.date - Days{expiry_days}, day.until(expiry_days))) {
            auto item = asset_item(Kind::warranty, asset);
            item.due = *asset.warranty;
            items.push_back(std::move(item));
        }
        if (rules::inspection_waits(asset, day.until(expiry_days))) {
            auto item = asset_item(Kind::inspection, asset);
            item.due = rules::inspection_due(asset);
            items.push_back(std::move(item));
        }
        if (rules::short_of_stock(asset)) {
            auto item = asset_item(Kind::stock, asset);
            item.what = say("due.stock_of", item.name, asset.quantity, *asset.min_stock);
            items.push_back(std::move(item));
        }
    }
}

/// D1.6
void add_plan(const DueDay& day, std::vector<DueItem>& items) {
    const auto gap = plan_gap(day.team, day.days, day.date);
    if (!gap) return;
    DueItem item;
    item.kind = Kind::plan;
    item.id = to_string(gap->month);
    item.name = item.id;
    item.what = gap_text(*gap);
    item.due = gap->due;
    item.important = true;
    items.push_back(std::move(item));
}

/// Awards of the period before that are tied until a `decision` record names somebody (teamctl-rules(7),
/// example 10).
void add_awards(const DueDay& day, std::vector<DueItem>& items) {
    for (std::size_t i = 0; i < day.team.awards.size(); ++i) {
        const team::AwardId id{static_cast<std::int32_t>(i)};
        const auto& award = day.team[id];
        const Period period = shifted(rules::award_period(award, day.date), -1);
        const auto first = day.team.first_record();
        if (!first || period.to < *first) continue;  // nobody kept records then
        // The decision may come after the period: what is known now counts.
        const rules::Books books{day.context(), period};
        const rules::Figures figures{books};
        if (!rules::award_result(figures, id).open) continue;
        auto item = item_of(Kind::award, award.id, award.name, award.origin);
        item.what = say("due.award_of", award.name, period);
        items.push_back(std::move(item));
    }
}

}  // namespace

std::vector<DueItem> due_things(const DueDay& day) {
    std::vector<DueItem> items;
    add_credentials(day, items);
    add_assets(day, items);
    add_plan(day, items);
    add_awards(day, items);
    return items;
}

}  // namespace teamctl::waiting
