// The costs of an encoding around Lagrangian prices.
#include <fmt/format.h>

#include <algorithm>

#include "rota/search/encode.hpp"

namespace teamctl::rota {

namespace {

// A literal whose truth costs `weight`; a negative weight is a gain, counted on and lost where the literal is
// false.
void charge(SoftSum& sum, Lit l, const mpq_class& weight) {
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
        terms.push_back({task.load, l});
        reach.resize(reach.size() + at(task.load), false);
        for (std::size_t v = reach.size(); v-- > at(task.load);)
            if (reach[v - at(task.load)]) reach[v] = true;
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
    counter.row = rows_.size();
    hold(std::move(terms), 0, true);
    return counter;
}

void Encoding::prepare_counters(const std::vector<int>& most) {
    what_ = "turns";
    for (const int g : groups_of(model_, tasks_))
        for (int p = 0; p < model_.problem->people; ++p) {
            const int id = model_.counter(g, p);
            counters_.push_back(make_counter(id, most[at(id)]));
        }
}

// (turns - due)^2, step by step.
SoftSum Encoding::fairness(const mpq_class& wish) const {
    SoftSum sum;
    for (const Lit l : refused_) sum.softs.push_back({l, wish});
    for (const Counter& counter : counters_) {
        const auto cost = [&](int turns) {
            const mpq_class off = model_.off(counter.id, turns);
            return mpq_class(off * off);
        };
        mpq_class last = cost(0);
        sum.constant += last;
        for (std::size_t i = 0; i < counter.steps.size(); ++i) {
            mpq_class now = cost(counter.values[i + 1]);
            sum.softs.push_back({counter.steps[i], now - last});
            last = std::move(now);
        }
    }
    return sum;
}

std::string Encoding::meanings() const {
    std::string out;
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        for (const auto& lane : task.lanes)
            for (const int s : lane) out += fmt::format("task {} {}\n", t, s);
        for (const int p : task.people) out += fmt::format("holds {} {} {}\n", var_of(link(t, p)), t, p);
        for (const Lit l : open_[at(t)]) out += fmt::format("empty {} {}\n", var_of(l), t);
    }
    const int people = model_.problem->people;
    for (const Counter& counter : counters_)
        for (std::size_t i = 0; i < counter.steps.size(); ++i)
            out += fmt::format("turns {} {} {} {} {}\n", var_of(counter.steps[i]), counter.id / people,
                               counter.id % people, counter.values[i], counter.values[i + 1]);
    return out;
}

Prices Encoding::prices(const FlowResult& flow) const {
    Prices out(rows_.size());
    for (const int t : tasks_) out[task_row_[at(t)]] = -flow.task_price[at(t)] * model_.tasks[at(t)].load;
    for (const Counter& counter : counters_)
        if (!counter.steps.empty()) out[counter.row] = flow.counter_price[at(counter.id)];
    return out;
}

// Each literal costs what it does and what its rows charge; a row that is not used up costs its price.
SoftSum Encoding::around(const SoftSum& cost, const Prices& prices) {
    SoftSum sum;
    sum.constant = cost.constant;
    std::vector<mpq_class> weight(at(solver_.vars()));
    for (const Soft& s : cost.softs) weight[at(var_of(s.lit))] += s.weight;
    for (std::size_t i = 0; i < prices.size(); ++i) {
        if (prices[i] == 0) continue;
        const LinearRow row = rows_[i];
        sum.constant -= prices[i] * row.bound;
        long left = row.bound;
        for (const Term& t : row.terms) {
            weight[at(var_of(t.lit))] += prices[i] * t.coef;
            if (t.coef < 0) left -= t.coef;
        }
        if (row.equal) continue;
        std::vector<Term> terms = row.terms;
        for (long k = 0; k < left; ++k) {
            const Lit unused = positive(solver_.new_var());
            terms.push_back({1, unused});
            sum.softs.push_back({unused, prices[i]});
        }
        solver_.add(std::move(terms), row.bound);
    }
    for (std::size_t v = 0; v < weight.size(); ++v) charge(sum, positive(static_cast<int>(v)), weight[v]);
    return sum;
}

}  // namespace teamctl::rota
