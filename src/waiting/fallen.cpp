#include "waiting/fallen.hpp"

#include <algorithm>

namespace teamctl::waiting {
namespace {

/// Adds the person's turns of that occurrence; none of one that is called off.
void add_turns(const team::Team& team, const calendar::Occurrence& when, team::PersonId person,
               std::vector<FallenTurn>& turns) {
    const auto sitting = rules::sitting_of(team, when);
    if (sitting.cancelled != nullptr) return;
    for (const auto& turn : sitting.turns) {
        if (std::ranges::find(turn.who, person) == turn.who.end()) continue;
        turns.push_back({when, turn.role, turn.stand_in});
    }
}

}  // namespace

std::vector<FallenTurn> turns_on(const team::Team& team, const calendar::WorkingDays& days,
                                 team::PersonId person, Date day) {
    std::vector<FallenTurn> turns;
    for (const auto& when : calendar::occurrences(team, days, day_period(day)))
        add_turns(team, when, person, turns);
    return turns;
}

std::vector<FallenTurn> fallen_turns(const team::Team& team, const calendar::WorkingDays& days,
                                     const team::Leave& leave, Date from) {
    std::vector<FallenTurn> fallen;
    // A turn that begins the day before may run on into the leave.
    const Period reach{std::max(from, leave.from - Days{1}), leave.to + Days{1}, Period::Unit::range};
    if (reach.to < reach.from) return fallen;
    for (const auto& when : calendar::occurrences(team, days, reach)) {
        if (calendar::covers(team, leave, when)) add_turns(team, when, leave.who, fallen);
    }
    return fallen;
}

}  // namespace teamctl::waiting
