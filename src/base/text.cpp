#include "base/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace teamctl {
namespace {

bool is_wide(char32_t c) {
    return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)) == 2;
}

std::size_t char_width(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return 1;
    if (c >= 0x4E00 && c <= 0x9FFF) return 2;  // the common ideographs, without asking the tables
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c))));
}

bool one_of(std::u32string_view set, char32_t c) {
    return set.find(c) != set.npos;
}

bool closes(char32_t c) {
    return one_of(U"，。、；：）」』》〉】〕！？％…”’,.;:!?)]}%", c);
}

/// A number and what it counts, `3 个`, `12月3日`, `两次`: `word` is what stands before a blank, if there is
/// one.
bool counts_it(char32_t word, char32_t after) {
    constexpr std::u32string_view measures =
        U"个次位名人条件项份张处天日周月年点分时轮班场遍岁号元台句行页级";
    const bool digit = word >= '0' && word <= '9';
    if (digit) return after >= 0x4E00 && after <= 0x9FFF;
    if (after >= '0' && after <= '9') return word == U'月' || word == U'年' || word == U'第';
    return one_of(U"一二两三四五六七八九十百千万几每第", word) && one_of(measures, after);
}

/// May a line end between the two? At a blank and around wide characters, but never before closing
/// punctuation nor after an opening one.
bool may_break(char32_t before, char32_t after) {
    if (after == ' ' || before == ' ') return true;
    if (closes(after) || one_of(U"（「『《〈【〔“‘([{", before)) return false;
    return is_wide(before) || is_wide(after);
}

/// Are the two a number and what it counts, or its per cent, with or without a blank between them? They stay
/// together. `word` is the last before `pos` that is no blank.
bool is_one(char32_t word, std::string_view text, std::size_t pos) {
    while (pos < text.size() && text[pos] == ' ') ++pos;
    if (pos == text.size()) return false;
    const char32_t after = code_point_at(text, pos).value;
    return after == '%' || counts_it(word, after);
}

/// One wide character, with what closes it, is all that is left of the paragraph: no line of its own.
bool is_lone(std::string_view rest) {
    const auto first = code_point_at(rest, 0);
    if (rest.empty() || !is_wide(first.value)) return false;
    for (std::size_t pos = first.bytes; pos < rest.size();) {
        const auto c = code_point_at(rest, pos);
        if (c.value == '\n') return true;
        if (!closes(c.value)) return false;
        pos += c.bytes;
    }
    return true;
}

/// Optimal string alignment distance over bytes, or over signs.
template <class View>
std::size_t edit_distance(View a, View b) {
    std::array<std::vector<std::size_t>, 3> rows;
    for (auto& row : rows) row.resize(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) rows[1][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        rows[2][0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = rows[1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            std::size_t best = std::min({rows[1][j] + 1, rows[2][j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = std::min(best, rows[0][j - 2] + 1);
            rows[2][j] = best;
        }
        std::rotate(rows.begin(), rows.begin() + 1, rows.end());
    }
    return rows[1][b.size()];
}

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view text) {
    for (std::size_t pos = 0; pos < text.size();) {
        if (static_cast<unsigned char>(text[pos]) < 0x80) {
            ++pos;
            continue;
        }
        utf8proc_int32_t value = 0;
        const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + pos,
                                            static_cast<utf8proc_ssize_t>(text.size() - pos), &value);
        if (bytes <= 0) return pos;
        pos += static_cast<std::size_t>(bytes);
    }
    return std::nullopt;
}

CodePoint code_point_at(std::string_view text, std::size_t pos) {
    const auto first = static_cast<unsigned char>(text[pos]);
    if (first < 0x80) return {first, 1};
    utf8proc_int32_t value = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + pos,
                                        static_cast<utf8proc_ssize_t>(text.size() - pos), &value);
    if (bytes <= 0) return {0xFFFD, 1};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes)};
}

bool same_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t pos = 0; pos < text.size(); pos += code_point_at(text, pos).bytes) ++count;
    return count;
}

bool is_harmful(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2028 ||
           c == 0x2029 || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F) || c == 0xFFFE || c == 0xFFFF;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = code_point_at(text, pos);
        width += char_width(c.value);
        pos += c.bytes;
    }
    return width;
}

std::string fitted(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return std::string{text};
    if (columns == 0) return {};
    std::size_t width = 0;
    std::size_t pos = 0;
    while (pos < text.size()) {
        const auto c = code_point_at(text, pos);
        if (width + char_width(c.value) > columns - 1) break;
        width += char_width(c.value);
        pos += c.bytes;
    }
    return std::string{text.substr(0, pos)} + "…";
}

std::string padded(std::string_view text, std::size_t columns, bool right_aligned) {
    const std::size_t width = display_width(text);
    const std::string space(width < columns ? columns - width : 0, ' ');
    return right_aligned ? space + std::string{text} : std::string{text} + space;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    std::size_t start = 0;  // of the line under way
    std::size_t width = 0;
    std::size_t break_at = 0;      // where the line may end; `start` for nowhere yet
    std::size_t break_before = 0;  // and where it may end before that
    std::size_t pos = 0;
    char32_t before = U'\n', word = U'\n';
    const auto flush = [&](std::size_t end) {
        std::string_view line = text.substr(start, end - start);
        while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
        lines.emplace_back(line);
        start = end;
        while (start < text.size() && text[start] == ' ') ++start;
        width = pos > start ? display_width(text.substr(start, pos - start)) : 0;
        pos = std::max(pos, start);
        break_at = break_before = start;
    };
    while (pos < text.size()) {
        const auto c = code_point_at(text, pos);
        if (c.value == '\n') {
            flush(pos);
            start = ++pos;
            width = 0;
            break_at = break_before = start;
            before = word = c.value;
            continue;
        }
        if (may_break(before, c.value) && !is_one(word, text, pos) && pos > break_at) {
            break_before = break_at;
            break_at = pos;
        }
        if (width + char_width(c.value) > columns && pos > start) {
            const bool earlier = break_before > start && is_lone(text.substr(break_at)) &&
                                 display_width(text.substr(break_before)) <= columns;
            flush(earlier ? break_before : break_at > start ? break_at : pos);
            continue;
        }
        width += char_width(c.value);
        pos += c.bytes;
        before = c.value;
        if (c.value != ' ') word = c.value;
    }
    if (start < text.size() || lines.empty()) lines.emplace_back(text.substr(std::min(start, text.size())));
    return lines;
}

std::string made_harmless(std::string_view text, bool keep_line_feeds) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = code_point_at(text, pos);
        const bool invalid = c.value == 0xFFFD && c.bytes == 1;
        if (c.value == '\n' && keep_line_feeds) {
            out += '\n';
        } else if (invalid || (is_harmful(c.value) && c.value < 0x80)) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[pos]));
        } else if (is_harmful(c.value)) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c.value));
        } else {
            out += text.substr(pos, c.bytes);
        }
        pos += c.bytes;
    }
    return out;
}

std::string composed(std::string_view text) {
    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (size < 0) return std::string{text};
    std::string out{reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
    std::free(made);
    return out;
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.size() > 200) return std::nullopt;
    std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
    const std::string* best = nullptr;
    for (const auto& candidate : candidates) {
        const std::size_t gap =
            candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
        if (gap > limit) continue;
        const std::size_t distance = edit_distance<std::string_view>(word, candidate);
        if (distance > limit || (best != nullptr && distance == limit)) continue;
        best = &candidate;
        limit = distance;
    }
    return best != nullptr ? std::optional<std::string>{*best} : std::nullopt;
}

std::size_t sign_distance(std::string_view a, std::string_view b) {
    const auto signs_of = [](std::string_view text) {
        std::u32string signs;
        for (std::size_t pos = 0; pos < text.size();) {
            const auto c = code_point_at(text, pos);
            signs += c.value >= U'A' && c.value <= U'Z' ? c.value - U'A' + U'a' : c.value;
            pos += c.bytes;
        }
        return signs;
    };
    return edit_distance<std::u32string_view>(signs_of(a), signs_of(b));
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    return fmt::format("{}", fmt::join(parts, separator));
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace teamctl
