#include "base/id.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/text.hpp"

namespace teamctl {
namespace {

/// Digits and letters that nobody takes for each other.
constexpr std::string_view id_letters = "23456789abcdefghjkmnpqstuvwxyz";

}  // namespace

bool belongs_in_id(char32_t c) {
    if (c == U'-' || c == U'_' || c == U'.') return true;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool is_id(std::string_view text) {
    if (text.empty() || text == "." || text == "..") return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (!belongs_in_id(point.value)) return false;
        at += point.bytes;
    }
    return true;
}

std::string end_of_id(std::uint64_t drawn) {
    drawn *= 0x9E37'79B9'7F4A'7C15;  // neighbours are to look nothing alike
    drawn ^= drawn >> 31U;
    std::string end;
    for (int i = 0; i < 3; ++i, drawn /= id_letters.size()) end += id_letters[drawn % id_letters.size()];
    const auto digits = std::count_if(end.begin(), end.end(), [](char c) { return c <= '9'; });
    return digits > 0 && digits < 3 ? end : std::string{};
}

}  // namespace teamctl
