// An event of an iCalendar file as a meeting of ours. Internal to intake/.
#pragma once

#include <vector>

#include "intake/ics_read.hpp"
#include "intake/ics_zones.hpp"
#include "intake/intake.hpp"

namespace teamctl::intake {

/// What an event is read against.
struct IcsContext {
    const team::Team& team;
    const calendar::WorkingDays& days;
    IcsZones& zones;
};

/// Adds the meeting of an event, or says why there is none: then the answer is false. `instead` stand in the
/// place of single occurrences (RECURRENCE-ID): a cancelled one becomes `except`, one on another day `except`
/// and `also`.
bool add_event(const IcsEvent& event, const std::vector<const IcsEvent*>& instead, const IcsContext& context,
               Intake& intake);

}  // namespace teamctl::intake
