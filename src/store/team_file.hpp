// Which files are a team's own, wherever a path leads to them.
#pragma once

#include <filesystem>

namespace teamctl::store {

/// Whether a path, also through links, names a file of a team directory that teamctl reads or keeps, or would
/// if it were there.
bool is_team_file(const std::filesystem::path& path);

/// Whether a path, also through links, is or lies in a folder of a team directory that holds files of the
/// team: `log/`, `plans/`, `meetings/` ..., whether it is there or not.
bool is_in_team_folder(const std::filesystem::path& path);

}  // namespace teamctl::store
