#include "yaml/guards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.hpp"
#include "yaml/explain.hpp"
#include "yaml/source.hpp"

namespace teamctl::yaml {
namespace {

constexpr std::size_t most_related = 20;  // further places named in one message

enum Class : unsigned char { plain, line_feed, carriage_return, control, lead };

constexpr std::array<Class, 256> byte_classes = [] {
    std::array<Class, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = byte >= 0x80 ? lead : (byte < 0x20 || byte == 0x7F) ? control : plain;
    table['\t'] = plain;
    table['\n'] = line_feed;
    table['\r'] = carriage_return;
    return table;
}();

unsigned char byte(std::string_view text, std::size_t pos) {
    return static_cast<unsigned char>(byte_at(text, pos));
}

bool continues(std::string_view text, std::size_t pos) {
    return (byte(text, pos) & 0xC0U) == 0x80U;
}

/// Bytes of a sound character that begins with a byte of 0x80 or more; 0 where it is invalid or harmful.
std::size_t sound_character(std::string_view text, std::size_t pos) {
    const unsigned char first = byte(text, pos);
    // U+3000 to U+CFFF: all valid, none harmful; what Chinese, Japanese and Korean text is made of.
    if (first >= 0xE3 && first <= 0xEC) return continues(text, pos + 1) && continues(text, pos + 2) ? 3 : 0;
    const auto c = code_point_at(text, pos);
    if ((c.value == 0xFFFD && c.bytes == 1) || is_harmful(c.value)) return 0;
    return c.bytes;
}

/// Eight bytes at once: whether all of them are printable ASCII (0x20 to 0x7E).
bool all_printable(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    const std::uint64_t below = (word - ones * 0x20U) | word;  // high bit: below 0x20 or above 0x7F
    const std::uint64_t above = word + ones;                   // high bit: 0x7F and above
    return ((below | above) & (ones * 0x80U)) == 0;
}

void report_invalid(const std::vector<std::size_t>& offsets, std::string_view text, Problems& problems) {
    if (offsets.empty()) return;
    std::vector<std::size_t> related;
    for (std::size_t i = 1; i < offsets.size() && i <= most_related; ++i) related.push_back(offsets[i]);
    const auto bad = fmt::format("0x{:02X}", byte(text, offsets.front()));
    auto message =
        offsets.size() == 1 ? say("yaml.bad_utf8", bad) : say("yaml.bad_utf8_lines", bad, offsets.size());
    problems.add("bad-utf8", offsets.front(), std::move(message), say("yaml.bad_utf8.hint"), related);
}

void report_control(std::string_view text, std::size_t pos, Problems& problems) {
    const auto c = code_point_at(text, pos);
    if (c.value == '\r') {
        problems.add("control-character", pos, say("yaml.lone_cr"), say("yaml.lone_cr.hint"));
    } else if (c.value == 0) {
        problems.add("control-character", pos, say("yaml.nul"), say("yaml.nul.hint"));
    } else {
        problems.add("control-character", pos, say("yaml.control_character", code_point_name(c.value)),
                     say("yaml.control_character.hint"));
    }
}

void guard_lines(const Document& document, const Limits& limits, Problems& problems) {
    const auto lines = document.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t end = i + 1 < lines.size() ? lines[i + 1] : document.text().size();
        if (end - lines[i] > limits.line_bytes)
            problems.add("long-line", lines[i] + limits.line_bytes, say("yaml.long_line", limits.line_bytes),
                         say("yaml.long_line.hint"));
    }
}

std::size_t hex_digits(char kind) {
    return kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
}

/// What the escape after a backslash stands for; 0x20 for all that are harmless in any case.
char32_t escaped(std::string_view text, std::size_t backslash) {
    const char kind = byte_at(text, backslash + 1);
    switch (kind) {
        case '0':
            return 0;
        case 'a':
            return 0x07;
        case 'b':
            return 0x08;
        case 'v':
            return 0x0B;
        case 'f':
            return 0x0C;
        case 'r':
            return 0x0D;
        case 'e':
            return 0x1B;
        case 'N':
            return 0x85;
        case 'L':
            return 0x2028;
        case 'P':
            return 0x2029;
        default:
            break;
    }
    char32_t value = 0;
    const std::size_t digits = hex_digits(kind);
    if (digits == 0) return 0x20;
    for (const char c : text.substr(std::min(text.size(), backslash + 2), digits)) {
        const char low = static_cast<char>(c | 0x20);
        const int digit = c >= '0' && c <= '9' ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
        if (digit < 0) return 0x20;  // the parser library refuses it
        value = value * 16 + static_cast<char32_t>(digit);
    }
    return value;
}

/// The next line from `from` on that is one of git's marks; npos for none.
std::size_t next_mark(std::string_view text, std::string_view mark, std::size_t from) {
    for (auto at = text.find(mark, from); at != npos; at = text.find(mark, at + 1)) {
        const char behind = byte_at(text, at + mark.size());
        const bool whole = behind == ' ' || behind == '\0' || is_break(behind);
        if (whole && (at == 0 || is_break(text[at - 1]))) return at;
    }
    return npos;
}

}  // namespace

std::optional<std::string_view> foreign_encoding(std::string_view bytes) {
    if (bytes.starts_with(std::string_view{"\xFF\xFE\0\0", 4}) ||
        bytes.starts_with(std::string_view{"\0\0\xFE\xFF", 4}))
        return "UTF-32";
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return "UTF-16";
    if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
    // Without a mark: every other byte of the beginning is NUL.
    const auto head = bytes.substr(0, 64);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++nuls[i % 2];
    const std::size_t most = head.size() / 4;
    if ((nuls[0] > most && nuls[1] == 0) || (nuls[1] > most && nuls[0] == 0)) return "UTF-16";
    return std::nullopt;
}

std::size_t first_suspect(std::string_view text, std::size_t from) {
    std::size_t pos = from;
    while (pos < text.size()) {
        if (pos + 8 <= text.size() && all_printable(text.data() + pos)) {
            pos += 8;
            continue;
        }
        switch (byte_classes[byte(text, pos)]) {
            case plain:
            case line_feed:
                ++pos;
                break;
            case carriage_return:
                if (byte_at(text, pos + 1) != '\n') return pos;
                pos += 2;
                break;
            case control:
                return pos;
            case lead: {
                const std::size_t bytes = sound_character(text, pos);
                if (bytes == 0) return pos;
                pos += bytes;
                break;
            }
        }
    }
    return text.size();
}

bool report_unmerged(const Document& document, Problems& problems) {
    const std::string_view text = document.text();
    bool found = false;
    for (auto ours = next_mark(text, "<<<<<<<", 0); ours != npos;) {
        const auto both = next_mark(text, "=======", ours);
        const auto end = both == npos ? npos : next_mark(text, ">>>>>>>", both);
        if (end == npos) break;
        const auto base = next_mark(text.substr(0, both), "|||||||", ours);
        problems.add("git-conflict", ours, say("yaml.unmerged", document.mark_at(end).line),
                     say(base != npos ? "yaml.unmerged_base.hint" : "yaml.unmerged.hint", document.file()));
        found = true;
        ours = next_mark(text, "<<<<<<<", end);
    }
    return found;
}

void guard_bytes(const Document& document, const Limits& limits, Problems& problems) {
    const std::string_view text = document.text();
    std::vector<std::size_t> invalid;  // the first of each line
    for (std::size_t pos = first_suspect(text); pos < text.size();) {
        const auto c = code_point_at(text, pos);
        if (c.value == 0xFFFD && c.bytes == 1) {
            const bool same_line =
                !invalid.empty() && text.substr(invalid.back(), pos - invalid.back()).find('\n') == npos;
            if (!same_line) invalid.push_back(pos);
        } else {
            report_control(text, pos, problems);
        }
        pos = first_suspect(text, pos + c.bytes);
    }
    report_invalid(invalid, text, problems);
    guard_lines(document, limits, problems);
}

std::string defused(std::string_view text) {
    std::string result{text};
    for (std::size_t pos = first_suspect(text); pos < text.size();) {
        const std::size_t bytes = code_point_at(text, pos).bytes;
        std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(pos), bytes, text[pos] == '\r' ? '\n' : '_');
        pos = first_suspect(text, pos + bytes);
    }
    return result;
}

void guard_escapes(std::string_view text, std::size_t open, std::size_t close, Problems& problems) {
    for (std::size_t pos = text.find('\\', open); pos < close; pos = text.find('\\', pos + 2)) {
        if (byte_at(text, pos + 1) == '\'') report_escape(text, pos, problems);
        const char32_t c = escaped(text, pos);
        if (!is_harmful(c) || c == '\n' || c == '\t') continue;
        const std::size_t size = 2 + hex_digits(byte_at(text, pos + 1));
        problems.add("control-character", pos,
                     say("yaml.harmful_escape", text.substr(pos, size), code_point_name(c)),
                     say("yaml.control_character.hint"));
    }
}

std::string code_point_name(char32_t c) {
    return fmt::format("U+{:04X}", static_cast<unsigned>(c));
}

}  // namespace teamctl::yaml
