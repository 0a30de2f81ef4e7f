// Where old log files speak of something, found without reading them as YAML: most often they do not, and
// then the records of years need not be read.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/directory.hpp"

namespace teamctl::store {

/// What is looked for.
struct Mentions {
    std::set<std::string, std::less<>> ids;  ///< whole words of letters, digits and any of . _ -
    std::vector<std::string> texts;          ///< as they stand, within words too
    std::vector<std::string> numbers;        ///< digits, whatever stands between them: 138 0013-8000
    /// Texts and numbers are whole names and telephone numbers of customers: a month whose closing tells whom
    /// it registered is looked through only where one of them is among those.
    bool of_customers = false;
};

/// Whether files can be searched for the id: all its characters are such as `ids` may have.
bool is_plain_id(std::string_view id);

/// The log files of days up to `until` that hold one of them, in order. Finds too many rather than too few,
/// but for texts that are written with YAML's escapes.
std::vector<std::string> files_mentioning(Directory& directory, Date until, const Mentions& what);

}  // namespace teamctl::store
