// What an id is made of (teamctl-files(5)).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace teamctl {

/// A letter, mark or digit of any script, `-`, `_` or `.`.
bool belongs_in_id(char32_t c);

/// Letters, marks and digits of any script, `-`, `_` and `.`, and no blank; not `.` or `..` alone.
bool is_id(std::string_view text);

/// The end of an id that is made, `7k2`: three signs with a digit and a letter among them, so that they are
/// neither a number nor a name; empty where what was drawn gives none.
std::string end_of_id(std::uint64_t drawn);

}  // namespace teamctl
