// The ranking of a period (龙虎榜; teamctl-rules(7), example 15; D14.7).
#pragma once

#include <optional>
#include <string_view>

#include "base/report.hpp"
#include "rules/context.hpp"
#include "rules/figures/standings.hpp"
#include "rules/figures/targets.hpp"

namespace teamctl::report {

/// Places by the metric, which must be one of the catalogue; the last one is marked. Of people, or of units
/// or territories (D7, D9.4).
Report standings_report(const rules::Context& context, const Period& period, const rules::Subject& subject,
                        std::string_view by, std::optional<rules::Grouping> grouping = {});

}  // namespace teamctl::report
