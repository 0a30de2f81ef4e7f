// Text as terminals and files see it: UTF-8, display width, harmless output, near words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teamctl {

/// Offset of the first byte that is not valid UTF-8 (RFC 3629), if any.
std::optional<std::size_t> invalid_utf8(std::string_view text);

/// The code point at `pos` and the bytes it takes (1 for an invalid byte, U+FFFD).
struct CodePoint {
    char32_t value;
    std::size_t bytes;
};
CodePoint code_point_at(std::string_view text, std::size_t pos);
/// Number of code points.
std::size_t code_points(std::string_view text);

/// Whether the texts are the same but for the case of ASCII letters.
bool same_letters(std::string_view a, std::string_view b);

/// Controls, bidirectional overrides and isolates, separators that break lines: never welcome in a file (tab
/// and line feed aside) and never sent to a terminal.
bool is_harmful(char32_t c);

/// Columns on a terminal: wide characters take two, combining ones none.
std::size_t display_width(std::string_view text);
/// The longest prefix of at most `columns`, with an ellipsis where something was cut.
std::string fitted(std::string_view text, std::size_t columns);
/// Spaces up to `columns`, after (or before) the text.
std::string padded(std::string_view text, std::size_t columns, bool right_aligned = false);
/// Breaks into lines of at most `columns`: at spaces and around wide characters, punctuation kept where it
/// belongs; a longer word is cut.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);
/// Replaces every harmful character by its visible escape (\x1b, \u202e); keeps line feeds if asked to.
std::string made_harmless(std::string_view text, bool keep_line_feeds = false);

/// The text with each letter and its marks as one character (NFC): é is e and an accent, or é.
std::string composed(std::string_view text);

/// The candidate closest to a mistyped word (Damerau-Levenshtein, at most a third of its length away).
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

/// How many signs have to change to make one text of the other (Damerau-Levenshtein); capitals count as
/// small.
std::size_t sign_distance(std::string_view a, std::string_view b);

std::string joined(const std::vector<std::string>& parts, std::string_view separator);
std::string_view trimmed(std::string_view text);

}  // namespace teamctl
