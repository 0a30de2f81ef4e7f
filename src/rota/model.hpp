// The problem as the search sees it: tasks to hand to people, and who cannot have which two.
#pragma once

#include <optional>
#include <vector>

#include "rota/problem.hpp"
#include "rota/solve.hpp"

namespace teamctl::rota {

// Slots that one person takes together: one slot, or all open slots of a place in a week (H5). `need` equal
// ones are merged, since places of one role are interchangeable.
struct Task {
    int role = 0;
    int group = 0;
    int weight = 1;                       // slots a holder covers
    std::vector<int> occurrences;         // `weight` of them, by day
    std::vector<std::vector<int>> lanes;  // `need` lists of slots, each parallel to `occurrences`
    std::vector<int> people;              // who can hold it as far as pinned and past turns go; ascending
    int first_day = 0, last_day = 0;
    int need() const { return static_cast<int>(lanes.size()); }
};

// At most `bound` of `tasks` for one person (H4).
struct Limit {
    int person = 0;
    int bound = 0;
    std::vector<int> tasks;
};

// H7 at one occurrence: `tasks` are those of the role there.
struct PairRule {
    int a = 0, b = 0;
    bool together = false;
    std::vector<int> tasks;
};

// What a pin asks of the open slots beside it: the person must hold one of the tasks (H5: the rest of the
// week, H7: the partner's place). Broken only where the pins leave no other way; as few as can be, before all
// objectives.
struct Demand {
    int person = 0;
    std::vector<int> tasks;
};

// `weight` published turns are lost unless the person holds one of the tasks.
struct Published {
    int person = 0;
    int weight = 1;
    std::vector<int> tasks;
};

struct Model {
    const Problem* problem = nullptr;
    std::vector<Task> tasks;  // by first day, role
    std::vector<std::vector<int>>
        conflicts;  // by task: the tasks its holder cannot have as well (H2, H3, H5)
    std::vector<Limit> limits;
    std::vector<PairRule> pairs;
    std::vector<Demand> demands;
    std::vector<Published> published;
    long lost = 0;          // published turns that no plan can keep
    long covered = 0;       // slots with a kept holder
    long hopeless = 0;      // open slots that nobody can hold
    std::vector<int> base;  // by counter: turns in the history and in kept slots

    std::vector<bool> clash;  // the same as a square table; empty for very many tasks

    bool conflict(int a, int b) const;
    int counter(int group, int person) const { return group * problem->people + person; }
    const mpq_class& due(int counter) const;
};

Model build_model(const Problem& problem);

// The persons that hold each task; never more than `need` of them.
using Holders = std::vector<std::vector<int>>;

// Persons by slot, kept ones included; who can stay in a published place does.
std::vector<std::optional<int>> by_slot(const Model& model, const Holders& plan);

}  // namespace teamctl::rota
