// Several lines of one day, taken at once: the team is read once for all of them, and the day's file made and
// checked once, however many they are.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/log/log.hpp"

namespace teamctl::cli {

/// A line of the input, its words taken apart; or why it cannot be.
struct Said {
    int number = 0;  ///< of the line, from 1
    std::string text;
    std::vector<std::string> words;  ///< the first its kind
    Date date{};
    std::optional<entry::Refusal> refused;
};

/// What became of them.
struct Together {
    std::vector<std::string> lines;  ///< as they are to stand in the file
    std::string told;                ///< what is said of them
    Diagnostics warnings;
    std::vector<std::pair<int, entry::Refusal>> refused;  ///< by line, those that add nothing
};

/// Takes lines of one day at once, and adds them to its file. Nothing, and nothing is added, where they have
/// to be taken one by one for it to be told what is wrong with which, or because one rests on another.
std::optional<Together> take_together(const Session& session, store::DayFile& day,
                                      std::span<const Said> lines);

}  // namespace teamctl::cli
