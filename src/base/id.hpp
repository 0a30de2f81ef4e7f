// What an id is made of (teamctl-files(5)).
#pragma once

#include <string_view>

namespace teamctl {

/// A letter, mark or digit of any script, `-`, `_` or `.`.
bool belongs_in_id(char32_t c);

/// Letters, marks and digits of any script, `-`, `_` and `.`, and no blank; not `.` or `..` alone.
bool is_id(std::string_view text);

}  // namespace teamctl
