// From `when:` to dates, and from dates to occurrences with instants (teamctl-files(5), WHEN).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/phrase.hpp"
#include "calendar/working_days.hpp"
#include "calendar/zone.hpp"
#include "team/model.hpp"

namespace teamctl::calendar {

/// The dates of `when` that fall into the period, ascending, each once: after holidays moved them, without
/// `except`, with `also` (a date that stands in both is left out). For windows: the day they are due. In the
/// zone of the `when`; of a series in another zone occurrences() takes `except` and `also` as dates of the
/// team.
std::vector<Date> dates(const team::When& when, const WorkingDays& days, const Period& period);

/// Whether the `when` falls on that date.
bool falls_on(const team::When& when, const WorkingDays& days, Date date);

/// An occurrence of a window: open from its first day, due on its last.
struct DueWindow {
    Date open{};
    Date due{};
    bool operator==(const DueWindow&) const = default;
};
/// Occurrences whose [open, due] touches the period, by due, each due day once; without a window open == due.
std::vector<DueWindow> windows(const team::When& when, const WorkingDays& days, const Period& period);

/// One date on which a series falls, as the team's own clock sees it: plans, records, leave and every command
/// name that date (teamctl-rota(7), DESCRIPTION). Where the clocks of its zone bring two starts on one date
/// of the team, the first is the occurrence.
struct Occurrence {
    team::SeriesId series;
    Date date{};                     ///< of the start, in the team's zone
    std::optional<TimeOfDay> start;  ///< unset: the whole day
    std::optional<TimeOfDay> end;    ///< unset without minutes; may be <= start where it runs past midnight
    /// That of the zone of the series: its instants are reckoned from it, and the names of events; nothing
    /// else goes by it.
    Date local_date{};
};

/// All occurrences of all series in the period, by date, start (whole days first), then series id.
std::vector<Occurrence> occurrences(const team::Team& team, const WorkingDays& days, const Period& period);
/// The same for one series.
std::vector<Occurrence> occurrences(const team::Team& team, const WorkingDays& days, team::SeriesId series,
                                    const Period& period);

/// A second start of a series on one date of the team, less than a day after the first: no occurrence.
struct SecondStart {
    Occurrence first;
    Occurrence second;
};
/// Those of the period, by series, then date: what the team is to be told of.
std::vector<SecondStart> second_starts(const team::Team& team, const WorkingDays& days, const Period& period);

/// Dates of the series' `except` on which it does not fall anyway: they leave out nothing.
std::vector<Date> idle_exceptions(const team::Team& team, const WorkingDays& days, team::SeriesId series);

/// The zone that a `when` is written in: its own, else the team's.
const std::string& zone_of(const team::When& when, const team::Team& team);

/// From when to when an occurrence lasts; nothing for whole days. `end` is empty where no minutes are given.
struct TimeSpan {
    Instant start{};
    std::optional<Instant> end;
};
std::optional<TimeSpan> time_span(const team::Team& team, const Occurrence& occurrence);

/// Whether the series falls on that date of the team's own clock.
bool falls_on(const team::Team& team, const WorkingDays& days, team::SeriesId series, Date date);

/// Whether leave takes any part of the occurrence, both as instants: half a day ends or begins at 12:00 in
/// the team's zone, an occurrence without a start takes its whole day, one without an end its first minute.
bool covers(const team::Team& team, const team::Leave& leave, const Occurrence& occurrence);
/// The first leave of the person that does.
const team::Leave* leave_during(const team::Team& team, team::PersonId person, const Occurrence& occurrence);

/// What is wrong with a rule of RFC 5545; nothing where it is sound and of daily or longer frequency.
std::optional<Phrase> rrule_problem(const std::string& rule);

}  // namespace teamctl::calendar
