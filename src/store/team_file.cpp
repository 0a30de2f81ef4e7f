#include "store/team_file.hpp"

#include "store/disk.hpp"
#include "team/files.hpp"

namespace teamctl::store {

namespace fs = std::filesystem;

bool is_team_file(const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::weakly_canonical(fs::absolute(path), error);
    if (error) return false;
    fs::path folder = target.parent_path();
    while (!fs::is_directory(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
    const auto root = find_root(folder);
    if (!root) return false;
    const auto relative = target.lexically_relative(*root);
    const auto name = target.filename().string();
    return team::file_kind(relative.string()) ||
           (relative == target.filename() && name.starts_with(".teamctl.")) || name == ".gitignore" ||
           name == ".gitattributes";
}

}  // namespace teamctl::store
