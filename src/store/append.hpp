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

/// Appends one record to the log file of a day. Nothing is written where the file, or the file with the new
/// line, has errors; they go to `diagnostics`.
std::optional<Appended> append_record(const std::filesystem::path& root, Date date, const MakeLine& make_line,
                                      const team::Names& names, Diagnostics& diagnostics);

/// Makes a file that is not there yet. Nothing is written where the text does not parse or the path is taken;
/// that goes to `diagnostics`, and the answer is false.
bool add_file(const std::filesystem::path& root, const std::string& path, const std::string& text,
              Diagnostics& diagnostics);

}  // namespace teamctl::store
