// How each metric of the catalogue is collected; only metrics.cpp needs to know.
#pragma once

#include "rules/figures/metrics.hpp"

namespace teamctl::rules {

/// What most evidence adds to a count, and what adds nothing to it but to what it is out of.
inline constexpr Ratio adds_one{1, 1};
inline constexpr Ratio adds_none{0, 1};

// Meetings
void collect_attendance_rate(const Books& books, const Metric& metric, Sink& sink);
void collect_late(const Books& books, const Metric& metric, Sink& sink);
void collect_left_early(const Books& books, const Metric& metric, Sink& sink);
void collect_absent(const Books& books, const Metric& metric, Sink& sink);
void collect_excused(const Books& books, const Metric& metric, Sink& sink);
void collect_turns(const Books& books, const Metric& metric, Sink& sink);

// Daily work
void collect_diaries(const Books& books, const Metric& metric, Sink& sink);
void collect_diaries_late(const Books& books, const Metric& metric, Sink& sink);
void collect_diaries_missing(const Books& books, const Metric& metric, Sink& sink);
/// Records of one kind, each one counted for its `who`; the kind is Metric::from.
void collect_records(const Books& books, const Metric& metric, Sink& sink);
/// Mistakes of the kind that Metric::name has in brackets (D2.8).
void collect_mistakes_of(const Books& books, const Metric& metric, Sink& sink);
void collect_suggestions_accepted(const Books& books, const Metric& metric, Sink& sink);
/// The mean of scores of one kind; Metric::name is score_<kind>.
void collect_scores(const Books& books, const Metric& metric, Sink& sink);
/// The weighted total of the means of each kind, of people who have all that it weighs (D2.4).
void collect_score_total(const Books& books, const Metric& metric, Sink& sink);
void collect_training_minutes(const Books& books, const Metric& metric, Sink& sink);
void collect_checks_done(const Books& books, const Metric& metric, Sink& sink);
void collect_checks_missed(const Books& books, const Metric& metric, Sink& sink);
void collect_complaints(const Books& books, const Metric& metric, Sink& sink);
void collect_answered_in_time(const Books& books, const Metric& metric, Sink& sink);
void collect_resolved_in_time(const Books& books, const Metric& metric, Sink& sink);
void collect_tickets_closed(const Books& books, const Metric& metric, Sink& sink);
void collect_cost(const Books& books, const Metric& metric, Sink& sink);
/// What the meter or tank of the metric counted, by reading; of whoever answers for it (D4.3).
void collect_consumption(const Books& books, const Metric& metric, Sink& sink);
void collect_call_backs(const Books& books, const Metric& metric, Sink& sink);
void collect_call_backs_in_time(const Books& books, const Metric& metric, Sink& sink);
void collect_call_back_scores(const Books& books, const Metric& metric, Sink& sink);

// Customers and money
void collect_payments(const Books& books, const Metric& metric, Sink& sink);
void collect_follow_ups_overdue(const Books& books, const Metric& metric, Sink& sink);
void collect_customers_new(const Books& books, const Metric& metric, Sink& sink);
void collect_customers_won(const Books& books, const Metric& metric, Sink& sink);
void collect_sales(const Books& books, const Metric& metric, Sink& sink);
void collect_refunds(const Books& books, const Metric& metric, Sink& sink);
void collect_refund_rate(const Books& books, const Metric& metric, Sink& sink);
void collect_sales_target(const Books& books, const Subject& subject, Sink& sink);
void collect_receivables(const Books& books, const Metric& metric, Sink& sink);
void collect_commission(const Books& books, const Metric& metric, Sink& sink);
void collect_points(const Books& books, const Metric& metric, Sink& sink);
void collect_fines(const Books& books, const Metric& metric, Sink& sink);

}  // namespace teamctl::rules
