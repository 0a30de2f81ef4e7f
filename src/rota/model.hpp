// The problem as the search sees it: tasks to hand to people, and who cannot have which two.
#pragma once

#include <optional>
#include <vector>

#include "rota/problem.hpp"
#include "rota/solve.hpp"

namespace teamctl::rota {

// Slots that one person takes together: one slot, or all open slots of a place in a rigid block. `need` equal
// ones are merged, since places of one role are interchangeable.
struct Task {
    int role = 0;
    int group = 0;
    int weight = 1;                       // slots a holder covers
    int load = 1;                         // what they count, in the units of the group
    int block = -1;                       // of Model::blocks, where the holder should stay
    std::vector<int> occurrences;         // `weight` of them, by day
    std::vector<std::vector<int>> lanes;  // `need` lists of slots, each parallel to `occurrences`
    std::vector<int> people;              // who can hold it as far as pinned and past turns go; ascending
    int first_day = 0, last_day = 0;
    int need() const { return static_cast<int>(lanes.size()); }
};

// At most `bound` for one person, of units that count once where any of their tasks is held. Without units:
// of the tasks.
struct Limit {
    struct Unit {
        int weight = 1;
        std::vector<int> tasks;
    };
    int person = 0;
    int bound = 0;
    std::vector<int> tasks;  // ascending
    std::vector<Unit> units{};
};

// H7 at one moment: `tasks` are those of the rule's roles there.
struct PairRule {
    int a = 0, b = 0;
    bool together = false;
    std::vector<int> tasks;
};

// What a pin asks of the open slots beside it: the person must hold one of the tasks (H7: the partner's
// place). Broken only where the pins leave no other way; as few as can be, before all objectives.
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

// Slots that as few people as there are places should hold: turns of all others are stand-ins.
struct Block {
    int need = 1;                           // places
    std::vector<int> tasks;                 // those of one slot each
    std::vector<std::pair<int, int>> kept;  // people, and how many turns pins and the past give them
    std::vector<int> holders;  // known from the part of the block outside the period; at most `need`
};

// A wish that the plan decides: granted where the person holds one of the tasks, or where none.
struct OpenWish {
    int person = 0;
    bool on = false;
    std::vector<int> tasks;
};

struct Model {
    const Problem* problem = nullptr;
    std::vector<Task> tasks;  // by first day, role
    std::vector<std::vector<int>>
        conflicts;  // by task: the tasks its holder cannot have as well (H2, H3, H8)
    std::vector<Limit> limits;
    std::vector<PairRule> pairs;
    std::vector<Demand> demands;
    std::vector<Published> published;
    std::vector<Block> blocks;
    std::vector<OpenWish> wishes;
    long lost = 0;          // published turns that no plan can keep
    int change_scale = 1;   // what one lost turn weighs in `published`; below it stand what is preferred
    long stand_ins = 0;     // of blocks without an open slot
    long refused = 0;       // wishes that pins and the past refuse
    long covered = 0;       // slots with a kept holder
    long hopeless = 0;      // open slots that nobody can hold
    std::vector<int> base;  // by counter: turns in the history and in kept slots

    std::vector<bool> clash;  // the same as a square table; empty for very many tasks

    bool conflict(int a, int b) const;
    bool exclusive(const std::vector<int>& tasks) const;  // one person can hold one of them at most
    int counter(int group, int person) const { return group * problem->people + person; }
    const mpq_class& due(int counter) const;
    // By how much the counter's turns are off its due with so many units in the period.
    mpq_class off(int counter, int units) const;
};

// What one block's stand-ins are with these turns of people: all but those of its holders.
long stand_ins_of(const Block& block, const std::vector<int>& turns);

// The places of a role in one block; (role, number of the block).
using BlockKey = std::pair<int, int>;

// Blocks whose slots one person must take together, where no plan is better that gives them singly.
struct Rigid {
    bool all = false;              // every block that can be
    std::vector<BlockKey> blocks;  // else these; ascending
};

Model build_model(const Problem& problem, const Rigid& rigid);
// Blocks with an open slot that build_model() would make rigid, and those it would not.
struct BlockSplit {
    std::vector<BlockKey> can;
    int cannot = 0;
};
BlockSplit rigid_blocks(const Problem& problem);

// The persons that hold each task; never more than `need` of them.
using Holders = std::vector<std::vector<int>>;

// Persons by slot, kept ones included; who can stay in a published place does.
std::vector<std::optional<int>> by_slot(const Model& model, const Holders& plan);

}  // namespace teamctl::rota
