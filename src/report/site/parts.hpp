// The pages that only a site has.
#pragma once

#include "report/site.hpp"
#include "rules/figures/metrics.hpp"

namespace teamctl::report {

/// The published plan of the month, an occurrence a row, with who holds what.
Report plan_page(const rules::Context& context, const Period& month);

/// The team's figure, and below it everybody's with the records behind it, each under the person's id.
SitePart figure_page(const rules::Context& context, const Period& month, const rules::Metric& metric);

}  // namespace teamctl::report
