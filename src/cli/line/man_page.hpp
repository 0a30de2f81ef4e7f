// Pages of the manual in the language that is asked for, made of the rows that help shows, so that the two
// cannot disagree. The language of the pages is mdoc(7).
#pragma once

#include <string>

#include "base/phrase.hpp"
#include "cli/line/command.hpp"

namespace teamctl::cli {

/// teamctl-COMMAND(1).
std::string man_page(const CommandSpec& command, const Translator& words);
/// teamctl(1): the commands and the options that all take.
std::string man_page_of_program(const Translator& words);
/// teamctl-files(5): the files of a team, their keys, and the kinds of records.
std::string man_page_of_files(const Translator& words);

}  // namespace teamctl::cli
