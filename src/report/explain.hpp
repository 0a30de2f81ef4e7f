// The records behind a figure and its arithmetic; the evidence of whose a customer is (D13.10).
#pragma once

#include <optional>
#include <string>

#include "base/report.hpp"
#include "rules/context.hpp"
#include "rules/figures/metrics.hpp"

namespace teamctl::report {

/// Every piece of evidence of one figure, each with its place in the files and a running sum that ends in
/// what the summary shows. `words` puts notes into the JSON.
Report explain_report(const rules::Context& context, const Period& period, const rules::Subject& subject,
                      std::string_view metric, const Translator& words);

/// The movements of the fund (D13.7).
Report explain_fund(const rules::Context& context, const Period& period, const Translator& words);

/// What a meter counted in the period: each reading less the one before it, and the months before (D4.3).
Report explain_meter(const rules::Context& context, const Period& period, team::AssetId asset);

/// How the stock of a spare part came about in the period (D10.3).
Report explain_stock(const rules::Context& context, const Period& period, team::AssetId asset);

/// The catalogue: what may be explained.
Report explain_catalogue(const team::Team& team, const Translator& words);

/// Everything on record about a customer in time order, which registration counts and why (D13.1, D13.10).
/// `query` is an id, a telephone number or a name; nothing where no record speaks of such a one.
std::optional<Report> explain_customer(const rules::Context& context, const std::string& query,
                                       const Translator& words);

}  // namespace teamctl::report
