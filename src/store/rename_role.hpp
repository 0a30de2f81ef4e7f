// Where the files of a team say what a role is called; it is a key as often as a value, and part of others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "team/files.hpp"

namespace teamctl::store {

/// One value of a file, and what stands in its place.
struct Change {
    std::size_t offset = 0;
    std::string before;
    std::string after;
    bool added = false;  ///< put there as it is, with nothing in its place before
};
using Changes = std::vector<Change>;

/// The node's text, where it is that one.
void add_change(Changes& changes, yaml::Node node, const std::string& before, const std::string& after);

/// Whatever in the file names the role: keys of meetings, rotas and plans, limits, metrics of awards and
/// targets, turns in closings. A role that does something by its name is told to do so (`acts_as`).
void find_role(Changes& changes, const team::Source& source, const team::Team& team,
               const std::string& before, const std::string& after);

}  // namespace teamctl::store
