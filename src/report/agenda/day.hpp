// What the parts of an agenda are built from: the day, its occurrences with their holders, and what is open.
#pragma once

#include <optional>
#include <vector>

#include "base/json.hpp"
#include "base/phrase.hpp"
#include "calendar/occurrences.hpp"
#include "calendar/working_days.hpp"
#include "rules/attendance.hpp"
#include "rules/entities.hpp"
#include "team/model.hpp"

namespace teamctl::report {

/// Somebody who is not there, and why.
struct Away {
    enum class Why { leave, not_working_day, not_joined, gone };
    team::PersonId who;
    Why why = Why::leave;
    const team::Leave* leave = nullptr;
};

/// A role of one occurrence, as the published plan has it.
struct Turn {
    const team::Role* role = nullptr;
    std::vector<team::PersonId> who;  ///< the holders the plan names
    std::vector<Away> away;           ///< those of them who are not there
    team::PersonId stand_in;          ///< the backup who takes over (D1.19)
};

/// One occurrence of a meeting or rota with what is planned and known of it.
struct Sitting {
    calendar::Occurrence when;
    const team::Series* series = nullptr;
    const team::PlanLine* plan = nullptr;     ///< none: not planned
    const team::Record* cancelled = nullptr;  ///< the record that calls it off
    std::vector<Turn> turns;

    const Turn* turn(std::string_view role) const;
};

/// One day of an agenda.
struct AgendaDay {
    const team::Team& team;
    const calendar::WorkingDays& days;
    Date date{};
    Moment now;                     ///< the end of the day where it is past
    std::vector<Sitting> sittings;  ///< meetings and rotas of the day, by start
    Date past_from{};               ///< `yesterday`: from the working day before ...
    Date past_to{};                 ///< ... to the day before, so that a weekend's records are not lost
    rules::Absences absences;
    rules::Attendance past;    ///< the meetings of `yesterday`
    rules::Entities open;      ///< as the day begins
    rules::Entities by_night;  ///< with what is known of the day itself

    Period past_period() const { return {past_from, past_to, Period::Unit::range}; }
    /// What the rules knew when the day began.
    rules::Context before() const { return {team, days, {past_to, end_of_day}}; }
};

AgendaDay agenda_day(const team::Team& team, const calendar::WorkingDays& days, Date date, Moment now);

/// Why the person is not there during an occurrence (a whole day where it has no start); nothing where they
/// are.
std::optional<Away> away_during(const team::Team& team, team::PersonId person,
                                const calendar::Occurrence& when);
/// Why the person misses any part of that day.
std::optional<Away> away_on(const team::Team& team, team::PersonId person, Date date);

/// Whether it is a record of that kind whose `meeting` is the series.
bool is_about(const team::Record& record, std::string_view kind, team::SeriesId series);
/// The record of that occurrence's attendance, if there is one.
const team::Record* attendance_record(const team::Team& team, const calendar::Occurrence& when);

Sitting sitting_of(const team::Team& team, const calendar::Occurrence& when);

/// The occurrence of the series before, and the one after; nothing within 400 days.
std::optional<calendar::Occurrence> previous_occurrence(const AgendaDay& day,
                                                        const calendar::Occurrence& when);
std::optional<calendar::Occurrence> next_occurrence(const AgendaDay& day, team::SeriesId series, Date after);

/// The holders who are there, with the stand-in for those who are not.
std::vector<team::PersonId> acting(const Turn& turn);

/// `王丽（公出）`, `许婷（不上班）`
Phrase away_text(const team::Team& team, const Away& away);
/// The same with the pair of whom one is missing: the other has to know.
Phrase away_text_with_pair(const team::Team& team, const Away& away);
Json away_json(const team::Team& team, const Away& away);

}  // namespace teamctl::report
