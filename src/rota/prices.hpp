// Prices for places, turns and rules: a Lagrangian relaxation of a component. Any prices give a valid bound,
// and a cost in which most of what an optimal plan leaves undone is marked as expensive. The best ones are the
// dual values of a linear program; they come from floating point and are made exact fractions, so that what
// is proven with them is proven.
#pragma once

#include <vector>

#include "rota/model.hpp"

namespace teamctl::rota {

// At most `bound` of these links.
struct Row {
    std::vector<int> links;
    int bound = 1;
};

struct PricedLink {
    int task = 0;
    int counter = 0;
    bool held = false;  // decided
};

// Tasks that rules tie together (see knots()), with the slots of them that stay uncovered.
struct Knot {
    std::vector<int> tasks;
    long uncovered = 0;
};

// The open links of a component, and the rules among them.
struct Relaxation {
    const Model* model = nullptr;
    std::vector<int> tasks;
    std::vector<PricedLink> links;
    std::vector<Row> rows;
    std::vector<int> most;             // by counter
    bool fair = true;                  // false: the least number of uncovered slots is looked for
    std::vector<Knot> knots;           // fair: all tasks, uncovered slots settled
    std::vector<bool> can_stay_empty;  // by task
};

struct Prices {
    std::vector<mpq_class> counter;  // per turn
    std::vector<mpq_class> task;     // per place
    std::vector<mpq_class> row;      // per unit of the bound; empty: all 0
    std::vector<mpq_class> empty;    // by knot: per uncovered slot
};

// The prices of the greatest bound, by linear programming.
Prices best_prices(const Relaxation& relaxation);

}  // namespace teamctl::rota
