#include "rota/model.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "rota/model_builder.hpp"

namespace teamctl::rota {

namespace {

constexpr std::size_t kTable = 4000;  // tasks up to which a square table of bits is no waste

}  // namespace

std::vector<int> ModelBuilder::by_day() const {
    std::vector<int> order(problem.slots.size());
    for (std::size_t s = 0; s < order.size(); ++s) order[s] = static_cast<int>(s);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return day(a) < day(b); });
    return order;
}

void ModelBuilder::count_kept() {
    model.base.assign(at(problem.groups * problem.people), 0);
    for (int g = 0; g < problem.groups; ++g)
        for (int p = 0; p < problem.people; ++p)
            model.base[at(model.counter(g, p))] = problem.standing[at(g)][at(p)].before;
    for (std::size_t s = 0; s < problem.slots.size(); ++s) {
        const Slot& slot = problem.slots[s];
        const auto holder = kept_holder(slot);
        if (!holder) continue;
        kept.add(*holder, static_cast<int>(s));
        model.base[at(model.counter(problem.roles[at(slot.role)].group, *holder))] += slot.load;
        ++model.covered;
    }
}

// Slots that are decided together: those of one place in a rigid block, by day; all others by themselves.
std::vector<std::vector<int>> ModelBuilder::lanes() const {
    std::vector<std::vector<int>> out;
    for (const int s : by_day()) {
        const auto block = block_of(problem.roles[at(slot(s).role)], day(s));
        if (!closed(slot(s)) && !(block && is_rigid({slot(s).role, *block}))) out.push_back({s});
    }
    for (const auto& [key, facts] : blocks) {
        if (!is_rigid(key)) continue;
        std::vector<std::vector<int>> places;
        for (const auto& entry : facts.open)
            for (std::size_t l = 0; l < entry.second.size(); ++l) {
                if (l >= places.size()) places.resize(l + 1);
                places[l].push_back(entry.second[l]);
            }
        for (auto& place : places) out.push_back(std::move(place));
    }
    return out;
}

std::vector<int> ModelBuilder::people_for(const std::vector<int>& lane) const {
    std::vector<int> people;
    for (std::size_t i = 1; i < lane.size(); ++i)  // what clashes with itself is for nobody
        if (overlap(stint(lane[i]), stint(lane[i - 1]))) return people;
    const Slot& first = slot(lane.front());
    std::set<int> named;
    if (const auto block = block_of(problem.roles[at(first.role)], day(lane.front()));
        block && is_rigid({first.role, *block}))
        named = blocks.at({first.role, *block}).named();
    for (const int p : first.candidates) {
        const bool can = std::all_of(lane.begin(), lane.end(), [&](int s) {
            return contains(slot(s).candidates, p) && !kept.blocked(p, s);
        });
        if (can && (named.empty() || named.contains(p))) people.push_back(p);
    }
    return people;
}

void ModelBuilder::make_tasks(const std::vector<std::vector<int>>& lanes) {
    std::map<std::tuple<int, std::vector<int>, std::vector<int>>, std::size_t> merged;
    for (const auto& lane : lanes) {
        Task task;
        task.role = slot(lane.front()).role;
        task.group = problem.roles[at(task.role)].group;
        task.weight = static_cast<int>(lane.size());
        task.load = 0;
        for (const int s : lane) {
            task.occurrences.push_back(slot(s).occurrence);
            task.load += slot(s).load;
        }
        task.people = people_for(lane);
        task.first_day = day(lane.front());
        task.last_day = day(lane.back());
        task.lanes = {lane};
        const auto [found, fresh] =
            merged.try_emplace(std::make_tuple(task.role, task.occurrences, task.people), model.tasks.size());
        if (fresh)
            model.tasks.push_back(std::move(task));
        else
            model.tasks[found->second].lanes.push_back(lane);
    }
}

void ModelBuilder::index_tasks() {
    std::vector<int> order(model.tasks.size());
    for (std::size_t t = 0; t < order.size(); ++t) order[t] = static_cast<int>(t);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return model.tasks[at(a)].first_day < model.tasks[at(b)].first_day;
    });
    std::vector<Task> sorted;
    for (const int t : order) sorted.push_back(std::move(model.tasks[at(t)]));
    model.tasks = std::move(sorted);
}

// Takes the person out of all these tasks; true if there was anything to take.
bool ModelBuilder::drop(int person, const std::vector<int>& tasks) {
    bool changed = false;
    for (const int t : tasks) {
        auto& people = model.tasks[at(t)].people;
        const auto it = std::lower_bound(people.begin(), people.end(), person);
        if (it == people.end() || *it != person) continue;
        people.erase(it);
        changed = true;
    }
    return changed;
}

bool ModelBuilder::conflict(const Task& a, const Task& b, const Rule& rule) const {
    const auto clash = form_of(rule.kind).pair.clash;
    if (clash == nullptr || !concerns(rule, a.role) || !concerns(rule, b.role)) return false;
    for (const int i : a.occurrences) {
        const Stint one = stint_of(problem, a.role, i);
        if (!concerns(rule, one)) continue;
        for (const int j : b.occurrences) {
            const Stint other = stint_of(problem, b.role, j);
            if (concerns(rule, other) && clash(problem, rule, one, other)) return true;
        }
    }
    return false;
}

void ModelBuilder::find_conflicts() {
    int reach = 0, longest = 7;  // days within which two tasks can meet
    for (const Role& role : problem.roles) longest = std::max(longest, role.block_days);
    for (const Rule& rule : kept.rules())
        if (const auto far = form_of(rule.kind).pair.reach; far != nullptr)
            reach = std::max(reach, far(rule));
    reach += longest;  // from the last day of a block that is one task
    const std::size_t n = model.tasks.size();
    model.conflicts.resize(n);
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b < n && model.tasks[b].first_day <= model.tasks[a].last_day + reach;
             ++b) {
            const bool any = std::any_of(kept.rules().begin(), kept.rules().end(), [&](const Rule& rule) {
                return rule.who.empty() && conflict(model.tasks[a], model.tasks[b], rule);
            });
            if (!any) continue;
            model.conflicts[a].push_back(static_cast<int>(b));
            model.conflicts[b].push_back(static_cast<int>(a));
        }
    for (auto& list : model.conflicts) std::sort(list.begin(), list.end());
    if (n <= kTable) {
        model.clash.resize(n * n, false);
        for (std::size_t a = 0; a < n; ++a)
            for (const int b : model.conflicts[a]) model.clash[a * n + at(b)] = true;
    }
    find_personal_conflicts(reach);
}

// Clashes that bind some people only are limits of theirs.
void ModelBuilder::find_personal_conflicts(int reach) {
    for (const Rule& rule : kept.rules()) {
        if (rule.who.empty()) continue;
        for (std::size_t a = 0; a < model.tasks.size(); ++a) {
            const Task& first = model.tasks[a];
            for (std::size_t b = a + 1;
                 b < model.tasks.size() && model.tasks[b].first_day <= first.last_day + reach; ++b) {
                const int one = static_cast<int>(a), other = static_cast<int>(b);
                if (model.conflict(one, other) || !conflict(first, model.tasks[b], rule)) continue;
                for (const int p : first.people)
                    if (binds(rule, p) && contains(model.tasks[b].people, p))
                        model.limits.push_back({p, 1, {one, other}});
            }
        }
    }
}

void ModelBuilder::find_published() {
    using Moment = std::pair<int, int>;  // role, occurrence
    std::map<Moment, std::vector<int>> tasks_at;
    for (std::size_t t = 0; t < model.tasks.size(); ++t)
        for (const int o : model.tasks[t].occurrences)
            tasks_at[{model.tasks[t].role, o}].push_back(static_cast<int>(t));
    std::map<std::pair<int, Moment>, int> turns;               // published open or pinned turns
    std::map<std::pair<int, int>, std::vector<int>> steps_up;  // by person and occurrence
    for (const Slot& s : problem.slots)
        if (!s.fixed && s.published) ++turns[{*s.published, {s.role, s.occurrence}}];
    const auto tasks_of = [&](int person, const Moment& moment) {
        std::vector<int> tasks;
        if (const auto it = tasks_at.find(moment); it != tasks_at.end())
            for (const int t : it->second)
                if (contains(model.tasks[at(t)].people, person)) tasks.push_back(t);
        return tasks;
    };
    for (const Slot& s : problem.slots) {
        if (!s.stand_in) continue;
        auto tasks = tasks_of(*s.stand_in, {s.role, s.occurrence});
        if (tasks.empty()) continue;
        steps_up[{*s.stand_in, s.occurrence}] = tasks;
        model.published.push_back({*s.stand_in, 1, std::move(tasks)});
    }
    model.change_scale = static_cast<int>(model.published.size()) + 1;
    std::map<std::pair<int, std::vector<int>>, int> weights;
    for (const auto& [key, count] : turns) {
        const auto& [person, moment] = key;
        int left = count;
        for (const int s : kept.of(person))
            if (slot(s).role == moment.first && slot(s).occurrence == moment.second) --left;
        if (left <= 0) continue;
        auto tasks = tasks_of(person, moment);
        if (const auto up = steps_up.find({person, moment.second}); up != steps_up.end() && !tasks.empty()) {
            tasks.insert(tasks.end(), up->second.begin(), up->second.end());
            std::sort(tasks.begin(), tasks.end());
        }
        if (!tasks.empty() && left > 0) {
            --left;  // nobody holds two places at once
            ++weights[{person, tasks}];
        }
        model.lost += left;
    }
    for (const auto& [key, weight] : weights)
        model.published.push_back({key.first, weight * model.change_scale, key.second});
}

bool Model::conflict(int a, int b) const {
    if (!clash.empty()) return clash[at(a) * tasks.size() + at(b)];
    return contains(conflicts[at(a)], b);
}

bool Model::exclusive(const std::vector<int>& list) const {
    for (std::size_t i = 0; i < list.size(); ++i)
        for (std::size_t j = i + 1; j < list.size(); ++j)
            if (list[i] != list[j] && !conflict(list[i], list[j])) return false;
    return true;
}

const mpq_class& Model::due(int counter) const {
    return problem->standing[at(counter / problem->people)][at(counter % problem->people)].due;
}

mpq_class Model::off(int counter, int units) const {
    return problem->unit(counter / problem->people) * (base[at(counter)] + units) - due(counter);
}

Model build_model(const Problem& problem, const Rigid& rigid) {
    ModelBuilder b(problem, rigid);
    b.count_kept();
    b.find_blocks();
    b.make_tasks(b.lanes());
    b.index_tasks();
    b.settle_together();
    b.find_conflicts();
    b.find_limits();
    b.find_pairs();
    b.find_published();
    b.add_blocks();
    b.find_wishes();
    for (const Task& t : b.model.tasks)
        if (t.people.empty()) b.model.hopeless += static_cast<long>(t.weight) * t.need();
    return std::move(b.model);
}

std::vector<std::optional<int>> by_slot(const Model& model, const Holders& plan) {
    const auto& slots = model.problem->slots;
    std::vector<std::optional<int>> who(slots.size());
    for (std::size_t s = 0; s < slots.size(); ++s) who[s] = kept_holder(slots[s]);
    for (std::size_t t = 0; t < plan.size(); ++t) {
        const auto& lanes = model.tasks[t].lanes;
        std::vector<bool> used(lanes.size(), false);
        std::vector<int> rest;
        for (const int p : plan[t]) {  // first those who keep their published place
            std::size_t l = 0;
            while (l < lanes.size() && (used[l] || slots[at(lanes[l].front())].published != p)) ++l;
            if (l == lanes.size()) {
                rest.push_back(p);
                continue;
            }
            used[l] = true;
            for (const int s : lanes[l]) who[at(s)] = p;
        }
        std::sort(rest.begin(), rest.end());
        std::size_t l = 0;
        for (const int p : rest) {
            while (used[l]) ++l;
            used[l] = true;
            for (const int s : lanes[l]) who[at(s)] = p;
        }
    }
    return who;
}

}  // namespace teamctl::rota
