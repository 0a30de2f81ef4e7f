// Who is there: employment, working weekdays and leave, ready for many questions.
#pragma once

#include <optional>
#include <vector>

#include "base/period.hpp"
#include "calendar/occurrences.hpp"
#include "team/model.hpp"

namespace teamctl::rules {

/// The team's leave, by person. Half days end or begin at 12:00.
class Absences {
  public:
    explicit Absences(const team::Team& team);

    /// The leave that takes any part of [from, to) of that day.
    const team::Leave* during(team::PersonId person, Date date, TimeOfDay from, TimeOfDay to) const;
    /// The leave that takes any part of the occurrence.
    const team::Leave* during(team::PersonId person, const calendar::Occurrence& occurrence) const;
    /// The leave of the whole day: full days, or two halves.
    const team::Leave* all_day(team::PersonId person, Date date) const;
    /// Employed on that day, and it is a weekday the person works.
    bool on_duty(team::PersonId person, Date date) const;

  private:
    const team::Team* team_;
    std::vector<std::vector<const team::Leave*>> by_person_;
};

/// Whether the person was employed on some day of the period.
bool employed_in(const team::Person& person, const Period& period);

}  // namespace teamctl::rules
