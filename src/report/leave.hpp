// What leave that has just been written means: the turns that fall, who steps in, and a sentence for the
// group.
#pragma once

#include <vector>

#include "base/report.hpp"
#include "rota/plan.hpp"
#include "rules/context.hpp"

namespace teamctl::report {

struct LeaveReport {
    Report report;
    bool unfilled = false;  ///< a turn falls and nobody steps in
};

/// The lines are one leave of one person, in order; the team has them. With `repaired`, the plan of the days
/// was repaired as well: who has what now is told, and what falls all the same, being pinned.
LeaveReport leave_report(const rules::Context& context, const std::vector<const team::Leave*>& lines,
                         const rota::Plan* repaired = nullptr);

}  // namespace teamctl::report
