// Branch and bound over the truth values of rows and a cost, with the exact bounds of linear programs.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "rota/search/linear.hpp"

namespace teamctl::rota {

class BranchSearch {
  public:
    using Shares = std::function<double(Lit)>;  // of truth, of the program's open literals
    // Looks at a solution, or near shares that are none, and says what the best solution known costs.
    using Found = std::function<mpq_class(const Shares&, bool solution)>;
    // What follows from literals that are true, these among it; false: they cannot all be.
    using Implied = std::function<bool(const std::vector<Lit>&, std::vector<Lit>&)>;

    // `step`: the costs of two solutions differ by a multiple of this.
    BranchSearch(LinearProgram& program, mpq_class best, mpq_class step, Found found, Implied implied,
                 Work& work);

    // True when proven: no solution is better than the best. Gives up after so many programs more.
    bool run(int programs);
    // These literals decide much at once: they are split at first.
    void prefer(const std::vector<Lit>& lits);
    // Where a branch is given up, with the decisions that make it and the prices that show why: for a proof.
    using Closed = std::function<void(const std::vector<Lit>& decisions, const Prices& prices)>;
    void tell(Closed closed) { closed_ = std::move(closed); }
    // Which of them no better solution has, as far as linear programs show: what holds then. To be called
    // first.
    std::vector<Lit> shave(const std::vector<Lit>& lits);
    mpq_class lower() const;                        // no solution costs less
    const Prices& prices() const { return root_; }  // of the first program

  private:
    struct Node {
        std::vector<Lit> decisions;
        mpq_class bound{};
        double value = 0;  // what its program comes to, as far as floating point can tell
        std::shared_ptr<const LinearProgram::Basis> basis{};  // of the program above it
        Lit last = -1;                                        // the decision that made it ...
        double above = 0, by = 0;  // ... the value of the program there, and how far the share was moved
    };
    // What moving a share has raised the value by, each time as if the whole way had been gone.
    struct Gain {
        double sum[2] = {0, 0};
        int count[2] = {0, 0};
    };
    // A variable to split at, and what is known of its two sides.
    struct Choice {
        int var = -1;
        double sides[2] = {0, 0};  // values: false, true
        double share = 0.5;
        double score = -1;
    };
    bool hopeless(const mpq_class& cost) const { return cost >= best_ || cost > best_ - step_; }
    double limit() const;
    Node next();
    bool enter(const std::vector<Lit>& decisions);
    bool visit(Node node);
    bool solve(Node& node);
    void learn_gain(const Node& node);
    mpq_class decided_bound(double value) const;
    void close(const std::vector<Lit>& decisions) const;
    std::vector<int> fractional() const;
    double gain_of(int var, int side, double way) const;
    Choice choose(Node& node, const std::vector<int>& vars, std::vector<Lit>& certain);
    double look_down(const Node& node, Lit decision, int steps, bool& nothing_there);
    void split(const Node& node, const Choice& choice);
    bool look(bool solution);

    LinearProgram& program_;
    mpq_class best_, step_;
    Found found_;
    Implied implied_;
    Closed closed_;
    Work& work_;
    std::vector<Node> open_;
    std::vector<int> is_open_;  // by variable: 1 where the program has it
    std::vector<Lit> entered_;
    std::vector<Gain> gains_;       // by variable
    std::vector<double> presumed_;  // by variable: what a row counts in a first guess
    bool dive_ = true;              // the last of the open nodes is the next
    int visited_ = 0;
    Prices root_;
};

}  // namespace teamctl::rota
