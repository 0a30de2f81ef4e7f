// Files of the team changed in place: under the lock, as one write, and only where the whole team is sound
// with them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/load.hpp"

namespace teamctl::store {

/// One file, and its new text from what stands in it (null where it is not there). Nothing: it cannot be
/// changed, and that was reported.
struct Rewrite {
    std::string path;  ///< below the root
    std::function<std::optional<std::string>(const yaml::Document* existing, Diagnostics& diagnostics)> make;
    bool goes = false;  ///< the file goes; `make` says only whether it may
};

/// Sees the team as it would be, before it is written; errors that it reports keep all as it was.
using CheckChanged = std::function<void(const Loaded& changed, Diagnostics& diagnostics)>;

/// Further files that change because of the first ones, made from the team as those leave it.
using FollowUp = std::function<std::vector<Rewrite>(const Loaded& changed)>;

/// Changes the files, and those that `follow` adds to them, all as one write. Nothing is written where one of
/// them cannot be read or changed, where the team with the new files has an error, or where `announce`,
/// called once nothing but the renames are left to do, throws. Warnings of the team as it stands are not
/// reported.
bool rewrite(const std::filesystem::path& root, const Need& need, const std::vector<Rewrite>& files,
             const CheckChanged& check, Diagnostics& diagnostics,
             const std::function<void(const Loaded& changed)>& announce = {}, const FollowUp& follow = {});

}  // namespace teamctl::store
