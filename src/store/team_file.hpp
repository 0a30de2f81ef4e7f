// Which files are a team's own, wherever a path leads to them.
#pragma once

#include <filesystem>

namespace teamctl::store {

/// Whether a path, also through links, names a file of a team directory that teamctl reads or keeps, or would
/// if it were there.
bool is_team_file(const std::filesystem::path& path);

}  // namespace teamctl::store
