// What is said beside a plan: whether it is a draft, what it leaves open.
#pragma once

#include "base/report.hpp"
#include "rota/plan.hpp"

namespace teamctl::report {

/// Whether plans/ says all that the plan says.
bool is_published(const team::Team& team, const rota::Plan& plan);

/// What pins mean, meetings that lack a topic, and weeks that another period gave to somebody else.
void add_plan_notes(const team::Team& team, const rota::Plan& plan, const Period& period, Report& report);

}  // namespace teamctl::report
