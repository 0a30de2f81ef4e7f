// The training plan and what became of it (D17.4, D12.3, D13.11).
#pragma once

#include <vector>

#include "rules/context.hpp"
#include "rules/look_back.hpp"
#include "rules/people/absences.hpp"

namespace teamctl::rules {

/// One training of the plan.
struct TrainingState {
    const team::PlannedTraining* plan = nullptr;
    std::vector<const team::Record*> held;  ///< the records that fulfil it, by date
    std::vector<team::PersonId>
        expected;  ///< for whom, without the trainer; employed when it was held, or is due
    std::vector<team::PersonId> attended;  ///< those of them who came to one of `held`

    Date due() const { return plan->on.to; }
    bool is_held() const { return !held.empty(); }
    bool expects(team::PersonId person) const;
    bool has_attended(team::PersonId person) const;
    /// Those who were expected and did not come; nobody where it was not held.
    std::vector<team::PersonId> missing() const;
};

/// Those who attended; `all` is everybody there that day but the trainer.
std::vector<team::PersonId> attendees(const team::Team& team, const Absences& absences,
                                      const team::Record& record);

/// Which planned training the record fulfils: of those with its topic (or that id) the one nearest in time,
/// the earlier of two; null where none is near enough.
const team::PlannedTraining* planned_for(const team::Team& team, const team::Record& record);

/// The planned trainings that have a day of their own in the period, by day and start (D17.4).
std::vector<const team::PlannedTraining*> dated_trainings(const team::Team& team, const Period& period);
/// When one with a start and minutes ends; nothing where that is not on its day.
std::optional<TimeOfDay> end_of(const team::PlannedTraining& training);

/// The planned trainings due in the period, and those due before that were held in it or still wait at its
/// end; by due day. What was due before the team's first record waits for nobody.
std::vector<TrainingState> trainings(const Context& context, const Period& period);

/// How many there are, and of those that were held who was expected and came.
struct TrainingSums {
    std::int64_t planned = 0;
    std::int64_t held = 0;
    std::int64_t expected = 0;
    std::int64_t attended = 0;
};
TrainingSums sum_of(const std::vector<TrainingState>& all);

}  // namespace teamctl::rules
