#include "rules/scope/parts.hpp"

#include <algorithm>

namespace teamctl::rules {
namespace {

constexpr int days_by_day = 31;
constexpr int days_by_week = 26 * 7;

Period clipped(Period part, const Period& whole) {
    part.from = std::max(part.from, whole.from);
    part.to = std::min(part.to, whole.to);
    return part;
}

/// The part that holds the date.
Period part_with(const Period& whole, Date date) {
    return clipped(whole.days() <= days_by_day    ? day_period(date)
                   : whole.days() <= days_by_week ? week_period(date)
                                                  : month_period(month_of(date)),
                   whole);
}

}  // namespace

Period Comparable::so_far() const {
    if (day_over(period.to, end)) return period;
    return {period.from, end.date, end.date < period.to ? Period::Unit::range : period.unit};
}

Comparable period_before(const calendar::WorkingDays& days, const Period& period, Moment now) {
    Comparable before{shifted(period, -1), {}};
    if (period.unit == Period::Unit::day) before.period = day_period(days.previous(period.from));
    before.end = {before.period.to, end_of_day};
    if (day_over(period.to, now) || now.date < period.from) return before;
    before.end = std::min(before.end, Moment{before.period.from + (now.date - period.from), now.time});
    return before;
}

Period period_after(const Scope& scope) {
    const auto& period = scope.period();
    if (!scope.is_day()) return shifted(period, 1);
    const Period next{period.to + Days{1}, scope.days.next(period.to), Period::Unit::range};
    return next.from == next.to ? day_period(next.from) : next;
}

Date first_date(const Scope& scope) {
    const auto& whole = scope.period();
    const auto first = scope.team().first_record();
    if (!first || *first <= whole.from) return whole.from;
    return std::max(whole.from, part_with(whole, std::min(*first, whole.to)).from);
}

std::vector<Period> parts_of(const Scope& scope) {
    const auto& whole = scope.period();
    std::vector<Period> parts;
    for (Date at = first_date(scope); at <= std::min(whole.to, scope.end().date);) {
        parts.push_back(part_with(whole, at));
        at = parts.back().to + Days{1};
    }
    return parts;
}

std::vector<Period> months_of(const Scope& scope) {
    const auto& whole = scope.period();
    std::vector<Period> months;
    const Date first = std::max(whole.from, scope.team().first_record().value_or(whole.from));
    for (Month month = month_of(first); first_day(month) <= std::min(whole.to, scope.end().date);
         month += std::chrono::months{1})
        months.push_back(clipped(month_period(month), whole));
    return months;
}

std::vector<Value> values_by_part(const Scope& scope, const Metric& metric,
                                  const std::vector<Period>& parts) {
    std::vector<Sum> sums(parts.size());
    for (const auto& evidence : scope.figures.figure(metric, scope.subject).evidence) {
        const auto at = std::find_if(parts.begin(), parts.end(),
                                     [&](const Period& part) { return part.contains(evidence.date); });
        if (at != parts.end())
            sums[static_cast<std::size_t>(at - parts.begin())].add(evidence.part, evidence.base);
    }
    std::vector<Value> values;
    for (const auto& sum : sums) values.push_back(sum.value(metric.unit));
    return values;
}

}  // namespace teamctl::rules
