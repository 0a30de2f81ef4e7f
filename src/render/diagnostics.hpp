// Problems of files as text with excerpt and caret, and as JSON.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/json.hpp"
#include "base/phrase.hpp"

namespace teamctl::render {

/// `file:line:column: error: message [code]`, the line with a caret under the column, the hint, other places;
/// last how many more there are, by file.
std::string text(const Diagnostics& diagnostics, const Translator& words, bool color);

/// Of many: each kind with its number, the first twenty without excerpts, and the total. A few as text() has
/// them, with the total.
std::string overview(const Diagnostics& diagnostics, const Translator& words, bool color);
/// Whether there are so many that an overview says more.
bool too_many(const Diagnostics& diagnostics);
/// How many there are; empty where it is one, or none.
std::string total(const Diagnostics& diagnostics, const Translator& words);

/// {"problems": [{file, line, column, severity, code, message, hint}]}
Json json_data(const Diagnostics& diagnostics, const Translator& words);

}  // namespace teamctl::render
