// Who was expected at a meeting and who came (teamctl-rules(7), examples 2 and 3; D1.15, D1.16, D13.7).
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/period.hpp"
#include "calendar/occurrences.hpp"
#include "rules/context.hpp"
#include "rules/people/absences.hpp"

namespace teamctl::rules {

/// What became of one expected person at one meeting. Late and left early may both hold; every other pair
/// excludes each other.
struct AttendanceMark {
    team::PersonId who;
    bool present = false;  ///< in time and to the end
    bool late = false;
    bool left_early = false;
    bool absent = false;
    bool excused = false;

    /// Came at all: counts once in the rate, however late and early.
    bool attended() const { return present || late || left_early; }
    /// The record lists who was present, and this person stands nowhere in it.
    bool unnamed() const { return !attended() && !absent && !excused; }
};

/// A meeting that was held and recorded.
struct HeldMeeting {
    calendar::Occurrence occurrence;
    const team::Record* record = nullptr;
    std::vector<AttendanceMark> marks;  ///< one for each expected person, in roster order
};

struct Attendance {
    std::vector<HeldMeeting> held;
    std::vector<calendar::Occurrence> not_recorded;  ///< over, not cancelled, somebody expected, no record
    std::vector<calendar::Occurrence> cancelled;     ///< not after now
};

/// Meetings and dates that records call off.
using Cancellations = std::set<std::pair<team::SeriesId, Date>>;
Cancellations cancellations(const team::Team& team, Moment now);

/// Whether the person is expected: selected by `attend`, employed, working that weekday, and not on leave
/// that touches the meeting's time (a meeting without a time: not on leave all day).
bool expected(const team::Team& team, const Absences& absences, const calendar::Occurrence& occurrence,
              team::PersonId person);

/// The occurrence that an attendance record speaks of; where the series has none on that date, one at the
/// usual time: what is recorded was held.
calendar::Occurrence occurrence_of(const team::Team& team, const calendar::WorkingDays& days,
                                   team::SeriesId series, Date date);

/// What a record says of one person who was expected. Without `present`, and with `present: rest`, all who
/// are not named came in time; with a list, only those on it did.
AttendanceMark mark_of(const team::Record& record, team::PersonId person);

/// All meetings of the period up to now. Of two records of one meeting the later one counts; a cancelled
/// meeting counts nothing. What a record says of somebody who was not expected counts nothing either.
Attendance attendance(const Context& context, const Absences& absences, const Period& period);

/// Of meetings that nobody recorded, those that somebody is to be asked for: since the `from` of the series,
/// else since the team's first record, or today where there is none. A team that begins owes nothing for the
/// month before.
std::vector<calendar::Occurrence> still_to_record(const team::Team& team, Date today,
                                                  std::vector<calendar::Occurrence> not_recorded);

/// Whether the occurrence is over; a whole day is over at its end.
bool over(const calendar::Occurrence& occurrence, Moment now);

}  // namespace teamctl::rules
