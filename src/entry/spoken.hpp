// Words of a record without keys, in the order in which people say them: whom, how many, what it bears on,
// and the text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entry/draft.hpp"

namespace teamctl::entry {

/// Takes the words behind the kind. Several words of text are one, with blanks between. Nothing where all is
/// well.
std::optional<Refusal> take_spoken(Draft& draft, std::vector<std::string> words);

}  // namespace teamctl::entry
