#include "yaml/source.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"

namespace teamctl::yaml {
namespace {

constexpr std::size_t window_before = 60;  // characters of a long line that stay visible before the caret
constexpr std::size_t window_after = 40;

/// A character as an excerpt may show it: always one for one, so that carets stay where they are.
std::string_view shown(std::string_view text, std::size_t offset, CodePoint c) {
    if (c.value == '\t') return "→";
    if (is_harmful(c.value) || (c.value == 0xFFFD && c.bytes == 1)) return "�";
    return text.substr(offset, c.bytes);
}

/// The code point that ends just before `offset`; invalid bytes count one each.
std::size_t previous_code_point(std::string_view text, std::size_t offset, std::size_t floor) {
    for (std::size_t back = 2; back <= 4 && offset >= floor + back; ++back)
        if (code_point_at(text, offset - back).bytes == back) return offset - back;
    return offset - 1;
}

}  // namespace

std::vector<std::uint32_t> line_starts(std::string_view text) {
    std::vector<std::uint32_t> starts{0};
    const bool has_cr = text.find('\r') != npos;
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        if (has_cr) {
            pos = text.find_first_of("\r\n", pos);
            if (pos == npos) break;
            if (text[pos] == '\r' && byte_at(text, pos + 1) == '\n') continue;
        } else {
            const void* found = std::memchr(text.data() + pos, '\n', text.size() - pos);
            if (found == nullptr) break;
            pos = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        }
        starts.push_back(static_cast<std::uint32_t>(pos + 1));
    }
    return starts;
}

void set_excerpt(Place& place, std::string_view text, std::size_t line, std::size_t offset) {
    std::size_t start = offset;
    std::size_t before = 0;
    for (; before < window_before && start > line; ++before) start = previous_code_point(text, start, line);
    const bool cut = start > line;
    place.caret = static_cast<std::uint32_t>(before + 1 + (cut ? 1 : 0));
    place.excerpt = cut ? "…" : "";
    std::size_t pos = start;
    const auto inside = [&] { return pos < text.size() && !is_break(text[pos]); };
    for (std::size_t count = 0; inside() && count < before + window_after; ++count) {
        const auto c = code_point_at(text, pos);
        place.excerpt += shown(text, pos, c);
        pos += c.bytes;
    }
    if (inside()) place.excerpt += "…";
}

std::size_t line_start(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    while (offset > 0 && !is_break(text[offset - 1])) --offset;
    return offset;
}

std::size_t line_end(std::string_view text, std::size_t offset) {
    const std::size_t end = text.find_first_of("\r\n", offset);
    return end == npos ? text.size() : end;
}

std::size_t indent_of(std::string_view text, std::size_t offset) {
    const std::size_t start = line_start(text, offset);
    std::size_t pos = start;
    while (is_blank(byte_at(text, pos))) ++pos;
    return pos - start;
}

std::size_t closing_quote(std::string_view text, std::size_t open) {
    const char quote = text[open];
    for (std::size_t pos = open + 1; pos < text.size(); ++pos) {
        if (quote == '"' && text[pos] == '\\') {
            ++pos;
        } else if (text[pos] == quote) {
            if (quote == '"' || byte_at(text, pos + 1) != quote) return pos;
            ++pos;
        }
    }
    return npos;
}

std::size_t skip_space(std::string_view text, std::size_t offset) {
    while (offset < text.size()) {
        if (is_space(text[offset])) {
            ++offset;
        } else if (text[offset] == '#') {
            offset = line_end(text, offset);
        } else {
            break;
        }
    }
    return std::min(offset, text.size());
}

std::size_t less_indented_line(std::string_view text, std::size_t open, std::size_t close, int column) {
    for (std::size_t line = text.find('\n', open); line < close; line = text.find('\n', line)) {
        std::size_t content = ++line;
        while (byte_at(text, content) == ' ') ++content;
        if (static_cast<int>(content - line) > column || content > close) continue;
        std::size_t word = content;
        while (is_blank(byte_at(text, word))) ++word;
        if (!is_break(byte_at(text, word))) return content;
    }
    return npos;
}

std::size_t plain_end(std::string_view text, std::size_t offset, std::string_view value) {
    if (text.substr(offset, value.size()) == value) return offset + value.size();
    std::size_t pos = offset;
    for (const char c : value) {
        if (is_space(c)) continue;
        while (is_space(byte_at(text, pos))) ++pos;
        if (byte_at(text, pos) != c) return offset;
        ++pos;
    }
    return pos;
}

std::size_t block_scalar_end(std::string_view text, std::size_t open, int parent) {
    int indent = -1;  // of the content; -1 until its first line is seen
    std::size_t pos = open + 1;
    for (; pos < text.size() && !is_space(text[pos]); ++pos)
        if (text[pos] >= '1' && text[pos] <= '9') indent = std::max(parent, 0) + (text[pos] - '0');
    std::size_t end = line_end(text, pos);
    while (end < text.size()) {
        std::size_t line = end + (text[end] == '\r' && byte_at(text, end + 1) == '\n' ? 2 : 1);
        std::size_t content = line;
        while (byte_at(text, content) == ' ') ++content;
        const std::size_t next_end = line_end(text, content);
        const int columns = static_cast<int>(content - line);
        if (content < next_end) {
            if (indent < 0) indent = std::max(columns, std::max(parent, 0) + 1);
            if (columns < indent) return end;
        } else if (content == text.size()) {
            return end;
        }
        end = next_end;
    }
    return end;
}

}  // namespace teamctl::yaml
