// Who is meant: selectors and pairs of people, as roles, limits, rules and awards name them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "team/id.hpp"

namespace teamctl::team {

enum class Level { none, decision, management, execution };  // D11.1

/// Who is meant: everybody, a list, or all whose every named property holds.
struct Selector {
    bool all = false;
    std::vector<PersonId> people;  ///< of a list, or of the key `people`
    bool list = false;             ///< written as a plain list of ids
    std::vector<UnitId> units;     ///< a unit includes its sub-units
    std::vector<std::string> positions;
    std::vector<std::string> skills;
    std::vector<Level> levels;
    std::optional<int> joined_within;  ///< days since they joined, at most (D2.8)
    Origin origin;
};

struct PersonPair {
    PersonId first;
    PersonId second;
    Origin origin;
};

}  // namespace teamctl::team
