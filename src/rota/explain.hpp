// Why a slot is empty, and which rules pinned and past turns break.
#pragma once

#include "rota/problem.hpp"
#include "rota/solve.hpp"

namespace teamctl::rota {

// Fills in `warnings` and `uncovered` for the assignment in `result.who`.
void explain(const Problem& problem, Result& result);

// Why a wish was not granted: it would be less fair, or the search ended before it was known; a pin decides;
// nobody else can take the turn; what keeps the person out of it.
struct Refusal {
    enum class Why { less_fair, pinned, nobody_else, kept_out } why = Why::less_fair;
    Reason reason{};  // of kept_out
};
Refusal refusal(const Problem& problem, const Result& result, const Wish& wish);

}  // namespace teamctl::rota
