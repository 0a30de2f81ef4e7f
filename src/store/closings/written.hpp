// What one user wrote from one machine today, noted outside of the team: so much as is needed to find it
// again, and nothing of what it says.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace teamctl::store {

/// One record that was written.
struct Written {
    std::string path;    ///< of the log file, below the root
    std::string digest;  ///< of its line, without the indent
    bool operator==(const Written&) const = default;
};

Written written_line(std::string path, std::string_view line);

/// The notes of today on a team, oldest first; empty where the folder of notes has none.
std::vector<Written> notes_of(const std::filesystem::path& notes, const std::filesystem::path& root,
                              Date today);

/// Notes more of them; those of other days go. Throws SystemError.
void note_written(const std::filesystem::path& notes, const std::filesystem::path& root, Date today,
                  const std::vector<Written>& written);
/// Takes out the last note that says the same.
void forget_written(const std::filesystem::path& notes, const std::filesystem::path& root, Date today,
                    const Written& written);

/// The last line of the text that is the noted one, from 1; 0 where it has none.
std::uint32_t find_written(std::string_view text, const Written& written);

}  // namespace teamctl::store
