#include "rules/work/assets.hpp"

#include <algorithm>
#include <array>

#include "rules/work/checks.hpp"
#include "rules/work/matters.hpp"

namespace teamctl::rules {
namespace {

using team::Record;

/// Calls for each record of stocks and inspections that is known by then, in their order.
template <class Take>
void for_assets(const team::Team& team, Moment now, const Take& take) {
    static const std::array kinds{team::record_kind("part_taken"), team::record_kind("part_received"),
                                  team::record_kind("part_counted"), team::record_kind("inspection")};
    if (team.assets.empty()) return;
    for (const auto& record : team.records) {
        if (std::ranges::find(kinds, record.kind) == kinds.end() || !known_at(record, now)) continue;
        const auto* asset = record.get<team::AssetId>("asset");
        if (asset != nullptr && *asset) take(*asset, record);
    }
}

/// One that failed settles nothing: it is to be done again, by the day that it names or at once.
void inspect(team::Asset& asset, const Record& record) {
    if (asset.inspected && record.date < *asset.inspected) return;
    const auto* next = record.get<Date>("next");
    if (record.text("result") == "failed") {
        asset.inspect_by = next != nullptr ? *next : record.date;
        return;
    }
    asset.inspected = record.date;
    asset.inspect_by = next != nullptr ? std::optional{*next} : std::nullopt;
}

}  // namespace

std::optional<Date> inspection_due(const team::Asset& asset) {
    if (asset.inspect_by) return asset.inspect_by;
    const auto last = asset.inspected ? asset.inspected : asset.installed;
    if (!asset.inspect_every_months || !last) return std::nullopt;
    return add_months(*last, *asset.inspect_every_months);
}

bool inspection_waits(const team::Asset& asset, Date until) {
    if (!asset.inspect_every_months && !asset.inspect_by) return false;
    const auto due = inspection_due(asset);
    return !due || *due <= until;
}

bool warranty_ends(const team::Asset& asset, Date from, Date until) {
    return asset.warranty && from <= *asset.warranty && *asset.warranty <= until;
}

bool short_of_stock(const team::Asset& asset) {
    return asset.min_stock && asset.quantity < *asset.min_stock;
}

std::optional<std::int64_t> stock_after(const team::Asset& asset, const Record& record, std::int64_t before) {
    if (asset.counted && record.date <= *asset.counted) return std::nullopt;
    const auto count = record.integer("count");
    if (record.is("part_taken")) return before - count;
    if (record.is("part_received")) return before + count;
    return record.is("part_counted") ? std::optional{count} : std::nullopt;
}

std::vector<std::vector<StockStep>> stock_steps(const team::Team& team, Moment now) {
    std::vector<std::vector<StockStep>> all(team.assets.size());
    for_assets(team, now, [&](team::AssetId id, const Record& record) {
        auto& steps = all[static_cast<std::size_t>(id.index)];
        const std::int64_t before = steps.empty() ? team[id].quantity : steps.back().stock;
        if (const auto after = stock_after(team[id], record, before))
            steps.push_back({&record, *after - before, *after});
    });
    return all;
}

std::vector<team::Asset> assets_at(const team::Team& team, Moment now) {
    auto assets = team.assets;
    for_assets(team, now, [&](team::AssetId id, const Record& record) {
        auto& asset = assets[static_cast<std::size_t>(id.index)];
        constexpr std::int64_t most = 2'000'000'000;
        if (const auto after = stock_after(asset, record, asset.quantity))
            asset.quantity = static_cast<int>(std::clamp(*after, -most, most));
        if (record.is("inspection")) inspect(asset, record);
    });
    return assets;
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
    for_assets(context.team, context.now, [&](team::AssetId id, const Record& record) {
        if (id == asset && record.is("inspection")) life.inspections.push_back(&record);
    });
    life.stock = stock_steps(context.team, context.now)[static_cast<std::size_t>(asset.index)];
    for (const auto& record : context.team.records) {
        if (!record.is("check") || !known_at(record, context.now)) continue;
        const auto of = assets_of(context.team, record);
        if (std::ranges::find(of, asset) != of.end()) life.checks.push_back(&record);
    }
    return life;
}

}  // namespace teamctl::rules
