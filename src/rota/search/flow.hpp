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
    bool loads = false;                    // what flows is what turns count; else it is slots
    std::vector<int> tasks;                // the component
    std::vector<std::vector<Link>> links;  // by task of the model, parallel to Task::people
    std::vector<int> most;                 // by counter: no more than this in the period
    // Optional: `group_of[t][i]` names the set of links of person people[i] that may carry `room[set]` in
    // all.
    std::vector<std::vector<int>> set_of;
    std::vector<int> room;
};

struct FlowResult {
    long covered = 0;        // slots, or what they count; held links included
    std::vector<int> turns;  // by counter: the same in the period
    std::vector<std::vector<int>>
        amount;  // by task, parallel to people: how much of the task is given to the person
    std::vector<mpq_class> counter_price;  // dual prices; only without sets
    std::vector<mpq_class> task_price;     // by task, per slot or unit
};

FlowResult solve_flow(const FlowInput& input, bool with_prices);

// What the holder of a task gets: slots, or what they count.
inline int size_of(const Task& task, bool loads) {
    return loads ? task.load : task.weight;
}

// Upper bounds, by counter, on what the turns count that one person can have of the tasks (conflicts and
// limits of that person alone).
std::vector<int> most_turns(const Model& model, const std::vector<int>& tasks,
                            const std::vector<std::vector<Link>>& links);

// An upper bound on the slots of these tasks that can be covered.
long coverage_bound(const Model& model, const std::vector<int>& tasks);

}  // namespace teamctl::rota
