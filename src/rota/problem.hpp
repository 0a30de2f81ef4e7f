// The rota as a pure problem: what the solver is given. Rule ids H1..H7 are those of teamctl-rota(7).
#pragma once

#include <gmpxx.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rota/index.hpp"
#include "rota/limits/kinds.hpp"

namespace teamctl::rota {

// People are indices 0..Problem::people-1 in roster order; all other indices point into Problem's vectors.

/// One hard rule over the turns of some roles.
struct Rule {
    RuleKind kind = RuleKind::overlap;
    std::vector<int> of{};                     ///< roles, ascending; empty: all
    int amount = 0;                            ///< days, minutes or turns, as the kind counts
    std::vector<std::pair<int, int>> pairs{};  ///< of people
    std::vector<int> then{};                   ///< roles that may not follow, ascending
    std::vector<bool> who{};                   ///< by person: whom it binds; empty: everybody
    std::vector<std::pair<int, int>> spans{};  ///< first and last days of the turns it looks at; empty: all
    bool by_date = false;                      ///< pairs: those of one date, not only of one occurrence
    int written = -1;                          ///< the caller's number
};

struct Role {
    std::string name;      // e.g. "morning.host"; for messages only
    int group = 0;         // fairness group: roles with the same group share one count of turns
    int gap_days = 0;      // H3; 0 or 1: no gap asked
    int max_per_week = 0;  // H4; 0: no cap. Without meaning where blocks hold
    int block_days = 0;    // days that one person should hold a place; 0: each occurrence by itself
    int block_from = -3;   // the first day of some block; -3 is a Monday
    std::vector<std::pair<int, int>> together{};  // H7: at one occurrence both or neither
    std::vector<std::pair<int, int>> apart{};     // H7: never both
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
    int place = 0;                 // 0-based; places of one role and occurrence are interchangeable
    std::optional<int> pinned;     // H6; need not be a candidate
    bool pinned_empty = false;     // H6: stays empty on purpose
    std::optional<int> published;  // the holder in the published plan
    // A repair: whom the agenda names for `published`, who is away. The person loses no turn of the
    // occurrence by taking this place, and is preferred to others for it.
    std::optional<int> stand_in{};
    int load = 1;                    // what the turn counts, in the units of its group
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
    int before = 0;   // turns in the history, in the units of the group
    mpq_class due{};  // share of every place of history and period, in turns
};

// A day on which somebody would like a turn of some slots, or none of them.
struct Wish {
    int person = 0;
    bool on = false;
    std::vector<int> slots;  // ascending
};

struct Problem {
    int people = 0;
    int groups = 0;
    std::vector<Role> roles;
    std::vector<Occurrence> occurrences;
    std::vector<Slot> slots;
    std::vector<PastTurn> history;
    std::vector<std::vector<Standing>> standing;  // [group][person]
    std::vector<mpq_class> units{};               // by group: the turns that one unit stands for; empty: 1
    std::vector<Rule> rules{};                    // beside those that roles write themselves
    std::vector<Wish> wishes{};

    mpq_class unit(int group) const {
        return units.empty() ? mpq_class{1} : units[static_cast<std::size_t>(group)];
    }
};

// ISO weeks (Monday to Sunday) counted from the one that holds 1970-01-01.
constexpr int iso_week(int day) {
    return day >= -3 ? (day + 3) / 7 : -((-day - 3 + 6) / 7);
}

// The block of the role that the day belongs to, counted from `block_from`.
constexpr int block_number(int day, int days, int from) {
    const int off = day - from;
    return off >= 0 ? off / days : -((-off + days - 1) / days);
}
inline std::optional<int> block_of(const Role& role, int day) {
    if (role.block_days <= 0) return std::nullopt;
    return block_number(day, role.block_days, role.block_from);
}

}  // namespace teamctl::rota
