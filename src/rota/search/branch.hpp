// Branch and bound over the truth values of rows and a cost, with the exact bounds of linear programs.
#pragma once

#include <functional>
#include <vector>

#include "rota/search/linear.hpp"

namespace teamctl::rota {

class BranchSearch {
  public:
    using Shares = std::function<double(Lit)>;  // of truth, of the program's open literals
    // Looks at a solution, or near shares that are none, and says what the best solution known costs.
    using Found = std::function<mpq_class(const Shares&, bool solution)>;

    // `step`: the costs of two solutions differ by a multiple of this.
    BranchSearch(LinearProgram& program, mpq_class best, mpq_class step, Found found, Work& work);

    // True when proven: no solution is better than the best. Gives up after so many programs more.
    bool run(int programs);
    mpq_class lower() const;                        // no solution costs less
    const Prices& prices() const { return root_; }  // of the first program

  private:
    struct Decision {
        int var = 0;
        int value = 0;  // 1 true, -1 false
    };
    struct Node {
        std::vector<Decision> decisions;
        mpq_class bound{};
    };
    bool hopeless(const mpq_class& cost) const { return cost >= best_ || cost > best_ - step_; }
    Node next();
    void enter(const std::vector<Decision>& decisions);
    bool visit(Node node);
    int fractional() const;

    LinearProgram& program_;
    mpq_class best_, step_;
    Found found_;
    Work& work_;
    std::vector<Node> open_;
    std::vector<Decision> entered_;
    bool dive_ = true;  // the last of the open nodes is the next
    int visited_ = 0;
    Prices root_;
};

}  // namespace teamctl::rota
