#include "store/team_file.hpp"

#include <algorithm>

#include "store/disk.hpp"
#include "team/files.hpp"

namespace teamctl::store {

namespace fs = std::filesystem;

namespace {

/// A path without links, and below the team directory that it lies in; empty where it lies in none.
fs::path below_team(const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::weakly_canonical(fs::absolute(path), error);
    if (error) throw SystemError("open", path, error.value());
    fs::path folder = target.parent_path();
    while (!fs::is_directory(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
    const auto root = find_root(folder);
    return root ? target.lexically_relative(*root) : fs::path{};
}

}  // namespace

bool is_team_file(const fs::path& path) {
    const auto relative = below_team(path);
    if (relative.empty()) return false;
    const auto name = relative.filename().string();
    return team::file_kind(relative.string()) ||
           (relative.string() == name && name.starts_with(".teamctl.")) || name == ".gitignore" ||
           name == ".gitattributes";
}

bool is_in_team_folder(const fs::path& path) {
    const auto relative = below_team(path / "x");
    return std::ranges::any_of(team::file_specs(), [&](const auto& spec) {
        return !spec.folder.empty() && relative.begin() != relative.end() && *relative.begin() == spec.folder;
    });
}

}  // namespace teamctl::store
