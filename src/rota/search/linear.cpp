#include "rota/search/linear.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "rota/index.hpp"
#include "rota/search/linear_library.hpp"

namespace teamctl::rota {

namespace {

constexpr double kGrid = 1L << 40;   // what is no simple fraction is kept as a multiple of 1 / kGrid
constexpr int kSteps = 2000;         // of the simplex method, before it is asked whether there is work left
constexpr int kTimes = 50;           // so many steps, for one program
constexpr double kUnits = 1L << 24;  // small units of quick bounds in one
__extension__ typedef __int128 Wide;

// The fraction of least denominator near `x`, by continued fractions; 0 where none has a small one.
mpq_class nearest(double x) {
    double rest = x;
    mpz_class before = 1, numerator = std::floor(x), before_low = 0, denominator = 1;
    for (int k = 0; k < 40; ++k) {
        const mpq_class out(numerator, denominator);
        if (std::abs(out.get_d() - x) < 1e-11 * (1 + std::abs(x))) return out;
        rest = 1 / (rest - std::floor(rest));
        if (!(rest < 1e9)) break;
        const mpz_class next = std::floor(rest);
        const mpz_class up = next * numerator + before, low = next * denominator + before_low;
        before = numerator;
        numerator = up;
        before_low = denominator;
        denominator = low;
        if (denominator > 200000) break;
    }
    return 0;
}

// The simple fraction that `x` stands for: a multiple of one over `unit`, or of a small part of that.
mpq_class simple(double x, const mpz_class& unit) {
    if (std::abs(x) < 1e-9) return 0;
    const double scaled = x * unit.get_d();
    mpq_class out;
    for (int part = 1; part <= 12 && std::abs(scaled) < 1e9; ++part) {
        const double near = std::round(scaled * part);
        if (std::abs(scaled * part - near) > 1e-5) continue;
        out = mpq_class(mpz_class(near), unit * part);
        out.canonicalize();
        return out;
    }
    out = nearest(x);
    if (out != 0) return out;
    out = mpq_class(mpz_class(std::round(x * kGrid)), mpz_class(kGrid));
    out.canonicalize();
    return out;
}

}  // namespace

struct LinearProgram::Solver {
    glp_prob* lp = glp_create_prob();
    bool infeasible = false;
    Solver() { glp_term_out(GLP_OFF); }
    Solver(const Solver&) = delete;
    Solver& operator=(const Solver&) = delete;
    ~Solver() { glp_delete_prob(lp); }
};

LinearProgram::~LinearProgram() = default;

LinearProgram::LinearProgram(const std::vector<LinearRow>& rows, const SoftSum& cost,
                             const std::function<int(Lit)>& fixed)
    : constant_(cost.constant), solver_(std::make_unique<Solver>()) {
    glp_prob* lp = solver_->lp;
    const auto column = [&](Lit l) {
        const std::size_t var = at(var_of(l));
        if (column_.size() <= var) column_.resize(var + 1, -1);
        if (column_[var] < 0) {
            column_[var] = static_cast<int>(open_.size());
            open_.push_back(var_of(l));
            entries_.emplace_back();
        }
        return at(column_[var]);
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        bound_.push_back(rows[i].bound);
        equal_.push_back(rows[i].equal);
        for (const Term& t : rows[i].terms) {
            const int now = fixed(t.lit);
            if (now > 0) bound_[i] -= t.coef;
            if (now == 0) entries_[column(t.lit)].push_back({static_cast<int>(i), t.coef});
        }
    }
    cost_.resize(open_.size());
    for (const Soft& s : cost.softs) {
        const int now = fixed(s.lit);
        if (now > 0) constant_ += s.weight;
        if (now == 0) {
            const std::size_t c = column(s.lit);
            cost_.resize(open_.size());
            cost_[c] += s.weight;
        }
    }
    for (const mpq_class& c : cost_) mpz_lcm(unit_.get_mpz_t(), unit_.get_mpz_t(), c.get_den_mpz_t());
    for (const mpq_class& c : cost_) {
        const mpq_class scaled = c * kUnits;
        mpz_class units;
        mpz_fdiv_q(units.get_mpz_t(), scaled.get_num_mpz_t(), scaled.get_den_mpz_t());
        in_units_ = in_units_ && abs(c) < kUnits;
        low_cost_.push_back(in_units_ ? units.get_si() : 0);
    }
    low_.assign(open_.size(), 0);
    high_.assign(open_.size(), 1);
    if (!rows.empty()) glp_add_rows(lp, static_cast<int>(rows.size()));
    if (!open_.empty()) glp_add_cols(lp, static_cast<int>(open_.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        glp_set_row_bnds(lp, static_cast<int>(i) + 1, equal_[i] ? GLP_FX : GLP_UP,
                         static_cast<double>(bound_[i]), static_cast<double>(bound_[i]));
    std::vector<int> index;
    std::vector<double> value;
    for (std::size_t c = 0; c < open_.size(); ++c) {
        glp_set_col_bnds(lp, static_cast<int>(c) + 1, GLP_DB, 0, 1);
        glp_set_obj_coef(lp, static_cast<int>(c) + 1, cost_[c].get_d());
        index.assign(1, 0);
        value.assign(1, 0);
        for (const Entry& e : entries_[c]) {
            index.push_back(e.row + 1);
            value.push_back(static_cast<double>(e.coef));
        }
        glp_set_mat_col(lp, static_cast<int>(c) + 1, static_cast<int>(entries_[c].size()), index.data(),
                        value.data());
    }
    glp_set_obj_coef(lp, 0, constant_.get_d());
    glp_adv_basis(lp, 0);
    step_work_ = static_cast<long>(rows.size() + 2 * open_.size()) + glp_get_num_nz(lp) / 8;
}

void LinearProgram::decide(int var, int value) {
    const std::size_t c = at(column_[at(var)]);
    low_[c] = value > 0 ? 1 : 0;
    high_[c] = value < 0 ? 0 : 1;
    glp_set_col_bnds(solver_->lp, static_cast<int>(c) + 1, value == 0 ? GLP_DB : GLP_FX, low_[c], high_[c]);
}

bool LinearProgram::solve(double limit, Work& work) {
    glp_smcp how;
    glp_init_smcp(&how);
    how.meth = GLP_DUALP;
    how.it_lim = kSteps;
    how.obj_ul = limit;
    int said = GLP_EITLIM;
    for (int k = 0; k < kTimes && said == GLP_EITLIM && !work.over(); ++k) {
        const int before = glp_get_it_cnt(solver_->lp);
        said = glp_simplex(solver_->lp, &how);
        work.add((glp_get_it_cnt(solver_->lp) - before + 1L) * step_work_);
    }
    const int status = glp_get_status(solver_->lp);
    solver_->infeasible = said == 0 && status == GLP_NOFEAS;
    return said == 0 && status == GLP_OPT;
}

double LinearProgram::glance(double limit, int steps, Work& work) {
    glp_smcp how;
    glp_init_smcp(&how);
    how.meth = GLP_DUALP;
    how.it_lim = steps;
    how.obj_ul = limit;
    const int before = glp_get_it_cnt(solver_->lp);
    const int said = glp_simplex(solver_->lp, &how);
    work.add((glp_get_it_cnt(solver_->lp) - before + 1L) * step_work_);
    solver_->infeasible = said == 0 && glp_get_status(solver_->lp) == GLP_NOFEAS;
    if (solver_->infeasible || said == GLP_EOBJUL) return std::numeric_limits<double>::infinity();
    if (glp_get_dual_stat(solver_->lp) != GLP_FEAS) return -std::numeric_limits<double>::infinity();
    return glp_get_obj_val(solver_->lp);
}

double LinearProgram::value() const {
    return glp_get_obj_val(solver_->lp);
}

LinearProgram::Basis LinearProgram::basis() const {
    Basis out;
    for (int i = 1; i <= glp_get_num_rows(solver_->lp); ++i)
        out.rows.push_back(static_cast<signed char>(glp_get_row_stat(solver_->lp, i)));
    for (int c = 1; c <= glp_get_num_cols(solver_->lp); ++c)
        out.columns.push_back(static_cast<signed char>(glp_get_col_stat(solver_->lp, c)));
    return out;
}

void LinearProgram::restore(const Basis& basis) {
    for (std::size_t i = 0; i < basis.rows.size(); ++i)
        glp_set_row_stat(solver_->lp, static_cast<int>(i) + 1, basis.rows[i]);
    for (std::size_t c = 0; c < basis.columns.size(); ++c)
        glp_set_col_stat(solver_->lp, static_cast<int>(c) + 1, basis.columns[c]);
}

double LinearProgram::share(int var) const {
    const std::size_t c = at(column_[at(var)]);
    if (low_[c] == high_[c]) return low_[c];  // decided, whatever the last look came to
    return glp_get_col_prim(solver_->lp, static_cast<int>(c) + 1);
}

bool LinearProgram::costs(int var) const {
    return cost_[at(column_[at(var)])] != 0;
}

std::size_t LinearProgram::rows_of(int var) const {
    return entries_[at(column_[at(var)])].size();
}

bool LinearProgram::whole() const {
    std::vector<long> sum(bound_.size(), 0);
    for (std::size_t c = 0; c < open_.size(); ++c)
        if (share(open_[c]) > 0.5)
            for (const Entry& e : entries_[c]) sum[at(e.row)] += e.coef;
    for (std::size_t i = 0; i < sum.size(); ++i)
        if (equal_[i] ? sum[i] != bound_[i] : sum[i] > bound_[i]) return false;
    return true;
}

Prices LinearProgram::prices() const {
    Prices out;
    for (std::size_t i = 0; i < bound_.size(); ++i) {
        out.push_back(simple(-glp_get_row_dual(solver_->lp, static_cast<int>(i) + 1), unit_));
        if (!equal_[i] && out.back() < 0) out.back() = 0;
    }
    return out;
}

mpq_class LinearProgram::bound(const Prices& prices) const {
    mpq_class sum = constant_;
    for (std::size_t i = 0; i < prices.size(); ++i)
        if (prices[i] != 0) sum -= prices[i] * bound_[i];
    mpq_class reduced;
    for (std::size_t c = 0; c < open_.size(); ++c) {
        reduced = cost_[c];
        for (const Entry& e : entries_[c])
            if (!prices.empty() && prices[at(e.row)] != 0) reduced += prices[at(e.row)] * e.coef;
        if (reduced > 0 ? low_[c] > 0 : high_[c] > 0) sum += reduced;
    }
    return sum;
}

// Of every basic column nothing is left of its cost. What floating point leaves is told exactly, and solved
// for again.
Prices LinearProgram::refined() const {
    glp_prob* lp = solver_->lp;
    if (!glp_bf_exists(lp) && glp_factorize(lp) != 0) return prices();
    const std::size_t rows = bound_.size();
    Prices out(rows);
    std::vector<double> left(rows + 1, 0);
    for (int round = 0; round < 4; ++round) {
        for (std::size_t i = 1; i <= rows; ++i) {
            const auto k = at(glp_get_bhead(lp, static_cast<int>(i)));
            mpq_class rest;
            if (k <= rows) {
                rest = -out[k - 1];
            } else {
                rest = cost_[k - rows - 1];
                for (const Entry& e : entries_[k - rows - 1])
                    if (out[at(e.row)] != 0) rest += out[at(e.row)] * e.coef;
            }
            left[i] = rest.get_d();
        }
        glp_btran(lp, left.data());
        for (std::size_t r = 0; r < rows; ++r)
            if (left[r + 1] != 0) out[r] += mpq_class(left[r + 1]);
    }
    for (std::size_t r = 0; r < rows; ++r)
        if (!equal_[r] && out[r] < 0) out[r] = 0;
    return out;
}

mpq_class LinearProgram::quick_bound() const {
    if (!in_units_) return bound(prices());
    std::vector<long> price;
    Wide sum = 0;
    for (std::size_t i = 0; i < bound_.size(); ++i) {
        const double dual = -glp_get_row_dual(solver_->lp, static_cast<int>(i) + 1);
        price.push_back(std::abs(dual) < kUnits ? std::lround(dual * kUnits) : 0);
        if (!equal_[i]) price.back() = std::max(price.back(), 0L);
        sum -= static_cast<Wide>(price.back()) * bound_[i];
    }
    for (std::size_t c = 0; c < open_.size(); ++c) {
        Wide reduced = low_cost_[c];
        for (const Entry& e : entries_[c]) reduced += static_cast<Wide>(price[at(e.row)]) * e.coef;
        if (reduced > 0 ? low_[c] > 0 : high_[c] > 0) sum += reduced;
    }
    const bool negative = sum < 0;
    const Wide size = negative ? -sum : sum;
    mpz_class units = static_cast<long>(size >> 40);
    units = (units << 40) + static_cast<long>(size & ((static_cast<Wide>(1) << 40) - 1));
    mpq_class out(negative ? mpz_class(-units) : units, mpz_class(kUnits));
    out.canonicalize();
    return constant_ + out;
}

Prices LinearProgram::quick_prices() const {
    Prices out;
    for (std::size_t i = 0; i < bound_.size(); ++i) {
        const double dual = -glp_get_row_dual(solver_->lp, static_cast<int>(i) + 1);
        out.emplace_back(mpz_class(std::abs(dual) < kUnits ? std::lround(dual * kUnits) : 0),
                         mpz_class(kUnits));
        out.back().canonicalize();
        if (!equal_[i] && out.back() < 0) out.back() = 0;
    }
    return out;
}

// Along the row of the basis in which no pivot was left, the bound rises for ever.
Prices LinearProgram::steeper(const Prices& prices, const mpq_class& wanted) const {
    glp_prob* lp = solver_->lp;
    const int variable = solver_->infeasible ? glp_get_unbnd_ray(lp) : 0;
    if (variable == 0 || (!glp_bf_exists(lp) && glp_factorize(lp) != 0)) return prices;
    std::vector<double> ray(bound_.size() + 1, 0);
    for (std::size_t i = 1; i <= bound_.size(); ++i)
        if (glp_get_bhead(lp, static_cast<int>(i)) == variable) ray[i] = 1;
    glp_btran(lp, ray.data());
    for (const double length : {1e3, -1e3, 1e6, -1e6}) {
        Prices out = prices;
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] += simple(ray[i + 1], 1) * length;
            if (!equal_[i] && out[i] < 0) out[i] = 0;
        }
        if (bound(out) >= wanted) return out;
    }
    return prices;
}

}  // namespace teamctl::rota
