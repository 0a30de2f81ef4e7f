// The text of the hooks and of the merge driver that `teamctl hook install` gives a repository (githooks(5),
// gitattributes(5)). Git runs both through sh, in terminals as in programs that do not have our PATH.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace teamctl::store {

/// A word that sh reads back unchanged, in single quotes.
std::string shell_quoted(std::string_view text);

/// The hook with one more team to check, `folder` below the top of the repository, empty for the top itself.
/// `hook` is the text there is, empty where there is none. Our lines stand in a block of their own; the teams
/// that it names stay, and so does every line outside of it. Nothing where the hook is somebody else's.
std::optional<std::string> hook_with_team(std::string_view hook, std::string_view program,
                                          std::string_view folder);

/// The line that checks a team, for a hook of somebody else's.
std::string hook_line(std::string_view program, std::string_view folder);

/// The command of the merge driver: `program`, or where it cannot run, git's own merge by lines; it says so.
std::string driver_command(std::string_view program);

}  // namespace teamctl::store
