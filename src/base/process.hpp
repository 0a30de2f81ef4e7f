// Other programs, run and waited for: the only place where a child is made.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace teamctl {

struct Ran {
    int code = 0;
    std::string output;  ///< of stdout
};

/// Runs a program found in PATH, without a shell, its stderr left alone. Nothing where it cannot be started.
std::optional<Ran> run_program(const std::vector<std::string>& words);

/// What a shell says of a command that it does not find.
inline constexpr int no_such_command = 127;

/// Runs a command of sh, an editor or a pager, at the terminal; `arguments` are its "$1" and so on. While it
/// runs, Ctrl-C and Ctrl-\ are for it alone. What `feed` writes to the descriptor is its input; without it
/// the terminal is. Its exit code, -1 where a signal ended it; nothing where it cannot be started.
std::optional<int> run_at_terminal(const std::string& command, const std::vector<std::string>& arguments = {},
                                   const std::function<void(int)>& feed = nullptr);

}  // namespace teamctl
