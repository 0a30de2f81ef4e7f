// How far back and ahead the rules look from the day or period that is asked about. It is said here and
// nowhere else: reports ask it what is to be loaded for them, closings what they have to hand on.
#pragma once

#include "store/need.hpp"
#include "team/model.hpp"

namespace teamctl::rules {

/// What is settled is told, compared and reminded of for so long; what a closing hands on stays as long. A
/// record that comes back to something older makes the reader look for it in the log (store/recall.hpp),
/// which takes longer.
inline constexpr Days settled_days{62};
/// Faults of one asset that come again within so many days of the first (teamctl-rules(7), example 16; D6.5).
inline constexpr Days repeat_days{30};
/// A checklist comes round at least once a year.
inline constexpr Days checked_days{366};
/// How long after joining somebody may still be a newcomer; what was left undone is then let be.
inline constexpr Days newcomer_days{366};
/// The clocks change twice a year: what that brings about is told so long ahead.
inline constexpr Days clock_changes_ahead{366};
/// How long a training that was not held goes on waiting, and how late one may still be held.
inline constexpr Days training_waits{366};
/// How long before its day or month one may be held and still count as the planned one.
inline constexpr Days training_early{31};

/// Who held which turn on the days before a day that something is due on: who did a checklist that comes
/// round every quarter, told which topic, took the turn before.
Period plans_before(Date day);
/// The same up to the end of the next month, until which a plan that is missing is told (D1.6), and to a
/// later day.
Period plans_around(const Period& asked, Date ahead = {});
/// The period before and the one after: turns are compared, and what comes next is told. The working day
/// before and after may lie beyond a holiday.
Period plans_beside(const Period& asked);
/// Checklists that come round every quarter, also at the ends of the period.
Period checklist_plans(const Period& asked);
/// From the oldest topic in the backlog on, lest a used one be used again (teamctl-rota(7), content).
Date topics_from(const team::Team& team, Date day);
/// The same of topics that came from a problem: an agenda asks whether they were held (D1.8).
Date problem_topics_from(const team::Team& team, Date day);
/// The years of all awards that are given in the period: those of a year count all of it.
Period award_years(const Period& asked);

/// What rests on all that came before, as it stands: the plans of the period, and all records and leave up to
/// its end.
store::Need all_before(const Period& period);

/// The same for a question that looks at `asked` as things stand today: what lies well before both may come
/// from a closing (teamctl-files(5), CLOSINGS), but not what is compared with, nor what targets, awards and
/// deadlines that are judged reach back to, nor two months for all that repeats or waits. Of the plans those
/// of `plans`, and of the days on which somebody on duty is exempt from a deadline; of records and leave up
/// to the end of `plans`.
store::Need look_back(const team::Team& team, const Period& plans, const Period& asked, Date today);

/// What the closing of a month is made of: a closing before it and the records since, or all records.
store::Need closing_need(const team::Team& team, Month month);

}  // namespace teamctl::rules
