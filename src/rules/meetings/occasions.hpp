// Checklists that no day brings up: each is gone through when there is occasion, and every record of it is a
// run of its own (D3.10).
#pragma once

#include "team/model.hpp"

namespace teamctl::rules {

/// Whether neither `when` nor a rota, a meeting or a newcomer's first day dates the checklist.
bool is_undated(const team::Team& team, team::ChecklistId list);

}  // namespace teamctl::rules
