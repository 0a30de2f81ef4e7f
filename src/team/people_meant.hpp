// Whom a typed name means, of the many ways in which people shorten names or mistype them.
#pragma once

#include <string_view>
#include <vector>

#include "team/model.hpp"

namespace teamctl::team {

/// Those whom a typed name may mean, in roster order.
struct PeopleMeant {
    std::vector<PersonId> fit;   ///< exactly one: that one is meant; several: the name is ambiguous
    std::vector<PersonId> near;  ///< nobody fits: those whose id or name has one sign more, less or otherwise
};

/// By the first of these that fits anybody: the id or name; the same in other ASCII case; and with `parts` a
/// word of the name, or a given name of two characters; any part of the name; the beginning of the id, which
/// is often pinyin. Typed on a command line only: files name people in full.
PeopleMeant people_meant(const Team& team, std::string_view typed, bool parts = true);

}  // namespace teamctl::team
