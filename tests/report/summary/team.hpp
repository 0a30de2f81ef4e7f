// Summaries of teams made by hand.
#pragma once

#include <string_view>

#include "../../support/team_builder.hpp"
#include "report/summary.hpp"

namespace teamctl::test {

inline Report report_of(TeamBuilder& builder, std::string_view period, std::string_view now,
                        const report::SummaryOptions& options = {}) {
    const auto& team = builder.done();
    const calendar::WorkingDays days{team};
    return report::summary_report({team, days, moment(now)}, span(period), options);
}

}  // namespace teamctl::test
