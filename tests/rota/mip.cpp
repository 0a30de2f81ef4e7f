#include "mip.hpp"

#include <coin/Cbc_C_Interface.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "view.hpp"

namespace teamctl::rota::testing {

namespace {

struct Row {
    std::vector<int> columns;
    std::vector<double> coefs;
    char sense = 'L';
    double bound = 0;
};

class Mip {
  public:
    explicit Mip(const Problem& problem) : p_(problem), v_(problem) {}
    MipValue solve(double seconds);

  private:
    int column() { return columns_++; }
    int link(int person, int s) const {
        const auto it = links_.find({person, s});
        return it == links_.end() ? -1 : it->second;
    }
    std::vector<int> links(int person, const std::vector<int>& slots) const;
    void row(std::vector<int> columns, char sense, double bound) {
        std::vector<double> ones(columns.size(), 1);
        if (!columns.empty()) rows_.push_back({std::move(columns), std::move(ones), sense, bound});
    }
    void below(int a, int b, int or_else = -1) {  // a <= b (+ or_else)
        rows_.push_back({{a, b}, {1, -1}, 'L', 0});
        if (or_else >= 0) {
            rows_.back().columns.push_back(or_else);
            rows_.back().coefs.push_back(-1);
        }
    }
    bool allowed(int person, int s) const;
    void add_links();
    void add_clashes(int person);
    void add_counts_of(const Rule& rule, int person);
    void add_pairs(const Rule& rule);
    void add_blocks();
    void add_block(int role, int first, const std::vector<int>& slots);
    void add_changes();
    void add_fairness();
    void add_wishes();
    bool run(std::map<int, double> cost, double seconds, double& value);

    const Problem& p_;
    View v_;
    int columns_ = 0;
    std::map<std::pair<int, int>, int> links_;
    std::vector<Row> rows_;
    Who kept_;
    std::map<int, double> broken_, uncovered_, lost_, stand_ins_, unfair_, refused_;
    double fixed_fairness_ = 0;
    long covered_ = 0, open_ = 0, lost_for_good_ = 0, refused_for_good_ = 0;
};

std::vector<int> Mip::links(int person, const std::vector<int>& slots) const {
    std::vector<int> out;
    for (const int s : slots)
        if (link(person, s) >= 0) out.push_back(link(person, s));
    return out;
}

bool Mip::allowed(int person, int s) const {
    Who who = kept_;
    who[at(s)] = person;
    if (!v_.wrong(who, s).empty()) return false;
    for (const Rule& rule : v_.rules)
        for (const auto& [a, b] : rule.pairs) {
            if (rule.kind != RuleKind::apart || !has(rule.of, v_.slot(s).role) ||
                (a != person && b != person))
                continue;
            if (v_.holders(kept_, rule, v_.moment(rule, s), true).count(a == person ? b : a) != 0)
                return false;
        }
    return true;
}

void Mip::add_links() {
    kept_.resize(p_.slots.size());
    for (int s = 0; s < v_.size(); ++s)
        if (v_.decided(s)) kept_[at(s)] = v_.holder(s);
    for (int s = 0; s < v_.size(); ++s) {
        covered_ += kept_[at(s)] ? 1 : 0;
        if (v_.decided(s)) continue;
        ++open_;
        std::vector<int> places;
        for (const int q : v_.slot(s).candidates)
            if (allowed(q, s)) places.push_back(links_[{q, s}] = column());
        places.push_back(column());
        uncovered_[places.back()] = 1;
        row(places, 'E', 1);
    }
}

// For each turn, those that clash with it and with one another.
void Mip::add_clashes(int person) {
    std::vector<int> mine;
    for (const auto& entry : links_)
        if (entry.first.first == person) mine.push_back(entry.first.second);
    std::set<std::pair<int, int>> done;
    for (std::size_t i = 0; i < mine.size(); ++i)
        for (std::size_t j = i + 1; j < mine.size(); ++j) {
            if (done.count({mine[i], mine[j]}) != 0 || !v_.clash(person, v_.turn(mine[i]), v_.turn(mine[j])))
                continue;
            std::vector<int> clique{mine[i], mine[j]};
            for (const int s : mine)
                if (!has(clique, s) && std::all_of(clique.begin(), clique.end(), [&](int c) {
                        return v_.clash(person, v_.turn(s), v_.turn(c));
                    }))
                    clique.push_back(s);
            std::sort(clique.begin(), clique.end());
            for (const int a : clique)
                for (const int b : clique)
                    if (a < b) done.insert({a, b});
            row(links(person, clique), 'L', 1);
        }
}

// What each turn adds to each window is seen from the sums with it and without.
void Mip::add_counts_of(const Rule& rule, int person) {
    if (!counts(rule.kind) || (!rule.who.empty() && !rule.who[at(person)])) return;
    const auto before = v_.sums(rule, v_.turns(kept_, person));
    const bool once = rule.kind == RuleKind::run || rule.kind == RuleKind::weekends;
    std::map<int, std::map<int, std::pair<double, std::vector<int>>>>
        windows;  // window -> unit -> weight, columns
    for (const auto& [key, c] : links_) {
        if (key.first != person) continue;
        Who who = kept_;
        who[at(key.second)] = person;
        const Turn turn = v_.turn(key.second);
        const int unit = !once ? key.second : rule.kind == RuleKind::run ? turn.day : monday(turn.day);
        for (const auto& [window, sum] : v_.sums(rule, v_.turns(who, person))) {
            const auto old = before.find(window);
            const long more = sum - (old == before.end() ? 0 : old->second);
            if (more <= 0) continue;
            windows[window][unit].first = static_cast<double>(more);
            windows[window][unit].second.push_back(c);
        }
    }
    for (const auto& [window, units] : windows) {
        const auto old = before.find(window);
        Row limit{{},
                  {},
                  'L',
                  std::max(0.0, static_cast<double>(rule.amount - (old == before.end() ? 0 : old->second)))};
        for (const auto& entry : units) {
            limit.columns.push_back(entry.second.second.size() == 1 ? entry.second.second.front() : column());
            limit.coefs.push_back(entry.second.first);
            if (entry.second.second.size() > 1)
                for (const int c : entry.second.second) below(c, limit.columns.back());
        }
        rows_.push_back(std::move(limit));
    }
}

void Mip::add_pairs(const Rule& rule) {
    std::map<int, std::vector<int>> moments;
    for (int s = 0; s < v_.size(); ++s)
        if (!v_.decided(s) && has(rule.of, v_.slot(s).role)) moments[v_.moment(rule, s)].push_back(s);
    for (const auto& [moment, slots] : moments) {
        const auto kept = v_.holders(kept_, rule, moment, true);
        for (const auto& [a, b] : rule.pairs) {
            const auto of_a = links(a, slots), of_b = links(b, slots);
            const bool kept_a = kept.count(a) != 0, kept_b = kept.count(b) != 0;
            if (rule.kind == RuleKind::apart) {
                for (const int x : of_a)
                    for (const int y : of_b) row({x, y}, 'L', 1);
            } else if (!kept_a && !kept_b) {
                for (const auto& [mine, theirs] : {std::pair{of_a, of_b}, std::pair{of_b, of_a}})
                    for (const int x : mine) {
                        rows_.push_back({{x}, {1}, 'L', 0});
                        for (const int y : theirs) {
                            rows_.back().columns.push_back(y);
                            rows_.back().coefs.push_back(-1);
                        }
                    }
            } else if (kept_a != kept_b) {
                auto partner = kept_a ? of_b : of_a;
                if (partner.empty()) continue;
                partner.push_back(column());
                broken_[partner.back()] = 1;
                row(partner, 'G', 1);
            }
        }
    }
}

void Mip::add_blocks() {
    std::map<std::pair<int, int>, std::vector<int>> blocks;
    for (int s = 0; s < v_.size(); ++s)
        if (v_.role(s).block_days > 0)
            blocks[{v_.slot(s).role, v_.block(v_.slot(s).role, v_.when(s).day)}].push_back(s);
    for (const auto& [key, slots] : blocks) add_block(key.first, key.second, slots);
}

void Mip::add_block(int role, int first, const std::vector<int>& slots) {
    std::map<int, int> places, kept;
    int need = 1;
    for (const int s : slots) {
        need = std::max(need, ++places[v_.slot(s).occurrence]);
        if (kept_[at(s)]) ++kept[*kept_[at(s)]];
    }
    const auto known = v_.known_holders(role, first, need, slots);
    std::vector<int> holders;
    for (int q = 0; q < p_.people; ++q) {
        if (has(known, q)) continue;
        const int holds = column();
        holders.push_back(holds);
        if (kept[q] > 0) {
            const int stands_in = column();
            stand_ins_[stands_in] = kept[q];
            row({holds, stands_in}, 'G', 1);
        }
        for (const int c : links(q, slots)) {
            const int stands_in = column();
            stand_ins_[stands_in] = 1;
            below(c, holds, stands_in);
        }
    }
    row(holders, 'L', need - static_cast<double>(known.size()));
}

void Mip::add_changes() {
    std::map<std::tuple<int, int, int>, int> turns;  // person, role, occurrence
    for (const Slot& slot : p_.slots) {
        if (slot.fixed) continue;
        if (slot.published) ++turns[{*slot.published, slot.role, slot.occurrence}];
        if (slot.pinned) --turns[{*slot.pinned, slot.role, slot.occurrence}];
    }
    for (const auto& [key, count] : turns) {
        if (count <= 0) continue;
        std::vector<int> slots;
        for (int s = 0; s < v_.size(); ++s)
            if (v_.slot(s).role == std::get<1>(key) && v_.slot(s).occurrence == std::get<2>(key))
                slots.push_back(s);
        lost_for_good_ += count - 1;
        auto kept = links(std::get<0>(key), slots);
        kept.push_back(column());
        lost_[kept.back()] = 1;
        row(kept, 'G', 1);
    }
}

// Unary counts: the k-th unit costs what it adds to the square.
void Mip::add_fairness() {
    for (int g = 0; g < p_.groups; ++g)
        for (int q = 0; q < p_.people; ++q) {
            const Standing& standing = p_.standing[at(g)][at(q)];
            const double unit = p_.units.empty() ? 1 : p_.units[at(g)].get_d();
            double base = standing.before;
            Row sum{{}, {}, 'E', 0};
            int most = 0;
            for (int s = 0; s < v_.size(); ++s) {
                if (v_.role(s).group != g) continue;
                if (kept_[at(s)] == q) base += v_.slot(s).load;
                if (link(q, s) < 0) continue;
                sum.columns.push_back(link(q, s));
                sum.coefs.push_back(v_.slot(s).load);
                most += v_.slot(s).load;
            }
            const double off = unit * base - standing.due.get_d();
            fixed_fairness_ += off * off;
            for (int k = 1; k <= most; ++k) {
                sum.columns.push_back(column());
                sum.coefs.push_back(-1);
                unfair_[sum.columns.back()] = unit * (2 * (off + k * unit) - unit);
            }
            if (most > 0) rows_.push_back(std::move(sum));
        }
}

void Mip::add_wishes() {
    for (const Wish& wish : p_.wishes) {
        const bool held = std::any_of(wish.slots.begin(), wish.slots.end(),
                                      [&](int s) { return kept_[at(s)] == wish.person; });
        auto turns = links(wish.person, wish.slots);
        if (held || turns.empty()) {
            refused_for_good_ += held != wish.on ? 1 : 0;
            continue;
        }
        const int refused = column();
        refused_[refused] = 1;
        if (!wish.on)
            for (const int c : turns) below(c, refused);
        turns.push_back(refused);
        if (wish.on) row(turns, 'G', 1);
    }
}

bool Mip::run(std::map<int, double> cost, double seconds, double& value) {
    Cbc_Model* model = Cbc_newModel();
    Cbc_setLogLevel(model, 0);
    Cbc_setParameter(model, "logLevel", "0");
    Cbc_setAllowableGap(model, 1e-7);
    Cbc_setAllowableFractionGap(model, 0);
    Cbc_setMaximumSeconds(model, seconds);
    for (int c = 0; c < columns_; ++c)
        Cbc_addCol(model, "", 0, 1, cost.count(c) != 0 ? cost[c] : 0, 1, 0, nullptr, nullptr);
    for (const Row& row : rows_)
        Cbc_addRow(model, "", static_cast<int>(row.columns.size()), row.columns.data(), row.coefs.data(),
                   row.sense, row.bound);
    Cbc_setObjSense(model, 1);
    Cbc_solve(model);
    const bool optimal = Cbc_isProvenOptimal(model) != 0;
    value = optimal ? Cbc_getObjValue(model) : 0;
    Cbc_deleteModel(model);
    if (!optimal) return false;
    const bool whole =
        std::all_of(cost.begin(), cost.end(), [](const auto& e) { return e.second == std::round(e.second); });
    Row limit{{}, {}, 'L', whole ? std::round(value) : value + 1e-6};
    for (const auto& [c, w] : cost) {
        limit.columns.push_back(c);
        limit.coefs.push_back(w);
    }
    if (!limit.columns.empty()) rows_.push_back(limit);
    return true;
}

MipValue Mip::solve(double seconds) {
    add_links();
    for (int q = 0; q < p_.people; ++q) {
        add_clashes(q);
        for (const Rule& rule : v_.rules) add_counts_of(rule, q);
    }
    for (const Rule& rule : v_.rules) add_pairs(rule);
    add_blocks();
    add_changes();
    add_fairness();
    add_wishes();
    MipValue out;
    const auto start = std::chrono::steady_clock::now();
    double broken = 0, uncovered = 0, lost = 0, stand_ins = 0, unfair = 0, refused = 0;
    const auto least = [&](const std::map<int, double>& cost, double& value) {
        return cost.empty() || run(cost, seconds, value);
    };
    out.optimal = least(broken_, broken) && least(uncovered_, uncovered) && least(lost_, lost) &&
                  least(stand_ins_, stand_ins) && least(unfair_, unfair) && least(refused_, refused);
    out.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    out.covered = covered_ + open_ - std::lround(uncovered);
    out.changes = lost_for_good_ + std::lround(lost);
    out.stand_ins = std::lround(stand_ins);
    out.fairness = fixed_fairness_ + unfair;
    out.granted = static_cast<long>(p_.wishes.size()) - refused_for_good_ - std::lround(refused);
    return out;
}

}  // namespace

MipValue solve_mip(const Problem& problem, double seconds) {
    // Cbc writes its banner to standard output whatever its log level.
    fflush(stdout);
    const int saved = dup(STDOUT_FILENO), nothing = open("/dev/null", O_WRONLY);
    dup2(nothing, STDOUT_FILENO);
    const MipValue value = Mip(problem).solve(seconds);
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    close(nothing);
    return value;
}

}  // namespace teamctl::rota::testing
