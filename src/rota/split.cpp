#include "rota/split.hpp"

#include <algorithm>
#include <numeric>

namespace teamctl::rota {

namespace {

int root(std::vector<int>& parent, int i) {
    while (parent[at(i)] != i) i = parent[at(i)] = parent[at(parent[at(i)])];
    return i;
}

bool share(const std::vector<int>& a, const std::vector<int>& b) {
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) return true;
        a[i] < b[j] ? ++i : ++j;
    }
    return false;
}

}  // namespace

std::vector<std::vector<int>> components(const Model& model) {
    // Groups are the nodes: fairness ties all tasks of a group, conflicts tie groups.
    std::vector<int> parent(at(model.problem->groups));
    std::iota(parent.begin(), parent.end(), 0);
    for (std::size_t t = 0; t < model.tasks.size(); ++t)
        for (const int c : model.conflicts[t]) {
            const int a = root(parent, model.tasks[t].group), b = root(parent, model.tasks[at(c)].group);
            if (a != b && share(model.tasks[t].people, model.tasks[at(c)].people)) parent[at(a)] = b;
        }
    const auto tie = [&](const std::vector<int>& tasks) {
        for (const int t : tasks)
            parent[at(root(parent, model.tasks[at(t)].group))] =
                root(parent, model.tasks[at(tasks.front())].group);
    };
    for (const Limit& limit : model.limits) tie(limit.tasks);
    for (const PairRule& pair : model.pairs) tie(pair.tasks);
    for (const Demand& demand : model.demands) tie(demand.tasks);
    for (const OpenWish& wish : model.wishes) tie(wish.tasks);
    std::vector<std::vector<int>> by_root(parent.size()), out;
    for (std::size_t t = 0; t < model.tasks.size(); ++t)
        by_root[at(root(parent, model.tasks[t].group))].push_back(static_cast<int>(t));
    for (auto& list : by_root)
        if (!list.empty()) out.push_back(std::move(list));
    return out;
}

std::vector<std::vector<int>> knots(const Model& model, const std::vector<int>& tasks, Ties ties) {
    std::vector<int> parent(model.tasks.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto tie = [&](const std::vector<int>& list) {
        for (const int t : list) parent[at(root(parent, t))] = root(parent, list.front());
    };
    const auto meet = [&](const Task& a, const Task& b) {
        if (ties == Ties::same_role) return a.role == b.role;
        return ties == Ties::all || (a.first_day <= b.last_day && b.first_day <= a.last_day);
    };
    for (const int t : tasks)
        for (const int c : model.conflicts[at(t)])
            if (c > t && meet(model.tasks[at(t)], model.tasks[at(c)]) &&
                share(model.tasks[at(t)].people, model.tasks[at(c)].people))
                tie({t, c});
    const auto tie_roles = [&](const std::vector<int>& list) {
        for (const int t : list)
            for (const int other : list)
                if (model.tasks[at(t)].role == model.tasks[at(other)].role) {
                    tie({other, t});
                    break;
                }
    };
    if (ties == Ties::all)
        for (const Limit& limit : model.limits) tie(limit.tasks);
    if (ties == Ties::same_role)
        for (const Limit& limit : model.limits) tie_roles(limit.tasks);
    if (ties != Ties::same_day)
        for (const Block& block : model.blocks) tie(block.tasks);
    for (const PairRule& pair : model.pairs) tie(pair.tasks);
    for (const Demand& demand : model.demands) tie(demand.tasks);
    for (const Published& published : model.published) tie(published.tasks);
    std::vector<std::vector<int>> by_root(parent.size()), out;
    for (const int t : tasks) by_root[at(root(parent, t))].push_back(t);
    for (auto& list : by_root)
        if (!list.empty()) out.push_back(std::move(list));
    return out;
}

}  // namespace teamctl::rota
