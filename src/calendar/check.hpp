// What only the calendar can tell of a team's files: zones that do not exist, recurrence rules that are
// wrong.
#pragma once

#include <string>
#include <vector>

#include "base/phrase.hpp"
#include "team/model.hpp"

namespace teamctl::calendar {

struct Finding {
    team::Origin origin;
    std::string code;  ///< stable, kebab-case: `unknown-zone`, `bad-rrule`
    Phrase message;
};

/// The findings about the settings, the series and the checklists, in that order. Each is an error.
std::vector<Finding> findings(const team::Team& team);

}  // namespace teamctl::calendar
