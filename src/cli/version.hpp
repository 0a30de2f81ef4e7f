#pragma once

#include <string_view>

namespace teamctl::cli {

/// The version of the release, with the commit where it is known.
std::string_view version();

}  // namespace teamctl::cli
