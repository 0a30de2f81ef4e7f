#include "rota/spacing.hpp"

#include <algorithm>
#include <climits>
#include <map>
#include <numeric>

#include "rota/search/draft.hpp"
#include "rota/turns.hpp"

namespace teamctl::rota {

namespace {

constexpr int kRounds = 8;
constexpr double kSureSpread = 1e-9;

// The days of one person's turns in one group; each with its block, where the role has them.
struct Day {
    int day = 0;
    int block = INT_MIN;  // equal blocks of one role are one turn
    auto operator<=>(const Day&) const = default;
};

Day day_of(const Problem& problem, int role, int day) {
    const auto block = block_of(problem.roles[at(role)], day);
    if (!block) return {day, INT_MIN};
    return {day, *block * static_cast<int>(problem.roles.size()) + role};
}

// The last turn before the period, by counter.
std::map<int, Day> last_before(const Problem& problem) {
    int first = INT_MAX;
    for (const Slot& s : problem.slots) first = std::min(first, problem.occurrences[at(s.occurrence)].day);
    std::map<int, Day> last;
    for (const PastTurn& turn : problem.history) {
        if (turn.day > first) continue;
        const Day day = day_of(problem, turn.role, turn.day);
        const auto [it, fresh] =
            last.try_emplace(problem.roles[at(turn.role)].group * problem.people + turn.person, day);
        if (!fresh) it->second = std::max(it->second, day);
    }
    return last;
}

double crowding(std::vector<Day>& days) {
    std::sort(days.begin(), days.end());
    double sum = 0;
    for (std::size_t i = 1; i < days.size(); ++i) {
        const bool one_turn = days[i].block != INT_MIN && days[i].block == days[i - 1].block;
        const int between = days[i].day - days[i - 1].day;
        if (!one_turn) sum += between > 0 ? 1.0 / between : 2.0;
    }
    return sum;
}

// The least days between two turns, or what is known to be less.
std::optional<int> nearest(std::vector<Day> days, std::optional<int> least) {
    std::sort(days.begin(), days.end());
    for (std::size_t i = 1; i < days.size(); ++i) {
        if (days[i].block != INT_MIN && days[i].block == days[i - 1].block) continue;
        const int between = days[i].day - days[i - 1].day;
        least = std::min(least.value_or(between), between);
    }
    return least;
}

class Spreader {
  public:
    Spreader(const Model& model, const Holders& plan, std::vector<int> tasks);
    bool round();
    // Passes turns on, as far as that makes no objective before this one worse, so that the sums over all
    // groups come nearer to what is due.
    bool level();
    const Draft& draft() const { return draft_; }

  private:
    struct Turn {
        int task = 0;
        int person = 0;
    };
    bool try_swap(Turn& a, Turn& b);
    bool pass_on(Turn& turn, int person);
    double crowding_of(int person, int gained, int dropped);
    // What may not be exchanged, lest an objective before this one suffer.
    bool locked(int person, int task) const;

    const Model& model_;
    Draft draft_;
    std::vector<Turn> turns_;
    std::vector<std::vector<Day>> days_;  // by counter
    std::vector<mpq_class> off_;          // by counter: turns less due
    std::vector<mpq_class> off_all_;      // by person: the same over all groups
    std::vector<Day> scratch_;
};

Spreader::Spreader(const Model& model, const Holders& plan, std::vector<int> tasks)
    : model_(model), draft_(model, tasks) {
    const Problem& problem = *model.problem;
    draft_.set(plan);
    days_.resize(model.base.size());
    for (const auto& [counter, day] : last_before(problem)) days_[at(counter)].push_back(day);
    for (const Slot& s : problem.slots)
        if (const auto holder = kept_holder(s))
            days_[at(model.counter(problem.roles[at(s.role)].group, *holder))].push_back(
                day_of(problem, s.role, problem.occurrences[at(s.occurrence)].day));
    for (const int t : tasks)
        for (const int p : plan[at(t)]) {
            const Task& task = model.tasks[at(t)];
            for (const int o : task.occurrences)
                days_[at(model.counter(task.group, p))].push_back(
                    day_of(problem, task.role, problem.occurrences[at(o)].day));
            if (!locked(p, t)) turns_.push_back({t, p});
        }
    off_all_.resize(at(problem.people));
    for (std::size_t c = 0; c < model.base.size(); ++c) {
        const int counter = static_cast<int>(c);
        off_.push_back(model.off(counter, draft_.units(counter)));
        off_all_[at(counter % problem.people)] += off_.back();
    }
}

// Two whose balances differ by just what the turn counts change places: fairness stays what it is.
bool Spreader::pass_on(Turn& turn, int person) {
    const Task& task = model_.tasks[at(turn.task)];
    const int from = model_.counter(task.group, turn.person), to = model_.counter(task.group, person);
    const mpq_class weight = model_.problem->unit(task.group) * task.load;
    if (off_all_[at(turn.person)] - off_all_[at(person)] <= weight || off_[at(from)] - off_[at(to)] != weight)
        return false;
    const auto& holders = draft_.plan()[at(turn.task)];
    if (std::find(holders.begin(), holders.end(), person) != holders.end()) return false;
    if (locked(person, turn.task) || !draft_.fits(person, turn.task)) return false;
    draft_.take(turn.task, turn.person);
    draft_.give(turn.task, person);
    for (const int o : task.occurrences) {
        const Day day = day_of(*model_.problem, task.role, model_.problem->occurrences[at(o)].day);
        days_[at(from)].erase(std::find(days_[at(from)].begin(), days_[at(from)].end(), day));
        days_[at(to)].push_back(day);
    }
    std::swap(off_[at(from)], off_[at(to)]);
    off_all_[at(turn.person)] -= weight;
    off_all_[at(person)] += weight;
    turn.person = person;
    return true;
}

bool Spreader::level() {
    bool changed = false;
    for (Turn& turn : turns_)
        for (const int p : model_.tasks[at(turn.task)].people)
            if (p != turn.person) changed |= pass_on(turn, p);
    return changed;
}

bool Spreader::locked(int person, int task) const {
    const auto binds = [&](int who, const std::vector<int>& tasks) {
        return who == person && std::find(tasks.begin(), tasks.end(), task) != tasks.end();
    };
    const auto wished = [&](const OpenWish& w) { return binds(w.person, w.tasks); };
    return draft_.tied(person, task) || model_.tasks[at(task)].block >= 0 ||
           std::any_of(model_.wishes.begin(), model_.wishes.end(), wished) ||
           std::any_of(model_.published.begin(), model_.published.end(),
                       [&](const Published& k) { return binds(k.person, k.tasks); }) ||
           std::any_of(model_.demands.begin(), model_.demands.end(),
                       [&](const Demand& d) { return binds(d.person, d.tasks); });
}

// Crowding of the person in the tasks' group with one task for another.
double Spreader::crowding_of(int person, int gained, int dropped) {
    const Problem& problem = *model_.problem;
    scratch_ = days_[at(model_.counter(model_.tasks[at(gained)].group, person))];
    const Task& out = model_.tasks[at(dropped)];
    const Task& in = model_.tasks[at(gained)];
    if (gained != dropped) {
        for (const int o : out.occurrences)
            scratch_.erase(std::find(scratch_.begin(), scratch_.end(),
                                     day_of(problem, out.role, problem.occurrences[at(o)].day)));
        for (const int o : in.occurrences)
            scratch_.push_back(day_of(problem, in.role, problem.occurrences[at(o)].day));
    }
    return crowding(scratch_);
}

bool Spreader::try_swap(Turn& a, Turn& b) {
    const Task& ta = model_.tasks[at(a.task)];
    const Task& tb = model_.tasks[at(b.task)];
    if (a.person == b.person || a.task == b.task || ta.group != tb.group || ta.load != tb.load) return false;
    if (!std::binary_search(ta.people.begin(), ta.people.end(), b.person) ||
        !std::binary_search(tb.people.begin(), tb.people.end(), a.person))
        return false;
    const double before = crowding_of(a.person, a.task, a.task) + crowding_of(b.person, b.task, b.task);
    const double a_after = crowding_of(a.person, b.task, a.task);
    if (a_after >= before - kSureSpread) return false;
    const double after = a_after + crowding_of(b.person, a.task, b.task);
    if (after >= before - kSureSpread) return false;
    const auto& in_a = draft_.plan()[at(a.task)];
    const auto& in_b = draft_.plan()[at(b.task)];
    if (std::find(in_a.begin(), in_a.end(), b.person) != in_a.end() ||
        std::find(in_b.begin(), in_b.end(), a.person) != in_b.end())
        return false;
    if (locked(b.person, a.task) || locked(a.person, b.task)) return false;
    draft_.take(a.task, a.person);
    draft_.take(b.task, b.person);
    bool fits = draft_.fits(b.person, a.task);
    if (fits) {
        draft_.give(a.task, b.person);
        fits = draft_.fits(a.person, b.task);
        if (!fits) draft_.take(a.task, b.person);
    }
    if (!fits) {
        draft_.give(a.task, a.person);
        draft_.give(b.task, b.person);
        return false;
    }
    draft_.give(b.task, a.person);
    crowding_of(a.person, b.task, a.task);
    days_[at(model_.counter(ta.group, a.person))] = scratch_;
    crowding_of(b.person, a.task, b.task);
    days_[at(model_.counter(ta.group, b.person))] = scratch_;
    std::swap(a.person, b.person);
    return true;
}

bool Spreader::round() {
    bool changed = false;
    for (std::size_t i = 0; i < turns_.size(); ++i)
        for (std::size_t j = i + 1; j < turns_.size(); ++j) changed |= try_swap(turns_[i], turns_[j]);
    return changed;
}

}  // namespace

void spread(const Model& model, Holders& plan, const Work& work) {
    std::vector<int> all(model.tasks.size());
    std::iota(all.begin(), all.end(), 0);
    Spreader spreader(model, plan, all);
    for (int round = 0; round < kRounds && !work.over(); ++round)
        if (!spreader.level()) break;
    for (int round = 0; round < kRounds && !work.over(); ++round)
        if (!spreader.round()) break;
    plan = spreader.draft().plan();
}

std::optional<int> smallest_gap(const Problem& problem, const std::vector<std::optional<int>>& who) {
    std::map<int, std::vector<Day>> days;
    for (const auto& [counter, day] : last_before(problem)) days[counter].push_back(day);
    for (std::size_t s = 0; s < who.size(); ++s)
        if (who[s])
            days[problem.roles[at(problem.slots[s].role)].group * problem.people + *who[s]].push_back(day_of(
                problem, problem.slots[s].role, problem.occurrences[at(problem.slots[s].occurrence)].day));
    std::optional<int> least;
    for (auto& entry : days) least = nearest(std::move(entry.second), least);
    return least;
}

std::vector<std::optional<int>> smallest_gaps(const Problem& problem,
                                              const std::vector<std::optional<int>>& who) {
    std::map<std::pair<int, int>, std::vector<Day>> days;  // role, person
    int first = INT_MAX;
    for (std::size_t s = 0; s < who.size(); ++s) {
        const int day = problem.occurrences[at(problem.slots[s].occurrence)].day,
                  role = problem.slots[s].role;
        first = std::min(first, day);
        if (who[s]) days[{role, *who[s]}].push_back(day_of(problem, role, day));
    }
    for (const PastTurn& turn : problem.history) {
        const auto mine = days.find({turn.role, turn.person});
        if (mine != days.end() && turn.day <= first)
            mine->second.push_back(day_of(problem, turn.role, turn.day));
    }
    std::vector<std::optional<int>> least(problem.roles.size());
    for (auto& [key, list] : days) {
        std::sort(list.begin(), list.end());
        const auto begins =
            std::find_if(list.begin(), list.end(), [&](const Day& d) { return d.day >= first; });
        if (begins - list.begin() > 1) list.erase(list.begin(), begins - 1);  // the last before is enough
        least[at(key.first)] = nearest(std::move(list), least[at(key.first)]);
    }
    return least;
}

}  // namespace teamctl::rota
