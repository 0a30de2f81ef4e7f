#include "rota/search/branch.hpp"

#include <algorithm>
#include <cmath>

namespace teamctl::rota {

namespace {

constexpr double kWhole = 1e-6;  // shares this near to 0 or 1 are taken for whole
constexpr int kLookEvery = 8;    // programs between two looks near a solution

}  // namespace

BranchSearch::BranchSearch(LinearProgram& program, mpq_class best, mpq_class step, Found found, Work& work)
    : program_(program),
      best_(std::move(best)),
      step_(std::move(step)),
      found_(std::move(found)),
      work_(work),
      open_(1) {
    open_.front().bound = program_.bound({});
}

mpq_class BranchSearch::lower() const {
    mpq_class least = best_;
    for (const Node& node : open_) least = std::min(least, node.bound);
    return least;
}

// Down a branch as long as it leads somewhere, then on from the least bound.
BranchSearch::Node BranchSearch::next() {
    auto it = std::prev(open_.end());
    if (!dive_)
        it = std::min_element(open_.begin(), open_.end(),
                              [](const Node& a, const Node& b) { return a.bound < b.bound; });
    Node node = std::move(*it);
    open_.erase(it);
    return node;
}

void BranchSearch::enter(const std::vector<Decision>& decisions) {
    for (const Decision& d : entered_) program_.decide(d.var, 0);
    for (const Decision& d : decisions) program_.decide(d.var, d.value);
    entered_ = decisions;
}

// What costs something decides most of the bound; else what is least decided.
int BranchSearch::fractional() const {
    int best = -1;
    bool costs = false;
    double least = 1;
    for (const int var : program_.open()) {
        const double share = program_.share(var), off = std::abs(share - 0.5);
        if (off > 0.5 - kWhole) continue;
        const bool this_costs = program_.costs(var);
        if (best >= 0 && (this_costs < costs || (this_costs == costs && off >= least - 1e-9))) continue;
        best = var;
        costs = this_costs;
        least = off;
    }
    return best;
}

// True when the node was split.
bool BranchSearch::visit(Node node) {
    enter(node.decisions);
    const double limit = best_.get_d();
    const bool solved = program_.solve(limit + 1e-6 * (1 + std::abs(limit)), work_);
    Prices prices = program_.prices();
    mpq_class bound = std::max(node.bound, program_.bound(prices));
    if (!solved && !hopeless(bound)) bound = std::max(bound, program_.bound(program_.steeper(prices, best_)));
    if (root_.empty()) root_ = std::move(prices);
    if (hopeless(bound)) return false;
    const int var = solved ? fractional() : -1;
    const auto look = [&](bool solution) {
        best_ = std::min(best_, found_([this](Lit l) { return program_.share(var_of(l)); }, solution));
    };
    if (solved && (var < 0 || visited_ % kLookEvery == 0)) {
        look(var < 0 && program_.whole());
        if (hopeless(bound)) return false;
    }
    // Without a share to split there is nothing below; or floating point failed, and any split will do.
    int at = var;
    if (at < 0)
        for (const int v : program_.open())
            if (std::none_of(node.decisions.begin(), node.decisions.end(),
                             [v](const Decision& d) { return d.var == v; })) {
                at = v;
                break;
            }
    if (at < 0) {  // all is decided
        if (program_.whole()) look(true);
        return false;
    }
    const int first = var >= 0 && program_.share(at) < 0.5 ? -1 : 1;
    for (const int value : {-first, first}) {
        Node child{node.decisions, bound};
        child.decisions.push_back({at, value});
        open_.push_back(std::move(child));
    }
    return true;
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
