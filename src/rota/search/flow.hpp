// Convex min-cost flow from people to tasks: the relaxation that gives the bounds, and the optimum where no
// rule ties tasks together. Exact: only the order of marginal costs matters, and that is compared in
// rationals.
#pragma once

#include <vector>

#include "rota/model.hpp"

namespace teamctl::rota {

// What is already decided about a person and a task.
enum class Link : signed char { no = -1, open = 0, held = 1 };

struct FlowInput {
    const Model* model = nullptr;
    std::vector<int> tasks;                // the component
    std::vector<std::vector<Link>> links;  // by task of the model, parallel to Task::people
    std::vector<int> most;                 // by counter: no more than this in the period
    // Optional: `group_of[t][i]` names the set of links of person people[i] that may carry `room[set]` in
    // all.
    std::vector<std::vector<int>> set_of;
    std::vector<int> room;
};

struct FlowResult {
    long covered = 0;        // slots, held links included
    std::vector<int> turns;  // by counter: turns in the period
    std::vector<std::vector<int>>
        amount;  // by task, parallel to people: slots of the task given to the person
    std::vector<mpq_class> counter_price;  // dual prices; only without sets
    std::vector<mpq_class> task_price;     // by task, per slot
};

FlowResult solve_flow(const FlowInput& input, bool with_prices);

// Upper bounds, by counter, on the turns one person can have of the tasks (conflicts and limits of that
// person alone).
std::vector<int> most_turns(const Model& model, const std::vector<int>& tasks,
                            const std::vector<std::vector<Link>>& links);

// An upper bound on the slots of these tasks that can be covered.
long coverage_bound(const Model& model, const std::vector<int>& tasks);

}  // namespace teamctl::rota
