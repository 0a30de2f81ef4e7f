// From a team to a rota problem: which slots there are, who may fill them and why others may not, what
// fairness owes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/occurrences.hpp"
#include "rota/problem.hpp"
#include "team/model.hpp"

namespace teamctl::rota {

/// Days since 1970-01-01, as the problem counts them.
inline int day_number(Date date) {
    return static_cast<int>(date.time_since_epoch().count());
}

/// Why H1 keeps a person out of a slot, and the place in the files that says so.
struct Exclusion {
    enum class Kind { not_employed, works, leave } kind = Kind::not_employed;
    team::Origin at;
};

/// What the solver does not need to know of a slot.
struct SlotInfo {
    calendar::Occurrence occurrence;
    team::SeriesId series;
    int role = 0;   ///< index into Series::roles
    int place = 1;  ///< from 1
};

/// A turn outside the period, with the plan's line it was read from.
struct PastInfo {
    Date date{};
    team::PersonId person;
    team::Origin at;
};

/// A line of a plan on a day on which its series does not fall: no turn and no place.
struct StaleLine {
    Date date{};
    team::SeriesId series;
    team::Origin at;
};

/// What the solver does not need to know of a wish.
struct WishInfo {
    Date date{};
    team::Origin at;
};

struct BuildOptions {
    Period period;
    Date today{};
    bool fresh = false;  ///< keep only pins and the past
};

/// A problem and what its indexes mean. Slots stand in date, start, series, role, place order.
struct Question {
    Problem problem;
    std::vector<SlotInfo> slots;                        ///< by Problem::slots
    std::vector<Exclusion> exclusions;                  ///< by Excluded::reason
    std::vector<PastInfo> past;                         ///< by Problem::history
    std::vector<std::string> groups;                    ///< names, by group index
    std::vector<std::pair<team::SeriesId, int>> roles;  ///< by Problem::roles: the series and its role
    std::vector<WishInfo> wishes;                       ///< by Problem::wishes
    std::vector<StaleLine> stale;                       ///< of the history and the period, by date
    bool published = false;  ///< plans/ holds turns of the period: this is a repair
};

/// The plans that turns of the period depend on: the longest history, gap or block of any role before it, and
/// what limits look at; behind it the same without the history; the weeks it cuts at both ends.
Period plans_needed(const team::Team& team, const Period& period);

/// States the problem of teamctl-rota(7) for a period. The team holds the plans of plans_needed().
Question build(const team::Team& team, const calendar::WorkingDays& days, const BuildOptions& options);

}  // namespace teamctl::rota
