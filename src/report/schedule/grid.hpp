// The rota as a grid, person by day, with one letter a role.
#pragma once

#include "base/report.hpp"
#include "rota/plan.hpp"

namespace teamctl::report {

/// A table for each half month, narrow enough for a terminal, or for each month of a page, and the legend of
/// the letters: who owes or holds a turn, on the days that have one.
void add_grid(const team::Team& team, const rota::Plan& plan, bool for_page, Report& report);

}  // namespace teamctl::report
