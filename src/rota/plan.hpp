// The solved rota as plan lines, with topics and formats (teamctl-rota(7), OBJECTIVES), and what changed
// against the published plan.
#pragma once

#include <vector>

#include "rota/build.hpp"
#include "rota/solve.hpp"
#include "team/model.hpp"

namespace teamctl::rota {

/// A published turn that went to somebody else, or (without `before`) a place the plan left empty that is
/// filled.
struct Change {
    Date date{};
    team::SeriesId series;
    int role = 0;
    team::PersonId before;
    team::PersonId after;  ///< none where the place is now empty
    bool steps_up =
        false;  ///< `before` takes the place of somebody absent, as the agenda would: no turn lost
};

struct Plan {
    Question question;
    Result result;
    std::vector<team::PlanLine>
        lines;  ///< one an occurrence that has roles or a topic, in the order of the slots
    std::vector<Change> changes;
};

/// Plans a period. The team holds the plans of the period and its history, and the records of problems.
Plan make_plan(const team::Team& team, const calendar::WorkingDays& days, const BuildOptions& options,
               const Options& solver);

/// Turns that are lost to their holder: what the certificate counts as changes.
int lost_turns(const Plan& plan);

/// Places that nobody holds, but for those that stay empty on purpose and what has been.
int holes(const Plan& plan);

/// Gives each line of a meeting with formats or a topic item what it lacks: formats in rotation (D1.3),
/// topics from the backlog, the oldest problem first, a lecturer's own topic to that lecturer (D1.8). What is
/// published stays, but a topic whose lecturer lost the turn, and with `fresh` all that came from the backlog
/// and no pin holds. Lines of the past stay as they are.
void fill_content(const team::Team& team, const BuildOptions& options, bool published,
                  std::vector<team::PlanLine>& lines);

}  // namespace teamctl::rota
