#include "rota/component.hpp"

#include "rota/component_solver.hpp"

namespace teamctl::rota {

void ComponentSolver::keep_if_better() {
    Score now = draft_.score();
    if (!(now < out_.score)) return;
    out_.plan = draft_.plan();
    out_.score = std::move(now);
}

long ComponentSolver::places() const {
    long sum = 0;
    for (const int t : tasks_)
        sum += static_cast<long>(model_.tasks[at(t)].need()) * model_.tasks[at(t)].weight;
    return sum;
}

void ComponentSolver::start() {
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

FlowResult ComponentSolver::relax(const std::vector<std::vector<Link>>& links, bool with_prices) {
    FlowInput input;
    input.model = &model_;
    input.tasks = tasks_;
    input.links = links;
    input.loads = true;
    input.most = most_turns(model_, tasks_, links);
    return solve_flow(input, with_prices);
}

// Where no published turn need be lost, all of them stay.
std::vector<std::vector<Link>> ComponentSolver::published_links() const {
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
void ComponentSolver::try_flow(const FlowResult& flow) {
    Holders plan(model_.tasks.size());
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        for (std::size_t i = 0; i < task.people.size(); ++i)
            if (flow.amount[at(t)][i] >= task.load) plan[at(t)].push_back(task.people[i]);
    }
    look_near(plan);
}

// True when a plan found without search meets the relaxation's bound in every objective.
bool ComponentSolver::flow_is_enough() {
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
void ComponentSolver::look_at(const Holders& plan) {
    draft_.set(plan);
    keep_if_better();
    draft_.improve(5);
    keep_if_better();
}

// Looks at what chains make of as much of a plan as the rules allow.
void ComponentSolver::look_near(const Holders& plan) {
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

void ComponentSolver::raise_count(const mpq_class& bound, long& lower) {
    mpz_class up;
    mpz_cdiv_q(up.get_mpz_t(), bound.get_num_mpz_t(), bound.get_den_mpz_t());
    lower = std::max(lower, up.get_si());
}

// Looks for a plan that has one less. False: there is none, or none was found.
bool ComponentSolver::one_less(Encoding& encoding, const SoftSum& sum, long Score::*value, long effort,
                               long& lower) {
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
bool ComponentSolver::settle(Encoding& encoding, const SoftSum& sum, long Score::*value, long& lower) {
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

// Coverage, changes and blocks, one after the other; or coverage alone. True when all are proven.
bool ComponentSolver::settle_counts(Encoding& encoding, bool coverage) {
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
Outcome ComponentSolver::counts_of(const std::vector<int>& tasks, const Outcome& known, bool coverage) const {
    ComponentSolver solver(model_, tasks, work_);
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
std::vector<Knot> ComponentSolver::parts_of(const std::vector<int>& tasks, Ties ties, Outcome& known) const {
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
Outcome ComponentSolver::settle_knot(const std::vector<int>& tasks) {
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
void ComponentSolver::search(bool counts) {
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

Outcome ComponentSolver::run(bool counts) {
    start();
    if (flow_is_enough())
        out_.coverage_proven = out_.changes_proven = out_.blocks_proven = out_.fairness_proven = true;
    else
        search(counts);
    return std::move(out_);
}

Outcome solve_component(const Model& model, const std::vector<int>& tasks, Work& work, bool counts) {
    return ComponentSolver(model, tasks, work).run(counts);
}

}  // namespace teamctl::rota
