// A team of one's own, made of an example team: its meetings, rotas, checklists, rules and awards, tied to
// positions and skills instead of people, without its records. Pure: text in, text out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "cli/templates.hpp"

namespace teamctl::cli {

/// Somebody of the new team.
struct OwnPerson {
    std::string name;
    std::string group = {};  ///< empty: none
    std::string id = {};     ///< empty: made of the name
    /// What a table says of them beside name and group, each key with its YAML.
    std::vector<std::pair<std::string, std::string>> keys = {};
};

/// What is asked for the new team.
struct OwnTeam {
    std::string name;
    std::vector<OwnPerson> people;    ///< the first leads the team, the first of each group the group
    Date today{};                     ///< everything begins here
    std::optional<TimeOfDay> daily;   ///< start of the daily meeting; else the template's
    std::vector<std::string> header;  ///< comment lines that the roster begins with
};

struct OwnFile {
    std::string path;  ///< below the root
    std::string text;
};

/// The files of the new team, from those of the example team in `folder` (`sales-en/`).
std::vector<OwnFile> own_team(std::span<const TemplateFile> examples, std::string_view folder,
                              const OwnTeam& wanted);
/// The name and start of the meeting of each working day in that example team; empty where it has none.
std::pair<std::string, std::string> daily_meeting(std::span<const TemplateFile> examples,
                                                  std::string_view folder);

}  // namespace teamctl::cli
