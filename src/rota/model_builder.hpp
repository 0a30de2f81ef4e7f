// How a model is built, for the files that do it.
#pragma once

#include <map>
#include <set>

#include "rota/model.hpp"
#include "rota/turns.hpp"

namespace teamctl::rota {

// What is known of the slots of a role in one block.
struct BlockFacts {
    int need = 1;
    std::map<int, std::vector<int>> open;  // occurrence in the order of time -> slots to decide
    bool even = true;                      // as many open slots at every occurrence, none closed
    std::map<int, int> kept;               // people, and their turns in the period
    std::vector<int> holders;              // from outside the period, where they can go on
    std::set<int> named() const;           // whom pins, the past and the time around it put in
    bool can_be_rigid() const;
};

struct ModelBuilder {
    const Problem& problem;
    const Rigid& rigid;
    Model model;
    Turns kept;
    std::map<BlockKey, BlockFacts> blocks;

    ModelBuilder(const Problem& p, const Rigid& r) : problem(p), rigid(r), kept(p) { model.problem = &p; }

    const Slot& slot(int s) const { return problem.slots[at(s)]; }
    int day(int s) const { return problem.occurrences[at(slot(s).occurrence)].day; }
    Stint stint(int s) const { return stint_of(problem, slot(s)); }
    std::vector<int> by_day() const;  // all slots
    bool is_rigid(const BlockKey& key) const;

    void count_kept();
    void find_blocks();
    void find_holders(const BlockKey& key, BlockFacts& facts) const;
    std::vector<std::vector<int>> lanes() const;
    std::vector<int> people_for(const std::vector<int>& lane) const;
    void make_tasks(const std::vector<std::vector<int>>& lanes);
    void index_tasks();
    bool drop(int person, const std::vector<int>& tasks);
    std::map<int, std::vector<int>> moments(const Rule& rule) const;  // tasks by moment_of()
    void settle_together();
    bool conflict(const Task& a, const Task& b, const Rule& rule) const;
    void find_conflicts();
    void find_personal_conflicts(int reach);
    void find_limits();
    void limit_window(const Rule& rule, int window, const std::vector<int>& tasks);
    void limit_person(const Rule& rule, int window, int person, const std::vector<int>& tasks);
    void find_pairs();
    void pair_up(const Rule& rule, int moment, const std::vector<int>& tasks);
    void find_published();
    void add_blocks();
    void find_wishes();
};

}  // namespace teamctl::rota
