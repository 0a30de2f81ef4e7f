// Whom a rule on single records pays (teamctl-rules(7), RULES ON RECORDS).
#pragma once

#include <optional>
#include <vector>

#include "rules/people/absences.hpp"
#include "rules/work/entities.hpp"

namespace teamctl::rules {

/// Whom each record pays, by the row of its kind: those whom it is about; of what decides a suggestion, a
/// problem or a proposal who made it; of what others hold who is said to have done it, else the holder. The
/// references outlive it.
class Payees {
  public:
    /// Things stand as they do at the moment.
    Payees(const team::Team& team, const Absences& absences, Moment moment)
        : team_{team}, absences_{absences}, moment_{moment} {}

    /// Nobody where the record names nobody, and nobody opened or holds what it is about.
    std::vector<team::PersonId> of(const team::Record& record);

  private:
    team::PersonId opener(const team::Record& record);
    team::PersonId holder(const team::Record& record);
    const Entities& entities();

    const team::Team& team_;
    const Absences& absences_;
    Moment moment_;
    std::optional<Entities> entities_;  ///< worked out when they are first asked for
};

}  // namespace teamctl::rules
