// The user's own defaults: `~/.config/teamctl/config.yaml` (XDG base directories), read once a run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "team/schema/own_defaults.hpp"

namespace teamctl::cli {

class Session;

struct Own {
    std::string path;  ///< empty where no home is known
    team::OwnDefaults values;
    Diagnostics problems;

    /// `/home/li/.config/teamctl/config.yaml:3`: where the key stands; empty where it does not.
    std::string place_of(std::string_view key) const;
    /// Null where it is no alias.
    const team::OwnAlias* alias(std::string_view name) const;

    std::shared_ptr<const yaml::Document> document;
};
const Own& own();

/// The directory of its own, with `~/` as the home.
std::string own_directory();

/// The words of a call with an alias, where one stands in the place of the command, as what it stands for.
std::vector<std::string> with_alias(std::vector<std::string> words);

/// Says where directory, language, colour, pager and name come from: -v.
void tell_origins(const Session& session);

}  // namespace teamctl::cli
