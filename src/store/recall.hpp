// Records of things settled long ago that a closing no longer carries and that later records come back to: a
// customer who buys again after a year.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/directory.hpp"

namespace teamctl::store {

/// Reads the records that the team's closing names in log files, and puts them where they stand in the
/// order of the log. False where one of them cannot be read; then all records must be read.
bool read_kept(Directory& directory, Loaded& loaded);

/// Reads the records of what the team's records name and none of them opens from the log files before the
/// closing, and puts them among those that the closing carries. False where that cannot be done; then all
/// records must be read.
bool recall(Directory& directory, Loaded& loaded);

/// The same of what the wanted records of these files open.
using WantedRecord = std::function<bool(const team::Record&)>;
bool recall_where(Directory& directory, Loaded& loaded, const std::vector<std::string>& files,
                  const WantedRecord& wanted);

}  // namespace teamctl::store
