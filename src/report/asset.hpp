// The register of buildings, machines and desks, and the card of one of them (D4, D6.4, D10.3, D17.1).
#pragma once

#include <string>

#include "base/report.hpp"
#include "rules/context.hpp"

namespace teamctl::report {

/// Which assets the register shows; empty: all.
struct AssetQuery {
    std::string site;
    std::string system;
    std::string asset_class;
    bool due = false;  ///< only those that wait for something in the next 30 days
};

Report asset_register(const rules::Context& context, const AssetQuery& query);
Report asset_card(const rules::Context& context, team::AssetId asset);

}  // namespace teamctl::report
