// The agenda of a day: what a team lead reads out at nine and what cron mails at eight (D1.1).
#pragma once

#include <optional>

#include "base/period.hpp"
#include "base/report.hpp"
#include "calendar/working_days.hpp"
#include "store/need.hpp"
#include "team/model.hpp"

namespace teamctl::report {

struct AgendaOptions {
    std::optional<team::SeriesId> meeting;  ///< only this meeting
};

/// What it needs. Records beyond the period, too: what calls off a meeting that is still to come (D1.31).
store::Need agenda_need(const team::Team& team, const Period& period, Date today);

/// One day's agenda for each day of the period: meetings with roles, items and their content, who is away,
/// what is due, and what is wrong with it (warnings). The team's records are those up to the period's last
/// day.
Report agenda_report(const team::Team& team, const calendar::WorkingDays& days, const Period& period,
                     Moment now, const AgendaOptions& options);

}  // namespace teamctl::report
