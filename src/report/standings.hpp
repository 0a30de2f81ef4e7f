// The ranking of a period (龙虎榜; teamctl-rules(7), example 15; D14.7).
#pragma once

#include <string_view>

#include "base/report.hpp"
#include "rules/context.hpp"
#include "rules/figures/targets.hpp"

namespace teamctl::report {

/// Places by the metric, which must be one of the catalogue; the last one is marked.
Report standings_report(const rules::Context& context, const Period& period, const rules::Subject& subject,
                        std::string_view by);

}  // namespace teamctl::report
