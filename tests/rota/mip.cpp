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

namespace teamctl::rota::testing {

namespace {

struct Row {
    std::vector<int> columns;
    std::vector<double> coefs;
    char sense = 'L';
    double bound = 0;
};

int monday(int day) {
    return day - (((day + 3) % 7) + 7) % 7;
}

class Mip {
  public:
    explicit Mip(const Problem& problem) : p_(problem) {}
    MipValue solve(double seconds);

  private:
    struct Turn {
        int role, day, occurrence, person;
    };
    const Slot& slot(int s) const { return p_.slots[at(s)]; }
    const Occurrence& when(int s) const { return p_.occurrences[at(slot(s).occurrence)]; }
    bool decided(int s) const { return slot(s).fixed || slot(s).pinned; }
    int column() { return columns_++; }
    int link(int person, int s) const {
        const auto it = links_.find({person, s});
        return it == links_.end() ? -1 : it->second;
    }
    void at_most(const std::vector<int>& columns, double bound) {
        if (!columns.empty()) rows_.push_back({columns, std::vector<double>(columns.size(), 1), 'L', bound});
    }
    bool clashes(int a, int b) const;
    void collect_kept();
    bool allowed(int person, int s) const;
    void add_links();
    void add_moments();
    void add_gaps();
    void add_caps();
    void add_weeks();
    void add_pairs();
    void add_changes();
    void add_counts();
    bool run(std::map<int, double> cost, double seconds, double& value);

    const Problem& p_;
    int columns_ = 0;
    std::map<std::pair<int, int>, int> links_;
    std::vector<Row> rows_;
    std::vector<Turn> kept_;  // pinned, fixed and past turns
    std::map<int, double> broken_, uncovered_, lost_, unfair_;
    double fixed_fairness_ = 0;
    long covered_ = 0, open_ = 0, lost_for_good_ = 0;
};

void Mip::collect_kept() {
    for (int s = 0; s < static_cast<int>(p_.slots.size()); ++s) {
        auto holder = slot(s).pinned;
        if (!holder && slot(s).fixed) holder = slot(s).published;
        if (!decided(s)) ++open_;
        if (!holder) continue;
        ++covered_;
        kept_.push_back({slot(s).role, when(s).day, slot(s).occurrence, *holder});
    }
    for (const PastTurn& turn : p_.history) kept_.push_back({turn.role, turn.day, -1, turn.person});
}

bool overlapping(const Occurrence& a, const Occurrence& b) {
    return a.day * 1440L + a.start < b.day * 1440L + b.end && b.day * 1440L + b.start < a.day * 1440L + a.end;
}

bool Mip::allowed(int person, int s) const {
    const Role& role = p_.roles[at(slot(s).role)];
    int in_week = 0;
    for (const Turn& t : kept_) {
        if (t.person != person) continue;
        if (t.occurrence == slot(s).occurrence) return false;
        if (t.occurrence >= 0 && overlapping(p_.occurrences[at(t.occurrence)], when(s))) return false;
        if (t.role != slot(s).role) continue;
        const bool same_week = monday(t.day) == monday(when(s).day);
        in_week += same_week;
        if (std::abs(t.day - when(s).day) < role.gap_days && !(role.per_week && same_week)) return false;
    }
    if (role.max_per_week > 0 && !role.per_week && in_week >= role.max_per_week) return false;
    for (const auto& [a, b] : role.apart)
        for (const Turn& t : kept_)
            if (t.occurrence == slot(s).occurrence && t.role == slot(s).role &&
                ((a == person && b == t.person) || (b == person && a == t.person)))
                return false;
    return true;
}

void Mip::add_links() {
    for (int s = 0; s < static_cast<int>(p_.slots.size()); ++s) {
        if (decided(s)) continue;
        std::vector<int> row;
        for (const int q : slot(s).candidates)
            if (allowed(q, s)) row.push_back(links_[{q, s}] = column());
        const int empty = column();
        uncovered_[empty] = 1;
        row.push_back(empty);
        rows_.push_back({row, std::vector<double>(row.size(), 1), 'E', 1});
    }
}

// H2: for each occurrence, the slots that start within it and it itself.
void Mip::add_moments() {
    for (std::size_t o = 0; o < p_.occurrences.size(); ++o)
        for (int q = 0; q < p_.people; ++q) {
            std::vector<int> row;
            const Occurrence& here = p_.occurrences[o];
            for (const auto& [key, c] : links_) {
                if (key.first != q) continue;
                const Occurrence& other = when(key.second);
                const long start = here.day * 1440L + here.start;
                if (slot(key.second).occurrence == static_cast<int>(o) ||
                    (other.day * 1440L + other.start <= start && start < other.day * 1440L + other.end))
                    row.push_back(c);
            }
            if (row.size() > 1) at_most(row, 1);
        }
}

void Mip::add_gaps() {
    for (std::size_t r = 0; r < p_.roles.size(); ++r) {
        const Role& role = p_.roles[r];
        if (role.gap_days < 1) continue;
        std::map<std::pair<int, int>, std::vector<int>> windows;  // person, first day of the window
        for (const auto& [key, c] : links_) {
            if (slot(key.second).role != static_cast<int>(r)) continue;
            if (role.per_week) continue;
            for (int d = when(key.second).day - role.gap_days + 1; d <= when(key.second).day; ++d)
                windows[{key.first, d}].push_back(c);
        }
        for (const auto& entry : windows)
            if (entry.second.size() > 1) at_most(entry.second, 1);
        for (const auto& [a, ca] : links_)
            for (const auto& [b, cb] : links_) {
                if (!role.per_week || a.first != b.first || slot(a.second).role != static_cast<int>(r))
                    continue;
                if (slot(b.second).role != static_cast<int>(r) || a.second >= b.second) continue;
                const int da = when(a.second).day, db = when(b.second).day;
                if (std::abs(da - db) < role.gap_days && monday(da) != monday(db)) at_most({ca, cb}, 1);
            }
    }
}

void Mip::add_caps() {
    std::map<std::tuple<int, int, int>, std::vector<int>> weeks;  // person, role, week
    for (const auto& [key, c] : links_) {
        const Role& role = p_.roles[at(slot(key.second).role)];
        if (role.max_per_week > 0 && !role.per_week)
            weeks[{key.first, slot(key.second).role, monday(when(key.second).day)}].push_back(c);
    }
    for (const auto& [key, row] : weeks) {
        int bound = p_.roles[at(std::get<1>(key))].max_per_week;
        for (const Turn& t : kept_)
            if (t.person == std::get<0>(key) && t.role == std::get<1>(key) &&
                monday(t.day) == std::get<2>(key))
                --bound;
        at_most(row, bound);
    }
}

void Mip::add_weeks() {
    std::map<std::pair<int, int>, std::vector<int>> weeks;  // role, week -> open slots
    for (int s = 0; s < static_cast<int>(p_.slots.size()); ++s)
        if (!decided(s) && p_.roles[at(slot(s).role)].per_week)
            weeks[{slot(s).role, monday(when(s).day)}].push_back(s);
    for (const auto& [key, slots] : weeks) {
        std::set<int> holders;
        for (const Turn& t : kept_)
            if (t.occurrence >= 0 && t.role == key.first && monday(t.day) == key.second)
                holders.insert(t.person);
        for (int q = 0; q < p_.people; ++q) {
            const bool whole =
                std::all_of(slots.begin(), slots.end(), [&](int s) { return link(q, s) >= 0; });
            if (whole && holders.size() == 1 && holders.count(q) != 0) {
                const int broken = column();
                broken_[broken] = 1;
                rows_.push_back({{link(q, slots.front()), broken}, {1, 1}, 'G', 1});
            }
            for (const int s : slots) {
                if (link(q, s) < 0) continue;
                if (!whole) at_most({link(q, s)}, 0);
                if (whole && s != slots.front())
                    rows_.push_back({{link(q, s), link(q, slots.front())}, {1, -1}, 'E', 0});
            }
        }
    }
}

void Mip::add_pairs() {
    std::map<std::pair<int, int>, std::vector<int>> moments;  // role, occurrence
    for (int s = 0; s < static_cast<int>(p_.slots.size()); ++s)
        if (!decided(s)) moments[{slot(s).role, slot(s).occurrence}].push_back(s);
    for (const auto& [key, slots] : moments) {
        const auto kept = [&, where = key](int q) {
            return std::any_of(kept_.begin(), kept_.end(), [&](const Turn& t) {
                return t.person == q && t.role == where.first && t.occurrence == where.second;
            });
        };
        const auto of = [&, here = slots](int q) {
            std::vector<int> row;
            for (const int s : here)
                if (link(q, s) >= 0) row.push_back(link(q, s));
            return row;
        };
        for (const auto& [a, b] : p_.roles[at(key.first)].apart) {
            std::vector<int> row = of(a);
            for (const int c : of(b)) row.push_back(c);
            at_most(row, 1);
        }
        for (const auto& [a, b] : p_.roles[at(key.first)].together) {
            if (kept(a) && kept(b)) continue;
            Row row{of(a), std::vector<double>(of(a).size(), 1), 'E', 0};
            for (const int c : of(b)) {
                row.columns.push_back(c);
                row.coefs.push_back(-1);
            }
            if (kept(a) || kept(b)) {
                row = {of(kept(a) ? b : a), std::vector<double>(of(kept(a) ? b : a).size(), 1), 'G', 1};
                if (row.columns.empty()) continue;
                row.columns.push_back(column());
                row.coefs.push_back(1);
                broken_[row.columns.back()] = 1;
            }
            if (!row.columns.empty()) rows_.push_back(row);
        }
    }
}

void Mip::add_changes() {
    std::map<std::tuple<int, int, int>, int> turns;  // person, role, occurrence
    for (int s = 0; s < static_cast<int>(p_.slots.size()); ++s) {
        if (slot(s).fixed) continue;
        if (slot(s).published) ++turns[{*slot(s).published, slot(s).role, slot(s).occurrence}];
        if (slot(s).pinned) --turns[{*slot(s).pinned, slot(s).role, slot(s).occurrence}];
    }
    for (const auto& [key, count] : turns) {
        if (count <= 0) continue;
        Row row{{}, {}, 'G', 1};
        for (int s = 0; s < static_cast<int>(p_.slots.size()); ++s)
            if (slot(s).role == std::get<1>(key) && slot(s).occurrence == std::get<2>(key) &&
                link(std::get<0>(key), s) >= 0)
                row.columns.push_back(link(std::get<0>(key), s));
        lost_for_good_ += count - 1;
        row.columns.push_back(column());
        lost_[row.columns.back()] = 1;
        row.coefs.assign(row.columns.size(), 1);
        rows_.push_back(row);
    }
}

// Unary counts: the k-th turn costs what it adds to the square.
void Mip::add_counts() {
    for (int g = 0; g < p_.groups; ++g)
        for (int q = 0; q < p_.people; ++q) {
            const Standing& standing = p_.standing[at(g)][at(q)];
            double base = standing.before;
            for (const Turn& t : kept_)
                if (t.occurrence >= 0 && t.person == q && p_.roles[at(t.role)].group == g) ++base;
            const double off = base - standing.due.get_d();
            fixed_fairness_ += off * off;
            Row row{{}, {}, 'E', 0};
            for (const auto& [key, c] : links_)
                if (key.first == q && p_.roles[at(slot(key.second).role)].group == g) {
                    row.columns.push_back(c);
                    row.coefs.push_back(1);
                }
            const std::size_t n = row.columns.size();
            for (std::size_t k = 1; k <= n; ++k) {
                row.columns.push_back(column());
                row.coefs.push_back(-1);
                unfair_[row.columns.back()] = 2 * (off + static_cast<double>(k)) - 1;
            }
            if (n > 0) rows_.push_back(row);
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
    Row limit{{}, {}, 'L', std::round(value)};
    for (const auto& [c, w] : cost) {
        limit.columns.push_back(c);
        limit.coefs.push_back(w);
    }
    if (!limit.columns.empty()) rows_.push_back(limit);
    return true;
}

MipValue Mip::solve(double seconds) {
    collect_kept();
    add_links();
    add_moments();
    add_gaps();
    add_caps();
    add_weeks();
    add_pairs();
    add_changes();
    add_counts();
    MipValue out;
    const auto start = std::chrono::steady_clock::now();
    double broken = 0, uncovered = 0, lost = 0, unfair = 0;
    out.optimal = (broken_.empty() || run(broken_, seconds, broken)) && run(uncovered_, seconds, uncovered) &&
                  (lost_.empty() || run(lost_, seconds, lost)) && run(unfair_, seconds, unfair);
    out.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    out.covered = covered_ + open_ - std::lround(uncovered);
    out.changes = lost_for_good_ + std::lround(lost);
    out.fairness = fixed_fairness_ + unfair;
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
