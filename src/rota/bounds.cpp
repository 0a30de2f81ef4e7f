#include <algorithm>
#include <map>

#include "rota/search/flow.hpp"

namespace teamctl::rota {

namespace {

enum class Prefer { same_moment, same_role };

// Splits one person's tasks (by day) into sets of which they can have only one each.
std::vector<std::vector<int>> exclusive_sets(const Model& model, const std::vector<int>& tasks,
                                             Prefer prefer) {
    std::vector<std::vector<int>> sets;
    std::vector<bool> done(tasks.size(), false);
    const auto place = [&](int t) {
        const auto it = std::lower_bound(tasks.begin(), tasks.end(), t);
        return it != tasks.end() && *it == t ? static_cast<int>(it - tasks.begin()) : -1;
    };
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (done[i]) continue;
        done[i] = true;
        std::vector<int> set{tasks[i]};
        std::vector<int> near = model.conflicts[at(tasks[i])];
        const Task& first = model.tasks[at(tasks[i])];
        std::stable_partition(near.begin(), near.end(), [&](int t) {
            const Task& task = model.tasks[at(t)];
            return prefer == Prefer::same_role ? task.role == first.role : task.first_day == first.first_day;
        });
        for (const int t : near) {
            const int p = place(t);
            if (p < 0 || done[at(p)]) continue;
            const auto& against = model.conflicts[at(t)];
            const bool all = std::all_of(set.begin(), set.end(), [&](int s) {
                return std::binary_search(against.begin(), against.end(), s);
            });
            if (!all) continue;
            done[at(p)] = true;
            set.push_back(t);
        }
        sets.push_back(std::move(set));
    }
    return sets;
}

int heaviest(const Model& model, const std::vector<int>& set, bool loads) {
    int weight = 0;
    for (const int t : set) weight = std::max(weight, size_of(model.tasks[at(t)], loads));
    return weight;
}

int fill(const Model& model, const std::vector<int>& tasks) {
    int best = 0;
    for (const int t : tasks) best += model.tasks[at(t)].load;
    for (const Prefer prefer : {Prefer::same_moment, Prefer::same_role}) {
        int sum = 0;
        for (const auto& set : exclusive_sets(model, tasks, prefer)) sum += heaviest(model, set, true);
        best = std::min(best, sum);
    }
    return best;
}

// The limits of so many tasks that concern each person.
std::map<int, std::vector<const Limit*>> limits_by_person(const Model& model) {
    std::map<int, std::vector<const Limit*>> out;
    for (const Limit& limit : model.limits)
        if (limit.units.empty()) out[limit.person].push_back(&limit);
    return out;
}

std::map<int, std::vector<int>> tasks_by_person(const Model& model, const std::vector<int>& tasks) {
    std::map<int, std::vector<int>> out;
    for (const int t : tasks)
        for (const int p : model.tasks[at(t)].people) out[p].push_back(t);
    return out;
}

std::map<int, std::vector<int>> tasks_by_counter(const Model& model, const std::vector<int>& tasks,
                                                 const std::vector<std::vector<Link>>& links) {
    std::map<int, std::vector<int>> out;
    for (const int t : tasks) {
        const Task& task = model.tasks[at(t)];
        for (std::size_t i = 0; i < task.people.size(); ++i)
            if (links[at(t)][i] != Link::no) out[model.counter(task.group, task.people[i])].push_back(t);
    }
    return out;
}

// Numbers the sets of one way to split everybody's tasks.
void split(const Model& model, const std::vector<int>& tasks, Prefer prefer, bool weeks, FlowInput& input) {
    input.room.clear();
    input.set_of.assign(model.tasks.size(), {});
    for (const int t : tasks) input.set_of[at(t)].assign(model.tasks[at(t)].people.size(), -1);
    const auto limits = limits_by_person(model);
    for (auto& [person, mine] : tasks_by_person(model, tasks)) {
        std::vector<std::vector<int>> sets;
        std::vector<int> rooms;
        if (weeks && limits.count(person) != 0)
            for (const Limit* limit : limits.at(person)) {
                if (!std::includes(mine.begin(), mine.end(), limit->tasks.begin(), limit->tasks.end()))
                    continue;
                sets.push_back(limit->tasks);
                rooms.push_back(limit->bound * heaviest(model, limit->tasks, false));
            }
        std::vector<int> rest;
        for (const int t : mine)
            if (std::none_of(sets.begin(), sets.end(),
                             [&](const auto& s) { return std::binary_search(s.begin(), s.end(), t); }))
                rest.push_back(t);
        for (auto& set : exclusive_sets(model, rest, prefer)) {
            rooms.push_back(heaviest(model, set, false));
            sets.push_back(std::move(set));
        }
        for (std::size_t s = 0; s < sets.size(); ++s) {
            for (const int t : sets[s]) {
                const auto& people = model.tasks[at(t)].people;
                const auto i = std::lower_bound(people.begin(), people.end(), person) - people.begin();
                input.set_of[at(t)][static_cast<std::size_t>(i)] = static_cast<int>(input.room.size());
            }
            input.room.push_back(rooms[s]);
        }
    }
}

}  // namespace

std::vector<int> most_turns(const Model& model, const std::vector<int>& tasks,
                            const std::vector<std::vector<Link>>& links) {
    std::vector<int> most(model.base.size(), 0);
    const auto limits = limits_by_person(model);
    for (const auto& [counter, mine] : tasks_by_counter(model, tasks, links)) {
        int bound = fill(model, mine);
        if (const auto it = limits.find(counter % model.problem->people); it != limits.end()) {
            int sum = 0;
            std::vector<int> rest = mine;
            for (const Limit* limit : it->second) {
                std::vector<int> within;
                std::set_intersection(rest.begin(), rest.end(), limit->tasks.begin(), limit->tasks.end(),
                                      std::back_inserter(within));
                sum += std::min(limit->bound * heaviest(model, within, true), fill(model, within));
                std::erase_if(rest,
                              [&](int t) { return std::binary_search(within.begin(), within.end(), t); });
            }
            bound = std::min(bound, sum + fill(model, rest));
        }
        most[at(counter)] = bound;
    }
    return most;
}

long coverage_bound(const Model& model, const std::vector<int>& tasks) {
    FlowInput input;
    input.model = &model;
    input.tasks = tasks;
    input.links.resize(model.tasks.size());
    long best = 0;
    for (const int t : tasks) {
        const Task& task = model.tasks[at(t)];
        input.links[at(t)].assign(task.people.size(), Link::open);
        best += static_cast<long>(task.need()) * task.weight;
    }
    input.most.assign(model.base.size(),
                      static_cast<int>(best) + 1);  // the sets hold people back, not the counts
    for (const Prefer prefer : {Prefer::same_moment, Prefer::same_role})
        for (const bool weeks : {false, true}) {
            if (weeks && model.limits.empty()) continue;
            split(model, tasks, prefer, weeks, input);
            best = std::min(best, solve_flow(input, false).covered);
        }
    return best;
}

}  // namespace teamctl::rota
