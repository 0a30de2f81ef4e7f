// The files that a need names, read into a team.
#pragma once

#include "store/directory.hpp"

namespace teamctl::store {

/// Reads exactly the files that `need` names, with the closing that it names and no other.
Loaded load_files(Directory& directory, const Need& need);

}  // namespace teamctl::store
