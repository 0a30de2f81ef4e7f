// Tables for other programs that no other command shows: figures by person and metric, the asset register.
#pragma once

#include "base/report.hpp"
#include "rules/context.hpp"

namespace teamctl::report {

/// A row for each person and metric of the period, in roster order, then in that of the catalogue; an absent
/// value is empty. Sums over people are left to the reader: a ratio has none.
Report metrics_export(const rules::Context& context, const Period& period);

/// The asset register, a row an asset and a column a key, in the order of the manual.
Report assets_export(const team::Team& team);

}  // namespace teamctl::report
