// Whose turn it is in a queue, why, and what is owed (teamctl-rules(7), example 6; D13.4).
#pragma once

#include "base/report.hpp"
#include "team/model.hpp"

namespace teamctl::report {

Report next_report(const team::Team& team, team::QueueId queue, Moment now);

}  // namespace teamctl::report
