// What the bytes alone can tell: encoding, characters that have no business in a file, lines too long.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "yaml/document.hpp"
#include "yaml/problems.hpp"

namespace teamctl::yaml {

/// The name of the encoding, where the bytes look like UTF-16 or UTF-32 rather than UTF-8.
std::optional<std::string_view> foreign_encoding(std::string_view bytes);

/// Offset of the first byte that is not a plain part of a UTF-8 text (harmful characters, lone carriage
/// returns, invalid bytes); the size of the text where there is none. Fast.
std::size_t first_suspect(std::string_view text, std::size_t from = 0);

/// Reports what git could not merge, at the first line of each such place, where its marks stand at the
/// beginning of lines: <<<<<<<, =======, >>>>>>>. Whether there was any; all else is wrong only because of
/// it.
bool report_unmerged(const Document& document, Problems& problems);

/// Reports invalid UTF-8, harmful characters and lines longer than the limit.
void guard_bytes(const Document& document, const Limits& limits, Problems& problems);

/// The text with all that guard_bytes reports made harmless to the parser library, byte for byte: the library
/// skips byte order marks and takes some for another encoding, and its places would be wrong from there on.
std::string defused(std::string_view text);

/// Reports escapes of a double quoted scalar that stand for harmful characters.
void guard_escapes(std::string_view text, std::size_t open, std::size_t close, Problems& problems);

/// `U+202E`
std::string code_point_name(char32_t c);

}  // namespace teamctl::yaml
