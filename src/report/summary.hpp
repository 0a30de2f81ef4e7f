// `teamctl summary`: a period summed up, a section a subject, a table per person with the team's line
// (D12.4).
#pragma once

#include "base/report.hpp"
#include "rules/context.hpp"
#include "store/need.hpp"

namespace teamctl::report {

/// Whose summary: of the whole team where neither is set.
struct SummaryOptions {
    team::UnitId unit;  ///< with its sub-units
    team::PersonId person;
};

/// What it needs.
store::Need summary_need(const team::Team& team, const Period& period, Date today);

/// Everything that the records of the period say, up to now. The team holds the records of the period and
/// those before it that its entities and counts need, the plans of the period and the leave of its years.
Report summary_report(const rules::Context& context, const Period& period,
                      const SummaryOptions& options = {});

}  // namespace teamctl::report
