// Least cost by cores: assume that nothing is paid; each refusal names a few literals of which some must be
// paid, which raises the lower bound and is replaced by a count of them. Exact in rationals.
#pragma once

#include <functional>

#include "rota/encode.hpp"

namespace teamctl::rota {

struct Minimised {
    mpq_class lower{};
    bool proven = false;  // the best solution known costs `lower`
};

// `best` is the cost of the best solution known and kept up to date by `found`, which is called on each
// solution and gives the cost of the best one known then. With `last`, the solver may be left unable to find
// solutions that are no better than the best.
Minimised minimise(PbSolver& solver, const SoftSum& cost, mpq_class best,
                   const std::function<mpq_class()>& found, bool last);

}  // namespace teamctl::rota
