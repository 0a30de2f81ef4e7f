// What can be solved apart.
#pragma once

#include <vector>

#include "rota/model.hpp"

namespace teamctl::rota {

// Splits the model's tasks: those of two components share neither people's turns nor rules.
std::vector<std::vector<int>> components(const Model& model);

// Which rules tie tasks into a knot: all, only those within a day, or only those within a role.
enum class Ties { all, same_day, same_role };

// Splits a component's tasks: those of two knots share no such rule, only fairness. With all ties, coverage
// and changes of a knot do not depend on the others.
std::vector<std::vector<int>> knots(const Model& model, const std::vector<int>& tasks, Ties ties);

}  // namespace teamctl::rota
