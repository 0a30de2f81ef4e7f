// The command line, taken apart by CLI11.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"

namespace teamctl::cli {

/// What the words after `teamctl` ask for. On a wrong call it has said why on stderr and returns nothing.
std::optional<Invocation> parse(const std::vector<std::string>& words);

}  // namespace teamctl::cli
