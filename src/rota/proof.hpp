// What the bounds of a certificate rest on, so that a program that shares nothing with the solver can check
// it: linear rows, dual values as fractions, branches (teamctl-schedule(1), PROOF FILE).
#pragma once

#include <string>

#include "rota/solve.hpp"

namespace teamctl::rota {

/// Proves once more that no plan is better than this one, by linear programs alone, and tells every step, one
/// a line. Slots, people and groups are numbers of the problem. What does not come to an end within the work
/// is told as unfinished.
std::string prove(const Problem& problem, const std::vector<std::optional<int>>& who, long most_work);

}  // namespace teamctl::rota
