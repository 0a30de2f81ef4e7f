#include "rota/component.hpp"

#include <algorithm>

#include "rota/search/branch.hpp"
#include "rota/search/core_guided.hpp"
#include "rota/split.hpp"

namespace teamctl::rota {

namespace {

constexpr long kFirst = 300;    // conflicts before a count is brought down one by one
constexpr long kEffort = 1500;  // conflicts before better prices are looked for
constexpr int kPrograms = 60;   // linear programs before conflicts are looked for

// Tasks that rules tie together (see knots()), with the slots of them that stay uncovered.
struct Knot {
    std::vector<int> tasks;
    long uncovered = 0;
    std::size_t row = 0;  // of the encoding, that there are no more
};

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
    bool one_less(Encoding& encoding, const SoftSum& sum, long Score::*value, long effort, long& lower);
    bool settle(Encoding& encoding, const SoftSum& sum, long Score::*value, long& lower);
    void settle_fairness(Encoding& encoding);
    void look_at(const Holders& plan);
    void look_near(const Holders& plan);
    static void raise_count(const mpq_class& bound, long& lower);
    mpq_class fairness_step() const;
    Prices flow_prices(Encoding& encoding);
    bool branch(Encoding& encoding, const SoftSum& cost, const mpq_class& step, int programs,
                const std::function<mpq_class()>& best, mpq_class& lower, Prices& prices);

    const Model& model_;
    const std::vector<int>& tasks_;
    const std::function<bool()>& stop_;
    Draft draft_;
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
    FlowInput input;
    input.model = &model_;
    input.tasks = tasks_;
    input.links = links;
    input.most = most_turns(model_, tasks_, links);
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

// The flow's own plan.
void Solver::try_flow(const FlowResult& flow) {
    Holders plan(model_.tasks.size());
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        for (std::size_t i = 0; i < task.people.size(); ++i)
            if (flow.amount[at(t)][i] >= task.weight) plan[at(t)].push_back(task.people[i]);
    }
    look_near(plan);
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
void Solver::look_at(const Holders& plan) {
    draft_.set(plan);
    keep_if_better();
    draft_.improve(5);
    keep_if_better();
}

// Looks at what chains make of as much of a plan as the rules allow.
void Solver::look_near(const Holders& plan) {
    draft_.set(Holders(model_.tasks.size()));
    for (const Demand& d : model_.demands)
        if (mine(d.tasks) && draft_.fits(d.person, d.tasks.front())) draft_.give(d.tasks.front(), d.person);
    for (const int t : tasks_)
        for (const int p : plan[at(t)]) {
            const auto& now = draft_.plan()[at(t)];
            if (static_cast<int>(now.size()) < model_.tasks[at(t)].need() &&
                std::find(now.begin(), now.end(), p) == now.end() && draft_.fits(p, t))
                draft_.give(t, p);
        }
    draft_.cover();
    draft_.improve(20);
    keep_if_better();
}

void Solver::raise_count(const mpq_class& bound, long& lower) {
    mpz_class up;
    mpz_cdiv_q(up.get_mpz_t(), bound.get_num_mpz_t(), bound.get_den_mpz_t());
    lower = std::max(lower, up.get_si());
}

// Looks for a plan that has one less. False: there is none, or none was found.
bool Solver::one_less(Encoding& encoding, const SoftSum& sum, long Score::*value, long effort, long& lower) {
    if (out_.score.*value <= lower || stop_()) return false;
    const Lit limit = encoding.limit(sum, out_.score.*value - 1);
    encoding.suggest(out_.plan);
    encoding.solver().set_conflict_limit(effort);
    const auto status = encoding.solver().solve({limit});
    if (status == PbSolver::Status::unsat) lower = out_.score.*value;
    if (status == PbSolver::Status::sat) look_at(encoding.plan());
    encoding.solver().add_clause({negate(limit)});
    return status == PbSolver::Status::sat;
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
    const auto best = [&] { return mpq_class(out_.score.*value); };
    long effort = kEffort;
    for (int programs = kPrograms; out_.score.*value > lower && !stop_();
         programs *= 3, effort += effort / 2) {
        while (one_less(encoding, sum, value, effort, lower)) {
        }
        if (out_.score.*value <= lower || stop_()) break;
        mpq_class bound = lower;
        Prices prices;
        branch(encoding, sum, 1, programs, best, bound, prices);
        raise_count(bound, lower);
        if (out_.score.*value <= lower || stop_()) break;
        CoreSearch search(encoding.solver(), encoding.around(sum, prices), best(), found, {false, 1});
        search.run(effort);
        raise_count(search.lower(), lower);
    }
    encoding.require_at_most(sum, out_.score.*value);
    return out_.score.*value <= lower;
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

// A search by linear programs: adds to the lower bound, and leaves the prices of the first program. True when
// no plan costs less than the best.
bool Solver::branch(Encoding& encoding, const SoftSum& cost, const mpq_class& step, int programs,
                    const std::function<mpq_class()>& best, mpq_class& lower, Prices& prices) {
    const auto fixed = [&](Lit l) { return encoding.solver().fixed(l); };
    LinearProgram program(encoding.rows(), cost, fixed);
    const auto found = [&](const BranchSearch::Shares& share, bool solution) {
        const Holders plan = encoding.plan(share);
        if (solution)
            look_at(plan);
        else
            look_near(plan);
        return best();
    };
    BranchSearch search(program, best(), step, found, stop_);
    const bool proven = search.run(programs);
    lower = std::max(lower, search.lower());
    prices = search.prices();
    return proven;
}

// The flow's prices are nearly free, and where rules hold back little they are as good as any.
Prices Solver::flow_prices(Encoding& encoding) {
    const FlowResult flow = relax(encoding.links(), true);
    Prices prices = encoding.prices(flow);
    for (const Knot& knot : knots_)
        for (const int t : knot.tasks)
            if (knot.uncovered > 0) prices[knot.row] = std::max(prices[knot.row], flow.task_price[at(t)]);
    return prices;
}

void Solver::settle_fairness(Encoding& encoding) {
    encoding.probe();
    encoding.prepare_counters(most_turns(model_, tasks_, encoding.links()));
    const SoftSum cost = encoding.fairness();
    const auto best = [&] { return out_.score.fairness; };
    const auto found = [&] {
        look_at(encoding.plan());
        return out_.score.fairness;
    };
    const mpq_class step = fairness_step();
    const auto run = [&](CoreSearch& search, long effort) {
        if (out_.fairness_proven || stop_()) return;
        out_.fairness_proven = search.run(effort);
        out_.lower.fairness = std::max(out_.lower.fairness, search.lower());
    };
    encoding.suggest(out_.plan);
    CoreSearch by_flow(encoding.solver(), encoding.around(cost, flow_prices(encoding)), out_.score.fairness,
                       found, {true, step});
    run(by_flow, kFirst);
    // What one search has excluded sharpens the other.
    long effort = kEffort;
    for (int programs = kPrograms; !out_.fairness_proven && !stop_(); programs *= 3, effort += effort / 2) {
        encoding.probe();
        Prices prices;
        out_.fairness_proven = branch(encoding, cost, step, programs, best, out_.lower.fairness, prices);
        if (out_.fairness_proven || stop_()) break;
        encoding.suggest(out_.plan);
        CoreSearch by_prices(encoding.solver(), encoding.around(cost, prices), out_.score.fairness, found,
                             {true, step});
        run(by_prices, effort);
        run(by_flow, effort);  // where turns come by the week, linear programs see little
    }
    if (out_.fairness_proven) out_.lower.fairness = out_.score.fairness;
}

// Coverage and changes, one after the other. True when all are proven.
bool Solver::settle_counts(Encoding& encoding) {
    const bool pins_kept = settle(encoding, encoding.broken(tasks_), &Score::broken, out_.lower.broken);
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
    Holders plan(model_.tasks.size());
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
    for (Knot& knot : knots_) {
        knot.row = encoding.rows().size();
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
