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
    Solver(const Model& model, const std::vector<int>& tasks, Work& work)
        : model_(model), tasks_(tasks), work_(work), draft_(model, tasks) {}
    Outcome run(bool counts);

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
    void search(bool counts);
    Outcome counts_of(const std::vector<int>& tasks, const Outcome& known, bool coverage) const;
    std::vector<Knot> parts_of(const std::vector<int>& tasks, Ties ties, Outcome& known) const;
    Outcome settle_knot(const std::vector<int>& tasks);
    bool settle_counts(Encoding& encoding, bool coverage);
    bool one_less(Encoding& encoding, const SoftSum& sum, long Score::*value, long effort, long& lower);
    bool settle(Encoding& encoding, const SoftSum& sum, long Score::*value, long& lower);
    void settle_fairness(Encoding& encoding);
    void settle_bounds(const mpq_class& lower, const mpq_class& wish);
    void look_at(const Holders& plan);
    void look_near(const Holders& plan);
    static void raise_count(const mpq_class& bound, long& lower);
    mpq_class fairness_step() const;
    mpq_class wish_cost(const mpq_class& step) const;
    Prices flow_prices(Encoding& encoding);
    bool branch(Encoding& encoding, const SoftSum& cost, const mpq_class& step, int programs,
                const std::function<mpq_class()>& best, mpq_class& lower, Prices& prices);

    const Model& model_;
    const std::vector<int>& tasks_;
    Work& work_;
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
    input.loads = true;
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
            if (flow.amount[at(t)][i] >= task.load) plan[at(t)].push_back(task.people[i]);
    }
    look_near(plan);
}

// True when a plan found without search meets the relaxation's bound in every objective.
bool Solver::flow_is_enough() {
    const Score& s = out_.score;
    if (s.broken > 0 || s.uncovered > out_.lower.uncovered || s.lost > 0 || s.stand_ins > 0) return false;
    long loads = 0;
    bool even = true;  // what flows is slots
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        loads += static_cast<long>(task.need()) * task.load;
        even = even && task.load == task.weight;
    }
    if (!even && s.uncovered > 0) return false;
    const FlowResult flow = relax(published_links(), false);
    if (flow.covered != loads - s.uncovered) return false;
    std::vector<int> turns = model_.base;
    for (std::size_t c = 0; c < turns.size(); ++c) turns[c] += flow.turns[c];
    const mpq_class bound = fairness_of(model_, groups_of(model_, tasks_), turns);
    if (out_.score.fairness > bound) try_flow(flow);
    out_.lower.fairness = bound;
    return out_.score.fairness == bound && out_.score.refused == 0;
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
    for (const Demand& d : model_.demands) {
        const int t = d.tasks.front();
        const auto held = static_cast<int>(draft_.plan()[at(t)].size());
        if (mine(d.tasks) && held < model_.tasks[at(t)].need() && draft_.fits(d.person, t))
            draft_.give(t, d.person);
    }
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
    if (out_.score.*value <= lower || work_.over()) return false;
    const Lit limit = encoding.limit(sum, out_.score.*value - 1);
    encoding.suggest(out_.plan);
    encoding.solver().set_conflict_limit(effort);
    const auto status = encoding.solver().solve({limit});
    if (status == PbSolver::Status::unsat) lower = out_.score.*value;
    const long before = out_.score.*value;
    if (status == PbSolver::Status::sat) look_at(encoding.plan());
    encoding.solver().add_clause({negate(limit)});
    return out_.score.*value < before;
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
    if (out_.score.*value > lower && !work_.over()) encoding.probe();
    const auto best = [&] { return mpq_class(out_.score.*value); };
    long effort = kEffort;
    for (int programs = kPrograms; out_.score.*value > lower && !work_.over();
         programs *= 3, effort += effort / 2) {
        while (one_less(encoding, sum, value, effort, lower)) {
        }
        if (out_.score.*value <= lower || work_.over()) break;
        mpq_class bound = lower;
        Prices prices;
        branch(encoding, sum, 1, programs, best, bound, prices);
        raise_count(bound, lower);
        if (out_.score.*value <= lower || work_.over()) break;
        CoreSearch search(encoding.solver(), encoding.around(sum, prices), best(), found, {false, 1});
        search.run(effort);
        raise_count(search.lower(), lower);
    }
    encoding.require_at_most(sum, out_.score.*value);
    return out_.score.*value <= lower;
}

mpq_class greatest_common_divisor(const mpq_class& a, const mpq_class& b) {
    mpz_class numerator, denominator;
    mpz_gcd(numerator.get_mpz_t(), mpz_class(a.get_num() * b.get_den()).get_mpz_t(),
            mpz_class(b.get_num() * a.get_den()).get_mpz_t());
    mpq_class out(numerator, a.get_den() * b.get_den());
    out.canonicalize();
    return out;
}

// Two plans of equal coverage differ by a multiple of this: turns of one parity, dues of one denominator.
// With units u, squares of u times a number differ by multiples of 2 u^2 where the sum of the numbers is the
// same.
mpq_class Solver::fairness_step() const {
    const std::vector<int> groups = groups_of(model_, tasks_);
    bool even = true;
    for (const int t : tasks_) even = even && model_.tasks[at(t)].load == model_.tasks[at(t)].weight;
    for (const int g : groups) even = even && model_.problem->unit(g) == model_.problem->unit(groups.front());
    mpq_class step = 0;
    for (const int g : groups) {
        const mpq_class unit = model_.problem->unit(g);
        const mpq_class square = (even || out_.score.uncovered == 0 ? 2 : 1) * unit * unit;
        step = greatest_common_divisor(square, step);
        for (const Standing& s : model_.problem->standing[at(g)])
            step = greatest_common_divisor(2 * unit * s.due, step);
    }
    return step;
}

// What one refused wish costs: all of them less than any loss of fairness.
mpq_class Solver::wish_cost(const mpq_class& step) const {
    return step / (static_cast<long>(model_.wishes.size()) + 1);
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
    BranchSearch search(program, best(), step, found, work_);
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
    const mpq_class whole = fairness_step(), wish = wish_cost(whole);
    const mpq_class step = model_.wishes.empty() ? whole : wish;
    const SoftSum cost = encoding.fairness(wish);
    const auto best = [&] { return mpq_class(out_.score.fairness + wish * out_.score.refused); };
    const auto found = [&] {
        look_at(encoding.plan());
        return best();
    };
    mpq_class lower = out_.lower.fairness;
    const auto run = [&](CoreSearch& search, long effort) {
        if (out_.fairness_proven || work_.over()) return;
        out_.fairness_proven = search.run(effort);
        lower = std::max(lower, search.lower());
    };
    encoding.suggest(out_.plan);
    CoreSearch by_flow(encoding.solver(), encoding.around(cost, flow_prices(encoding)), best(), found,
                       {true, step});
    run(by_flow, kFirst);
    // What one search has excluded sharpens the other.
    long effort = kEffort;
    for (int programs = kPrograms; !out_.fairness_proven && !work_.over();
         programs *= 3, effort += effort / 2) {
        encoding.probe();
        Prices prices;
        out_.fairness_proven = branch(encoding, cost, step, programs, best, lower, prices);
        if (out_.fairness_proven || work_.over()) break;
        encoding.suggest(out_.plan);
        CoreSearch by_prices(encoding.solver(), encoding.around(cost, prices), best(), found, {true, step});
        run(by_prices, effort);
        run(by_flow, effort);  // where turns come by the week, linear programs see little
    }
    settle_bounds(lower, wish);
}

// From a bound of the sum of both to one of fairness, and one of the wishes where fairness is proven.
void Solver::settle_bounds(const mpq_class& lower, const mpq_class& wish) {
    const mpq_class spare = wish * static_cast<long>(model_.wishes.size());
    out_.lower.fairness = std::max(out_.lower.fairness, mpq_class(lower - spare));
    if (out_.fairness_proven) {
        out_.lower.fairness = out_.score.fairness;
        out_.lower.refused = out_.score.refused;
    }
}

// Coverage, changes and blocks, one after the other; or coverage alone. True when all are proven.
bool Solver::settle_counts(Encoding& encoding, bool coverage) {
    const bool pins_kept = settle(encoding, encoding.broken(tasks_), &Score::broken, out_.lower.broken);
    const bool covered =
        settle(encoding, encoding.uncovered(tasks_), &Score::uncovered, out_.lower.uncovered);
    encoding.require_at_least(encoding.uncovered(tasks_), out_.score.uncovered);
    out_.coverage_proven = pins_kept && covered;
    if (coverage) return out_.coverage_proven;
    const bool changes = settle(encoding, encoding.lost(tasks_), &Score::lost, out_.lower.lost);
    out_.changes_proven = out_.coverage_proven && changes;
    const bool blocks = settle(encoding, encoding.stand_ins(tasks_), &Score::stand_ins, out_.lower.stand_ins);
    out_.blocks_proven = out_.changes_proven && blocks;
    return out_.blocks_proven;
}

// The counts of some tasks by themselves.
Outcome Solver::counts_of(const std::vector<int>& tasks, const Outcome& known, bool coverage) const {
    Solver solver(model_, tasks, work_);
    solver.start();
    if (known.coverage_proven && solver.out_.score.broken == 0)
        solver.out_.lower.uncovered = std::max(solver.out_.lower.uncovered, known.lower.uncovered);
    Encoding encoding(model_, tasks);
    encoding.solver().set_work(&work_);
    solver.settle_counts(encoding, coverage);
    return std::move(solver.out_);
}

// Fewer rules leave smaller parts: the slots that stay uncovered in each part at the least, and by how much
// their sum raises what is known of the whole.
std::vector<Knot> Solver::parts_of(const std::vector<int>& tasks, Ties ties, Outcome& known) const {
    std::vector<Knot> parts;
    long sum = 0;
    for (auto& part : knots(model_, tasks, ties)) {
        if (part.size() == tasks.size()) return {};
        const Outcome out = counts_of(part, {}, true);
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
    Outcome out = counts_of(tasks, known, false);
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
void Solver::search(bool counts) {
    Encoding encoding(model_, tasks_);
    encoding.solver().set_work(&work_);
    Holders plan(model_.tasks.size());
    Score lower;
    bool coverage = true, changes = true, blocks = true;
    for (const auto& tasks : knots(model_, tasks_, Ties::all)) {
        const Outcome out = settle_knot(tasks);
        for (const int t : tasks) plan[at(t)] = out.plan[at(t)];
        lower.broken += out.lower.broken;
        lower.uncovered += out.lower.uncovered;
        lower.lost += out.lower.lost;
        lower.stand_ins += out.lower.stand_ins;
        coverage = coverage && out.coverage_proven;
        changes = changes && out.changes_proven;
        blocks = blocks && out.blocks_proven;
        if (!out.changes_proven) continue;
        encoding.require_at_most(encoding.broken(tasks), out.score.broken);
        encoding.require_at_most(encoding.lost(tasks), out.score.lost);
        if (out.blocks_proven) encoding.require_at_most(encoding.stand_ins(tasks), out.score.stand_ins);
    }
    look_at(plan);
    lower.fairness = out_.lower.fairness;
    out_.lower = std::move(lower);
    out_.coverage_proven = coverage;
    out_.changes_proven = changes;
    out_.blocks_proven = blocks;
    if (counts) return;
    if (!coverage) knots_ = {{tasks_, out_.score.uncovered}};
    encoding.require_at_most(encoding.broken(tasks_), out_.score.broken);
    encoding.require_at_most(encoding.lost(tasks_), out_.score.lost);
    encoding.require_at_most(encoding.stand_ins(tasks_), out_.score.stand_ins);
    for (Knot& knot : knots_) {
        knot.row = encoding.rows().size();
        encoding.require_at_most(encoding.uncovered(knot.tasks), knot.uncovered);
        encoding.require_at_least(encoding.uncovered(knot.tasks), knot.uncovered);
    }
    settle_fairness(encoding);
    out_.fairness_proven = out_.fairness_proven && out_.blocks_proven;
}

Outcome Solver::run(bool counts) {
    start();
    if (flow_is_enough())
        out_.coverage_proven = out_.changes_proven = out_.blocks_proven = out_.fairness_proven = true;
    else
        search(counts);
    return std::move(out_);
}

}  // namespace

Outcome solve_component(const Model& model, const std::vector<int>& tasks, Work& work, bool counts) {
    return Solver(model, tasks, work).run(counts);
}

}  // namespace teamctl::rota
