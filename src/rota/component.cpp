#include "rota/component.hpp"

#include <algorithm>

#include "rota/core_guided.hpp"
#include "rota/split.hpp"

namespace teamctl::rota {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

constexpr long kFirst = 300;    // conflicts before a count is brought down one by one
constexpr long kEffort = 1500;  // conflicts before better prices are looked for

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
    Outcome counts_of(const std::vector<int>& tasks, const Outcome& known) const;
    std::vector<Knot> parts_of(const std::vector<int>& tasks, Ties ties, Outcome& known) const;
    Outcome settle_knot(const std::vector<int>& tasks);
    bool settle_counts(Encoding& encoding);
    bool settle(Encoding& encoding, const SoftSum& sum, long Score::*value, long& lower);
    void bound_coverage(Encoding& encoding);
    void settle_fairness(Encoding& encoding);
    void look_at(const Plan& plan);
    static void raise_count(const mpq_class& bound, long& lower);
    mpq_class fairness_step() const;
    Prices flow_prices(Encoding& encoding);

    const Model& model_;
    const std::vector<int>& tasks_;
    const std::function<bool()>& stop_;
    Draft draft_;
    std::vector<int> most_;
    std::vector<Knot> knots_;  // with settled counts
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
}

FlowResult Solver::relax(const std::vector<std::vector<Link>>& links, bool with_prices) {
    most_ = most_turns(model_, tasks_, links);
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

// Looks at a solution of the search, and what chains make of it.
void Solver::look_at(const Plan& plan) {
    draft_.set(plan);
    keep_if_better();
    draft_.improve(5);
    keep_if_better();
}

void Solver::raise_count(const mpq_class& bound, long& lower) {
    mpz_class up;
    mpz_cdiv_q(up.get_mpz_t(), bound.get_num_mpz_t(), bound.get_den_mpz_t());
    lower = std::max(lower, up.get_si());
}

// Brings one count down to its least and makes that hard. False when the search was stopped.
bool Solver::settle(Encoding& encoding, const SoftSum& sum, long Score::*value, long& lower) {
    const auto found = [&] {
        look_at(encoding.plan());
        return mpq_class(out_.score.*value);
    };
    if (out_.score.*value > lower && lower > 0) encoding.require_at_least(sum, lower);
    if (out_.score.*value > lower) {
        encoding.suggest(out_.plan);
        CoreSearch search(encoding.solver(), sum, out_.score.*value, found, {false, 1});
        search.run(kFirst);
        raise_count(search.lower(), lower);
    }
    if (out_.score.*value > lower && !stop_()) encoding.probe();
    // One less, and one less again, until there is nothing less.
    while (out_.score.*value > lower && !stop_()) {
        const Lit limit = encoding.limit(sum, out_.score.*value - 1);
        encoding.suggest(out_.plan);
        encoding.solver().set_conflict_limit(0);
        const auto status = encoding.solver().solve({limit});
        if (status == PbSolver::Status::unsat) lower = out_.score.*value;
        if (status == PbSolver::Status::sat) look_at(encoding.plan());
        encoding.solver().add_clause({negate(limit)});
    }
    encoding.require_at_most(sum, out_.score.*value);
    return out_.score.*value <= lower;
}

// Brings the bound of the uncovered slots up around prices for places and rules: near that of linear
// programming, which one count of all slots does not see.
void Solver::bound_coverage(Encoding& encoding) {
    if (out_.score.uncovered <= out_.lower.uncovered || stop_()) return;
    encoding.probe();
    Relaxation relaxation = encoding.relaxation();
    relaxation.fair = false;
    relaxation.most = most_turns(model_, tasks_, encoding.links());
    const Prices prices = best_prices(relaxation);
    const auto found = [&] {
        look_at(encoding.plan());
        return mpq_class(out_.score.uncovered);
    };
    encoding.suggest(out_.plan);
    CoreSearch search(encoding.solver(), encoding.uncovered_around(prices), out_.score.uncovered, found,
                      {false, 1});
    search.run(kEffort);
    raise_count(search.lower(), out_.lower.uncovered);
}

// Two plans of equal coverage differ by a multiple of this: turns of one parity, dues of one denominator.
mpq_class Solver::fairness_step() const {
    mpz_class denominator = 1;
    for (const int g : groups_of(model_, tasks_))
        for (const Standing& s : model_.problem->standing[at(g)])
            mpz_lcm(denominator.get_mpz_t(), denominator.get_mpz_t(), s.due.get_den_mpz_t());
    mpq_class step(2, denominator);
    step.canonicalize();
    return step;
}

Prices Solver::flow_prices(Encoding& encoding) {
    const FlowResult flow = relax(encoding.links(), true);
    Prices prices;
    prices.counter = flow.counter_price;
    prices.task = flow.task_price;
    for (const int t : tasks_) {
        prices.task[at(t)] *= model_.tasks[at(t)].weight;
    }
    for (const Knot& knot : knots_) {
        mpq_class empty = 0;
        if (knot.uncovered > 0)
            for (const int t : knot.tasks) empty = std::max(empty, flow.task_price[at(t)]);
        prices.empty.push_back(empty);
    }
    return prices;
}

void Solver::settle_fairness(Encoding& encoding) {
    encoding.probe();
    Prices prices = flow_prices(encoding);
    encoding.prepare_counters(most_);
    const auto found = [&] {
        look_at(encoding.plan());
        return out_.score.fairness;
    };
    const CoreSearch::Options options{true, fairness_step()};
    encoding.suggest(out_.plan);
    CoreSearch by_flow(encoding.solver(), encoding.fairness_around(prices, knots_), out_.score.fairness,
                       found, options);
    long effort = kEffort;
    out_.fairness_proven = by_flow.run(effort);
    out_.lower.fairness = by_flow.lower();
    // What the search has excluded sharpens the prices, and better prices exclude more; but where turns come
    // by the week, prices say little, and the first search is worth going on with.
    while (!out_.fairness_proven && !stop_()) {
        encoding.probe();
        Relaxation relaxation = encoding.relaxation();
        relaxation.knots = knots_;
        relaxation.most = most_turns(model_, tasks_, encoding.links());
        prices = best_prices(relaxation);
        const SoftSum cost = encoding.fairness_around(prices, knots_);
        CoreSearch by_prices(encoding.solver(), cost, out_.score.fairness, found, options);
        for (CoreSearch* search : {&by_prices, &by_flow}) {
            out_.fairness_proven = search->run(effort);
            out_.lower.fairness = std::max(out_.lower.fairness, search->lower());
            if (out_.fairness_proven || stop_()) break;
        }
        effort += effort / 2;
    }
}

// Coverage and changes, one after the other. True when all are proven.
bool Solver::settle_counts(Encoding& encoding) {
    const bool pins_kept = settle(encoding, encoding.broken(tasks_), &Score::broken, out_.lower.broken);
    bound_coverage(encoding);
    const bool coverage =
        settle(encoding, encoding.uncovered(tasks_), &Score::uncovered, out_.lower.uncovered);
    encoding.require_at_least(encoding.uncovered(tasks_), out_.score.uncovered);
    out_.coverage_proven = pins_kept && coverage;
    const bool changes = settle(encoding, encoding.lost(tasks_), &Score::lost, out_.lower.lost);
    out_.changes_proven = out_.coverage_proven && changes;
    return out_.changes_proven;
}

// The counts of some tasks by themselves.
Outcome Solver::counts_of(const std::vector<int>& tasks, const Outcome& known) const {
    Solver solver(model_, tasks, stop_);
    solver.start();
    if (known.coverage_proven && solver.out_.score.broken == 0)
        solver.out_.lower.uncovered = std::max(solver.out_.lower.uncovered, known.lower.uncovered);
    Encoding encoding(model_, tasks);
    encoding.solver().set_stop(stop_);
    solver.settle_counts(encoding);
    return std::move(solver.out_);
}

// Fewer rules leave smaller parts: the slots that stay uncovered in each part at the least, and by how much
// their sum raises what is known of the whole.
std::vector<Knot> Solver::parts_of(const std::vector<int>& tasks, Ties ties, Outcome& known) const {
    std::vector<Knot> parts;
    long sum = 0;
    for (auto& part : knots(model_, tasks, ties)) {
        if (part.size() == tasks.size()) return {};
        const Outcome out = counts_of(part, {});
        if (!out.coverage_proven || out.score.broken > 0) return {};
        sum += out.score.uncovered;
        parts.push_back({std::move(part), out.score.uncovered});
    }
    known.coverage_proven = true;
    known.lower.uncovered = std::max(known.lower.uncovered, sum);
    return parts;
}

// Where the whole leaves no more uncovered than its parts must, each part has its least in every plan of
// least count.
Outcome Solver::settle_knot(const std::vector<int>& tasks) {
    Outcome known;
    std::vector<std::vector<Knot>> ways;
    for (const Ties ties : {Ties::same_day, Ties::same_role}) ways.push_back(parts_of(tasks, ties, known));
    Outcome out = counts_of(tasks, known);
    for (auto& parts : ways) {
        long sum = 0;
        for (const Knot& part : parts) sum += part.uncovered;
        if (parts.empty() || out.score.broken > 0 || sum < out.score.uncovered) continue;
        knots_.insert(knots_.end(), parts.begin(), parts.end());
        return out;
    }
    knots_.push_back({tasks, out.score.uncovered});
    return out;
}

// Each knot by itself: its counts are least in every plan whose counts are. Where the time limit leaves a
// knot open, only the sums are certain.
void Solver::search() {
    Encoding encoding(model_, tasks_);
    encoding.solver().set_stop(stop_);
    Plan plan(model_.tasks.size());
    Score lower;
    bool coverage = true, changes = true;
    for (const auto& tasks : knots(model_, tasks_, Ties::all)) {
        const Outcome out = settle_knot(tasks);
        for (const int t : tasks) plan[at(t)] = out.plan[at(t)];
        lower.broken += out.lower.broken;
        lower.uncovered += out.lower.uncovered;
        lower.lost += out.lower.lost;
        coverage = coverage && out.coverage_proven;
        changes = changes && out.changes_proven;
        if (!out.changes_proven) continue;
        encoding.require_at_most(encoding.broken(tasks), out.score.broken);
        encoding.require_at_most(encoding.lost(tasks), out.score.lost);
    }
    look_at(plan);
    lower.fairness = out_.lower.fairness;
    out_.lower = std::move(lower);
    out_.coverage_proven = coverage;
    out_.changes_proven = changes;
    if (!coverage) knots_ = {{tasks_, out_.score.uncovered}};
    encoding.require_at_most(encoding.broken(tasks_), out_.score.broken);
    encoding.require_at_most(encoding.lost(tasks_), out_.score.lost);
    for (const Knot& knot : knots_) {
        encoding.require_at_most(encoding.uncovered(knot.tasks), knot.uncovered);
        encoding.require_at_least(encoding.uncovered(knot.tasks), knot.uncovered);
    }
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

}  // namespace

Outcome solve_component(const Model& model, const std::vector<int>& tasks,
                        const std::function<bool()>& stop) {
    return Solver(model, tasks, stop).run();
}

}  // namespace teamctl::rota
