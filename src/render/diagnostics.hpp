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

/// {"problems": [{file, line, column, severity, code, message, hint}]}
Json json_data(const Diagnostics& diagnostics, const Translator& words);

}  // namespace teamctl::render
