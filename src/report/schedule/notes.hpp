// What is said beside a plan: whether it is a draft, what it leaves open.
#pragma once

#include "base/report.hpp"
#include "report/schedule.hpp"
#include "rota/plan.hpp"

namespace teamctl::report {

/// The title of a plan, which says where it is a draft.
Phrase plan_title(const team::Team& team, const rota::Plan& plan, const ScheduleView& view, Phrase title);

/// Names lines of plans on days on which their series does not fall.
void add_stale_lines(const store::Loaded& loaded, const rota::Plan& plan, Report& report);

/// What pins mean, meetings that lack a topic, and weeks that another period gave to somebody else.
void add_plan_notes(const team::Team& team, const rota::Plan& plan, const Period& period, Report& report);

}  // namespace teamctl::report
