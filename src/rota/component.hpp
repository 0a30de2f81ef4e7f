// The optimum of one component: tasks that share people's turns or rules with no task outside.
#pragma once

#include <functional>
#include <vector>

#include "rota/search/draft.hpp"

namespace teamctl::rota {

struct Outcome {
    Holders plan;
    Score score;
    Score lower;  // bounds; each later one given the values of the earlier
    bool coverage_proven = false;
    bool changes_proven = false;
    bool fairness_proven = false;
};

// `stop` ends the search for something better.
Outcome solve_component(const Model& model, const std::vector<int>& tasks, const std::function<bool()>& stop);

}  // namespace teamctl::rota
