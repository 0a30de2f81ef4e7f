// Why a slot is empty, and which rules pinned and past turns break.
#pragma once

#include "rota/problem.hpp"
#include "rota/solve.hpp"

namespace teamctl::rota {

// Fills in `warnings` and `uncovered` for the assignment in `result.who`.
void explain(const Problem& problem, Result& result);

}  // namespace teamctl::rota
