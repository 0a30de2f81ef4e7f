// Shorthand for tests of the YAML reader.
#pragma once

#include <random>
#include <string>
#include <string_view>

#include "yaml/document.hpp"

namespace teamctl::yaml {

/// Chance that is the same in every run.
using Random = std::mt19937;
/// A number from 0 to limit - 1.
inline std::size_t below(Random& random, std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>{0, limit - 1}(random);
}

/// Every problem as `code line:column`, one a line; `(line:column)` for related places.
std::string problems_of(std::string_view text, const Limits& limits = {});

/// The tree as one line: mappings {k=v, }, sequences [v, ], quoted scalars 'v', plain ones v, nulls ~.
std::string tree_of(std::string_view text);
std::string tree_of(Node node, bool with_places = false);

/// The line that the caret of the first problem points into, with the caret's character in brackets.
std::string excerpt_of(std::string_view text);

}  // namespace teamctl::yaml
