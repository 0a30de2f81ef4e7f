#include "base/id.hpp"

#include <utf8proc.h>

#include "base/text.hpp"

namespace teamctl {

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

}  // namespace teamctl
