// The awards of a period: each over its own weeks, months or quarters (D2, D14.5).
#pragma once

#include <vector>

#include "rules/figures/awards.hpp"
#include "rules/scope/scope.hpp"

namespace teamctl::rules {

/// An award over one of its own periods.
struct AwardLine {
    Period period;
    AwardResult result;

    /// Whether nothing can change it any more but a decision.
    bool is_final(Moment now) const { return day_over(period.to, now); }
};

/// Every award over those of its periods that lie in the scope's and have begun, in the order of the file.
std::vector<AwardLine> award_lines(const Scope& scope);

/// An award that a person won.
struct AwardWon {
    team::AwardId award;
    Period period;
    int place = 0;  ///< index into Award::places and Award::prize
};
/// Of the awards' own periods that end within the period and are over, by award.
std::vector<AwardWon> awards_won(const Context& context, const Period& period, team::PersonId person);

/// The candidates in that state, in the order of the result.
std::vector<team::PersonId> people_in(const AwardResult& result, Candidate::State state);

}  // namespace teamctl::rules
