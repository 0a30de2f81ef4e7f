// Occurrences of meetings and rotas as they are planned: who has which role, who of them is away, who stands
// in (D1.19).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "calendar/occurrences.hpp"
#include "calendar/working_days.hpp"
#include "team/model.hpp"

namespace teamctl::rules {

/// Somebody who is not there, and why.
struct Away {
    enum class Why { leave, not_working_day, not_joined, gone };
    team::PersonId who;
    Why why = Why::leave;
    const team::Leave* leave = nullptr;
    /// The leave of the afternoon, where that of the morning is another.
    const team::Leave* afternoon = nullptr;
};

/// A role of one occurrence, as the published plan has it.
struct Turn {
    const team::Role* role = nullptr;
    std::vector<team::PersonId> who;  ///< the holders the plan names
    std::vector<Away> away;           ///< those of them who are not there
    team::PersonId stand_in;          ///< the backup who takes over (D1.19)

    /// Why that holder is not there; null where they are.
    const Away* away_of(team::PersonId person) const;
    /// Whether nobody holds the role, or somebody who does is away.
    bool has_hole() const { return who.empty() || !away.empty(); }
};

/// One occurrence of a meeting or rota with what is planned and known of it.
struct Sitting {
    calendar::Occurrence when;
    const team::Series* series = nullptr;
    const team::PlanLine* plan = nullptr;     ///< none: not planned
    const team::Record* cancelled = nullptr;  ///< the record that calls it off
    std::vector<Turn> turns;

    const Turn* turn(std::string_view role) const;
    /// The first of that function; null where the meeting has none.
    const Turn* turn(team::RoleFunction function) const;
    bool has_topic() const { return plan != nullptr && !plan->topic.empty(); }
};

/// The occurrence as the plan and the records have it. A backup takes the place of who is not there, unless
/// the backup is away as well; nobody takes that of a lecturer (D1.19).
Sitting sitting_of(const team::Team& team, const calendar::Occurrence& when);

/// The line of the published plan; null where there is none.
const team::PlanLine* plan_line(const team::Team& team, const calendar::Occurrence& when);

/// The holders who are there, with the stand-in for those who are not.
std::vector<team::PersonId> acting(const Turn& turn);

/// Why the person is not there during an occurrence (a whole day where it has no start); nothing where they
/// are.
std::optional<Away> away_during(const team::Team& team, team::PersonId person,
                                const calendar::Occurrence& when);
/// Why the person misses any part of that day.
std::optional<Away> away_on(const team::Team& team, team::PersonId person, Date date);

/// The dates before and after that day on which the series falls, as one types them.
Phrase dates_near(const team::Team& team, const calendar::WorkingDays& days, team::SeriesId series, Date day);

/// Whether it is a record of that kind whose `meeting` is the series.
bool is_about(const team::Record& record, std::string_view kind, team::SeriesId series);
/// The record of that occurrence's attendance, if there is one.
const team::Record* attendance_record(const team::Team& team, const calendar::Occurrence& when);

/// The occurrence of the series before that day, and the one after it; nothing within 400 days.
std::optional<calendar::Occurrence> previous_occurrence(const team::Team& team,
                                                        const calendar::WorkingDays& days,
                                                        team::SeriesId series, Date before);
std::optional<calendar::Occurrence> next_occurrence(const team::Team& team, const calendar::WorkingDays& days,
                                                    team::SeriesId series, Date after);

/// Whom the record that cancels a sitting does not name as told: all who attend and are employed (D1.31).
std::vector<team::PersonId> people_to_tell(const team::Team& team, const Sitting& sitting);

}  // namespace teamctl::rules
