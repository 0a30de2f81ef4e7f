// Help texts, from the rows of the commands.
#pragma once

#include <string>

#include "base/phrase.hpp"
#include "cli/line/command.hpp"

namespace teamctl::cli {

/// All commands by what they are for, on one screen of 24 lines.
std::string overview(const Translator& words);
/// The options that every command takes.
std::string common_help(const Translator& words);
/// The files of a team: where each kind lies and what it is.
std::string files_help(const Translator& words);
/// A first hour in steps, for those who do not read the manual's.
std::string tutorial(const Translator& words);
std::string help_of(const CommandSpec& command, const Translator& words);

}  // namespace teamctl::cli
