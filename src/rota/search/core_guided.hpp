// Least cost by cores: assume that nothing is paid; each refusal names a few literals of which some must be
// paid, which raises the lower bound and is replaced by a count of them. Exact in rationals.
#pragma once

#include <functional>
#include <map>

#include "rota/search/encode.hpp"

namespace teamctl::rota {

// Keeps its state between runs.
class CoreSearch {
  public:
    struct Options {
        bool last =
            false;         // the solver may be left unable to find solutions that are no better than the best
        mpq_class step{};  // two costs that differ do so by this much at least; 0: not known
    };
    // `best` is the cost of the best solution known; `found` is called on each solution and gives the cost of
    // the best one known then.
    CoreSearch(PbSolver& solver, const SoftSum& cost, mpq_class best, std::function<mpq_class()> found,
               Options options);

    // Goes on for so many conflicts, 0: until done or the solver is stopped. True when the best solution is
    // optimal.
    bool run(long conflicts);
    // No solution costs less.
    const mpq_class& lower() const { return lower_; }

  private:
    bool hopeless(const mpq_class& cost) const;
    void settle();
    bool harden();
    std::vector<Lit> assumptions() const;
    void raise(const std::vector<Lit>& core, long count);
    bool lower_threshold();
    bool proven();

    PbSolver& solver_;
    std::map<Lit, mpq_class> weight_;
    mpq_class lower_, best_, threshold_;
    std::function<mpq_class()> found_;
    Options options_;
};

}  // namespace teamctl::rota
