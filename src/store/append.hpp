// Appending to a list file under the lock: the bytes before stay as they are, the result is parsed before it
// is written.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "team/names.hpp"

namespace teamctl::store {

/// Where a record went.
struct Appended {
    std::string path;  ///< below the root
    std::string line;  ///< as written
    Mark mark;
};

/// Makes the line from the file as it stands (an empty text where there is none), so that a made id is free.
using MakeLine = std::function<std::string(const std::string& existing)>;

/// Told of a record once nothing but the rename is left to do; what it throws keeps the record out.
using Announce = std::function<void(const Appended&)>;

/// Appends one record to the log file of a day. Nothing is written where the file, or the file with the new
/// line, has errors; they go to `diagnostics`. Written, there may be one warning: that the disk did not
/// confirm.
std::optional<Appended> append_record(const std::filesystem::path& root, Date date, const MakeLine& make_line,
                                      const team::Names& names, Diagnostics& diagnostics,
                                      const Announce& announce = {});

}  // namespace teamctl::store
