// Small questions about the text of a file: lines, excerpts, where a quoted or block scalar ends.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace teamctl::yaml {

inline constexpr std::size_t npos = std::string_view::npos;

/// Offset of the first byte of each line; a line ends with LF, CR LF or a lone CR. Never empty.
std::vector<std::uint32_t> line_starts(std::string_view text);

/// Puts the line that begins at `line_start` into the place, or a window of it around `offset`, with
/// characters that must not be shown replaced one by one.
void set_excerpt(Place& place, std::string_view text, std::size_t line_start, std::size_t offset);

inline bool is_blank(char c) {
    return c == ' ' || c == '\t';
}
inline bool is_break(char c) {
    return c == '\n' || c == '\r';
}
inline bool is_space(char c) {
    return is_blank(c) || is_break(c);
}
/// The byte at that offset, 0 at the end: no text that is parsed holds a NUL.
inline char byte_at(std::string_view text, std::size_t offset) {
    return offset < text.size() ? text[offset] : '\0';
}

/// Offset of the first byte of the line that holds `offset`.
std::size_t line_start(std::string_view text, std::size_t offset);
/// Offset of the line's end: of its break or of the end of the text.
std::size_t line_end(std::string_view text, std::size_t offset);
/// Columns of blanks that the line of `offset` begins with.
std::size_t indent_of(std::string_view text, std::size_t offset);

/// Offset of the quote that closes the one at `open`; npos where there is none.
std::size_t closing_quote(std::string_view text, std::size_t open);
/// Skips blanks, line breaks and comments.
std::size_t skip_space(std::string_view text, std::size_t offset);
/// Offset of the first line between `open` and `close` that says something and is indented by no more than
/// `column` spaces; npos for none. It does not belong to a text that began further right.
std::size_t less_indented_line(std::string_view text, std::size_t open, std::size_t close, int column);
/// End of a plain scalar, which may run over lines: its characters but for blanks and breaks are those of the
/// value. `offset` itself where they are not.
std::size_t plain_end(std::string_view text, std::size_t offset, std::string_view value);
/// Offset of the last line break of a block scalar whose `|` or `>` stands at `open`, in a collection that
/// begins at column `parent` (from 0; -1 for none).
std::size_t block_scalar_end(std::string_view text, std::size_t open, int parent);

}  // namespace teamctl::yaml
