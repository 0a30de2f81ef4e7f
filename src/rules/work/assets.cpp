#include "rules/work/assets.hpp"

#include "rules/work/checks.hpp"
#include "rules/work/matters.hpp"

namespace teamctl::rules {

std::optional<Date> inspection_due(const team::Asset& asset) {
    const auto last = asset.inspected ? asset.inspected : asset.installed;
    if (!asset.inspect_every_months || !last) return std::nullopt;
    return add_months(*last, *asset.inspect_every_months);
}

bool inspection_waits(const team::Asset& asset, Date until) {
    if (!asset.inspect_every_months) return false;
    const auto due = inspection_due(asset);
    return !due || *due <= until;
}

bool warranty_ends(const team::Asset& asset, Date from, Date until) {
    return asset.warranty && from <= *asset.warranty && *asset.warranty <= until;
}

bool short_of_stock(const team::Asset& asset) {
    return asset.min_stock && asset.quantity < *asset.min_stock;
}

bool asset_waits(const team::Asset& asset, Date today) {
    const Date until = today + asset_notice;
    return warranty_ends(asset, today - asset_notice, until) || inspection_waits(asset, until) ||
           short_of_stock(asset);
}

std::vector<std::int64_t> open_by_asset(const team::Team& team, const Entities& entities) {
    std::vector<std::int64_t> open(team.assets.size());
    for (const auto* ticket : open_tickets(entities)) {
        const auto* asset = ticket->opened->get<team::AssetId>("asset");
        if (asset != nullptr && *asset) ++open[static_cast<std::size_t>(asset->index)];
    }
    return open;
}

AssetLife asset_life(const Context& context, const Entities& entities, team::AssetId asset) {
    AssetLife life;
    const WorkingTime time{context};
    for (const auto& ticket : entities.tickets) {
        const auto* of = ticket.opened->get<team::AssetId>("asset");
        if (of == nullptr || *of != asset) continue;
        life.tickets.push_back(ticket_state(context, time, ticket));
        if (ticket.closed != nullptr) life.cost += ticket.closed->money("cost");
    }
    for (const auto& record : context.team.records) {
        if (!record.is("check") || !known_at(record, context.now)) continue;
        const auto of = assets_of(context.team, record);
        if (std::ranges::find(of, asset) != of.end()) life.checks.push_back(&record);
    }
    return life;
}

}  // namespace teamctl::rules
