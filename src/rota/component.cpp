#include "rota/component.hpp"

#include <algorithm>
#include <numeric>

#include "rota/core_guided.hpp"

namespace teamctl::rota {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

class Solver {
  public:
    Solver(const Model& model, const std::vector<int>& tasks, const std::function<bool()>& stop)
        : model_(model), tasks_(tasks), stop_(stop), draft_(model, tasks) {}
    Outcome run();

  private:
    bool mine(const std::vector<int>& tasks) const {
        return std::binary_search(tasks_.begin(), tasks_.end(), tasks.front());
    }
    void keep_if_better();
    long places() const;
    void start();
    FlowResult relax(const std::vector<std::vector<Link>>& links, bool with_prices);
    std::vector<std::vector<Link>> published_links() const;
    bool flow_is_enough();
    void try_flow(const FlowResult& flow);
    void search();
    bool settle(Encoding& encoding, const SoftSum& sum, long Score::*value, long& lower);
    void settle_fairness(Encoding& encoding);

    const Model& model_;
    const std::vector<int>& tasks_;
    const std::function<bool()>& stop_;
    Draft draft_;
    std::vector<int> most_;
    Outcome out_;
};

void Solver::keep_if_better() {
    Score now = draft_.score();
    if (!(now < out_.score)) return;
    out_.plan = draft_.plan();
    out_.score = std::move(now);
}

long Solver::places() const {
    long sum = 0;
    for (const int t : tasks_)
        sum += static_cast<long>(model_.tasks[at(t)].need()) * model_.tasks[at(t)].weight;
    return sum;
}

void Solver::start() {
    draft_.build();
    out_.plan = draft_.plan();
    out_.score = draft_.score();
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        out_.lower.uncovered += task.weight * std::max(0, task.need() - static_cast<int>(task.people.size()));
    }
    if (out_.score.uncovered > out_.lower.uncovered)
        out_.lower.uncovered = std::max(out_.lower.uncovered, places() - coverage_bound(model_, tasks_));
    most_ = most_turns(model_, tasks_);
}

FlowResult Solver::relax(const std::vector<std::vector<Link>>& links, bool with_prices) {
    FlowInput input;
    input.model = &model_;
    input.tasks = tasks_;
    input.links = links;
    input.most = most_;
    return solve_flow(input, with_prices);
}

// Where no published turn need be lost, all of them stay.
std::vector<std::vector<Link>> Solver::published_links() const {
    std::vector<std::vector<Link>> links(model_.tasks.size());
    for (const int t : tasks_) links[at(t)].assign(model_.tasks[at(t)].people.size(), Link::open);
    const auto hold = [&](int person, const std::vector<int>& where) {
        if (!mine(where) || where.size() != 1) return;
        const auto& people = model_.tasks[at(where.front())].people;
        const auto i = std::lower_bound(people.begin(), people.end(), person) - people.begin();
        links[at(where.front())][static_cast<std::size_t>(i)] = Link::held;
    };
    for (const Published& k : model_.published) hold(k.person, k.tasks);
    for (const Demand& d : model_.demands) hold(d.person, d.tasks);
    return links;
}

// The flow's own plan, as far as the rules allow, completed by chains.
void Solver::try_flow(const FlowResult& flow) {
    draft_.set(Plan(model_.tasks.size()));
    for (const Demand& d : model_.demands)
        if (mine(d.tasks) && draft_.fits(d.person, d.tasks.front())) draft_.give(d.tasks.front(), d.person);
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        for (std::size_t i = 0; i < task.people.size(); ++i) {
            const auto& now = draft_.plan()[at(t)];
            if (flow.amount[at(t)][i] < task.weight || static_cast<int>(now.size()) >= task.need()) continue;
            if (std::find(now.begin(), now.end(), task.people[i]) == now.end() &&
                draft_.fits(task.people[i], t))
                draft_.give(t, task.people[i]);
        }
    }
    draft_.cover();
    draft_.improve(20);
    keep_if_better();
}

// True when a plan found without search meets the relaxation's bound in every objective.
bool Solver::flow_is_enough() {
    const Score& s = out_.score;
    if (s.broken > 0 || s.uncovered > out_.lower.uncovered || s.lost > 0) return false;
    const FlowResult flow = relax(published_links(), false);
    if (flow.covered != places() - s.uncovered) return false;
    std::vector<int> turns = model_.base;
    for (std::size_t c = 0; c < turns.size(); ++c) turns[c] += flow.turns[c];
    const mpq_class bound = fairness_of(model_, groups_of(model_, tasks_), turns);
    if (out_.score.fairness > bound) try_flow(flow);
    out_.lower.fairness = bound;
    return out_.score.fairness == bound;
}

// Brings one count down to its least and makes that hard. False when the search was stopped.
bool Solver::settle(Encoding& encoding, const SoftSum& sum, long Score::*value, long& lower) {
    if (out_.score.*value > lower) {
        if (lower > 0) encoding.require_at_least(sum, lower);
        encoding.suggest(out_.plan);
        const auto found = [&] {
            draft_.set(encoding.plan());
            keep_if_better();
            draft_.improve(5);
            keep_if_better();
            return mpq_class(out_.score.*value);
        };
        const Minimised m = minimise(encoding.solver(), sum, out_.score.*value, found, false);
        mpz_class up;
        mpz_cdiv_q(up.get_mpz_t(), m.lower.get_num_mpz_t(), m.lower.get_den_mpz_t());
        lower = std::max(lower, up.get_si());
    }
    encoding.require_at_most(sum, out_.score.*value);
    return out_.score.*value == lower;
}

void Solver::settle_fairness(Encoding& encoding) {
    const FlowResult flow = relax(encoding.links(), true);
    const SoftSum cost = encoding.fairness(flow, most_, out_.score.uncovered);
    encoding.suggest(out_.plan);
    const auto found = [&] {
        draft_.set(encoding.plan());
        keep_if_better();
        draft_.improve(5);
        keep_if_better();
        return out_.score.fairness;
    };
    const Minimised m = minimise(encoding.solver(), cost, out_.score.fairness, found, true);
    out_.lower.fairness = m.lower;
    out_.fairness_proven = m.proven;
}

void Solver::search() {
    Encoding encoding(model_, tasks_);
    encoding.solver().set_stop(stop_);
    const bool pins_kept = settle(encoding, encoding.broken(), &Score::broken, out_.lower.broken);
    const bool coverage = settle(encoding, encoding.uncovered(), &Score::uncovered, out_.lower.uncovered);
    encoding.require_at_least(encoding.uncovered(),
                              out_.score.uncovered);  // what follows is for this coverage
    out_.coverage_proven = pins_kept && coverage;
    const bool changes = settle(encoding, encoding.lost(), &Score::lost, out_.lower.lost);
    out_.changes_proven = out_.coverage_proven && changes;
    settle_fairness(encoding);
    out_.fairness_proven = out_.fairness_proven && out_.changes_proven;
}

Outcome Solver::run() {
    start();
    if (flow_is_enough())
        out_.coverage_proven = out_.changes_proven = out_.fairness_proven = true;
    else
        search();
    return std::move(out_);
}

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
    std::vector<std::vector<int>> by_root(parent.size()), out;
    for (std::size_t t = 0; t < model.tasks.size(); ++t)
        by_root[at(root(parent, model.tasks[t].group))].push_back(static_cast<int>(t));
    for (auto& list : by_root)
        if (!list.empty()) out.push_back(std::move(list));
    return out;
}

Outcome solve_component(const Model& model, const std::vector<int>& tasks,
                        const std::function<bool()>& stop) {
    return Solver(model, tasks, stop).run();
}

}  // namespace teamctl::rota
