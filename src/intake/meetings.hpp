// What the readers of meetings share: a meeting as a file of ours.
#pragma once

#include <string>
#include <vector>

#include "intake/intake.hpp"

namespace teamctl::intake {

/// A meeting as it is taken over.
struct NewMeeting {
    std::string id;
    std::string name;
    std::vector<std::string> comments;  ///< what has no key of its own, a line each
    std::string when;                   ///< the flow mapping behind `when:`
    std::string attend = "all";         ///< a selector, as it is written
    std::string place;
    std::size_t line = 0;  ///< of the foreign file
};

/// Puts the meeting among the files, under an id that nothing has yet, and into the preview.
void add_meeting(const team::Team& team, NewMeeting meeting, Intake& intake);

}  // namespace teamctl::intake
