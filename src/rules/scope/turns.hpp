// Turns of the plan in a period: those held, how many were due to whom, who had none (D1.17, D1.3, D1.29).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/scope/scope.hpp"

namespace teamctl::rules {

/// What is due is counted in so many parts of a turn: of so many that a place divided among up to 18 people
/// has no remainder, and percentages of it are exact.
inline constexpr std::int64_t turn_parts = 367'567'200;

/// Lines of the plan in the period whose meeting or duty has begun and was not cancelled.
std::vector<const team::PlanLine*> held_lines(const Scope& scope);

/// Each person's share of the places of a role, in parts of a turn, each place divided by `share` among
/// those accountable for it (teamctl-rota(7); D1.17).
std::map<team::PersonId, std::int64_t> due_turns(const Scope& scope, std::string_view role);

/// To whom turns of the role were due, and who had none (D1.29).
std::vector<team::PersonId> without_turn(const Scope& scope, std::string_view role);

/// Who was at meetings whose attendance says who spoke, and neither spoke at any nor had a role there
/// (D1.29).
std::vector<team::PersonId> silent_people(const Scope& scope);

/// How often each form was used in a meeting, the most frequent first.
struct FormUse {
    team::SeriesId series;
    std::vector<std::pair<std::string, std::int64_t>> times;
};
std::vector<FormUse> forms_used(const Scope& scope);

}  // namespace teamctl::rules
