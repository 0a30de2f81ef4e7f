// What the pages over several teams share.
#pragma once

#include <algorithm>

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
/// The currencies of the teams, each once, in their order.
template <class Teams>
std::vector<std::string> currencies_of(const Teams& teams) {
    std::vector<std::string> found;
    for (const auto& one : teams) {
        if (std::ranges::find(found, one.team.currency) == found.end()) found.push_back(one.team.currency);
    }
    return found;
}
Column currency_column();
/// Says that amounts are told apart by currency, where there are several.
void tell_currencies(Report& report, const std::vector<std::string>& currencies);
Json place_json(const TeamPlace& place);
Cell place_cell(const TeamPlace& place);
TeamPlace place_in(const TeamLabel& label, const team::Team& team, const team::Origin& origin);

}  // namespace teamctl::report
