// What a person's card shows of time: how long somebody is here, papers that expire, leave, turns ahead.
#pragma once

#include <optional>
#include <vector>

#include "base/period.hpp"
#include "team/model.hpp"

namespace teamctl::waiting {

/// How long somebody is here, up to today, or to the last day where that is past.
struct Tenure {
    std::int64_t months = 0;  ///< full ones
    std::int64_t days = 0;    ///< all days, the first and the last one included
};
/// Of somebody who has joined.
Tenure tenure_of(const team::Person& person, Date today);

/// How a paper stands on a day.
struct PaperState {
    enum class Kind { valid, expiring, expired };
    Kind kind = Kind::valid;
    std::int64_t days_left = 0;  ///< of those that expire; 0: the last day
};
PaperState paper_state(const team::Credential& credential, Date today);

/// A paper that the rules ask of somebody who has none of that type, and the rule.
struct LackingPaper {
    std::string type;
    const team::RequiredCredentials* rule = nullptr;
};
/// In the order of the rules, each type once (D10.2).
std::vector<LackingPaper> lacking_papers(const team::Team& team, team::PersonId person, Date date);

/// The days of leave that recurs, as far as they are in the period or still to come.
std::vector<Date> recurring_days(const team::Leave& leave, const Period& period, Date today);
/// The person's leave in the period, and all that is still to come, by first day.
std::vector<const team::Leave*> leave_shown(const team::Team& team, team::PersonId person,
                                            const Period& period, Date today);

/// A turn of the published plans.
struct TurnAhead {
    const team::PlanLine* line = nullptr;
    const team::Role* role = nullptr;
};
/// The person's, from that day on.
std::vector<TurnAhead> turns_from(const team::Team& team, team::PersonId person, Date from);

}  // namespace teamctl::waiting
