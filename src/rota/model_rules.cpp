// The rules of a model that bind people one by one or by twos, its blocks and wishes.
#include <algorithm>

#include "rota/model_builder.hpp"

namespace teamctl::rota {

// The tasks of the rule's roles, by where pairs meet.
std::map<int, std::vector<int>> ModelBuilder::moments(const Rule& rule) const {
    std::map<int, std::vector<int>> out;
    for (std::size_t t = 0; t < model.tasks.size(); ++t) {
        const Task& task = model.tasks[t];
        if (!concerns(rule, task.role)) continue;
        for (const int o : task.occurrences) {
            auto& list = out[moment_of(rule, stint_of(problem, task.role, o))];
            if (list.empty() || list.back() != static_cast<int>(t)) list.push_back(static_cast<int>(t));
        }
    }
    return out;
}

// Who cannot have their partner (H7) cannot have the task.
void ModelBuilder::settle_together() {
    const auto possible = [&](int person, const std::vector<int>& tasks) {
        return std::any_of(tasks.begin(), tasks.end(),
                           [&](int t) { return contains(model.tasks[at(t)].people, person); });
    };
    bool changed = true;
    while (changed) {
        changed = false;
        for (const Rule& rule : kept.rules()) {
            if (rule.kind != RuleKind::together) continue;
            for (const auto& [moment, tasks] : moments(rule))
                for (const auto& [a, b] : rule.pairs) {
                    const bool kept_a = kept.holds(a, rule, moment).has_value();
                    const bool kept_b = kept.holds(b, rule, moment).has_value();
                    if (!kept_a && !possible(a, tasks) && !kept_b) changed |= drop(b, tasks);
                    if (!kept_b && !possible(b, tasks) && !kept_a) changed |= drop(a, tasks);
                }
        }
    }
}

// The turns of a window that pins and the past leave to the person.
void ModelBuilder::limit_person(const Rule& rule, int window, int person, const std::vector<int>& tasks) {
    const CountForm& form = form_of(rule.kind).count;
    Count count{rule, window};
    for (const int s : kept.of(person)) count.add(stint(s));
    for (const int h : kept.past(person)) count.add(stint_of(problem.history[at(h)]));
    Limit limit{person, std::max(0, rule.amount - count.sum()), {}};
    std::map<int, Limit::Unit> units;  // by unit; by task where each turn is one
    int all = 0;
    bool plain = true;
    for (const int t : tasks) {
        for (const int o : model.tasks[at(t)].occurrences) {
            const Stint turn = stint_of(problem, model.tasks[at(t)].role, o);
            const int more = count.more(turn);
            if (more == 0) continue;
            if (limit.tasks.empty() || limit.tasks.back() != t) limit.tasks.push_back(t);
            const auto [unit, fresh] = units.try_emplace(form.unit == nullptr ? t : form.unit(turn));
            if (fresh || form.unit == nullptr) all += more;
            unit->second.weight = fresh || form.unit != nullptr ? more : unit->second.weight + more;
            if (unit->second.tasks.empty() || unit->second.tasks.back() != t) unit->second.tasks.push_back(t);
        }
    }
    for (const auto& entry : units) plain &= entry.second.weight == 1 && entry.second.tasks.size() == 1;
    plain &= units.size() == limit.tasks.size();
    if (all <= limit.bound) return;
    if (!plain)
        for (auto& entry : units) limit.units.push_back(std::move(entry.second));
    model.limits.push_back(std::move(limit));
}

void ModelBuilder::limit_window(const Rule& rule, int window, const std::vector<int>& tasks) {
    std::map<int, std::vector<int>> by_person;
    for (const int t : tasks)
        for (const int p : model.tasks[at(t)].people)
            if (binds(rule, p)) by_person[p].push_back(t);
    for (const auto& [person, list] : by_person) limit_person(rule, window, person, list);
}

void ModelBuilder::find_limits() {
    for (const Rule& rule : kept.rules()) {
        const auto windows_of = form_of(rule.kind).count.windows;
        if (windows_of == nullptr) continue;
        std::map<int, std::vector<int>> windows;
        for (std::size_t t = 0; t < model.tasks.size(); ++t) {
            const Task& task = model.tasks[t];
            if (!concerns(rule, task.role)) continue;
            std::vector<int> within;
            for (const int o : task.occurrences) {
                const Stint turn = stint_of(problem, task.role, o);
                if (concerns(rule, turn)) windows_of(rule, turn, within);
            }
            for (const int window : within) {
                auto& list = windows[window];
                if (list.empty() || list.back() != static_cast<int>(t)) list.push_back(static_cast<int>(t));
            }
        }
        for (const auto& [window, tasks] : windows) limit_window(rule, window, tasks);
    }
}

void ModelBuilder::pair_up(const Rule& rule, int moment, const std::vector<int>& tasks) {
    const auto kept_here = [&](int p) { return kept.holds(p, rule, moment).has_value(); };
    for (const auto& [a, b] : rule.pairs) {
        if (rule.kind == RuleKind::apart || (!kept_here(a) && !kept_here(b)))
            model.pairs.push_back({a, b, rule.kind == RuleKind::together, tasks});
        else if (!kept_here(a) || !kept_here(b))
            model.demands.push_back({kept_here(a) ? b : a, tasks});
    }
}

void ModelBuilder::find_pairs() {
    for (const RuleKind kind : {RuleKind::together, RuleKind::apart})
        for (const Rule& rule : kept.rules())
            if (rule.kind == kind)
                for (const auto& [moment, tasks] : moments(rule)) pair_up(rule, moment, tasks);
    const auto absent = [&](int person, std::vector<int>& tasks) {
        std::erase_if(tasks, [&](int t) { return !contains(model.tasks[at(t)].people, person); });
        return tasks.empty();
    };
    std::erase_if(model.demands, [&](Demand& d) { return absent(d.person, d.tasks); });
}

std::set<int> BlockFacts::named() const {
    std::set<int> out{holders.begin(), holders.end()};
    for (const auto& entry : kept) out.insert(entry.first);
    return out;
}

// Without stand-ins, one person holds all of it.
bool BlockFacts::can_be_rigid() const {
    if (open.empty()) return false;
    return need == 1 ? named().size() <= 1 : even && named().empty();
}

bool ModelBuilder::is_rigid(const BlockKey& key) const {
    if (!rigid.all && !std::binary_search(rigid.blocks.begin(), rigid.blocks.end(), key)) return false;
    const auto found = blocks.find(key);
    return found != blocks.end() && found->second.can_be_rigid();
}

// Who held most of the block outside the period, of equal ones the last, goes on where any day is left to
// them.
void ModelBuilder::find_holders(const BlockKey& key, BlockFacts& facts) const {
    std::map<int, std::pair<int, int>> turns;  // by person: how many, the last day
    for (const PastTurn& turn : problem.history) {
        if (turn.role != key.first || block_of(problem.roles[at(turn.role)], turn.day) != key.second)
            continue;
        auto& mine = turns[turn.person];
        ++mine.first;
        mine.second = std::max(mine.second, turn.day);
    }
    std::vector<std::pair<std::pair<int, int>, int>> order;
    for (const auto& [person, count] : turns) {
        const bool goes_on =
            facts.kept.contains(person) ||
            std::any_of(facts.open.begin(), facts.open.end(), [&, who = person](const auto& entry) {
                return std::any_of(entry.second.begin(), entry.second.end(),
                                   [&](int s) { return contains(slot(s).candidates, who); });
            });
        if (goes_on) order.emplace_back(count, person);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& entry : order)
        if (static_cast<int>(facts.holders.size()) < facts.need) facts.holders.push_back(entry.second);
    std::sort(facts.holders.begin(), facts.holders.end());
}

void ModelBuilder::find_blocks() {
    std::map<BlockKey, std::map<int, int>> places;
    std::map<int, int> rank;  // occurrence -> place in time
    for (const int s : by_day()) {
        rank.emplace(slot(s).occurrence, static_cast<int>(rank.size()));
        const auto number = block_of(problem.roles[at(slot(s).role)], day(s));
        if (!number) continue;
        const BlockKey key{slot(s).role, *number};
        BlockFacts& facts = blocks[key];
        facts.need = std::max(facts.need, ++places[key][slot(s).occurrence]);
        if (const auto holder = kept_holder(slot(s))) ++facts.kept[*holder];
        if (closed(slot(s)))
            facts.even = false;
        else
            facts.open[rank.at(slot(s).occurrence)].push_back(s);
    }
    for (auto& [key, facts] : blocks) {
        for (const auto& entry : facts.open)
            facts.even = facts.even && static_cast<int>(entry.second.size()) == facts.need;
        find_holders(key, facts);
    }
}

void ModelBuilder::add_blocks() {
    for (const auto& [key, facts] : blocks) {
        if (is_rigid(key)) continue;
        Block block{facts.need, {}, {facts.kept.begin(), facts.kept.end()}, facts.holders};
        for (std::size_t t = 0; t < model.tasks.size(); ++t) {
            Task& task = model.tasks[t];
            if (task.role != key.first ||
                block_of(problem.roles[at(task.role)], task.first_day) != key.second)
                continue;
            task.block = static_cast<int>(model.blocks.size());
            block.tasks.push_back(static_cast<int>(t));
        }
        if (!block.tasks.empty())
            model.blocks.push_back(std::move(block));
        else
            model.stand_ins += stand_ins_of(block, std::vector<int>(at(problem.people), 0));
    }
}

void ModelBuilder::find_wishes() {
    std::vector<int> task_of(problem.slots.size(), -1);
    for (std::size_t t = 0; t < model.tasks.size(); ++t)
        for (const auto& lane : model.tasks[t].lanes)
            for (const int s : lane) task_of[at(s)] = static_cast<int>(t);
    for (const Wish& wish : problem.wishes) {
        OpenWish open{wish.person, wish.on, {}};
        bool held = false;
        for (const int s : wish.slots) {
            held |= kept_holder(slot(s)) == wish.person;
            const int t = task_of[at(s)];
            if (t >= 0 && contains(model.tasks[at(t)].people, wish.person)) open.tasks.push_back(t);
        }
        std::sort(open.tasks.begin(), open.tasks.end());
        open.tasks.erase(std::unique(open.tasks.begin(), open.tasks.end()), open.tasks.end());
        if (!held && !open.tasks.empty())
            model.wishes.push_back(std::move(open));
        else if (held != wish.on)
            ++model.refused;
    }
}

long stand_ins_of(const Block& block, const std::vector<int>& turns) {
    std::vector<int> count = turns;
    for (const auto& [person, kept] : block.kept) count[at(person)] += kept;
    long all = 0, best = 0;
    for (const int c : count) all += c;
    for (const int p : block.holders) {
        best += count[at(p)];
        count[at(p)] = 0;
    }
    const auto left = at(block.need) - block.holders.size();
    std::partial_sort(count.begin(),
                      count.begin() + static_cast<std::ptrdiff_t>(std::min(left, count.size())), count.end(),
                      std::greater{});
    for (std::size_t i = 0; i < std::min(left, count.size()); ++i) best += count[i];
    return all - best;
}

BlockSplit rigid_blocks(const Problem& problem) {
    const Rigid none;
    ModelBuilder b(problem, none);
    b.count_kept();
    b.find_blocks();
    BlockSplit split;
    for (const auto& [key, facts] : b.blocks) {
        if (facts.can_be_rigid())
            split.can.push_back(key);
        else if (!facts.open.empty())
            ++split.cannot;
    }
    return split;
}

}  // namespace teamctl::rota
