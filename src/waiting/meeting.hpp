// One meeting of a day with its neighbours in time, and what there is for it to talk about.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "waiting/agenda.hpp"

namespace teamctl::waiting {

struct AgendaMeeting {
    const AgendaDay& day;
    const rules::Sitting& sitting;
    std::optional<calendar::Occurrence> previous;
    std::optional<calendar::Occurrence> next;
    const AgendaDay* whole = nullptr;  ///< of a meeting of some: the day as the whole team has it (D1.34)

    /// The day as the whole team has it: who is on duty, targets and awards are told of it.
    const AgendaDay& everybody() const { return whole != nullptr ? *whole : day; }
    bool shows(team::Show show) const;
    /// The day it looks ahead to: that of the next occurrence, or tomorrow.
    Date until() const { return next ? next->date : day.tomorrow(); }
};

AgendaMeeting agenda_meeting(const AgendaDay& day, const rules::Sitting& sitting);

/// Records since the meeting sat last: from its start then to its start now, a day without a time of day
/// counted whole; where it never sat, of a week.
std::vector<const team::Record*> records_since_last(const AgendaMeeting& meeting, std::string_view kind);

/// The day whose `yesterday` reaches back to when the meeting was last held, a week where it never was
/// (D3.3). A sitting that was called off was not held.
AgendaDay since_last(const AgendaMeeting& meeting);
/// What this meeting resolved, `from` naming it, and was open then or came up since: the actions (D3.3).
std::vector<const rules::Matter*> resolved(const AgendaMeeting& meeting, const AgendaDay& since);

/// Somebody whom the roll calls (D3.2).
struct RollCallLine {
    team::PersonId who;
    std::optional<rules::Away> away;  ///< none: expected
    bool first_day = false;
};
/// Everybody who attends and is employed, or joins within two weeks, in roster order.
std::vector<RollCallLine> roll_call(const AgendaMeeting& meeting);

/// Birthdays from the day up to the day before the next occurrence, by date (D1.10).
std::vector<std::pair<Date, team::PersonId>> birthdays(const AgendaMeeting& meeting);

struct Announcement {
    const team::Record* record = nullptr;
    std::optional<Date> until;  ///< the last day on which it is said
    bool is_new = false;        ///< since the meeting sat last
};
/// Those that run, new ones first; one without a last day is said once, at the first meeting after it
/// (D1.11).
std::vector<Announcement> announcements(const AgendaMeeting& meeting);

/// The topic of that title or id; null where the team has none.
const team::Topic* topic_titled(const team::Team& team, std::string_view title);

/// Open problems that no meeting before that day has spoken about (D1.8).
std::vector<const rules::Matter*> clinic(const AgendaDay& day);
/// From that day on, when what the problem brought up is planned as a topic.
std::optional<Date> planned_as_topic(const AgendaDay& day, const team::Record& problem);

/// Something to tell where a speaker is missing (D1.19, D1.20).
struct ReserveChoice {
    const team::ReserveItem* item = nullptr;
    std::optional<Date> last_used;  ///< before the day
};
/// A few of the reserve, those that were used longest ago.
std::vector<ReserveChoice> reserve_choices(const AgendaDay& day);

/// Checklists that wait after the day up to the day the meeting looks ahead to; daily ones are not worth it,
/// and others without a window only where that is tomorrow.
std::vector<DueItem> coming_checklists(const AgendaMeeting& meeting);

/// Nothing that the meeting could be about: no topic, and no item that lists open matters has one.
bool nothing_to_discuss(const AgendaMeeting& meeting);

}  // namespace teamctl::waiting
