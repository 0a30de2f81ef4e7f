// How reports tell of the training plan (D17.4).
#pragma once

#include <vector>

#include "base/report.hpp"
#include "rules/people/trainings.hpp"

namespace teamctl::report {

/// The day it is planned for, or the month, quarter ... by whose end it is held.
Phrase training_day(const team::PlannedTraining& planned);
/// A row a training: topic, when, trainer, held, who came of whom, who is missing.
Table training_table(const team::Team& team, const std::vector<rules::TrainingState>& all, Date date);
/// `计划 4 次，办了 3 次，应到 24 人次，到了 22 人次`
Phrase training_sum(const std::vector<rules::TrainingState>& all);
Json trainings_json(const team::Team& team, const std::vector<rules::TrainingState>& all, Date date);

}  // namespace teamctl::report
