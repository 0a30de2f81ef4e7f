// Awards: who is eligible and why, who wins, what is still to be decided (teamctl-rules(7), example 10; D2,
// D14.5).
#pragma once

#include <optional>
#include <vector>

#include "rules/figures/metrics.hpp"

namespace teamctl::rules {

/// One requirement, held against one person.
struct RequirementCheck {
    const team::Requirement* requirement = nullptr;
    Value value;  ///< absent values never hold
    bool holds = false;
};

struct Candidate {
    enum class State {
        not_eligible,
        eligible,  ///< and without a prize
        tied,      ///< for a place that a decision has to give
        winner
    };
    team::PersonId who;
    State state = State::not_eligible;
    std::vector<RequirementCheck> checks;
    std::vector<const team::Record*> nominations;
    Value value;               ///< of the metric that decides
    std::optional<int> prize;  ///< index into Award::places and Award::prize, of winners and tied ones
    const team::Record* decided = nullptr;  ///< the decision that gave the place
};

struct AwardResult {
    team::AwardId award;
    std::vector<Candidate> candidates;  ///< winners, then tied, then eligible ones by rank, then the others
    bool open = false;                  ///< somebody is tied
};

/// The requirement against a value. A score against a percentage (`>= 85%`) is meant in percent.
bool holds(const team::Requirement& requirement, const Value& value, Measure unit);

/// The award over the books' period. Candidates are those whom `who` means and who were employed in the
/// period. Eligible is for whom every requirement holds and the deciding metric is there; where the award is
/// by nomination: who was nominated in the period. Where more is better, a value of 0 or less wins nothing.
/// Equal values share places only where all of them fit;
/// otherwise they are tied until `decision` records name enough of them.
AwardResult award_result(const Figures& figures, team::AwardId award);

/// The period of the award that holds the day: its week, month, quarter or year.
Period award_period(const team::Award& award, Date day);

}  // namespace teamctl::rules
