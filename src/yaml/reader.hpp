// The slow path that reads all of YAML: the parser library's events, placed and checked.
#pragma once

#include <string_view>

#include "yaml/builder.hpp"
#include "yaml/problems.hpp"

namespace teamctl::yaml {

/// Builds the tree. `text` is what the parser library is to read: the document's text, byte for byte, with
/// control characters replaced. May throw Stop.
void read_events(std::string_view text, const Limits& limits, Builder& builder, Problems& problems);

}  // namespace teamctl::yaml
