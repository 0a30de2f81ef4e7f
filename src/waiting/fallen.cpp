#include "waiting/fallen.hpp"

#include <algorithm>

namespace teamctl::waiting {

std::vector<FallenTurn> fallen_turns(const team::Team& team, const calendar::WorkingDays& days,
                                     const team::Leave& leave, Date from) {
    std::vector<FallenTurn> fallen;
    // A turn that begins the day before may run on into the leave.
    const Period reach{std::max(from, leave.from - Days{1}), leave.to + Days{1}, Period::Unit::range};
    if (reach.to < reach.from) return fallen;
    for (const auto& when : calendar::occurrences(team, days, reach)) {
        if (!calendar::covers(team, leave, when)) continue;
        const auto sitting = rules::sitting_of(team, when);
        if (sitting.cancelled != nullptr) continue;
        for (const auto& turn : sitting.turns) {
            if (std::ranges::find(turn.who, leave.who) == turn.who.end()) continue;
            fallen.push_back({when, turn.role, turn.stand_in});
        }
    }
    return fallen;
}

}  // namespace teamctl::waiting
