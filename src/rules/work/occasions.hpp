// Checklists that no day brings up: each is gone through when there is occasion. Every record is a run of its
// own, but where items are ticked one after the other: those of an asset and a note are one, on one day or,
// until all is dealt with, on later ones (D3.10).
#pragma once

#include <vector>

#include "rules/work/checks.hpp"

namespace teamctl::rules {

/// Whether neither `when` nor a rota, a meeting or a newcomer's first day dates the checklist.
bool is_undated(const team::Team& team, team::ChecklistId list);

/// So long after its last step what is begun waits for the next.
inline constexpr Days longest_occasion{31};

/// The runs of such a list that its records, oldest first, make from that day on: each with its records, the
/// day of the first and that of the last.
std::vector<CheckRun> occasions(const team::Team& team, team::ChecklistId list,
                                const std::vector<const team::Record*>& records, Date from);

}  // namespace teamctl::rules
