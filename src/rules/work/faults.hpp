// Faults that come again (teamctl-rules(7), example 16; D6.5, D17.7).
#pragma once

#include <optional>
#include <vector>

#include "rules/look_back.hpp"
#include "rules/work/entities.hpp"

namespace teamctl::rules {

/// So many closed faults of one asset, each no more than `repeat_days` after the first of them.
inline constexpr int repeat_count = 3;

struct RepeatFault {
    team::AssetId asset;
    std::vector<const Ticket*> tickets;  ///< oldest first; their closings name the causes
};

/// Assets with a run of closed faults, by when they were opened, whose last one lies in the period; each
/// asset once, with every fault of such runs. In the order of the asset register.
std::vector<RepeatFault> repeat_faults(const Entities& entities, const Period& period);

/// Of one asset, at any time up to that day; nothing where it had no such run.
std::optional<RepeatFault> repeat_fault_of(const Entities& entities, team::AssetId asset, Date until);

/// What was decided about it: actions that name the asset or one of its tickets (D17.7).
std::vector<const Matter*> actions_on(const team::Team& team, const Entities& entities,
                                      const RepeatFault& fault);

}  // namespace teamctl::rules
