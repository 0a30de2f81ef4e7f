// The optimum of one component: tasks that share people's turns or rules with no task outside.
#pragma once

#include <vector>

#include "rota/search/draft.hpp"
#include "rota/work.hpp"

namespace teamctl::rota {

struct Outcome {
    Holders plan;
    Score score;
    Score lower;  // bounds; each later one given the values of the earlier
    bool coverage_proven = false;
    bool changes_proven = false;
    bool blocks_proven = false;
    bool fairness_proven = false;  // wishes, too
};

// The work's end ends the search for something better. `counts`: all but fairness and wishes.
Outcome solve_component(const Model& model, const std::vector<int>& tasks, Work& work, bool counts);

}  // namespace teamctl::rota
