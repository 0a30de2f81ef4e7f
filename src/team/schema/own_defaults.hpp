// What one user sets for every team, in a file of their own: config.yaml of teamctl-files(5).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "yaml/document.hpp"

namespace teamctl::team {

/// A word of the user's that stands for a command with its words.
struct OwnAlias {
    std::string name;
    std::string call;  ///< as a shell would read it: `agenda --meeting 早班会`
    Place place;       ///< of the call
    Place name_place;
};

struct OwnDefaults {
    std::string who;                   ///< an id or a name
    std::string language;              ///< zh, en or empty
    std::string color;                 ///< auto, always, never or empty
    std::optional<std::string> pager;  ///< a command of sh
    std::string directory;             ///< used where no team is found upwards
    std::vector<OwnAlias> aliases;
};

/// Reads it; problems are reported, and what is wrong is left out.
OwnDefaults read_own_defaults(const yaml::Document& document, Diagnostics& diagnostics);

}  // namespace teamctl::team
