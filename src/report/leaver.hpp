// What somebody who leaves leaves behind: what waits for them, turns, assets, people (D7, D9).
#pragma once

#include "base/report.hpp"
#include "rules/context.hpp"

namespace teamctl::report {

struct LeaverReport {
    Report report;
    bool anything = false;
};

/// The person's `left` is set. Turns are those of the plans after that day.
LeaverReport leaver_report(const rules::Context& context, team::PersonId who);

}  // namespace teamctl::report
