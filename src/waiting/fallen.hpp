// The published turns that leave makes fall, and who steps in (D1.19).
#pragma once

#include <vector>

#include "rules/meetings/sittings.hpp"

namespace teamctl::waiting {

/// A turn of somebody who is on leave then.
struct FallenTurn {
    calendar::Occurrence when;
    const team::Role* role = nullptr;
    team::PersonId stand_in;  ///< whom the agenda names in their place; none: somebody has to be found
};

/// The occurrences of that day at which the person has a turn by the plan that is published.
std::vector<FallenTurn> turns_on(const team::Team& team, const calendar::WorkingDays& days,
                                 team::PersonId person, Date day);

/// The turns of whoever the leave is of, by the plan that is published, from that day on; the team has the
/// leave.
std::vector<FallenTurn> fallen_turns(const team::Team& team, const calendar::WorkingDays& days,
                                     const team::Leave& leave, Date from);

}  // namespace teamctl::waiting
