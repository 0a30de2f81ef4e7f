// `teamctl schedule`: the rota of a period, why it is as it is, and the proof (teamctl-rota(7)).
#pragma once

#include "base/report.hpp"
#include "rota/plan.hpp"
#include "store/load.hpp"

namespace teamctl::report {

struct ScheduleView {
    bool brief = false;     ///< for a chat group: without the grid of people and days, and without balances
    bool for_page = false;  ///< one grid of days and posts; meetings, people and balances open below it
    bool written = false;   ///< as it is written just now; else what is not published yet is a draft
    bool exact = false;     ///< with the figure that the proof is about
};

/// What planning a period needs: the plans that turns depend on and that tell which topics were used, leave
/// for the dues, records for the problems that topics come from.
store::Need schedule_need(const team::Team& team, const Period& period, Date today);

/// The plan by day, uncovered places with reasons, turns and balance per person, the certificate in a
/// sentence; JSON as teamctl-schedule(1) fixes it.
Report schedule_report(const store::Loaded& loaded, const calendar::WorkingDays& days, const rota::Plan& plan,
                       const Period& period, const ScheduleView& view);

/// The plan as month grids for the wall (D1.18): who holds what on each day, and the topic.
Report poster_report(const store::Loaded& loaded, const calendar::WorkingDays& days, const rota::Plan& plan,
                     const Period& period, const ScheduleView& view);

struct TurnsView {
    /// Plans of the months as they were published before, the oldest first: a turn that was given away is
    /// called off.
    std::vector<std::vector<team::PlanLine>> before;
    std::optional<std::vector<int>> alarms;  ///< minutes before a turn; unset: as the manual has it
};

/// One person's own turns in the plan, and an event for each, made on the day `today`.
Report turns_report(const store::Loaded& loaded, const rota::Plan& plan, const Period& period,
                    team::PersonId who, Date today, const TurnsView& view = {});

/// "on Tuesday the lecture is Chen Jing's, in place of Zhang Wei": a change, as one tells it to a chat group.
Phrase takes_over(const team::Team& team, const rota::Change& change);

/// A pinned turn that breaks a rule: whose, which rule, and the places of both turns. `key` says it: of slot,
/// person, rule, places.
Phrase warning_text(const store::Loaded& loaded, const rota::Plan& plan, const rota::Warning& warning,
                    std::string_view key = "schedule.pin_breaks");

}  // namespace teamctl::report
