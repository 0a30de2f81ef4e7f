// What the pages over several teams share.
#pragma once

#include "report/teams.hpp"

namespace teamctl::report {

/// The head of a page: title, and who is left out because of errors.
void begin_page(Report& report, const TeamsPage& page, Phrase title);
/// The JSON of all of them: teams with `figures` of each are added by the caller.
Json page_json(const TeamsPage& page);
Json label_json(const TeamLabel& label);
/// A cell that shows the name of the team and carries its id.
Cell team_cell(const TeamLabel& label);
Column team_column();
Json place_json(const TeamPlace& place);
Cell place_cell(const TeamPlace& place);
TeamPlace place_in(const TeamLabel& label, const team::Team& team, const team::Origin& origin);

}  // namespace teamctl::report
