// What is wrong with files that are each sound: records, targets, trainings and selectors that are at odds
// with the rest of the team. Each check adds to a Found.
#pragma once

#include <span>

#include "check/found.hpp"
#include "rules/context.hpp"
#include "rules/work/entities.hpp"

namespace teamctl::check {

// structure.cpp

/// Zones that are none and rules of `when` that cannot be read (error).
void check_whens(const team::Team& team, Found& found);
/// Units that nobody leads, or whose lead has left by today (D15.1). For teams without errors.
void check_unit_leads(const team::Team& team, Date today, Found& found);
/// Sizes of units today (D15.1, D16.2).
void check_unit_sizes(const team::Team& team, Date today, Found& found);
/// "Any other business" (D1.30), and more people than a meeting is for today (D1.23).
void check_meetings(const team::Team& team, Date today, Found& found);
/// Whoever is still new has a mentor who is there (D7.1).
void check_mentors(const rules::Context& context, Found& found);
/// Dates that calendars call both holiday and working day.
void check_calendars(const team::Team& team, Found& found);
/// People whose names are the same but for the form in which Unicode writes them.
void check_names(const team::Team& team, Found& found);
/// Filters of assets that none meets.
void check_asset_filters(const team::Team& team, Found& found);
/// Series that the clocks start twice on one date of the team within a year of today: the second is no
/// occurrence.
void check_second_starts(const team::Team& team, const calendar::WorkingDays& days, Date today, Found& found);
/// People who are above themselves, today or from a change on, and who are their own mentor. For teams
/// without errors.
void check_lines_above(const team::Team& team, Date today, Found& found);
/// Plan lines on days without the series, and of people who are not employed then (error).
void check_plan(const team::Team& team, Found& found);

// rules.cpp

/// Rules of one id, two service levels of one priority (errors); rules that bring nothing, levels by which a
/// ticket is resolved before it is answered, and shares that awards write without a per cent sign.
void check_rules(const team::Team& team, Found& found);
/// Two targets for one metric, period and subject, and targets of people who have left by then.
void check_targets(const team::Team& team, Found& found);

// selectors.cpp

/// Each selector of a role, meeting, queue, checklist, rule, award or training that nobody of the team meets,
/// with what is near it; and of those that go on from day to day, each whose people have all left. An empty
/// list is empty on purpose. For teams without errors: who could not be read is met by nothing.
void check_selectors(const team::Team& team, Date today, Found& found);

// blocks.cpp

/// People whom a role selects that is held by blocks, and who work on all days of no block to come: they
/// would owe their share for ever. For teams without errors.
void check_blocks(const team::Team& team, const calendar::WorkingDays& days, Date today, Found& found);

// limits.cpp

/// Limits of series without roles, of fewer hours a week than any one turn takes, of people whom none of the
/// roles selects, and pairs one of whom is never selected: they never serve. For teams without errors.
void check_limits(const team::Team& team, Found& found);

// wishes.cpp

/// Wishes for days to come that can never count: of who is not employed then, for series that do not fall on
/// these days or of which the person can have no role, and two of one day that contradict each other.
void check_wishes(const team::Team& team, const calendar::WorkingDays& days, Date today, Found& found);

// lines.cpp

/// Metrics that do not exist, of awards, targets and commission (error).
void check_metrics(const team::Team& team, Found& found);
/// Somebody in the record who had left before its day. Where a record looks back on what was done (a review,
/// a decision, a score, points) that is in order.
void check_left(const team::Team& team, const team::Record& record, Found& found);
/// The same of somebody whom the record is about and who joined later.
void check_joined(const team::Team& team, const team::Record& record, Found& found);
/// What single lines show: metrics that do not exist, customers registered twice (D13.1), deals paid or
/// refunded beyond their amount (D9.5) or made by another than the customer's owner, meters that run
/// backwards (error), records of people who had left or were still to come, values, newcomers, and trainings.
void check_lines(const rules::Context& context, Found& found);

// whens.cpp, topics.cpp

/// Dates from today on that `except` takes out of nothing, and that `also` adds where the rule falls anyway.
void check_exceptions(const team::Team& team, const calendar::WorkingDays& days, Date today, Found& found);
/// Topics that wait for a lecturer who has left by today, or come from a problem that nobody raised.
void check_backlog(const team::Team& team, Date today, Found& found);

// steps.cpp

/// Records that follow on nothing: a ticket that waits twice or goes on without a wait, and a call-back about
/// a ticket that is not closed.
void check_steps(const rules::Entities& entities, Found& found);

// turns.cpp

/// Turns of these records that somebody took who is not of the queue then, or is on leave.
void check_turns(const team::Team& team, std::span<const team::Record> records, Found& found);

// payees.cpp

/// Rules on records of a kind that is about nobody.
void check_record_rules(const team::Team& team, Found& found);
/// Of these records, by date, those that bring points or a fine by a rule and name nobody.
void check_payees(const rules::Context& context, std::span<const team::Record> records, Found& found);

// sums.cpp

/// What sums show, which mean nothing where files have errors: spending more than the fund holds (error,
/// D13.7), attendance that cannot be right, checks that count for no run, targets that do not add up (D9.2)
/// or do not reach far enough (D14.2 to D14.4).
void check_sums(const rules::Context& context, Found& found);

// values.cpp

/// Values of these records that are of no set that the team knows: items of the checklist, priorities,
/// periods (errors), topics that are almost a planned one, and sources that are nothing (warnings).
void check_values(const team::Team& team, std::span<const team::Record> records, Found& found);

/// Of a record of an ordered list the first item that it ticks or reads before those above it (error): what
/// `log` refuses. The team holds the record.
void check_order(const rules::Context& context, const team::Record& last, Found& found);

// rounds.cpp

/// Of these records, by date, checks that count for no run: on a day that has none, of no asset, or of one
/// that the list does not run over.
void check_rounds(const rules::Context& context, std::span<const team::Record> records, Found& found);

// newcomers.cpp, trainings.cpp, attendance.cpp

/// Records of newcomers' lists that name no newcomer, an item that is none, or nobody's first day (D7.1); and
/// checks of other lists that are written like one.
void check_newcomers(const rules::Context& context, std::span<const team::Record> records, Found& found);
/// Trainings of the plan with an id that another has, planned twice for the same days, or led by somebody who
/// has left by then (D17.4).
void check_trainings(const team::Team& team, Found& found);
/// Attendance, of these records in the order of their dates, of a meeting that is not held on that day or was
/// cancelled, of people who do not work then, are on leave or not expected, or taken a second time (D1.15).
void check_attendance(const team::Team& team, const calendar::WorkingDays& days,
                      std::span<const team::Record> records, Found& found);

}  // namespace teamctl::check
