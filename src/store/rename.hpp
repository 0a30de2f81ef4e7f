// An id changed wherever the files of a team name it. What stands where a reference is read is found by
// reading all files, so that text which only looks like the id stays.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "store/directory.hpp"
#include "store/rewrite.hpp"

namespace teamctl::store {

/// How often a file changes.
struct RenamedFile {
    std::string path;
    std::size_t places = 0;
    std::string moved_to = {};  ///< the name that the file gets; empty: it keeps its own
};

struct Renaming {
    std::vector<RenamedFile> counts;  ///< by kind of file, then path
    std::vector<Rewrite> files;       ///< the same files; each refuses where it has changed meanwhile
};

/// The id of a person changed in the roster, in every file that names it, and in the closings, whose digests
/// of the files and of each other follow. A name in the roster that is the same word changes too. Nothing
/// where a place cannot be changed; it is in `diagnostics`.
std::optional<Renaming> rename_person(Directory& directory, const std::string& before,
                                      const std::string& after, Diagnostics& diagnostics);

/// The same of what a file is named for: a meeting or rota, or a checklist. The file gets the new name.
std::optional<Renaming> rename_file_of(Directory& directory, team::RefKind kind, const std::string& before,
                                       const std::string& after, Diagnostics& diagnostics);

/// The same of a role, in every meeting and rota that has one of that name.
std::optional<Renaming> rename_role(Directory& directory, const team::Team& team, const std::string& before,
                                    const std::string& after, Diagnostics& diagnostics);

}  // namespace teamctl::store
