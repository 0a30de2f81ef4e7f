#include "rota/prices.hpp"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "rota/draft.hpp"

namespace teamctl::rota {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

constexpr double kGrid = 1L << 40;  // prices that are no simple fraction are kept as multiples of 1 / kGrid

struct Free {
    void operator()(glp_prob* lp) const { glp_delete_prob(lp); }
};

// The linear program of a relaxation: a share of each link, the turns of each counter by what the next one
// costs, the places that stay empty. Its dual values are the best prices there are.
class PriceLp {
  public:
    explicit PriceLp(const Relaxation& r);
    Prices solve();

  private:
    struct Entry {
        int row = 0;
        double coef = 0;
    };
    int row(int type, double bound);
    int column(double most, double cost, const std::vector<Entry>& entries);
    void add_rows();
    void add_links();
    void add_counter(int counter, int held, const std::vector<int>& weights);
    void add_turns();
    void add_empty();
    mpz_class denominator() const;

    const Relaxation& r_;
    const Model& model_;
    std::unique_ptr<glp_prob, Free> lp_;
    std::vector<int> task_row_, counter_row_, rule_row_, knot_row_;  // 0: none
};

PriceLp::PriceLp(const Relaxation& r) : r_(r), model_(*r.model), lp_(glp_create_prob()) {
    glp_term_out(GLP_OFF);
    glp_set_obj_dir(lp_.get(), GLP_MIN);
    add_rows();
    add_links();
    if (r.fair) add_turns();
    add_empty();
}

int PriceLp::row(int type, double bound) {
    const int number = glp_add_rows(lp_.get(), 1);
    glp_set_row_bnds(lp_.get(), number, type, bound, bound);
    return number;
}

int PriceLp::column(double most, double cost, const std::vector<Entry>& entries) {
    const int number = glp_add_cols(lp_.get(), 1);
    glp_set_col_bnds(lp_.get(), number, GLP_DB, 0, most);
    glp_set_obj_coef(lp_.get(), number, cost);
    std::vector<int> rows{0};
    std::vector<double> coefs{0};
    for (const Entry& e : entries) {
        rows.push_back(e.row);
        coefs.push_back(e.coef);
    }
    glp_set_mat_col(lp_.get(), number, static_cast<int>(entries.size()), rows.data(), coefs.data());
    return number;
}

void PriceLp::add_rows() {
    std::vector<int> held(model_.tasks.size(), 0);
    for (const PricedLink& l : r_.links)
        if (l.held) ++held[at(l.task)];
    task_row_.assign(model_.tasks.size(), 0);
    for (const int t : r_.tasks) task_row_[at(t)] = row(GLP_FX, model_.tasks[at(t)].need() - held[at(t)]);
    for (const Row& rule : r_.rows) {
        int bound = rule.bound;
        for (const int l : rule.links) bound -= r_.links[at(l)].held ? 1 : 0;
        rule_row_.push_back(rule.links.empty() ? 0 : row(GLP_UP, bound));
    }
    for (const Knot& knot : r_.knots) knot_row_.push_back(row(GLP_FX, static_cast<double>(knot.uncovered)));
    counter_row_.assign(model_.base.size(), 0);
    if (!r_.fair) return;
    for (const PricedLink& l : r_.links)
        if (!l.held && counter_row_[at(l.counter)] == 0) counter_row_[at(l.counter)] = row(GLP_FX, 0);
}

void PriceLp::add_links() {
    std::vector<std::vector<int>> rules(r_.links.size());
    for (std::size_t i = 0; i < r_.rows.size(); ++i)
        for (const int l : r_.rows[i].links) rules[at(l)].push_back(rule_row_[i]);
    for (std::size_t l = 0; l < r_.links.size(); ++l) {
        const PricedLink& link = r_.links[l];
        if (link.held) continue;
        std::vector<Entry> entries{{task_row_[at(link.task)], 1}};
        if (r_.fair)
            entries.push_back(
                {counter_row_[at(link.counter)], static_cast<double>(model_.tasks[at(link.task)].weight)});
        for (const int i : rules[l]) entries.push_back({i, 1});
        column(1, 0, entries);
    }
}

// The sums of turns that the counter can reach; between two of them, each turn costs the same.
void PriceLp::add_counter(int counter, int held, const std::vector<int>& weights) {
    std::vector<bool> reach{true};
    for (const int weight : weights) {
        reach.resize(reach.size() + at(weight), false);
        for (std::size_t v = reach.size(); v-- > at(weight);)
            if (reach[v - at(weight)]) reach[v] = true;
    }
    reach.resize(std::min(reach.size(), at(std::max(0, r_.most[at(counter)] - held)) + 1));
    const double first = model_.base[at(counter)] + held - model_.due(counter).get_d();
    int last = 0;
    for (int v = 1; v < static_cast<int>(reach.size()); ++v) {
        if (!reach[at(v)]) continue;
        column(v - last, 2 * first + v + last, {{counter_row_[at(counter)], -1}});
        last = v;
    }
}

void PriceLp::add_turns() {
    std::vector<std::vector<int>> weights(model_.base.size());
    std::vector<int> held(model_.base.size(), 0);
    for (const PricedLink& l : r_.links) {
        const int weight = model_.tasks[at(l.task)].weight;
        if (l.held)
            held[at(l.counter)] += weight;
        else
            weights[at(l.counter)].push_back(weight);
    }
    for (int c = 0; c < static_cast<int>(weights.size()); ++c)
        if (!weights[at(c)].empty()) add_counter(c, held[at(c)], weights[at(c)]);
}

void PriceLp::add_empty() {
    std::vector<int> knot_of(model_.tasks.size(), 0);
    for (std::size_t k = 0; k < r_.knots.size(); ++k)
        for (const int t : r_.knots[k].tasks) knot_of[at(t)] = knot_row_[k];
    for (const int t : r_.tasks) {
        const Task& task = model_.tasks[at(t)];
        if (!r_.can_stay_empty[at(t)]) continue;
        std::vector<Entry> entries{{task_row_[at(t)], 1}};
        if (knot_of[at(t)] != 0) entries.push_back({knot_of[at(t)], static_cast<double>(task.weight)});
        column(task.need(), knot_of[at(t)] != 0 ? 0 : task.weight, entries);
    }
}

// All costs are multiples of one over this.
mpz_class PriceLp::denominator() const {
    mpz_class out = 1;
    for (std::size_t c = 0; r_.fair && c < counter_row_.size(); ++c)
        if (counter_row_[c] != 0)
            mpz_lcm(out.get_mpz_t(), out.get_mpz_t(), model_.due(static_cast<int>(c)).get_den_mpz_t());
    return out;
}

// The simple fraction that `x` stands for, a multiple of one over `unit` or of a small part of that.
mpq_class simple(double x, const mpz_class& unit) {
    const double scaled = x * unit.get_d();
    for (int part = 1; part <= 12 && std::abs(scaled) < 1e12; ++part) {
        const double near = std::round(scaled * part);
        if (std::abs(scaled * part - near) > 1e-5) continue;
        mpq_class out(mpz_class(near), unit * part);
        out.canonicalize();
        return out;
    }
    mpq_class out(mpz_class(std::round(x * kGrid)), mpz_class(kGrid));
    out.canonicalize();
    return out;
}

Prices PriceLp::solve() {
    glp_smcp how;
    glp_init_smcp(&how);
    how.meth = GLP_DUALP;
    how.it_lim = 200000;
    glp_scale_prob(lp_.get(), GLP_SF_AUTO);
    glp_adv_basis(lp_.get(), 0);
    glp_simplex(lp_.get(), &how);
    const mpz_class unit = denominator();
    const auto price = [&](int row) {
        return row == 0 ? mpq_class(0) : simple(glp_get_row_dual(lp_.get(), row), unit);
    };
    Prices out;
    for (const int i : counter_row_) out.counter.push_back(-price(i));
    for (const int i : task_row_) out.task.push_back(price(i));
    for (const int i : rule_row_) out.row.push_back(std::max(mpq_class(0), mpq_class(-price(i))));
    for (const int i : knot_row_) out.empty.push_back(-price(i));
    return out;
}

}  // namespace

Prices best_prices(const Relaxation& relaxation) {
    return PriceLp(relaxation).solve();
}

}  // namespace teamctl::rota
