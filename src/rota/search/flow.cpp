#include "rota/search/flow.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace teamctl::rota {

namespace {

constexpr long kNever = std::numeric_limits<long>::max();

struct Arc {
    int task = 0;
    int counter = 0;
    int set = -1;
    int room = 0;  // slots it can carry
    int flow = 0;
    std::size_t index = 0;  // in Task::people
};

class Network {
  public:
    explicit Network(const FlowInput& input);
    FlowResult run(bool with_prices);

  private:
    void rank_counters();
    void add_arcs();
    long next_key(int counter) const;
    void supply(int task);
    bool augment(int task);
    void reach_counter(int counter, int arc);
    void reach_set(int arc);
    void reach_task(int task, int arc);
    void visit(int task);
    void price(FlowResult& result) const;
    mpq_class marginal(int counter, int unit) const;

    const FlowInput& in_;
    const Model& model_;
    std::vector<Arc> arcs_;
    std::vector<std::vector<int>> by_task_, by_counter_, by_set_;
    std::vector<int> turns_, used_;
    std::vector<long> first_key_;  // by counter: order of the marginal cost of its first turn
    long step_ = 1;                // what one more turn adds to that
    // Search state: a stamp says what was reached in this search, `from` by which arc.
    int stamp_ = 0;
    std::vector<int> task_seen_, counter_seen_, set_seen_, counter_from_;
    std::vector<long> task_from_;  // see reach_set
    std::vector<int> queue_;
    int best_ = -1;
    long best_key_ = kNever, target_ = 0;
};

Network::Network(const FlowInput& input) : in_(input), model_(*input.model) {
    turns_.assign(model_.base.size(), 0);
    used_.assign(in_.room.size(), 0);
    by_task_.resize(model_.tasks.size());
    by_counter_.resize(model_.base.size());
    by_set_.resize(in_.room.size());
    task_seen_.assign(model_.tasks.size(), 0);
    counter_seen_.assign(model_.base.size(), 0);
    set_seen_.assign(in_.room.size(), 0);
    task_from_.assign(model_.tasks.size(), -1);
    counter_from_.assign(model_.base.size(), -1);
    rank_counters();
    add_arcs();
}

// The marginal cost of a counter's k-th unit is u^2 (2 (base - due / u + k) - 1), u being its group's: flow
// never leaves a group, so u does not matter. Order the fractions once, exactly.
void Network::rank_counters() {
    const int n = static_cast<int>(model_.base.size());
    std::vector<mpq_class> fraction(at(n));
    std::vector<long> whole(at(n));
    for (int c = 0; c < n; ++c) {
        const mpq_class start = model_.off(c, 0) / model_.problem->unit(c / model_.problem->people);
        mpz_class floor;
        mpz_fdiv_q(floor.get_mpz_t(), start.get_num_mpz_t(), start.get_den_mpz_t());
        whole[at(c)] = floor.get_si();
        fraction[at(c)] = start - floor;
    }
    std::vector<int> order(at(n));
    for (int c = 0; c < n; ++c) order[at(c)] = c;
    std::sort(order.begin(), order.end(), [&](int a, int b) { return fraction[at(a)] < fraction[at(b)]; });
    step_ = n + 1;
    first_key_.resize(at(n));
    long rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && fraction[at(order[i])] != fraction[at(order[i - 1])]) ++rank;
        first_key_[at(order[i])] = whole[at(order[i])] * step_ + rank;
    }
}

void Network::add_arcs() {
    for (const int t : in_.tasks) {
        const Task& task = model_.tasks[at(t)];
        for (std::size_t i = 0; i < task.people.size(); ++i) {
            const Link link = in_.links[at(t)][i];
            if (link == Link::no) continue;
            Arc arc;
            arc.task = t;
            arc.counter = model_.counter(task.group, task.people[i]);
            arc.room = size_of(task, in_.loads);
            arc.index = i;
            if (!in_.set_of.empty()) arc.set = in_.set_of[at(t)][i];
            if (link == Link::held) {  // spent: no arc can take it back
                turns_[at(arc.counter)] += arc.room;
                if (arc.set >= 0) used_[at(arc.set)] += arc.room;
                continue;
            }
            const int id = static_cast<int>(arcs_.size());
            by_task_[at(t)].push_back(id);
            by_counter_[at(arc.counter)].push_back(id);
            if (arc.set >= 0) by_set_[at(arc.set)].push_back(id);
            arcs_.push_back(arc);
        }
    }
}

long Network::next_key(int counter) const {
    if (turns_[at(counter)] >= in_.most[at(counter)]) return kNever;
    return first_key_[at(counter)] + step_ * (turns_[at(counter)] + 1);
}

void Network::reach_task(int task, int arc) {
    if (task_seen_[at(task)] == stamp_) return;
    task_seen_[at(task)] = stamp_;
    task_from_[at(task)] = arc;
    queue_.push_back(task);
}

void Network::reach_counter(int counter, int arc) {
    if (counter_seen_[at(counter)] == stamp_) return;
    counter_seen_[at(counter)] = stamp_;
    counter_from_[at(counter)] = arc;
    const long key = next_key(counter);
    if (key < best_key_) {
        best_key_ = key;
        best_ = counter;
    }
    for (const int a : by_counter_[at(counter)])
        if (arcs_[at(a)].flow > 0) reach_task(arcs_[at(a)].task, a);
}

// A full set passes on only what it holds: that task must go elsewhere.
void Network::reach_set(int arc) {
    const int set = arcs_[at(arc)].set;
    if (used_[at(set)] < in_.room[at(set)]) {
        reach_counter(arcs_[at(arc)].counter, arc);
        return;
    }
    if (set_seen_[at(set)] == stamp_) return;
    set_seen_[at(set)] = stamp_;
    for (const int a : by_set_[at(set)])
        if (arcs_[at(a)].flow > 0 && task_seen_[at(arcs_[at(a)].task)] != stamp_) {
            reach_task(arcs_[at(a)].task, a);
            // The way back runs over the arc that came in, within the set.
            task_from_[at(arcs_[at(a)].task)] = a + static_cast<long>(arcs_.size()) * (arc + 1);
        }
}

void Network::visit(int task) {
    for (const int a : by_task_[at(task)]) {
        if (arcs_[at(a)].flow >= arcs_[at(a)].room) continue;
        if (arcs_[at(a)].set < 0)
            reach_counter(arcs_[at(a)].counter, a);
        else
            reach_set(a);
        if (best_key_ <= target_) return;
    }
}

// One more slot of the task, along the path that ends in the cheapest turn.
bool Network::augment(int task) {
    ++stamp_;
    queue_.clear();
    best_ = -1;
    best_key_ = kNever;
    reach_task(task, -1);
    for (std::size_t head = 0; head < queue_.size() && best_key_ > target_; ++head) visit(queue_[head]);
    if (best_ < 0) return false;
    ++turns_[at(best_)];
    const long count = static_cast<long>(arcs_.size());
    int in = counter_from_[at(best_)];
    if (arcs_[at(in)].set >= 0) ++used_[at(arcs_[at(in)].set)];
    while (true) {
        ++arcs_[at(in)].flow;
        const long code = task_from_[at(arcs_[at(in)].task)];
        if (code < 0) return true;
        const int out = static_cast<int>(code % count), within = static_cast<int>(code / count);
        --arcs_[at(out)].flow;
        if (within > 0) {  // exchanged inside one set
            in = within - 1;
            continue;
        }
        if (arcs_[at(out)].set >= 0) --used_[at(arcs_[at(out)].set)];
        in = counter_from_[at(arcs_[at(out)].counter)];
        if (arcs_[at(in)].set >= 0) ++used_[at(arcs_[at(in)].set)];
    }
}

void Network::supply(int task) {
    const Task& t = model_.tasks[at(task)];
    const int size = size_of(t, in_.loads);
    int left = t.need() * size;
    for (std::size_t i = 0; i < t.people.size(); ++i)
        if (in_.links[at(task)][i] == Link::held) left -= size;
    for (; left > 0; --left) {
        target_ = kNever;
        for (int p = 0; p < model_.problem->people; ++p)
            target_ = std::min(target_, next_key(model_.counter(t.group, p)));
        if (!augment(task)) return;
    }
}

FlowResult Network::run(bool with_prices) {
    for (const int t : in_.tasks) supply(t);
    FlowResult result;
    result.turns = turns_;
    result.amount.resize(model_.tasks.size());
    for (const int t : in_.tasks) {
        const Task& task = model_.tasks[at(t)];
        result.amount[at(t)].assign(task.people.size(), 0);
        for (std::size_t i = 0; i < task.people.size(); ++i)
            if (in_.links[at(t)][i] == Link::held) result.amount[at(t)][i] = size_of(task, in_.loads);
    }
    for (const Arc& arc : arcs_) result.amount[at(arc.task)][arc.index] += arc.flow;
    for (const auto& row : result.amount)
        for (const int a : row) result.covered += a;
    if (with_prices) price(result);
    return result;
}

mpq_class Network::marginal(int counter, int unit) const {
    const mpq_class one = model_.problem->unit(counter / model_.problem->people);
    return one * (2 * model_.off(counter, unit) - one);
}

// The price of a counter is the cheapest next turn that one of its turns could be moved to; of a task, the
// cheapest a slot of it could be given to. Where there is none, a common high price.
void Network::price(FlowResult& result) const {
    std::vector<int> order;
    for (std::size_t c = 0; c < turns_.size(); ++c)
        if (!by_counter_[c].empty() && next_key(static_cast<int>(c)) != kNever)
            order.push_back(static_cast<int>(c));
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return next_key(a) < next_key(b); });
    std::vector<bool> counter_done(turns_.size(), false), task_done(model_.tasks.size(), false);
    result.counter_price.resize(turns_.size());
    result.task_price.resize(model_.tasks.size());
    std::optional<mpq_class> high;
    const auto raise = [&](const mpq_class& value) {
        if (!high || value > *high) high = value;
    };
    for (const int start : order) {
        if (counter_done[at(start)]) continue;
        const mpq_class value = marginal(start, turns_[at(start)] + 1);
        raise(value);
        std::vector<int> stack{start};
        counter_done[at(start)] = true;
        while (!stack.empty()) {
            const int c = stack.back();
            stack.pop_back();
            result.counter_price[at(c)] = value;
            for (const int a : by_counter_[at(c)]) {  // tasks that could come to c, and their holders
                const Arc& in = arcs_[at(a)];
                if (in.flow >= in.room || task_done[at(in.task)]) continue;
                task_done[at(in.task)] = true;
                result.task_price[at(in.task)] = value;
                for (const int b : by_task_[at(in.task)]) {
                    const int other = arcs_[at(b)].counter;
                    if (arcs_[at(b)].flow == 0 || counter_done[at(other)]) continue;
                    counter_done[at(other)] = true;
                    stack.push_back(other);
                }
            }
        }
    }
    for (std::size_t c = 0; c < turns_.size(); ++c)
        if (!by_counter_[c].empty() && !counter_done[c] && turns_[c] > 0)
            raise(marginal(static_cast<int>(c), turns_[c]));
    for (std::size_t c = 0; c < turns_.size(); ++c)
        if (!counter_done[c]) result.counter_price[c] = high.value_or(0);
    for (const int t : in_.tasks)
        if (!task_done[at(t)]) result.task_price[at(t)] = high.value_or(0);
}

}  // namespace

FlowResult solve_flow(const FlowInput& input, bool with_prices) {
    return Network(input).run(with_prices);
}

}  // namespace teamctl::rota
