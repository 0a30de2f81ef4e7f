// limits.yaml and wishes/ as rules and wishes of the problem.
#pragma once

#include "rota/build.hpp"

namespace teamctl::rota {

/// The limits as rules; `Rule::written` is the index into Team::limits. Whom a limit with `who` binds is as
/// things stand on any day of the period.
std::vector<Rule> rules_of(const team::Team& team, const Question& question, const Period& period);

/// Adds a wish for each day of the period on which a slot could have been its person's.
void add_wishes(const team::Team& team, const Period& period, Question& question);

}  // namespace teamctl::rota
