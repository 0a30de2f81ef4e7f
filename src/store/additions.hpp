// What a command adds to a team directory in one go, several files at once: looked at as part of the whole
// team first, then written as one.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/load.hpp"

namespace teamctl::store {

/// A file that is made, or one that is there and gets another text.
struct AddedFile {
    std::string path;  ///< below the root
    std::string text;
    /// What stands there now; unset: nothing does. Where that is no longer so, nothing is written.
    std::optional<std::string> before = std::nullopt;
};

/// One more line of a list file, which may not be there yet.
struct AddedLine {
    std::string path;
    std::string line;
};

struct Additions {
    std::vector<AddedFile> files;
    std::vector<AddedLine> lines;
    bool empty() const { return files.empty() && lines.empty(); }
};

/// Looks at the team with the additions in it.
using CheckTeam = std::function<void(const Loaded& with, Diagnostics& diagnostics)>;
/// Told where everything went (`path`, of a line `path:line`) once nothing but the renaming is left to do.
using AnnounceAdded = std::function<void(const std::vector<std::string>& places)>;

/// What is wrong with the team as the additions would leave it; they are in `diagnostics`, and nothing is
/// written. The whole team is loaded.
void try_additions(const std::filesystem::path& root, const Additions& additions, const CheckTeam& check,
                   Diagnostics& diagnostics);

/// Tries and, where there is no error, writes all as one. False: nothing was written, `diagnostics` says why.
bool write_additions(const std::filesystem::path& root, const Additions& additions, const CheckTeam& check,
                     const AnnounceAdded& announce, Diagnostics& diagnostics);

}  // namespace teamctl::store
