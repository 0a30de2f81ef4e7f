// What the register says of an asset on a day: warranty, statutory inspection, stock; and what happened to
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/work/service.hpp"

namespace teamctl::rules {

/// When the next statutory inspection is due (D4.4): so many months after the last one, or after the asset
/// was installed. Nothing where none is asked for, or where neither is known.
std::optional<Date> inspection_due(const team::Asset& asset);
/// Whether an inspection is asked for, and due by then or never dated.
bool inspection_waits(const team::Asset& asset, Date until);
/// Whether the warranty ends in [from, until]: one that is long over asks for nothing any more.
bool warranty_ends(const team::Asset& asset, Date from, Date until);
/// Whether there are fewer of the spare part than there should be (D10.3).
bool short_of_stock(const team::Asset& asset);

/// The register as records have it by then: the stock after what was taken, received and counted since, and
/// the last inspection with what it asks for. What the file says of a later day stands.
std::vector<team::Asset> assets_at(const team::Team& team, Moment now);

/// One record of a stock: what it adds, and what there is then.
struct StockStep {
    const team::Record* record = nullptr;
    std::int64_t change = 0;
    std::int64_t stock = 0;
};
/// Those of each asset by its place in the register, oldest first: the first begins with the quantity that
/// the register gives.
std::vector<std::vector<StockStep>> stock_steps(const team::Team& team, Moment now);
/// What there is after the record, of so many before; nothing where it tells of no stock, or of one before
/// the register's own.
std::optional<std::int64_t> stock_after(const team::Asset& asset, const team::Record& record,
                                        std::int64_t before);

/// How many days ahead a warranty or an inspection is worth a word.
inline constexpr Days asset_notice{30};
/// Whether the asset asks for something: its warranty ends or ended within that time, an inspection is due by
/// then, the stock is short.
bool asset_waits(const team::Asset& asset, Date today);

/// How many tickets are open on each asset, by its place in the register.
std::vector<std::int64_t> open_by_asset(const team::Team& team, const Entities& entities);

/// Everything that records tell of one asset, oldest first, up to the context's now.
struct AssetLife {
    std::vector<TicketState> tickets;
    std::vector<const team::Record*> checks;
    std::vector<const team::Record*> inspections;
    std::vector<StockStep> stock;
    Money cost;  ///< of its closed tickets
};
AssetLife asset_life(const Context& context, const Entities& entities, team::AssetId asset);

}  // namespace teamctl::rules
