#include "rota/joint.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "rota/turns.hpp"

namespace teamctl::rota {

namespace {

class JointSearch {
  public:
    JointSearch(const Problem& problem, const std::vector<std::optional<int>>& who, int slot)
        : problem_(problem), who_(who), slot_(slot), kept_(problem) {
        for (std::size_t s = 0; s < problem.slots.size(); ++s)
            if (const auto holder = kept_holder(problem.slots[s])) kept_.add(*holder, static_cast<int>(s));
    }
    std::optional<Joint> moment() const;
    std::optional<Joint> range(Joint::Scope scope, int first, int last) const;
    std::optional<Joint> best() const;

  private:
    const Slot& slot(int s) const { return problem_.slots[at(s)]; }
    Stint when(int s) const { return stint_of(problem_, slot(s)); }
    int day(int s) const { return when(s).day; }
    bool own(const Rule& rule) const {
        return rule.of.size() == 1 && rule.of.front() == slot(slot_).role && rule.who.empty();
    }
    int most(const std::vector<int>& slots) const;
    // Rules that count each turn once, in one window.
    bool counts_turns(const Rule& rule) const {
        return own(rule) && (rule.kind == RuleKind::per_day || rule.kind == RuleKind::per_week ||
                             rule.kind == RuleKind::per_month);
    }
    int gap() const;
    bool counted() const;

    const Problem& problem_;
    const std::vector<std::optional<int>>& who_;
    int slot_;
    Turns kept_;
};

// The slots at that time which the people of this slot hold, the people of those, and so on.
std::optional<Joint> JointSearch::moment() const {
    std::set<int> slots{slot_}, people;
    std::vector<int> queue{slot_};
    for (std::size_t head = 0; head < queue.size(); ++head)
        for (const int p : slot(queue[head]).candidates) {
            if (kept_.blocked(p, queue[head]) || !people.insert(p).second) continue;
            for (std::size_t s = 0; s < who_.size(); ++s) {
                const int id = static_cast<int>(s);
                if (who_[s] != p || closed(slot(id)) || slots.count(id) != 0) continue;
                if (!overlap(when(id), when(slot_))) continue;
                slots.insert(id);
                queue.push_back(id);
            }
        }
    // One turn each holds only among slots that all overlap.
    for (const int a : slots)
        for (const int b : slots)
            if (!overlap(when(a), when(b))) return std::nullopt;
    if (slots.size() < 2 || people.size() >= slots.size()) return std::nullopt;
    Joint joint;
    joint.scope = Joint::Scope::moment;
    joint.role = slot(slot_).role;
    joint.first_day = joint.last_day = day(slot_);
    joint.slots = static_cast<int>(slots.size());
    joint.people = joint.fill = static_cast<int>(people.size());
    return joint;
}

// The most turns of the role one person can have of these slots (by day), by each of the role's own rules.
int JointSearch::most(const std::vector<int>& slots) const {
    const auto chosen = [&](const Rule& rule) {
        int count = 0;
        std::optional<Stint> last;
        for (const int s : slots) {
            const Stint turn = when(s);
            if (last && (turn.day == last->day ||
                         (own(rule) && form_of(rule.kind).pair.clash(problem_, rule, *last, turn))))
                continue;
            last = turn;
            ++count;
        }
        return count;
    };
    const auto counted = [&](const Rule& rule) {
        std::map<int, int> windows;
        for (const int s : slots) {
            std::vector<int> within;
            form_of(rule.kind).count.windows(rule, when(s), within);
            for (const int window : within) ++windows[window];
        }
        int sum = 0;
        for (const auto& entry : windows) sum += std::min(entry.second, rule.amount);
        return sum;
    };
    int least = static_cast<int>(slots.size());
    for (const Rule& rule : kept_.rules()) {
        if (rule.kind == RuleKind::overlap || rule.kind == RuleKind::gap)
            least = std::min(least, chosen(rule));
        if (counts_turns(rule)) least = std::min(least, counted(rule));
    }
    return least;
}

// The widest gap that the role asks for.
int JointSearch::gap() const {
    int widest = 0;
    for (const Rule& rule : kept_.rules())
        if (rule.kind == RuleKind::gap && own(rule)) widest = std::max(widest, rule.amount);
    return widest;
}

bool JointSearch::counted() const {
    return std::any_of(kept_.rules().begin(), kept_.rules().end(),
                       [&](const Rule& rule) { return counts_turns(rule); });
}

std::optional<Joint> JointSearch::range(Joint::Scope scope, int first, int last) const {
    std::map<int, std::vector<int>> slots;  // by person
    Joint joint;
    joint.scope = scope;
    joint.role = slot(slot_).role;
    joint.first_day = first;
    joint.last_day = last;
    std::vector<int> order;
    for (std::size_t s = 0; s < who_.size(); ++s) {
        const int id = static_cast<int>(s);
        if (slot(id).role == joint.role && !closed(slot(id)) && day(id) >= first && day(id) <= last)
            order.push_back(id);
    }
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return day(a) < day(b); });
    for (const int s : order)
        for (const int p : slot(s).candidates)
            if (!kept_.blocked(p, s)) slots[p].push_back(s);
    joint.slots = static_cast<int>(order.size());
    joint.people = static_cast<int>(slots.size());
    for (const auto& entry : slots) joint.fill += most(entry.second);
    if (joint.slots < 2 || joint.fill >= joint.slots) return std::nullopt;
    return joint;
}

std::optional<Joint> JointSearch::best() const {
    if (auto joint = moment()) return joint;
    const int today = day(slot_), monday = 7 * iso_week(today) - 3;
    if (counted() || gap() > 1)
        if (auto joint = range(Joint::Scope::week, monday, monday + 6)) return joint;
    for (int first = today - gap() + 1; first <= today; ++first)
        if (auto joint = range(Joint::Scope::window, first, first + std::max(gap(), 1) - 1)) return joint;
    int first = today, last = today;
    for (std::size_t s = 0; s < who_.size(); ++s) {
        const int id = static_cast<int>(s);
        if (slot(id).role != slot(slot_).role || closed(slot(id))) continue;
        first = std::min(first, day(id));
        last = std::max(last, day(id));
    }
    return range(Joint::Scope::period, first, last);
}

}  // namespace

std::optional<Joint> joint_effect(const Problem& problem, const std::vector<std::optional<int>>& who,
                                  int slot) {
    return JointSearch(problem, who, slot).best();
}

}  // namespace teamctl::rota
