#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "yaml/document.hpp"

namespace teamctl::yaml {
namespace {

bool has(std::string_view set, char c) {
    return set.find(c) != std::string_view::npos;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Words that some reader of YAML takes for something other than text.
bool is_ambiguous_word(std::string_view text) {
    if (text.size() > 5) return false;
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    static constexpr std::string_view words[] = {"~",  "null", "true", "false", "yes", "no",
                                                 "on", "off",  "y",    "n",     "<<",  "="};
    return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

/// Times and other digits with colons, which YAML 1.1 reads to base sixty; numbers that no reader agrees on:
/// leading zeros and plus signs, exponents, underscores, other bases.
bool is_ambiguous_number(std::string_view text) {
    if (!is_digit(text[0]) && !has("+-.", text[0])) return false;
    if (text.find_first_of("0123456789") == std::string_view::npos)
        return text.size() <= 5 && text[0] != '-' && has(".+", text[0]);  // .inf, .nan
    const std::size_t digits = has("+-", text[0]) ? 1 : 0;
    const auto rest = text.substr(digits);
    if (text[0] == '+') return true;
    if (rest.size() > 1 && rest[0] == '0' && rest.find_first_not_of("0123456789") == std::string_view::npos)
        return true;
    if (rest.size() > 1 && rest[0] == '0' && has("xXoObB", rest[1])) return true;
    if (rest.find_first_not_of("0123456789:.") == std::string_view::npos)
        return rest.find(':') != std::string_view::npos;
    return rest.find_first_not_of("0123456789.eE+-_") == std::string_view::npos &&
           rest.find_first_of("eE_") != std::string_view::npos;
}

bool may_stand_plain(std::string_view text) {
    if (text.empty() || text.size() > 1000) return false;
    if (has("-?:,[]{}#&*!|>'\"%@`~ ", text[0]) && !(text[0] == '-' && text.size() > 1 && is_digit(text[1])))
        return false;
    if (has(" :", text.back())) return false;
    if (text.find_first_of(",[]{}?\"\\") != std::string_view::npos) return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
    if (text.starts_with("...") || is_ambiguous_word(text) || is_ambiguous_number(text)) return false;
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = code_point_at(text, pos);
        // Spaces that do not look like spaces, or do not look like anything, had better be seen.
        if (is_harmful(c.value) || c.value == 0xA0 || c.value == 0x3000 || c.value == 0xFFFD) return false;
        pos += c.bytes;
    }
    return true;
}

}  // namespace

std::string quoted_scalar(std::string_view text) {
    if (may_stand_plain(text)) return std::string{text};
    std::string out = "\"";
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = code_point_at(text, pos);
        if (c.value == '"' || c.value == '\\') {
            out += '\\';
            out += text[pos];
        } else if (c.value == '\n') {
            out += "\\n";
        } else if (c.value == '\t') {
            out += "\\t";
        } else if (c.value == 0xFFFD && c.bytes == 1) {
            out += "\xEF\xBF\xBD";
        } else if (is_harmful(c.value)) {
            out += c.value < 0x100     ? fmt::format("\\x{:02x}", static_cast<unsigned>(c.value))
                   : c.value < 0x10000 ? fmt::format("\\u{:04x}", static_cast<unsigned>(c.value))
                                       : fmt::format("\\U{:08x}", static_cast<unsigned>(c.value));
        } else {
            out += text.substr(pos, c.bytes);
        }
        pos += c.bytes;
    }
    return out + "\"";
}

}  // namespace teamctl::yaml
