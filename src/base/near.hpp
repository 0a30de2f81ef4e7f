// Things by their ids and the names that people use, for hints about a name that is none of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"

namespace teamctl {

struct NamedThing {
    std::string id;
    std::string name;  ///< empty where it has none
};

/// `2号电梯（lift2）`; the id alone where there is no other name.
Phrase thing_shown(const NamedThing& thing);

/// The first of them, so many as a reader looks through.
Phrase things_shown(const std::vector<NamedThing>& things, std::size_t most = 6);

/// Those that bear that very name.
std::vector<NamedThing> things_called(std::string_view name, const std::vector<NamedThing>& things);

/// Those that a mistyped word may mean, the nearest first: its id or name holds the word or is held by it, or
/// a third of the signs is another at most.
std::vector<NamedThing> things_near(std::string_view word, std::vector<NamedThing> things);

/// Which of them may be meant, else all that there are; empty where there are none.
Phrase hint_of_near(std::string_view word, const std::vector<NamedThing>& things);

}  // namespace teamctl
