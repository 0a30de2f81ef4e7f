// From a directory to a checked team: which files a question needs, read and parsed, problems collected.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "store/need.hpp"
#include "team/files.hpp"
#include "team/model.hpp"

namespace teamctl::store {

struct Loaded {
    std::filesystem::path root;
    team::Team team;
    team::Names names;
    Diagnostics diagnostics;
    std::vector<team::Source> sources;  ///< those of records and closings without their documents

    /// As team::place_of() and place_of_field(); a file whose document was let go is read again, to show
    /// where something is wrong with it.
    Place place(const team::Origin& origin, std::initializer_list<std::string_view> keys = {}) const;
    Place field_place(const team::Record& record, std::string_view field) const;

  private:
    const team::Source* source_of(const team::Origin& origin) const;
    mutable std::map<std::uint32_t, team::Source> read_again_;  ///< by index in `sources`
};

/// Loads one file below the root; nothing where it cannot be used, with a report.
std::optional<team::Source> load_source(const std::filesystem::path& root, const std::string& path,
                                        Diagnostics& diagnostics);
/// The two halves of it: the text of a file that teamctl knows, and what it says.
std::optional<std::string> load_text(const std::filesystem::path& root, const std::string& path,
                                     Diagnostics& diagnostics);
std::optional<team::Source> parse_source(const std::string& path, std::string text, Diagnostics& diagnostics);

}  // namespace teamctl::store
