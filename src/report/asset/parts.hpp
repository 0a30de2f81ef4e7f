// What the register and the card say alike of an asset.
#pragma once

#include <optional>

#include "base/report.hpp"
#include "rules/work/assets.hpp"

namespace teamctl::report {

/// `还有 12 天`, `过期 3 天`: a date against today; bad where it is past, warn where it is near.
Cell days_left(Date date, Date today);
/// The warranty's last day and how long it still runs; nothing where none is known.
Cell warranty_cell(const team::Asset& asset, Date today);
/// The next inspection; empty where none is asked for.
Cell inspection_cell(const team::Asset& asset, Date today);
Cell stock_cell(const team::Asset& asset);

/// The asset's own line as data.
Json asset_json(const team::Team& team, const team::Asset& asset, Date today);

}  // namespace teamctl::report
