// What a lead asks of a plan, in one line, and what is proven of it, in the next.
#pragma once

#include "base/report.hpp"
#include "rota/plan.hpp"

namespace teamctl::report {

/// `exact`: with the figure that is proven.
void add_certificate(const team::Team& team, const rota::Plan& plan, bool exact, Report& report);

/// What keeps a person out of a place, in words.
Phrase reason_text(const team::Team& team, const rota::Plan& plan, const rota::Reason& reason);

/// Wishes that the plan does not grant, and why not.
void add_wishes(const team::Team& team, const rota::Plan& plan, Report& report);

}  // namespace teamctl::report
