// One day as its agenda sees it: its meetings, what is due on it or still waits, with what was done of it on
// the day (D1.1).
#pragma once

#include <optional>
#include <vector>

#include "rules/meetings/attendance.hpp"
#include "rules/meetings/sittings.hpp"
#include "waiting/items.hpp"

namespace teamctl::waiting {

struct AgendaDay {
    const team::Team& team;
    const calendar::WorkingDays& days;
    Date date{};
    Moment now;                            ///< the end of the day where it is past
    std::vector<rules::Sitting> sittings;  ///< meetings and rotas of the day, by start
    Date past_from{};                      ///< `yesterday`: from the working day before ...
    Date past_to{};          ///< ... to the day before, so that a weekend's records are not lost
    TimeOfDay past_start{};  ///< of `since_last`: when the meeting began on the first of these days
    std::optional<TimeOfDay> past_end;  ///< and when it begins on the day: what was before is told, too
    std::vector<team::PersonId> only;   ///< of a meeting of some: who attends; empty: it is everybody's day
    rules::Absences absences;
    rules::Attendance past;    ///< the meetings of `yesterday`
    rules::Entities open;      ///< as the day begins
    rules::Entities by_night;  ///< with what is known of the day itself

    rules::Context context() const { return {team, days, now}; }
    Period past_period() const { return {past_from, past_to, Period::Unit::range}; }
    /// What the rules knew when the day began.
    rules::Context before() const { return {team, days, {past_to, end_of_day}}; }
    /// The next working day, or the next day where that is one off.
    Date tomorrow() const { return std::max(days.next(date), date + Days{1}); }
};

/// Whether it happened on the days that `yesterday` or `since_last` tells of. What has no time of day belongs
/// to the day that follows a meeting, what has one to the meeting before which it was: nothing is told twice.
bool is_past(const AgendaDay& day, const team::Record& record);

AgendaDay agenda_day(const team::Team& team, const calendar::WorkingDays& days, Date date, Moment now);

/// Everything due on the day or overdue as it begins: what nobody recorded (attendance), actions (urgent and
/// important first, D15.2), checklists of the day, preparations, documents to send, follow-ups.
std::vector<DueItem> due_items(const AgendaDay& day);

/// Checklists that come due in the period.
std::vector<DueItem> due_checklists(const AgendaDay& day, const Period& period);
/// Items of newcomers' lists due that day or before, with those ticked that day (D7.1).
std::vector<DueItem> due_onboarding(const AgendaDay& day);
/// Trainings planned for the days after `day` up to then, or with no `until`: due that day or before, with
/// those held that day (D17.4).
std::vector<DueItem> due_trainings(const AgendaDay& day, std::optional<Date> until = {});
/// Actions due in the period, the most urgent first.
std::vector<DueItem> due_actions(const AgendaDay& day, const Period& period);
/// Calls due that day or before, those made on the day as done (D13.3).
std::vector<DueItem> due_calls(const AgendaDay& day);

/// What was due before the day: actions, trainings, items of newcomers' lists.
std::vector<DueItem> overdue_items(const AgendaDay& day);
/// Calls that were due before the day and were not made on it either.
std::vector<DueItem> overdue_calls(const AgendaDay& day);

/// The pairs who are both there on the day (D1.14), in the order of the file.
std::vector<const team::PersonPair*> pairs_there(const AgendaDay& day);
/// The rules that ask for a record on that date, of everybody and not by a field; none on a day off.
std::vector<const team::DeadlineRule*> deadlines_on(const AgendaDay& day, Date date);

/// The meetings of `yesterday` whose attendance nobody recorded (teamctl-rules(7), example 3).
std::vector<calendar::Occurrence> unrecorded_meetings(const AgendaDay& day);
/// The checklists of `yesterday` that nobody did, or that found something.
std::vector<rules::CheckRun> past_runs(const AgendaDay& day);

}  // namespace teamctl::waiting
