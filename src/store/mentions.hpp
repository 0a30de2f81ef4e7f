// Whether old log files speak of something, found without reading them as YAML: most often they do not, and
// then the records of years need not be read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace teamctl::store {

/// What is looked for.
struct Mentions {
    std::vector<std::string> texts;    ///< as they stand
    std::vector<std::string> numbers;  ///< digits, whatever stands between them: 138 0013-8000
};

/// Whether a log file of a day up to `until` holds one of them. Finds too much rather than too little, but
/// for texts that are written with YAML's escapes.
bool mentioned(const std::filesystem::path& root, Date until, const Mentions& what);

}  // namespace teamctl::store
