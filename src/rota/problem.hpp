// The rota as a pure problem: what the solver is given. Rule ids H1..H7 are those of teamctl-rota(7).
#pragma once

#include <gmpxx.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rota/index.hpp"

namespace teamctl::rota {

// People are indices 0..Problem::people-1 in roster order; all other indices point into Problem's vectors.

/// The hard rules, in the order in which the first that keeps somebody out is named. Each has its file in
/// limits/, but for who is available at all, and for blocks.
enum class RuleKind { available, overlap, gap, per_week, apart, block, together };

/// One hard rule over the turns of some roles.
struct Rule {
    RuleKind kind = RuleKind::overlap;
    std::vector<int> of{};  ///< roles, ascending; empty: all
    int amount = 0;         ///< days or turns, as the kind counts
    std::vector<std::pair<int, int>> pairs{};
};

struct Role {
    std::string name;       // e.g. "morning.host"; for messages only
    int group = 0;          // fairness group: roles with the same group share one count of turns
    int gap_days = 0;       // H3; 0 or 1: no gap asked
    int max_per_week = 0;   // H4; 0: no cap. Without meaning where per_week holds: the week is one turn
    bool per_week = false;  // H5: one holder for all occurrences of the ISO week
    std::vector<std::pair<int, int>> together;  // H7: at one occurrence both or neither
    std::vector<std::pair<int, int>> apart;     // H7: never both
};

struct Occurrence {
    int day = 0;  // of the start, on the team's own clock; days since 1970-01-01
    int start =
        0;  // as instants, in minutes from 1970-01-01 plus so many days: the clocks may change between
    int end = 1440;
    int series = 0;  // for the caller; the solver does not read it
};

// A person of the role's pool whom H1 keeps out of one slot, with the caller's own reason.
struct Excluded {
    int person = 0;
    int reason = 0;
};

struct Slot {
    int occurrence = 0;
    int role = 0;
    int place = 0;                   // 0-based; places of one role and occurrence are interchangeable
    std::optional<int> pinned;       // H6; need not be a candidate
    bool pinned_empty = false;       // H6: stays empty on purpose
    std::optional<int> published;    // the holder in the published plan
    bool fixed = false;              // a past date: keeps `pinned`, else `published`, else stays empty
    std::vector<int> candidates;     // the people who pass H1, ascending
    std::vector<Excluded> excluded;  // the rest of the pool; used for explanations only
};

// A turn outside the period: counts for the rules and the spacing, not for fairness.
struct PastTurn {
    int role = 0;
    int person = 0;
    int day = 0;
    int start = 0;  // as Occurrence's; not before `end`: nothing is known of its time
    int end = 0;
};

// What fairness knows of one person in one group.
struct Standing {
    int before = 0;   // turns in the history
    mpq_class due{};  // share of every place of history and period
};

struct Problem {
    int people = 0;
    int groups = 0;
    std::vector<Role> roles;
    std::vector<Occurrence> occurrences;
    std::vector<Slot> slots;
    std::vector<PastTurn> history;
    std::vector<std::vector<Standing>> standing;  // [group][person]
};

// ISO weeks (Monday to Sunday) counted from the one that holds 1970-01-01.
constexpr int iso_week(int day) {
    return day >= -3 ? (day + 3) / 7 : -((-day - 3 + 6) / 7);
}

}  // namespace teamctl::rota
