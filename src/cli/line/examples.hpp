// Calls as people make them, for the help of each command.
#pragma once

#include <string_view>
#include <vector>

namespace teamctl::cli {

/// Two or three calls of a command, the most usual first, without `teamctl`; the names are those of the team
/// that `demo` makes. Every command has some, which a transcript runs.
std::vector<std::string_view> examples_of(std::string_view command, bool chinese);

}  // namespace teamctl::cli
