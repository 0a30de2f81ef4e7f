// What `check` reports of the rules: records and targets that are at odds with them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "rules/context.hpp"

namespace teamctl::rules {

/// A problem whose place is still an origin: the caller knows the files.
struct Finding {
    Severity severity = Severity::warning;
    std::string code;
    team::Origin origin;
    Phrase message;
    Phrase hint;
    std::vector<team::Origin> related;
};

/// Somebody in the record who had left before its day. Where a record looks back on what was done (a review,
/// a decision, a score, points) that is in order.
std::vector<Finding> left_before(const team::Team& team, const team::Record& record);

/// What single lines show: metrics that do not exist (error), customers registered twice (D13.1), deals paid
/// or refunded beyond their amount (D9.5), records of people who had left; newcomer_findings() and
/// training_findings().
std::vector<Finding> line_findings(const Context& context);

/// The metrics alone that do not exist, of awards, targets and commission (error); part of line_findings().
std::vector<Finding> name_findings(const Context& context);

/// What sums show, which mean nothing where files have errors: spending more than the fund holds (error,
/// D13.7), attendance that cannot be right, targets that do not add up (D9.2) or do not reach far enough
/// (D14.2 to D14.4).
std::vector<Finding> sum_findings(const Context& context);

/// Records of newcomers' lists that name no newcomer, an item that is none, or nobody's first day (D7.1); and
/// checks of other lists that are written like one.
std::vector<Finding> newcomer_findings(const Context& context);

/// Trainings of the plan with an id that another has, planned twice for the same days, or led by somebody who
/// has left by then (D17.4).
std::vector<Finding> training_findings(const team::Team& team);

/// Attendance, of these records in the order of their dates, of a meeting that is not held on that day, of
/// people who do not work then, or taken a second time (D1.15). Part of findings().
std::vector<Finding> attendance_findings(const team::Team& team, const calendar::WorkingDays& days,
                                         std::span<const team::Record> records);

}  // namespace teamctl::rules
