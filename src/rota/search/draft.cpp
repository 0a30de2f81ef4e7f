#include "rota/search/draft.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace teamctl::rota {

namespace {

constexpr double kWish = 1e-5;      // outweighed by every gain in fairness
constexpr double kStandIn = 1e5;    // outweighs every gain in fairness
constexpr double kLost = 1e8;       // outweighs every stand-in
constexpr double kBroken = 1e11;    // outweighs every published turn
constexpr double kSureGain = 1e-7;  // a gain that rounding cannot fake
constexpr int kHands = 100;         // turns that one person hands on in a round, lest rounding go in circles
constexpr std::size_t kReach = 80;  // tasks looked at in one search

bool is_among(const std::vector<int>& list, int value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

bool Score::operator<(const Score& other) const {
    return std::tie(broken, uncovered, lost, stand_ins, fairness, refused) <
           std::tie(other.broken, other.uncovered, other.lost, other.stand_ins, other.fairness,
                    other.refused);
}

Draft::Draft(const Model& model, std::vector<int> tasks) : model_(model), tasks_(std::move(tasks)) {
    groups_ = groups_of(model, tasks_);
    plan_.resize(model.tasks.size());
    held_.resize(at(model.problem->people));
    turns_ = model.base;
    due_.resize(turns_.size());
    unit_.resize(turns_.size());
    for (std::size_t c = 0; c < turns_.size(); ++c) {
        unit_[c] = model.problem->unit(static_cast<int>(c) / model.problem->people).get_d();
        due_[c] = model.due(static_cast<int>(c)).get_d() / unit_[c];
    }
    in_block_.assign(model.blocks.size(), std::vector<int>(held_.size(), 0));
    limits_.resize(held_.size());
    for (std::size_t i = 0; i < model.limits.size(); ++i)
        limits_[at(model.limits[i].person)].push_back(static_cast<int>(i));
    pairs_.resize(plan_.size());
    keeps_.resize(plan_.size());
    demands_.resize(plan_.size());
    wishes_.resize(plan_.size());
    for (std::size_t i = 0; i < model.wishes.size(); ++i)
        for (const int t : model.wishes[i].tasks) wishes_[at(t)].push_back(static_cast<int>(i));
    for (std::size_t i = 0; i < model.pairs.size(); ++i)
        for (const int t : model.pairs[i].tasks) pairs_[at(t)].push_back(static_cast<int>(i));
    for (std::size_t i = 0; i < model.published.size(); ++i)
        for (const int t : model.published[i].tasks) keeps_[at(t)].push_back(static_cast<int>(i));
    for (std::size_t i = 0; i < model.demands.size(); ++i)
        for (const int t : model.demands[i].tasks) demands_[at(t)].push_back(static_cast<int>(i));
    seen_.assign(plan_.size(), 0);
    coarse_ = !model.wishes.empty();
    for (const int t : tasks_)
        coarse_ = coarse_ || model.tasks[at(t)].load > 1 || model.tasks[at(t)].block >= 0;
}

void Draft::set(const Holders& plan) {
    for (const int t : tasks_) {
        while (!plan_[at(t)].empty()) take(t, plan_[at(t)].back());
        for (const int p : plan[at(t)]) give(t, p);
    }
}

void Draft::give(int task, int person) {
    const Task& t = model_.tasks[at(task)];
    plan_[at(task)].push_back(person);
    held_[at(person)].push_back(task);
    turns_[at(model_.counter(t.group, person))] += t.load;
    if (t.block >= 0) ++in_block_[at(t.block)][at(person)];
}

void Draft::take(int task, int person) {
    const Task& t = model_.tasks[at(task)];
    std::erase(plan_[at(task)], person);
    std::erase(held_[at(person)], task);
    turns_[at(model_.counter(t.group, person))] -= t.load;
    if (t.block >= 0) --in_block_[at(t.block)][at(person)];
}

bool Draft::holds(int person, int task) const {
    return is_among(plan_[at(task)], person);
}

// What counts for the limit with one more task, and without another (-1: none).
long Draft::load(const Limit& limit, int person, int task, int without) const {
    const auto counts = [&](int t) { return t == task || (t != without && holds(person, t)); };
    long sum = 0;
    if (limit.units.empty())
        for (const int t : limit.tasks) sum += counts(t) ? 1 : 0;
    for (const Limit::Unit& unit : limit.units)
        if (std::any_of(unit.tasks.begin(), unit.tasks.end(), counts)) sum += unit.weight;
    return sum;
}

// Whether the limit keeps the person out as well, and which held task frees it.
void Draft::check_limit(const Limit& limit, int person, int task, int& found, int& count) const {
    if (load(limit, person, task, -1) <= limit.bound) return;
    if (found >= 0) {
        if (load(limit, person, task, found) > limit.bound) count = 2;
        return;
    }
    count = 2;
    for (const int h : held_[at(person)]) {
        if (!std::binary_search(limit.tasks.begin(), limit.tasks.end(), h)) continue;
        found = h;
        if (load(limit, person, task, h) > limit.bound) continue;
        count = 1;
        return;
    }
}

// The one held task that keeps the person out of `task`; `count` tells how many there are (2 for more than
// one).
int Draft::blocker(int person, int task, int& count) const {
    count = 0;
    int found = -1;
    for (const int h : held_[at(person)])
        if (model_.conflict(task, h)) {
            found = h;
            if (++count > 1) return found;
        }
    for (const int l : limits_[at(person)]) {
        const Limit& limit = model_.limits[at(l)];
        if (!std::binary_search(limit.tasks.begin(), limit.tasks.end(), task)) continue;
        check_limit(limit, person, task, found, count);
        if (count > 1) return found;
    }
    return found;
}

bool Draft::partner_free(int person, int task, int step) const {
    for (const int i : pairs_[at(task)]) {
        const PairRule& pair = model_.pairs[at(i)];
        if (pair.a != person && pair.b != person) continue;
        if (pair.together) return false;
        const int partner = pair.a == person ? pair.b : pair.a;
        if (on_path(steps_, step, partner)) return false;
        for (const int t : pair.tasks)
            if (holds(partner, t)) return false;
    }
    return true;
}

bool Draft::tied(int person, int task) const {
    return std::any_of(pairs_[at(task)].begin(), pairs_[at(task)].end(), [&](int i) {
        const PairRule& pair = model_.pairs[at(i)];
        return pair.together && (pair.a == person || pair.b == person);
    });
}

bool Draft::fits(int person, int task) const {
    int count = 0;
    blocker(person, task, count);
    return count == 0 && partner_free(person, task, -1);
}

double Draft::next_cost(int counter, int more) const {
    const double now = turns_[at(counter)] - due_[at(counter)];
    return ((now + more) * (now + more) - now * now) * unit_[at(counter)] * unit_[at(counter)];
}

// What losing this turn would cost beyond fairness.
double Draft::keep_cost(int person, int task) const {
    double cost = 0;
    for (const int i : keeps_[at(task)])
        if (model_.published[at(i)].person == person)
            cost += kLost * model_.published[at(i)].weight / model_.change_scale;
    for (const int i : demands_[at(task)])
        if (model_.demands[at(i)].person == person) cost += kBroken;
    return cost;
}

// What a gained task means for the person's wishes.
double Draft::wish_cost(int person, int task) const {
    double cost = 0;
    for (const int i : wishes_[at(task)]) {
        const OpenWish& wish = model_.wishes[at(i)];
        if (wish.person == person) cost += wish.on ? -kWish : kWish;
    }
    return cost;
}

// What the change means for the stand-ins of the tasks' blocks (-1: none).
double Draft::block_cost(int person, int gained, int dropped) const {
    const int to = gained < 0 ? -1 : model_.tasks[at(gained)].block;
    const int from = dropped < 0 ? -1 : model_.tasks[at(dropped)].block;
    if (to == from) return 0;
    const auto change = [&](int block, int by) {
        if (block < 0) return 0L;
        std::vector<int> turns = in_block_[at(block)];
        const long before = stand_ins_of(model_.blocks[at(block)], turns);
        turns[at(person)] += by;
        return stand_ins_of(model_.blocks[at(block)], turns) - before;
    };
    return kStandIn * static_cast<double>(change(to, 1) + change(from, -1));
}

// Change of cost when the person gains one task and drops another (-1: none).
double Draft::delta(int person, int gained, int dropped) const {
    const Task& in = model_.tasks[at(gained)];
    const int counter = model_.counter(in.group, person);
    const double keep = -keep_cost(person, gained) + wish_cost(person, gained) +
                        block_cost(person, gained, dropped) +
                        (dropped >= 0 ? keep_cost(person, dropped) - wish_cost(person, dropped) : 0);
    if (dropped < 0) return keep + next_cost(counter, in.load);
    const Task& out = model_.tasks[at(dropped)];
    if (in.group == out.group) return keep + next_cost(counter, in.load - out.load);
    return keep + next_cost(counter, in.load) + next_cost(model_.counter(out.group, person), -out.load);
}

bool Draft::on_path(const std::vector<Step>& steps, int step, int person) const {
    for (; step >= 0; step = steps[at(step)].prev)
        if (steps[at(step)].person == person) return true;
    return false;
}

// Lets the person take the task of `step`: an end of the chain, or a further step. True when the chain is
// good enough.
bool Draft::extend(std::vector<Step>& steps, int step, int person, double limit, Found& found) {
    const Step current = steps[at(step)];
    if (holds(person, current.task) || on_path(steps, step, person) ||
        !partner_free(person, current.task, step))
        return false;
    int count = 0;
    const int block = blocker(person, current.task, count);
    if (count > 1) return false;
    if (count == 0) {
        const double cost = current.cost + delta(person, current.task, -1);
        if (found.step < 0 || cost < found.cost - kSureGain) found = {step, person, cost};
        if (found.cost < limit) return true;
    }
    if (steps.size() >= kReach) return false;
    const auto push = [&](int dropped) {
        if (seen_[at(dropped)] == stamp_ || tied(person, dropped)) return;
        seen_[at(dropped)] = stamp_;
        steps.push_back({dropped, person, step, current.cost + delta(person, current.task, dropped)});
    };
    if (count == 1)
        push(block);
    else
        for (const int h : held_[at(person)])
            if (model_.tasks[at(h)].group == model_.tasks[at(current.task)].group) push(h);
    return false;
}

// The cheapest chain that gives one more place of the task to someone; stops at once at a cost below `limit`.
Draft::Found Draft::search(int task, int barred, double limit) {
    ++stamp_;
    seen_[at(task)] = stamp_;
    steps_.clear();
    steps_.push_back({task, barred, -1, 0});
    Found found;
    for (std::size_t head = 0; head < steps_.size(); ++head)
        for (const int p : model_.tasks[at(steps_[head].task)].people)
            if (extend(steps_, static_cast<int>(head), p, limit, found)) return found;
    return found;
}

void Draft::apply(const std::vector<Step>& steps, const Found& found) {
    int person = found.person;
    for (int s = found.step; s >= 0; s = steps[at(s)].prev) {
        const Step& step = steps[at(s)];
        if (step.prev >= 0) take(step.task, step.person);
        give(step.task, person);
        person = step.person;
    }
}

bool Draft::fill(int task) {
    const Found found = search(task, -1, -std::numeric_limits<double>::infinity());
    if (found.step < 0) return false;
    apply(steps_, found);
    return true;
}

void Draft::start_published() {
    const auto place = [&](int person, const std::vector<int>& tasks) {
        for (const int t : tasks)
            if (holds(person, t)) return;
        for (const int t : tasks)
            if (is_among(model_.tasks[at(t)].people, person) && fits(person, t) &&
                static_cast<int>(plan_[at(t)].size()) < model_.tasks[at(t)].need())
                return give(t, person);
    };
    for (const Demand& d : model_.demands)
        if (std::binary_search(tasks_.begin(), tasks_.end(), d.tasks.front())) place(d.person, d.tasks);
    for (const Published& k : model_.published)
        if (std::binary_search(tasks_.begin(), tasks_.end(), k.tasks.front())) place(k.person, k.tasks);
}

void Draft::cover() {
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        while (static_cast<int>(plan_[at(t)].size()) < task.need()) {
            // Most often someone who is due is free: no chain needed.
            int best = -1;
            double least = 0;
            for (const int p : task.people) {
                if (holds(p, t) || !fits(p, t)) continue;
                const double cost = delta(p, t, -1);
                if (best >= 0 && cost >= least - kSureGain) continue;
                best = p;
                least = cost;
            }
            if (best >= 0)
                give(t, best);
            else if (!fill(t))
                break;
        }
    }
}

// Tries to pass one turn of the counter's person on to someone it weighs less on.
bool Draft::hand_on(int counter) {
    const int person = counter % model_.problem->people, group = counter / model_.problem->people;
    double least = std::numeric_limits<double>::infinity();  // what one more turn costs whom it costs least
    for (int p = 0; p < model_.problem->people; ++p)
        if (p != person) least = std::min(least, next_cost(model_.counter(group, p), 1));
    if (!coarse_ && -next_cost(counter, -1) <= least + kSureGain) return false;
    const std::vector<int> held = held_[at(person)];
    for (const int t : held) {
        const Task& task = model_.tasks[at(t)];
        if (task.group != group || tied(person, t)) continue;
        const double gain = -next_cost(counter, -task.load) - keep_cost(person, t) + wish_cost(person, t) -
                            block_cost(person, -1, t);
        take(t, person);
        const Found found = search(t, person, gain - kSureGain);
        if (found.step >= 0 && found.cost < gain - kSureGain) {
            apply(steps_, found);
            return true;
        }
        give(t, person);
    }
    return false;
}

bool Draft::improve(int rounds) {
    bool any = false;
    std::vector<int> counters;
    for (const int g : groups_)
        for (int p = 0; p < model_.problem->people; ++p) counters.push_back(model_.counter(g, p));
    for (bool changed = true; changed && rounds > 0; --rounds) {
        changed = false;
        std::stable_sort(counters.begin(), counters.end(), [&](int a, int b) {
            return turns_[at(a)] - due_[at(a)] > turns_[at(b)] - due_[at(b)];
        });
        for (const int c : counters)
            for (int k = 0; k < kHands && hand_on(c); ++k) changed = true;
        any |= changed;
    }
    return any;
}

void Draft::build() {
    start_published();
    cover();
    improve(20);
}

Score Draft::score() const {
    Score score;
    for (const int t : tasks_)
        score.uncovered +=
            static_cast<long>(model_.tasks[at(t)].need() - static_cast<int>(plan_[at(t)].size())) *
            model_.tasks[at(t)].weight;
    const auto missing = [&](int person, const std::vector<int>& tasks) {
        return std::binary_search(tasks_.begin(), tasks_.end(), tasks.front()) &&
               std::none_of(tasks.begin(), tasks.end(), [&](int t) { return holds(person, t); });
    };
    for (const Demand& d : model_.demands)
        if (missing(d.person, d.tasks)) ++score.broken;
    for (const Published& k : model_.published)
        if (missing(k.person, k.tasks)) score.lost += k.weight;
    for (std::size_t b = 0; b < model_.blocks.size(); ++b)
        if (std::binary_search(tasks_.begin(), tasks_.end(), model_.blocks[b].tasks.front()))
            score.stand_ins += stand_ins_of(model_.blocks[b], in_block_[b]);
    for (const OpenWish& w : model_.wishes)
        if (std::binary_search(tasks_.begin(), tasks_.end(), w.tasks.front()) &&
            missing(w.person, w.tasks) == w.on)
            ++score.refused;
    score.fairness = fairness_of(model_, groups_, turns_);
    return score;
}

mpq_class fairness_of(const Model& model, const std::vector<int>& groups, const std::vector<int>& turns) {
    mpq_class sum = 0;
    for (const int g : groups)
        for (int p = 0; p < model.problem->people; ++p) {
            const int c = model.counter(g, p);
            const mpq_class off = model.off(c, turns[at(c)] - model.base[at(c)]);
            sum += off * off;
        }
    return sum;
}

std::vector<int> groups_of(const Model& model, const std::vector<int>& tasks) {
    std::vector<int> groups;
    for (const int t : tasks) groups.push_back(model.tasks[at(t)].group);
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    return groups;
}

}  // namespace teamctl::rota
