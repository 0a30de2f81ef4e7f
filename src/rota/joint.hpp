// Joint effects: more slots than the people who can take them can fill.
#pragma once

#include <optional>
#include <vector>

#include "rota/problem.hpp"
#include "rota/solve.hpp"

namespace teamctl::rota {

// The narrowest set of slots around an uncovered one that its people cannot fill, whatever the plan; none if
// no such set is found.
std::optional<Joint> joint_effect(const Problem& problem, const std::vector<std::optional<int>>& who,
                                  int slot);

}  // namespace teamctl::rota
