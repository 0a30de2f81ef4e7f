// Tables for other programs that no other command shows: figures by person and metric, the asset register.
#pragma once

#include <string>
#include <string_view>

#include "base/report.hpp"
#include "rules/context.hpp"

namespace teamctl::report {

/// A row for each person and metric of the period, in roster order, then in that of the catalogue; an absent
/// value is empty. Sums over people are left to the reader: a ratio has none. `with_lines`: for NDJSON also
/// the team's, and of each what adds up (part and base) and the lines that it comes from.
Report metrics_export(const rules::Context& context, const Period& period, bool with_lines);

/// Puts the team's id into each object of that list of the report's data, first.
void name_team(Report& report, std::string_view list, const std::string& id);

/// The asset register, a row an asset and a column a key, in the order of the manual.
Report assets_export(const team::Team& team, Moment now);

}  // namespace teamctl::report
