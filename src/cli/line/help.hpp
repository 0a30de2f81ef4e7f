// Help texts, from the rows of the commands.
#pragma once

#include <string>

#include "base/phrase.hpp"
#include "cli/line/command.hpp"

namespace teamctl::cli {

/// All commands and the common options.
std::string overview(const Translator& words);
std::string help_of(const CommandSpec& command, const Translator& words);

}  // namespace teamctl::cli
