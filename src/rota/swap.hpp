// Changing one published turn by hand: what it would break, and the line it becomes.
#pragma once

#include <optional>

#include "rota/plan.hpp"

namespace teamctl::rota {

/// "WHO takes the turn of that role on that date"; `instead_of` says whose, where several hold it. Of a role
/// that is held by the week it is the turn of the whole week.
struct Swap {
    Date date{};
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
    std::vector<Warning> broken;  ///< rules of H1 to H7 that only the change breaks; empty: it may stand
};

/// The months that hold the week of the day: all that a swap of the day may touch.
Period months_of_week(Date date);

/// Where `instead_of` is said, two people of one meeting change places: who takes the turn gives that person
/// the place held there.
SwapResult try_swap(const team::Team& team, const calendar::WorkingDays& days, const Swap& swap);

}  // namespace teamctl::rota
