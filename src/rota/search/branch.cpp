#include "rota/search/branch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace teamctl::rota {

namespace {

constexpr double kWhole = 1e-6;     // shares this near to 0 or 1 are taken for whole
constexpr int kLookEvery = 8;       // programs between two looks near a solution
constexpr std::size_t kTried = 16;  // variables whose two sides are looked at, of those that split most
constexpr int kGlance = 60;         // steps of the simplex method of such a look
constexpr int kLong = 2000;         // of one that may settle a literal for good
constexpr int kKnown = 2;           // looks after which what a variable gains is known
constexpr double kNowhere = std::numeric_limits<double>::infinity();

}  // namespace

BranchSearch::BranchSearch(LinearProgram& program, mpq_class best, mpq_class step, Found found,
                           Implied implied, Work& work)
    : program_(program),
      best_(std::move(best)),
      step_(std::move(step)),
      found_(std::move(found)),
      implied_(std::move(implied)),
      work_(work),
      open_(1) {
    open_.front().bound = program_.bound({});
    for (const int var : program_.open()) {
        if (is_open_.size() <= static_cast<std::size_t>(var))
            is_open_.resize(static_cast<std::size_t>(var) + 1);
        is_open_[static_cast<std::size_t>(var)] = 1;
    }
    gains_.resize(is_open_.size());
    presumed_.assign(is_open_.size(), 1e-3);
}

mpq_class BranchSearch::lower() const {
    mpq_class least = best_;
    for (const Node& node : open_) least = std::min(least, node.bound);
    return least;
}

double BranchSearch::limit() const {
    const double best = best_.get_d();
    return best + 1e-6 * (1 + std::abs(best));
}

// Down a branch as long as it leads somewhere, then on from the least bound.
BranchSearch::Node BranchSearch::next() {
    auto it = std::prev(open_.end());
    if (!dive_)
        it = std::min_element(open_.begin(), open_.end(), [](const Node& a, const Node& b) {
            return a.bound != b.bound ? a.bound < b.bound : a.value < b.value;
        });
    Node node = std::move(*it);
    open_.erase(it);
    if (!dive_ && node.basis) program_.restore(*node.basis);
    return node;
}

// Holds the program to the decisions and what follows from them. False: they cannot be.
bool BranchSearch::enter(const std::vector<Lit>& decisions) {
    std::vector<Lit> all;
    const bool holds = implied_(decisions, all);
    if (!holds) return false;
    std::vector<signed char> now(is_open_.size(), 0);
    std::vector<Lit> held;
    for (const Lit l : all) {
        const auto var = static_cast<std::size_t>(var_of(l));
        if (var >= is_open_.size() || is_open_[var] == 0) continue;
        now[var] = (l & 1) == 0 ? 1 : -1;
        held.push_back(l);
    }
    std::vector<signed char> before(is_open_.size(), 0);
    for (const Lit l : entered_) {
        const auto var = static_cast<std::size_t>(var_of(l));
        before[var] = (l & 1) == 0 ? 1 : -1;
        if (now[var] == 0) program_.decide(var_of(l), 0);
    }
    for (const Lit l : held)
        if (const auto var = static_cast<std::size_t>(var_of(l)); before[var] != now[var])
            program_.decide(var_of(l), now[var]);
    entered_ = std::move(held);
    return true;
}

std::vector<int> BranchSearch::fractional() const {
    std::vector<int> out;
    for (const int var : program_.open())
        if (std::abs(program_.share(var) - 0.5) < 0.5 - kWhole) out.push_back(var);
    return out;
}

// What the value rises by where the share goes that way, as far as the past tells; else a guess from the
// rows.
double BranchSearch::gain_of(int var, int side, double way) const {
    const Gain& gain = gains_[static_cast<std::size_t>(var)];
    if (gain.count[side] > 0) return way * gain.sum[side] / gain.count[side];
    return way * static_cast<double>(program_.rows_of(var)) * presumed_[static_cast<std::size_t>(var)];
}

void BranchSearch::learn_gain(const Node& node) {
    if (node.last < 0 || node.by < kWhole || !std::isfinite(node.value)) return;
    Gain& gain = gains_[static_cast<std::size_t>(var_of(node.last))];
    const int side = (node.last & 1) == 0 ? 1 : 0;
    gain.sum[side] += std::max(0.0, node.value - node.above) / node.by;
    ++gain.count[side];
}

// The bound of the last look, as exactly as it takes to tell whether it is hopeless.
mpq_class BranchSearch::decided_bound(double value) const {
    mpq_class bound = program_.quick_bound();
    if (hopeless(bound) || value < best_.get_d() - step_.get_d() - 1e-5) return bound;
    if (value == kNowhere)
        bound = std::max(bound, program_.bound(program_.steeper(program_.prices(), best_)));
    if (!hopeless(bound)) bound = std::max(bound, program_.bound(program_.refined()));
    return bound;
}

// The simplest prices that show it.
void BranchSearch::close(const std::vector<Lit>& decisions) const {
    if (!closed_) return;
    Prices prices = program_.prices();
    if (!hopeless(program_.bound(prices))) prices = program_.steeper(prices, best_);
    if (!hopeless(program_.bound(prices))) prices = program_.quick_prices();
    if (!hopeless(program_.bound(prices))) prices = program_.refined();
    closed_(decisions, prices);
}

// What the node is worth with one decision more; `nothing_there`: proven that no better solution has it.
double BranchSearch::look_down(const Node& node, Lit decision, int steps, bool& nothing_there) {
    std::vector<Lit> decisions = node.decisions;
    decisions.push_back(decision);
    nothing_there = !enter(decisions);
    if (nothing_there) return kNowhere;
    const double value = program_.glance(limit(), steps, work_);
    nothing_there = hopeless(decided_bound(value));
    if (nothing_there) close(decisions);
    return value;
}

// Looks down both sides of what promises most. `certain`: a decision whose other side holds nothing better.
BranchSearch::Choice BranchSearch::choose(Node& node, const std::vector<int>& vars,
                                          std::vector<Lit>& certain) {
    std::vector<Choice> choices;
    for (const int var : vars) {
        Choice c;
        c.var = var;
        const double share = c.share = program_.share(var);
        const double down = gain_of(var, 0, share), up = gain_of(var, 1, 1 - share);
        c.sides[0] = node.value + down;
        c.sides[1] = node.value + up;
        c.score = std::max(down, 1e-7) * std::max(up, 1e-7);
        choices.push_back(c);
    }
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& a, const Choice& b) { return a.score > b.score; });
    const auto basis = std::make_shared<const LinearProgram::Basis>(program_.basis());
    node.basis = basis;
    Node seen = node;  // with what has become certain on the way
    std::size_t tried = 0;
    for (Choice& c : choices) {
        if (tried == kTried || work_.over()) break;
        const Gain& gain = gains_[static_cast<std::size_t>(c.var)];
        if (gain.count[0] >= kKnown && gain.count[1] >= kKnown) continue;
        ++tried;
        double gains[2] = {0, 0};
        for (const int side : {1, 0}) {
            program_.restore(*basis);
            const Lit l = side == 1 ? positive(c.var) : negate(positive(c.var));
            bool nothing = false;
            Node child;
            child.value = c.sides[side] = look_down(seen, l, kGlance, nothing);
            if (nothing) {
                certain.push_back(negate(l));
                seen.decisions.push_back(negate(l));
                c.score = -1;
                break;
            }
            child.last = l;
            child.above = node.value;
            child.by = side == 1 ? 1 - c.share : c.share;
            learn_gain(child);
            gains[side] = std::max(
                1e-7, std::isfinite(child.value) ? child.value - node.value : best_.get_d() - node.value);
        }
        if (c.score >= 0) c.score = gains[0] * gains[1];
    }
    return *std::max_element(choices.begin(), choices.end(),
                             [](const Choice& a, const Choice& b) { return a.score < b.score; });
}

void BranchSearch::prefer(const std::vector<Lit>& lits) {
    for (const Lit l : lits)
        if (const auto var = static_cast<std::size_t>(var_of(l)); var < presumed_.size()) presumed_[var] = 1;
}

std::vector<Lit> BranchSearch::shave(const std::vector<Lit>& lits) {
    std::vector<Lit> gone;
    Node& root = open_.front();
    if (!enter(root.decisions)) return gone;
    const bool solved = solve(root);
    if (hopeless(root.bound)) close(root.decisions);
    if (!solved || hopeless(root.bound)) return gone;
    const auto basis = program_.basis();
    for (const Lit l : lits) {
        const auto var = static_cast<std::size_t>(var_of(l));
        if (var >= is_open_.size() || is_open_[var] == 0 || work_.over()) continue;
        program_.restore(basis);
        bool nothing = false;
        look_down(root, l, kLong, nothing);
        if (!nothing) continue;
        gone.push_back(negate(l));
        root.decisions.push_back(negate(l));
    }
    program_.restore(basis);
    return gone;
}

bool BranchSearch::look(bool solution) {
    const mpq_class before = best_;
    best_ = std::min(best_, found_([this](Lit l) { return program_.share(var_of(l)); }, solution));
    return best_ < before;
}

// The program of the node; true when it has a solution that may lead to a better one.
bool BranchSearch::solve(Node& node) {
    const bool solved = program_.solve(limit(), work_);
    if (root_.empty()) {
        root_ = program_.prices();
        node.bound = std::max(node.bound, program_.bound(root_));
    }
    node.value = solved ? program_.value() : kNowhere;
    node.bound = std::max(node.bound, decided_bound(node.value));
    return solved;
}

void BranchSearch::split(const Node& node, const Choice& choice) {
    // The side that costs less is the next.
    const int first = choice.sides[1] <= choice.sides[0] ? 1 : 0;
    for (const int side : {1 - first, first}) {
        Node child;
        child.decisions = node.decisions;
        child.last = side == 1 ? positive(choice.var) : negate(positive(choice.var));
        child.decisions.push_back(child.last);
        child.bound = node.bound;
        child.value = choice.sides[side];
        child.basis = node.basis;
        child.above = node.value;
        child.by = side == 1 ? 1 - choice.share : choice.share;
        open_.push_back(std::move(child));
    }
}

// True when the node was split.
bool BranchSearch::visit(Node node) {
    for (bool first = true;; first = false) {
        if (!enter(node.decisions)) return false;
        const bool solved = solve(node);
        if (first) learn_gain(node);
        if (hopeless(node.bound)) {
            close(node.decisions);
            return false;
        }
        std::vector<int> vars;
        if (solved) vars = fractional();
        if (solved && (vars.empty() || (first && visited_ % kLookEvery == 0))) {
            look(vars.empty() && program_.whole());
            if (hopeless(node.bound)) return false;
        }
        if (!vars.empty()) {
            std::vector<Lit> certain;
            const auto basis = program_.basis();
            const Choice choice = choose(node, vars, certain);
            if (!certain.empty()) {
                node.decisions.insert(node.decisions.end(), certain.begin(), certain.end());
                program_.restore(basis);
                if (work_.over()) {
                    open_.push_back(std::move(node));
                    return false;
                }
                continue;
            }
            program_.restore(basis);
            if (!enter(node.decisions)) return false;
            split(node, choice);
            return true;
        }
        // Without a share to split there is nothing below; or floating point failed, and any split will do.
        std::vector<Lit> decided = entered_;
        std::sort(decided.begin(), decided.end());
        for (const int v : program_.open())
            if (!std::binary_search(decided.begin(), decided.end(), positive(v)) &&
                !std::binary_search(decided.begin(), decided.end(), negate(positive(v)))) {
                Choice choice;
                choice.var = v;
                split(node, choice);
                return true;
            }
        if (program_.whole()) look(true);  // all is decided
        return false;
    }
}

bool BranchSearch::run(int programs) {
    const int until = visited_ + programs;
    while (!open_.empty()) {
        std::erase_if(open_, [this](const Node& node) { return hopeless(node.bound); });
        if (open_.empty()) break;
        if (visited_ >= until || work_.over()) return false;
        ++visited_;
        dive_ = visit(next());
    }
    return true;
}

}  // namespace teamctl::rota
