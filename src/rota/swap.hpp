// Changing one published turn by hand: what it would break, and the line it becomes.
#pragma once

#include <optional>

#include "rota/plan.hpp"

namespace teamctl::rota {

/// "WHO takes the turns of that role in that time", most often a day or a week; `instead_of` says whose,
/// where several hold it.
struct Swap {
    Period when;
    team::SeriesId series;
    int role = 0;  ///< index into Series::roles
    team::PersonId who;
    team::PersonId instead_of;
};

enum class SwapProblem { none, no_line, already, not_holder, which_holder };

struct SwapResult {
    SwapProblem problem = SwapProblem::none;
    std::vector<team::PlanLine> lines;  ///< the published lines with the turn changed and pinned
    Plan after;                   ///< the published plan of the months with the change, nothing else moved
    std::vector<Warning> broken;  ///< hard rules that only the change breaks; empty: it may stand
};

/// The whole months that hold the period: a plan is judged by the month.
Period months_of(const Period& period);

/// Where `instead_of` is said, two people of one meeting change places: who takes the turn gives that person
/// the place held there.
SwapResult try_swap(const team::Team& team, const calendar::WorkingDays& days, const Swap& swap);

}  // namespace teamctl::rota
