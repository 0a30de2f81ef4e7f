// Linear programs over truth values, and bounds from them that hold exactly: a library solves in floating
// point, its dual values become exact fractions, and whatever these are, the bound they give is valid.
#pragma once

#include <gmpxx.h>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "rota/search/pb.hpp"
#include "rota/work.hpp"

namespace teamctl::rota {

// Sum of coef * lit <= bound, or equal to it. The literals are positive ones.
struct LinearRow {
    std::vector<Term> terms;
    long bound = 0;
    bool equal = false;
    std::string_view what{};  // the rule it comes from, for a proof
};

// A literal that costs `weight` where it is true.
struct Soft {
    Lit lit = 0;
    mpq_class weight{};
};

// Cost = constant + the weights of the literals that are true.
struct SoftSum {
    mpq_class constant{};
    std::vector<Soft> softs;
};

// By row: what a unit of its bound is worth; never negative where the row is no equation.
using Prices = std::vector<mpq_class>;

// Least cost under rows, with shares of truth between 0 and 1.
class LinearProgram {
  public:
    // `fixed`: 1 true, -1 false, 0 open, for good.
    LinearProgram(const std::vector<LinearRow>& rows, const SoftSum& cost,
                  const std::function<int(Lit)>& fixed);
    LinearProgram(const LinearProgram&) = delete;
    LinearProgram& operator=(const LinearProgram&) = delete;
    ~LinearProgram();

    // Holds an open variable to 1 true, -1 false, or frees it (0).
    void decide(int var, int value);
    // Looks for the least cost, from where the last look ended; gives up above `limit`, or when the work is
    // over. False: there is no solution, or none below the limit, as far as floating point can tell; or
    // stopped.
    bool solve(double limit, Work& work);
    // So many steps only, to see what a decision is worth: no less than this; infinite where it leads
    // nowhere.
    double glance(double limit, int steps, Work& work);
    double value() const;  // after solve() was true: the least cost

    // Where a look ended, to go on from there.
    struct Basis {
        std::vector<signed char> rows, columns;
    };
    Basis basis() const;
    void restore(const Basis& basis);
    // After solve() was true: the open variables, and their shares of truth.
    const std::vector<int>& open() const { return open_; }
    double share(int var) const;
    bool costs(int var) const;
    bool whole() const;  // the shares, each rounded, are a solution
    // After solve(): the dual values as exact fractions; and the exact bound that any prices give, or none.
    Prices prices() const;
    mpq_class bound(const Prices& prices) const;
    // The dual values to many more digits than floating point has: where the bound decides.
    Prices refined() const;
    // A bound from the dual values as they are, each a whole multiple of a small unit: exact as well, a
    // little lower, and quick.
    mpq_class quick_bound() const;
    Prices quick_prices() const;  // those it comes from
    // How many rows the variable is in.
    std::size_t rows_of(int var) const;
    // Makes prices that grow without limit out of those of a program without solution.
    Prices steeper(const Prices& prices, const mpq_class& wanted) const;

  private:
    struct Solver;
    struct Entry {
        int row = 0;
        long coef = 0;
    };
    std::vector<int> open_;                    // variables
    std::vector<int> column_;                  // by variable: index into open_; -1: fixed or of no concern
    std::vector<std::vector<Entry>> entries_;  // by open variable
    std::vector<mpq_class> cost_;              // by open variable
    std::vector<signed char> low_, high_;      // by open variable
    std::vector<long> bound_;                  // by row, what is fixed taken off
    std::vector<bool> equal_;                  // by row
    mpq_class constant_{};
    std::vector<long> low_cost_;  // by open variable, in small units, rounded down
    bool in_units_ = true;        // the costs are small enough for that
    long step_work_ = 0;          // of one step of the simplex method
    mpz_class unit_ = 1;          // all costs are multiples of one over this
    std::unique_ptr<Solver> solver_;
};

}  // namespace teamctl::rota
