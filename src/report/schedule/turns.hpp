// The turns of each person: of a fairness group, and in all.
#pragma once

#include "base/report.hpp"
#include "rota/plan.hpp"

namespace teamctl::report {

/// What the turns of a group are of: its roles.
Phrase group_title(const team::Team& team, const rota::Plan& plan, std::size_t group);

/// "3–4 turns each" over all who owe any; nothing where several groups would need several words.
std::optional<Phrase> turns_range(const rota::Plan& plan);

/// Tables of turns, due and balance: in all, and a table a group.
void add_fairness(const team::Team& team, const rota::Plan& plan, Report& report);

}  // namespace teamctl::report
