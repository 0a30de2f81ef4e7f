// Records of things settled long ago that a closing no longer carries and that later records come back to: a
// customer who buys again after a year.
#pragma once

#include "store/directory.hpp"

namespace teamctl::store {

/// Reads the records of what the team's records name and none of them opens from the log files before the
/// closing, and puts them among those that the closing carries. False where that cannot be done; then all
/// records must be read.
bool recall(Directory& directory, Loaded& loaded);

}  // namespace teamctl::store
