// What can be wrong with a team whose files are each sound: values that only the calendar, the metrics or the
// records together can judge.
#pragma once

#include "base/diagnostic.hpp"
#include "store/load.hpp"

namespace teamctl::report {

/// Reports what the schema tables cannot see: unknown zones and RRULEs, metrics that are none, sizes of units
/// (D15.1, D16.2), too many attendees (D1.23), "any other business" (D1.30), plan lines on days without the
/// series, and what the rules find (rules/findings.hpp).
void check_team(const store::Loaded& loaded, Diagnostics& diagnostics);

}  // namespace teamctl::report
