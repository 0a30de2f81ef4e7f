// A period against others: the ones before and after, and the parts it falls into.
#pragma once

#include <vector>

#include "rules/scope/scope.hpp"

namespace teamctl::rules {

/// The period before, as far as it is comparable: to the same point where this one is not over. Before a day
/// the working day before.
struct Comparable {
    Period period;
    Moment end;

    /// The days of it up to that point.
    Period so_far() const;
};
Comparable period_before(const calendar::WorkingDays& days, const Period& period, Moment now);
/// The period that follows: what is planned for. After a day all days up to the next working day.
Period period_after(const Scope& scope);

/// The first day of the period, or of the part of it in which the team's records begin.
Date first_date(const Scope& scope);
/// The days, weeks or months of the period up to its end or now: what a chart's columns stand for. By days up
/// to a month, by weeks up to half a year, then by months.
std::vector<Period> parts_of(const Scope& scope);
/// The months of the period since the team's first record, up to its end or now (D12.4).
std::vector<Period> months_of(const Scope& scope);
/// A metric's values over parts of the period, from the evidence behind its figure.
std::vector<Value> values_by_part(const Scope& scope, const Metric& metric, const std::vector<Period>& parts);

}  // namespace teamctl::rules
