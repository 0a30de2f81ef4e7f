// From a directory to a checked team: which files a question needs, read and parsed, problems collected.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/period.hpp"
#include "team/files.hpp"
#include "team/model.hpp"

namespace teamctl::store {

/// What a question needs beside the files that every question reads. Directory::load() reads it.
struct Need {
    std::optional<Period> plans;    ///< months of published plans that touch this period
    std::optional<Period> records;  ///< days of records
    std::optional<Period> leave;    ///< years of leave; files named otherwise are always read
    /// What the question is about, and the day that counts as today. With them, what lies well before both
    /// may come from a closing.
    std::optional<Period> asked = std::nullopt;
    Date today{};
    /// The closing that stands for the records before; Directory::load() chooses it.
    std::optional<Month> closing = std::nullopt;
};

/// The first and last day that any file may name: "all there is".
Period always();

/// The need of a question whose figures rest on what came before: the plans of the period, and all records
/// and leave up to its end.
Need history(const Period& period);

/// The same for a question that looks at `asked` as things stand today: what lies well before both may come
/// from a closing (teamctl-files(5), CLOSINGS).
Need history(const Period& period, const Period& asked, Date today);

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
