#include "rota/model.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "rota/turns.hpp"

namespace teamctl::rota {

namespace {

constexpr std::size_t kTable = 4000;  // tasks up to which a square table of bits is no waste

// One place of a role through a week, or one slot where the role is not held by the week.
struct Lane {
    std::vector<int> open;  // slots to decide, by day
    std::set<int> kept;     // people whom pins and the past put in this lane
};

using Moment = std::pair<int, int>;  // role, occurrence

struct ModelBuilder {
    const Problem& problem;
    Model model;
    Turns kept;
    std::map<Moment, std::vector<int>> tasks_at;  // tasks by role and occurrence

    explicit ModelBuilder(const Problem& p) : problem(p), kept(p) { model.problem = &p; }

    const Slot& slot(int s) const { return problem.slots[at(s)]; }
    int day(int s) const { return problem.occurrences[at(slot(s).occurrence)].day; }

    void count_kept();
    std::vector<Lane> lanes() const;
    void spread_week(const std::map<int, std::vector<int>>& by_occurrence, std::vector<Lane>& out) const;
    std::vector<int> people_for(const Lane& lane) const;
    void make_tasks(const std::vector<Lane>& lanes);
    void index_tasks();
    void settle_together();
    bool drop(int person, const std::vector<int>& tasks);
    void find_conflicts();
    bool conflict(const Task& a, const Task& b) const;
    void find_limits();
    void limit_window(const Rule& rule, int window, const std::vector<int>& tasks);
    void find_pairs();
    void pair_up(const Rule& rule, int occurrence, const std::vector<int>& tasks);
    void find_published();
};

void ModelBuilder::count_kept() {
    model.base.assign(at(problem.groups * problem.people), 0);
    for (int g = 0; g < problem.groups; ++g)
        for (int p = 0; p < problem.people; ++p)
            model.base[at(model.counter(g, p))] = problem.standing[at(g)][at(p)].before;
    for (std::size_t s = 0; s < problem.slots.size(); ++s) {
        const auto holder = kept_holder(problem.slots[s]);
        if (!holder) continue;
        kept.add(*holder, static_cast<int>(s));
        ++model.base[at(model.counter(problem.roles[at(problem.slots[s].role)].group, *holder))];
        ++model.covered;
    }
}

// A free lane for a kept person: where they are already, else one that nobody has, else the first.
std::size_t choose_lane(const std::vector<Lane>& week, const std::vector<bool>& used, int person) {
    std::optional<std::size_t> unowned, any;
    for (std::size_t l = 0; l < week.size(); ++l) {
        if (used[l]) continue;
        if (week[l].kept.count(person) != 0) return l;
        if (!unowned && week[l].kept.empty()) unowned = l;
        if (!any) any = l;
    }
    return unowned ? *unowned : any.value_or(0);
}

// Lays the slots of one role and week into lanes, so that a kept person stays in one lane where that can be.
void ModelBuilder::spread_week(const std::map<int, std::vector<int>>& by_occurrence,
                               std::vector<Lane>& out) const {
    std::size_t width = 0;
    for (const auto& entry : by_occurrence) width = std::max(width, entry.second.size());
    std::vector<Lane> week(width);
    std::vector<std::vector<bool>> used;
    for (const auto& [occurrence, slots] : by_occurrence) {
        used.emplace_back(width, false);
        for (const int s : slots) {
            const auto holder = kept_holder(slot(s));
            if (!holder) continue;
            const std::size_t lane = choose_lane(week, used.back(), *holder);
            used.back()[lane] = true;
            week[lane].kept.insert(*holder);
        }
    }
    std::size_t row = 0;
    for (const auto& [occurrence, slots] : by_occurrence) {
        std::size_t lane = 0;
        for (const int s : slots) {
            if (closed(slot(s))) continue;
            while (used[row][lane]) ++lane;
            used[row][lane] = true;
            week[lane].open.push_back(s);
        }
        ++row;
    }
    for (Lane& lane : week)
        if (!lane.open.empty()) out.push_back(std::move(lane));
}

std::vector<Lane> ModelBuilder::lanes() const {
    std::vector<Lane> out;
    std::map<std::pair<int, int>, std::map<int, std::vector<int>>>
        weeks;  // role, week -> occurrence -> slots
    std::vector<int> order(problem.slots.size());
    for (std::size_t s = 0; s < order.size(); ++s) order[s] = static_cast<int>(s);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return day(a) < day(b); });
    std::map<int, int> rank;  // occurrence -> place in time
    for (const int s : order) rank.emplace(slot(s).occurrence, static_cast<int>(rank.size()));
    for (const int s : order) {
        if (problem.roles[at(slot(s).role)].per_week)
            weeks[{slot(s).role, iso_week(day(s))}][rank[slot(s).occurrence]].push_back(s);
        else if (!closed(slot(s)))
            out.push_back({{s}, {}});
    }
    for (const auto& entry : weeks) spread_week(entry.second, out);
    return out;
}

std::vector<int> ModelBuilder::people_for(const Lane& lane) const {
    std::vector<int> people;
    for (std::size_t i = 1; i < lane.open.size(); ++i)  // a week that clashes with itself is for nobody
        if (overlap(stint_of(problem, slot(lane.open[i])), stint_of(problem, slot(lane.open[i - 1]))))
            return people;
    for (const int p : slot(lane.open.front()).candidates) {
        const bool can = std::all_of(lane.open.begin(), lane.open.end(), [&](int s) {
            return contains(slot(s).candidates, p) && !kept.blocked(p, s);
        });
        if (can) people.push_back(p);
    }
    return people;
}

void ModelBuilder::make_tasks(const std::vector<Lane>& lanes) {
    std::map<std::tuple<int, std::vector<int>, std::vector<int>>, std::size_t> merged;
    for (const Lane& lane : lanes) {
        Task task;
        task.role = slot(lane.open.front()).role;
        task.group = problem.roles[at(task.role)].group;
        task.weight = static_cast<int>(lane.open.size());
        for (const int s : lane.open) task.occurrences.push_back(slot(s).occurrence);
        task.people = people_for(lane);
        task.first_day = day(lane.open.front());
        task.last_day = day(lane.open.back());
        task.lanes = {lane.open};
        // A kept person whose lane this is must hold it, so it cannot be merged with others.
        const bool anchored = lane.kept.size() == 1 && contains(task.people, *lane.kept.begin());
        const auto key = std::make_tuple(task.role, task.occurrences, task.people);
        const auto found = merged.find(key);
        if (!anchored && found != merged.end()) {
            model.tasks[found->second].lanes.push_back(lane.open);
            continue;
        }
        if (anchored)
            model.demands.push_back({*lane.kept.begin(), {static_cast<int>(model.tasks.size())}});
        else
            merged.emplace(key, model.tasks.size());
        model.tasks.push_back(std::move(task));
    }
}

void ModelBuilder::index_tasks() {
    std::vector<int> order(model.tasks.size());
    for (std::size_t t = 0; t < order.size(); ++t) order[t] = static_cast<int>(t);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return model.tasks[at(a)].first_day < model.tasks[at(b)].first_day;
    });
    std::vector<Task> sorted;
    std::vector<int> place(order.size());
    for (const int t : order) {
        place[at(t)] = static_cast<int>(sorted.size());
        sorted.push_back(std::move(model.tasks[at(t)]));
    }
    model.tasks = std::move(sorted);
    for (Demand& d : model.demands)
        for (int& t : d.tasks) t = place[at(t)];
    for (std::size_t t = 0; t < model.tasks.size(); ++t)
        for (const int o : model.tasks[t].occurrences)
            tasks_at[{model.tasks[t].role, o}].push_back(static_cast<int>(t));
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

// Who cannot have their partner (H7) cannot have the task.
void ModelBuilder::settle_together() {
    const auto possible = [&](int person, const std::vector<int>& tasks) {
        return std::any_of(tasks.begin(), tasks.end(),
                           [&](int t) { return contains(model.tasks[at(t)].people, person); });
    };
    bool changed = true;
    while (changed) {
        changed = false;
        for (const auto& [moment, tasks] : tasks_at)
            for (const auto& [a, b] : problem.roles[at(moment.first)].together) {
                const bool kept_a = kept.holds(a, moment.first, moment.second).has_value();
                const bool kept_b = kept.holds(b, moment.first, moment.second).has_value();
                if (!kept_a && !possible(a, tasks) && !kept_b) changed |= drop(b, tasks);
                if (!kept_b && !possible(b, tasks) && !kept_a) changed |= drop(a, tasks);
            }
    }
}

bool ModelBuilder::conflict(const Task& a, const Task& b) const {
    if (a.role == b.role && problem.roles[at(a.role)].per_week &&
        iso_week(a.first_day) == iso_week(b.first_day))
        return true;
    for (const Rule& rule : kept.rules()) {
        const auto clash = form_of(rule.kind).pair.clash;
        if (clash == nullptr || !concerns(rule, a.role) || !concerns(rule, b.role)) continue;
        for (const int i : a.occurrences)
            for (const int j : b.occurrences)
                if (clash(problem, rule, stint_of(problem, a.role, i), stint_of(problem, b.role, j)))
                    return true;
    }
    return false;
}

void ModelBuilder::find_conflicts() {
    int reach = 0;  // days within which two tasks can meet
    for (const Rule& rule : kept.rules())
        if (const auto far = form_of(rule.kind).pair.reach; far != nullptr)
            reach = std::max(reach, far(rule));
    reach += 7;  // from the last day of a week that is one task
    const std::size_t n = model.tasks.size();
    model.conflicts.resize(n);
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b < n && model.tasks[b].first_day <= model.tasks[a].last_day + reach; ++b)
            if (conflict(model.tasks[a], model.tasks[b])) {
                model.conflicts[a].push_back(static_cast<int>(b));
                model.conflicts[b].push_back(static_cast<int>(a));
            }
    for (auto& list : model.conflicts) std::sort(list.begin(), list.end());
    if (n > kTable) return;
    model.clash.resize(n * n, false);
    for (std::size_t a = 0; a < n; ++a)
        for (const int b : model.conflicts[a]) model.clash[a * n + at(b)] = true;
}

// The turns of a window that pins and the past leave to each person.
void ModelBuilder::limit_window(const Rule& rule, int window, const std::vector<int>& tasks) {
    const auto counts = [&](const Stint& turn) {
        std::vector<int> windows;
        if (concerns(rule, turn.role)) form_of(rule.kind).count.windows(rule, turn, windows);
        return std::find(windows.begin(), windows.end(), window) != windows.end();
    };
    std::map<int, std::vector<int>> by_person;
    for (const int t : tasks)
        for (const int p : model.tasks[at(t)].people) by_person[p].push_back(t);
    for (const auto& [person, list] : by_person) {
        int bound = rule.amount;
        for (const int s : kept.of(person)) bound -= counts(stint_of(problem, slot(s))) ? 1 : 0;
        for (const int h : kept.past(person)) bound -= counts(stint_of(problem.history[at(h)])) ? 1 : 0;
        if (bound < static_cast<int>(list.size())) model.limits.push_back({person, bound, list});
    }
}

void ModelBuilder::find_limits() {
    for (const Rule& rule : kept.rules()) {
        const auto windows_of = form_of(rule.kind).count.windows;
        if (windows_of == nullptr) continue;
        std::map<int, std::vector<int>> windows;
        for (std::size_t t = 0; t < model.tasks.size(); ++t) {
            const Task& task = model.tasks[t];
            if (!concerns(rule, task.role)) continue;
            std::vector<int> within;
            for (const int o : task.occurrences) windows_of(rule, stint_of(problem, task.role, o), within);
            for (const int window : within) windows[window].push_back(static_cast<int>(t));
        }
        for (const auto& [window, tasks] : windows) limit_window(rule, window, tasks);
    }
}

// Rules of two people at the occurrences of one role.
void ModelBuilder::pair_up(const Rule& rule, int occurrence, const std::vector<int>& tasks) {
    const auto kept_here = [&](int p) { return kept.holds(p, rule.of.front(), occurrence).has_value(); };
    for (const auto& [a, b] : rule.pairs) {
        if (rule.kind == RuleKind::apart || (!kept_here(a) && !kept_here(b)))
            model.pairs.push_back({a, b, rule.kind == RuleKind::together, tasks});
        else if (!kept_here(a) || !kept_here(b))
            model.demands.push_back({kept_here(a) ? b : a, tasks});
    }
}

void ModelBuilder::find_pairs() {
    for (const auto& [moment, tasks] : tasks_at)
        for (const RuleKind kind : {RuleKind::together, RuleKind::apart})
            for (const Rule& rule : kept.rules())
                if (rule.kind == kind && concerns(rule, moment.first)) pair_up(rule, moment.second, tasks);
    const auto absent = [&](int person, std::vector<int>& tasks) {
        std::erase_if(tasks, [&](int t) { return !contains(model.tasks[at(t)].people, person); });
        return tasks.empty();
    };
    std::erase_if(model.demands, [&](Demand& d) { return absent(d.person, d.tasks); });
}

void ModelBuilder::find_published() {
    std::map<std::pair<int, Moment>, int> turns;  // published open or pinned turns
    for (const Slot& s : problem.slots)
        if (!s.fixed && s.published) ++turns[{*s.published, {s.role, s.occurrence}}];
    std::map<std::pair<int, std::vector<int>>, int> weights;
    for (const auto& [key, count] : turns) {
        const auto& [person, moment] = key;
        int left = count;
        for (const int s : kept.of(person))
            if (slot(s).role == moment.first && slot(s).occurrence == moment.second) --left;
        if (left <= 0) continue;
        std::vector<int> tasks;
        if (const auto it = tasks_at.find(moment); it != tasks_at.end())
            for (const int t : it->second)
                if (contains(model.tasks[at(t)].people, person)) tasks.push_back(t);
        if (!tasks.empty() && left > 0) {
            --left;  // nobody holds two places at once
            ++weights[{person, tasks}];
        }
        model.lost += left;
    }
    for (const auto& [key, weight] : weights) model.published.push_back({key.first, weight, key.second});
}

}  // namespace

bool Model::conflict(int a, int b) const {
    if (!clash.empty()) return clash[at(a) * tasks.size() + at(b)];
    return contains(conflicts[at(a)], b);
}

const mpq_class& Model::due(int counter) const {
    return problem->standing[at(counter / problem->people)][at(counter % problem->people)].due;
}

Model build_model(const Problem& problem) {
    ModelBuilder b(problem);
    b.count_kept();
    b.make_tasks(b.lanes());
    b.index_tasks();
    b.settle_together();
    b.find_conflicts();
    b.find_limits();
    b.find_pairs();
    b.find_published();
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
