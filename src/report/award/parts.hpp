// What an award's page and its certificate both say.
#pragma once

#include <string>

#include "base/report.hpp"
#include "team/model.hpp"

namespace teamctl::report {

/// 一等奖, 二等奖 ...; of an award with one place: the winner.
Phrase place_title(const team::Award& award, int place);
bool has_prize(const team::Award& award, int place);
Money prize_of(const team::Award& award, int place);
/// What to type to give the person the place.
std::string decision_command(const team::Award& award, const Period& period, const team::Team& team,
                             team::PersonId who);

}  // namespace teamctl::report
