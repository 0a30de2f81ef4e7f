#include "rota/search/encode.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace teamctl::rota {

namespace {

// Sets of mutually conflicting tasks that together cover every conflict.
std::vector<std::vector<int>> cliques(const Model& model, const std::vector<int>& tasks) {
    std::vector<std::vector<int>> out;
    std::set<std::pair<int, int>> covered;
    for (const int t : tasks) {
        std::vector<int> later;
        for (const int c : model.conflicts[at(t)])
            if (c > t && contains(tasks, c)) later.push_back(c);
        for (const int first : later) {
            if (covered.count({t, first}) != 0) continue;
            std::vector<int> clique{t, first};
            const auto extend = [&](bool same_role) {
                for (const int c : later) {
                    const bool same = model.tasks[at(c)].role == model.tasks[at(first)].role;
                    if (c == first || same != same_role) continue;
                    if (std::all_of(clique.begin() + 1, clique.end(),
                                    [&](int m) { return contains(model.conflicts[at(c)], m); }))
                        clique.push_back(c);
                }
            };
            extend(true);
            extend(false);
            std::sort(clique.begin(), clique.end());
            for (std::size_t i = 0; i < clique.size(); ++i)
                for (std::size_t j = i + 1; j < clique.size(); ++j) covered.insert({clique[i], clique[j]});
            out.push_back(std::move(clique));
        }
    }
    return out;
}

}  // namespace

Encoding::Encoding(const Model& model, const std::vector<int>& tasks) : model_(model), tasks_(tasks) {
    first_.assign(model.tasks.size(), -1);
    open_.resize(model.tasks.size());
    task_row_.resize(model.tasks.size());
    what_ = "place";
    add_tasks();
    what_ = "clash";
    add_conflicts();
    add_rules();
}

Lit Encoding::link(int task, int person) const {
    const auto& people = model_.tasks[at(task)].people;
    const auto it = std::lower_bound(people.begin(), people.end(), person);
    if (first_[at(task)] < 0 || it == people.end() || *it != person) return -1;
    return positive(first_[at(task)] + static_cast<int>(it - people.begin()));
}

bool Encoding::mine(const std::vector<int>& tasks) const {
    return std::any_of(tasks.begin(), tasks.end(), [&](int t) { return contains(tasks_, t); });
}

std::vector<Term> Encoding::turns_of(const std::vector<int>& tasks, int person) const {
    std::vector<Term> terms;
    for (const int t : tasks)
        if (const Lit l = link(t, person); l >= 0) terms.push_back({1, l});
    return terms;
}

// Every place of a task has one holder or stays empty.
void Encoding::add_tasks() {
    for (const int t : tasks_) {
        const Task& task = model_.tasks[at(t)];
        first_[at(t)] = solver_.vars();
        std::vector<Term> terms;
        for (std::size_t i = 0; i < task.people.size(); ++i)
            terms.push_back({1, positive(solver_.new_var())});
        if (task.weight > 1)
            for (const Term& link : terms) wide_.push_back(link.lit);
        for (int j = 0; j < task.need(); ++j) {
            const Lit l = positive(solver_.new_var());
            if (j > 0) solver_.add_clause({negate(l), open_[at(t)].back()});
            open_[at(t)].push_back(l);
            terms.push_back({1, l});
        }
        task_row_[at(t)] = rows_.size();
        hold(std::move(terms), task.need(), true);
    }
}

// The sum is at most the bound, or equal to it.
void Encoding::hold(std::vector<Term> terms, long bound, bool equal) {
    if (terms.empty()) return;
    if (equal) solver_.add(terms, bound);
    solver_.add_at_most(terms, bound);
    rows_.push_back({std::move(terms), bound, equal, what_});
}

void Encoding::add_conflicts() {
    for (const auto& clique : cliques(model_, tasks_)) {
        std::map<int, std::vector<Term>> by_person;
        for (const int t : clique)
            for (const int p : model_.tasks[at(t)].people) by_person[p].push_back({1, link(t, p)});
        for (const auto& entry : by_person)
            if (entry.second.size() > 1) hold(entry.second, 1);
    }
}

// Units count once where any of their tasks is held: a literal of their own, unless one person can hold one
// of them at most.
void Encoding::add_limit(const Limit& limit) {
    std::map<Lit, long> sum;
    for (const int t : limit.tasks)
        if (const Lit l = link(t, limit.person); l >= 0 && limit.units.empty()) ++sum[l];
    for (const Limit::Unit& unit : limit.units) {
        const std::vector<Term> turns = turns_of(unit.tasks, limit.person);
        if (turns.size() < 2 || model_.exclusive(unit.tasks)) {
            for (const Term& t : turns) sum[t.lit] += unit.weight;
            continue;
        }
        const Lit any = positive(solver_.new_var());
        for (const Term& t : turns) hold({t, {-1, any}}, 0);
        sum[any] += unit.weight;
    }
    std::vector<Term> terms;
    for (const auto& [lit, coef] : sum) terms.push_back({coef, lit});
    hold(std::move(terms), limit.bound);
}

void Encoding::add_pair(const PairRule& pair) {
    const std::vector<Term> a = turns_of(pair.tasks, pair.a), b = turns_of(pair.tasks, pair.b);
    const bool single = model_.exclusive(pair.tasks);
    const auto joined = [](std::vector<Term> terms, const std::vector<Term>& others, long coef) {
        for (const Term& t : others) terms.push_back({coef, t.lit});
        return terms;
    };
    if (single) return hold(joined(a, b, pair.together ? -1 : 1), pair.together ? 0 : 1, pair.together);
    for (const Term& t : a)
        if (pair.together)
            hold(joined({t}, b, -1), 0);
        else
            for (const Term& other : b) hold({t, other}, 1);
    for (const Term& t : b)
        if (pair.together) hold(joined({t}, a, -1), 0);
}

// A literal that is true where the person holds none of the tasks.
Lit Encoding::soften(const std::vector<int>& tasks, int person) {
    std::vector<Term> terms = turns_of(tasks, person);
    const Lit l = positive(solver_.new_var());
    terms.push_back({1, l});
    for (Term& t : terms) t.coef = -1;
    hold(std::move(terms), -1);
    return l;
}

void Encoding::add_wish(const OpenWish& wish) {
    if (wish.on) {
        refused_.push_back(soften(wish.tasks, wish.person));
        return;
    }
    const Lit l = positive(solver_.new_var());
    std::vector<Term> terms = turns_of(wish.tasks, wish.person);
    if (model_.exclusive(wish.tasks)) {
        terms.push_back({-1, l});
        hold(std::move(terms), 0);
    } else {
        for (const Term& t : terms) hold({t, {-1, l}}, 0);
    }
    refused_.push_back(l);
}

// Who holds a task of the block is one of its holders, or a stand-in.
void Encoding::add_block(int number) {
    const Block& block = model_.blocks[at(number)];
    std::map<int, Lit> holder;
    std::vector<Term> holders;
    const auto sure = [&](int p) {
        return std::find(block.holders.begin(), block.holders.end(), p) != block.holders.end();
    };
    const auto holder_of = [&](int p) {
        const auto [it, fresh] = holder.try_emplace(p, -1);
        if (fresh) {
            it->second = positive(solver_.new_var());
            wide_.push_back(it->second);
            holders.push_back({1, it->second});
        }
        return it->second;
    };
    const bool open = block.holders.size() < at(block.need);
    for (const auto& [person, turns] : block.kept) {
        if (sure(person)) continue;
        if (!open) {
            sure_stand_ins_.emplace_back(number, turns);
            continue;
        }
        const Lit stand_in = positive(solver_.new_var());
        hold({{-1, holder_of(person)}, {-1, stand_in}}, -1);
        stand_ins_.emplace_back(number, Soft{stand_in, turns});
    }
    for (const int t : block.tasks)
        for (const int p : model_.tasks[at(t)].people) {
            if (sure(p)) continue;
            if (!open) {
                stand_ins_.emplace_back(number, Soft{link(t, p), 1});
                continue;
            }
            const Lit stand_in = positive(solver_.new_var());
            hold({{1, link(t, p)}, {-1, holder_of(p)}, {-1, stand_in}}, 0);
            stand_ins_.emplace_back(number, Soft{stand_in, 1});
        }
    if (open) hold(std::move(holders), block.need - static_cast<long>(block.holders.size()));
}

void Encoding::add_blocks() {
    for (std::size_t b = 0; b < model_.blocks.size(); ++b)
        if (std::all_of(model_.blocks[b].tasks.begin(), model_.blocks[b].tasks.end(),
                        [&](int t) { return contains(tasks_, t); }))
            add_block(static_cast<int>(b));
}

void Encoding::add_rules() {
    what_ = "limit";
    for (const Limit& limit : model_.limits)
        if (mine(limit.tasks)) add_limit(limit);
    what_ = "pair";
    for (const PairRule& pair : model_.pairs)
        if (mine(pair.tasks)) add_pair(pair);
    what_ = "pin";
    for (std::size_t d = 0; d < model_.demands.size(); ++d)
        if (mine(model_.demands[d].tasks))
            broken_.emplace_back(static_cast<int>(d),
                                 soften(model_.demands[d].tasks, model_.demands[d].person));
    what_ = "published";
    for (std::size_t k = 0; k < model_.published.size(); ++k)
        if (mine(model_.published[k].tasks))
            lost_.emplace_back(static_cast<int>(k),
                               soften(model_.published[k].tasks, model_.published[k].person));
    what_ = "block";
    add_blocks();
    what_ = "wish";
    for (const OpenWish& wish : model_.wishes)
        if (mine(wish.tasks)) add_wish(wish);
}

Holders Encoding::plan() const {
    Holders plan(model_.tasks.size());
    for (const int t : tasks_)
        for (const int p : model_.tasks[at(t)].people)
            if (solver_.model(link(t, p))) plan[at(t)].push_back(p);
    return plan;
}

Holders Encoding::plan(const std::function<double(Lit)>& share) const {
    Holders plan(model_.tasks.size());
    for (const int t : tasks_)
        for (const int p : model_.tasks[at(t)].people) {
            const int now = solver_.fixed(link(t, p));
            if (now > 0 || (now == 0 && share(link(t, p)) > 0.5)) plan[at(t)].push_back(p);
        }
    return plan;
}

void Encoding::suggest(const Holders& plan) {
    for (const int t : tasks_) {
        for (const int p : model_.tasks[at(t)].people) solver_.set_phase(var_of(link(t, p)), false);
        for (const int p : plan[at(t)]) solver_.set_phase(var_of(link(t, p)), true);
    }
}

void Encoding::suggest(const std::function<double(Lit)>& share) {
    for (const int t : tasks_)
        for (const int p : model_.tasks[at(t)].people) {
            const Lit l = link(t, p);
            if (solver_.fixed(l) == 0) solver_.set_phase(var_of(l), share(l) > 0.5);
        }
}

SoftSum Encoding::broken(const std::vector<int>& among) const {
    SoftSum sum;
    for (const auto& [d, l] : broken_)
        if (contains(among, model_.demands[at(d)].tasks.front())) sum.softs.push_back({l, 1});
    return sum;
}

SoftSum Encoding::uncovered(const std::vector<int>& among) const {
    SoftSum sum;
    for (const int t : among)
        for (const Lit l : open_[at(t)]) sum.softs.push_back({l, model_.tasks[at(t)].weight});
    return sum;
}

SoftSum Encoding::lost(const std::vector<int>& among) const {
    SoftSum sum;
    for (const auto& [k, l] : lost_)
        if (contains(among, model_.published[at(k)].tasks.front()))
            sum.softs.push_back({l, model_.published[at(k)].weight});
    return sum;
}

SoftSum Encoding::stand_ins(const std::vector<int>& among) const {
    SoftSum sum;
    const auto within = [&](int block) { return contains(among, model_.blocks[at(block)].tasks.front()); };
    for (const auto& [block, soft] : stand_ins_)
        if (within(block)) sum.softs.push_back(soft);
    for (const auto& [block, number] : sure_stand_ins_)
        if (within(block)) sum.constant += number;
    return sum;
}

void Encoding::require_at_most(const SoftSum& sum, long bound) {
    what_ = "count";
    bound -= sum.constant.get_num().get_si();
    std::vector<Term> terms;
    for (const Soft& s : sum.softs) terms.push_back({s.weight.get_num().get_si(), s.lit});
    hold(std::move(terms), bound);
}

Lit Encoding::limit(const SoftSum& sum, long bound) {
    const Lit l = positive(solver_.new_var());
    bound -= sum.constant.get_num().get_si();
    std::vector<Term> terms;
    long most = 0;
    for (const Soft& s : sum.softs) {
        terms.push_back({s.weight.get_num().get_si(), s.lit});
        most += terms.back().coef;
    }
    terms.push_back({std::max(0L, most - bound), l});
    solver_.add_at_most(std::move(terms), most);
    return l;
}

void Encoding::require_at_least(const SoftSum& sum, long bound) {
    what_ = "count";
    bound -= sum.constant.get_num().get_si();
    std::vector<Term> terms;
    for (const Soft& s : sum.softs) terms.push_back({-s.weight.get_num().get_si(), s.lit});
    hold(std::move(terms), -bound);
}

void Encoding::probe() {
    std::vector<Lit> lits;
    for (const int t : tasks_)
        for (const int p : model_.tasks[at(t)].people) lits.push_back(link(t, p));
    for (int round = 0; round < 3 && solver_.probe(lits); ++round) {
    }
}

std::vector<std::vector<Link>> Encoding::links() const {
    std::vector<std::vector<Link>> out(model_.tasks.size());
    for (const int t : tasks_)
        for (const int p : model_.tasks[at(t)].people) {
            const int now = solver_.fixed(link(t, p));
            out[at(t)].push_back(now > 0 ? Link::held : now < 0 ? Link::no : Link::open);
        }
    return out;
}

}  // namespace teamctl::rota
