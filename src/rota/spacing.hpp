// Spreads each person's turns over the days without touching coverage, changes or fairness.
#pragma once

#include <optional>
#include <vector>

#include "rota/model.hpp"
#include "rota/work.hpp"

namespace teamctl::rota {

// Passes turns on while the sum over people of (all turns - all due)^2 over all groups together falls; then
// swaps them while the sum over people and consecutive turns in a group of 1 / (days between) does. A
// heuristic. Turns that the published plan gave to their holder stay.
void spread(const Model& model, Holders& plan, const Work& work);

// Days between two consecutive turns of one person in one group, at the least; the last turn before the
// period included. The days of a block are one turn.
std::optional<int> smallest_gap(const Problem& problem, const std::vector<std::optional<int>>& who);
// The same by role, of turns in that role.
std::vector<std::optional<int>> smallest_gaps(const Problem& problem,
                                              const std::vector<std::optional<int>>& who);

}  // namespace teamctl::rota
