// The rota as a mixed-integer program, for Cbc: an independent way to the optimum.
#pragma once

#include <string>

#include "rota/problem.hpp"

namespace teamctl::rota::testing {

struct MipValue {
    bool optimal = false;  // every stage within its time
    long covered = 0;
    long changes = 0;
    long stand_ins = 0;
    double fairness = 0;
    long granted = 0;
    double milliseconds = 0;
};

// Three solves in the order of the objectives. Roles held by the week must have one place.
MipValue solve_mip(const Problem& problem, double seconds);

}  // namespace teamctl::rota::testing
