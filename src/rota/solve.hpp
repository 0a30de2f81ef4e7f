// The rota solver: optimal, proven, explained. Pure and deterministic: no clock but for a time that was asked
// for, no randomness.
//
// How: a convex min-cost flow bounds and chains of exchanges build (flow, draft); where these do not meet,
// branch and bound over linear programs (linear, branch) and a pseudo-boolean search that learns by cutting
// planes (encode, pb, core_guided) close the gap by turns, each sharpened by what the other has excluded.
// Bounds are exact rationals; floating point only proposes. Components that share nothing are solved by
// themselves. tests/bench/README.md has what was measured, against Cbc as well.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "rota/problem.hpp"

namespace teamctl::rota {

// How much the search does at the most: so many steps, about twenty seconds of a machine of 2025
// (tests/bench/README.md).
constexpr long kMostWork = 1'000'000'000;

struct Options {
    // Once it is done, the best plan found so far is returned with the bounds proven so far: the same on
    // every machine.
    long most_work = kMostWork;
    // In its place, where somebody asks for a time.
    std::optional<std::chrono::milliseconds> time_limit{};
    bool spacing = true;  // off: skip the heuristic that spreads each person's turns
};

// A value with what is proven about it. A bound of a later objective holds for plans that reach the values
// of the earlier ones (coverage, changes, blocks, fairness, wishes).
struct CountBound {
    long value = 0;
    long bound = 0;
    bool proven = false;
};
struct FairnessBound {
    mpq_class value{};
    mpq_class bound{};
    bool proven = false;
};

struct Certificate {
    CountBound coverage;  // slots with a holder, pinned and fixed ones included; the bound is from above
    CountBound changes;   // published turns lost to their holder, fixed slots not counted; bound from below
    CountBound blocks;    // slots of a block held by somebody else than its holder; bound from below
    FairnessBound fairness;  // sum over groups and people of (before + turns - due)^2; bound from below
    CountBound wishes;       // granted; the bound is from above
    std::vector<std::optional<int>> gaps;  // by role: days between consecutive turns of one person in it
    std::optional<int> smallest_gap_days;  // between consecutive turns of one person in one group
};

// A pinned or fixed turn that breaks a rule and is kept (H6).
struct Warning {
    RuleKind rule = RuleKind::available;
    int slot = 0;                // the pinned or fixed slot
    std::optional<int> other;    // the other slot
    std::optional<int> past;     // or the other turn: index into Problem::history
    std::optional<int> partner;  // H7: the other person
    int written = -1;            // Rule::written
};

// Why a person has not got a slot that is empty.
struct Reason {
    int person = 0;
    std::optional<RuleKind> rule;  // none: the time limit ended the search; nothing else keeps them out
    int detail = 0;                // available: Excluded::reason; rules that count: the turns there already
    std::optional<int> other;      // the slot that is in the way; of blocks: that they cannot hold as well
    std::optional<int> past;       // index into Problem::history
    std::optional<int> partner;    // H7: the person who cannot join, or holds `other`
    int written = -1;              // Rule::written
};

// "`slots` slots need a person from first_day to last_day, `people` people can fill only `fill`."
struct Joint {
    enum class Scope { moment, week, window, period } scope = Scope::period;
    int role = 0;
    int first_day = 0;
    int last_day = 0;
    int slots = 0;
    int people = 0;
    int fill = 0;
};

struct Uncovered {
    int slot = 0;
    std::vector<Reason> because;  // one for each person of the pool, in roster order
    std::optional<Joint> joint;
};

struct Result {
    std::vector<std::optional<int>> who;  // by slot
    Certificate certificate;
    std::vector<bool> granted;  // by wish
    std::vector<Warning> warnings;
    std::vector<Uncovered> uncovered;  // slots that are not fixed, in slot order
};

Result solve(const Problem& problem, const Options& options = {});

}  // namespace teamctl::rota
