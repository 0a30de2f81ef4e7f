// The files of a new team, written as one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "cli/start/own_team.hpp"

namespace teamctl::cli {

/// The folder of the template that is asked for; on a wrong one it has said why.
std::optional<std::string> template_folder(const Session& session);
/// The directory that the new team is to have.
std::filesystem::path target_of(const Session& session);
/// Writes the files of a new team as one; nothing of what is there is overwritten. On a terminal it says what
/// to do next (`next_steps`).
Exit write_team(const Session& session, const std::filesystem::path& named, const std::vector<OwnFile>& files,
                std::string_view next_steps);
/// The example team with its records.
Exit make_example(Session& session);

}  // namespace teamctl::cli
