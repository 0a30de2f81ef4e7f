// Awards: who is eligible and why, who wins, what is still to be decided; certificates (teamctl-rules(7),
// example 10; D2, D14.5).
#pragma once

#include <vector>

#include "base/report.hpp"
#include "rules/context.hpp"
#include "store/need.hpp"

namespace teamctl::report {

/// One award and the period it is given for.
struct AwardAsk {
    team::AwardId award;
    Period period;
};

struct AwardPage {
    Report report;
    bool open = false;  ///< a place is tied and waits for a `decision`
};

/// What it needs. Decisions come after the period: records up to today.
store::Need award_need(const team::Team& team, const Period& period, Date today);

AwardPage award_page(const rules::Context& context, const std::vector<AwardAsk>& asks);

/// The certificates of all these awards that the person won, one a page; no blocks where there is none
/// (D2.3).
Report certificate_report(const rules::Context& context, const std::vector<AwardAsk>& asks,
                          team::PersonId who);

}  // namespace teamctl::report
