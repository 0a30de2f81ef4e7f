// The small files by which git treats a team directory as it should: .gitignore and .gitattributes.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

namespace teamctl::store {

/// Adds to a file of lines those that it does not hold yet, below the ones it has; makes the file where it is
/// missing. `heading`, a comment, stands above what is added. True where anything was added.
bool add_lines(const std::filesystem::path& path, std::span<const std::string_view> lines,
               std::string_view heading = {});

/// Lets .gitignore of a team directory name what a writer leaves there (`passing_files`): a lock that is
/// committed conflicts in every merge. True where anything was added.
bool ignore_passing_files(const std::filesystem::path& root);

inline constexpr std::string_view ignore_name = ".gitignore";
/// What ignore_passing_files() would write, for who writes it with other files; nothing where it says so
/// already.
std::optional<std::string> with_passing_files_ignored(const std::filesystem::path& root);

}  // namespace teamctl::store
