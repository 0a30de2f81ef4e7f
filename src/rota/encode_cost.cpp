// The costs of an encoding around Lagrangian prices.
#include <algorithm>

#include "rota/encode.hpp"

namespace teamctl::rota {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// A literal whose truth costs `weight`; a negative weight is a gain, counted on and lost where the literal is
// false.
void soften(SoftSum& sum, Lit l, const mpq_class& weight) {
    if (weight > 0) sum.softs.push_back({l, weight});
    if (weight < 0) {
        sum.softs.push_back({negate(l), -weight});
        sum.constant += weight;
    }
}

}  // namespace

Encoding::Counter Encoding::make_counter(int id, int most) {
    const int person = id % model_.problem->people, group = id / model_.problem->people;
    std::vector<bool> reach{true};
    std::vector<Term> terms;
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        const Lit l = task.group == group ? link(t, person) : -1;
        if (l < 0 || solver_.fixed(l) < 0) continue;
        terms.push_back({task.weight, l});
        reach.resize(reach.size() + at(task.weight), false);
        for (std::size_t v = reach.size(); v-- > at(task.weight);)
            if (reach[v - at(task.weight)]) reach[v] = true;
    }
    reach.resize(std::min(reach.size(), at(most) + 1));
    Counter counter;
    counter.id = id;
    counter.values = {0};
    for (int v = 1; v < static_cast<int>(reach.size()); ++v) {
        if (!reach[at(v)]) continue;
        const Lit step = positive(solver_.new_var());
        if (!counter.steps.empty()) solver_.add_clause({negate(step), counter.steps.back()});
        terms.push_back({-(v - counter.values.back()), step});
        counter.steps.push_back(step);
        counter.values.push_back(v);
    }
    solver_.add(terms, 0);
    solver_.add_at_most(terms, 0);
    return counter;
}

void Encoding::prepare_counters(const std::vector<int>& most) {
    for (const int g : groups_of(model_, tasks_))
        for (int p = 0; p < model_.problem->people; ++p) {
            const int id = model_.counter(g, p);
            counters_.push_back(make_counter(id, most[at(id)]));
        }
}

// (turns - due)^2 - price * turns, step by step.
void Encoding::add_counter_cost(const Counter& counter, const mpq_class& price, SoftSum& sum) const {
    const auto cost = [&](int turns) {
        const mpq_class off = model_.base[at(counter.id)] + turns - model_.due(counter.id);
        return mpq_class(off * off - price * turns);
    };
    mpq_class last = cost(0);
    sum.constant += last;
    for (std::size_t i = 0; i < counter.steps.size(); ++i) {
        mpq_class now = cost(counter.values[i + 1]);
        soften(sum, counter.steps[i], now - last);
        last = std::move(now);
    }
}

// By variable of the links: what their rows charge.
std::vector<mpq_class> Encoding::row_prices(const Prices& prices) const {
    std::vector<mpq_class> charge(at(solver_.vars()));
    for (std::size_t i = 0; i < prices.row.size(); ++i)
        if (prices.row[i] != 0)
            for (const Lit l : rows_[i].first) charge[at(var_of(l))] += prices.row[i];
    return charge;
}

// A priced row that is not used up costs its price.
void Encoding::add_row_cost(const Prices& prices, SoftSum& sum) {
    for (std::size_t i = 0; i < prices.row.size(); ++i) {
        if (prices.row[i] == 0) continue;
        sum.constant -= prices.row[i] * rows_[i].second;
        std::vector<Term> terms;
        for (const Lit l : rows_[i].first) terms.push_back({1, l});
        for (int k = 0; k < rows_[i].second; ++k) {
            const Lit unused = positive(solver_.new_var());
            terms.push_back({1, unused});
            sum.softs.push_back({unused, prices.row[i]});
        }
        solver_.add(terms, rows_[i].second);
    }
}

SoftSum Encoding::uncovered_around(const Prices& prices) {
    SoftSum sum;
    const std::vector<mpq_class> charge = row_prices(prices);
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        sum.constant += prices.task[at(t)] * task.need();
        for (const Lit l : open_[at(t)]) soften(sum, l, task.weight - prices.task[at(t)]);
        for (const int p : task.people) {
            const Lit l = link(t, p);
            soften(sum, l, charge[at(var_of(l))] - prices.task[at(t)]);
        }
    }
    add_row_cost(prices, sum);
    return sum;
}

SoftSum Encoding::fairness_around(const Prices& prices, const std::vector<Knot>& knots) {
    SoftSum sum;
    const std::vector<mpq_class> charge = row_prices(prices);
    for (const Counter& counter : counters_) add_counter_cost(counter, prices.counter[at(counter.id)], sum);
    std::vector<mpq_class> empty(model_.tasks.size());
    for (std::size_t k = 0; k < knots.size(); ++k) {
        sum.constant -= prices.empty[k] * knots[k].uncovered;
        for (const int t : knots[k].tasks) empty[at(t)] = prices.empty[k] * model_.tasks[at(t)].weight;
    }
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        sum.constant += prices.task[at(t)] * task.need();
        for (const Lit l : open_[at(t)]) soften(sum, l, empty[at(t)] - prices.task[at(t)]);
        for (const int p : task.people) {
            const Lit l = link(t, p);
            const mpq_class& turn = prices.counter[at(model_.counter(task.group, p))];
            soften(sum, l, turn * task.weight - prices.task[at(t)] + charge[at(var_of(l))]);
        }
    }
    add_row_cost(prices, sum);
    return sum;
}

Relaxation Encoding::relaxation() const {
    Relaxation out;
    out.model = &model_;
    out.tasks = tasks_;
    out.can_stay_empty.assign(model_.tasks.size(), false);
    std::vector<int> index(at(solver_.vars()), -1);
    for (const int t : tasks_) {
        out.can_stay_empty[at(t)] = solver_.fixed(open_[at(t)].front()) >= 0;
        for (const int p : model_.tasks[at(t)].people) {
            const int now = solver_.fixed(link(t, p));
            if (now < 0) continue;
            index[at(var_of(link(t, p)))] = static_cast<int>(out.links.size());
            out.links.push_back({t, model_.counter(model_.tasks[at(t)].group, p), now > 0});
        }
    }
    for (const auto& [lits, bound] : rows_) {
        Row row;
        row.bound = bound;
        for (const Lit l : lits)
            if (index[at(var_of(l))] >= 0) row.links.push_back(index[at(var_of(l))]);
        if (static_cast<int>(row.links.size()) <= bound)
            row.links.clear();  // kept for its number; binds nothing
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace teamctl::rota
