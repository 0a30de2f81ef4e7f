// A summary over the parts of its period: the period before and after, charts, a table by month.
#include <algorithm>

#include "report/summary/page.hpp"

namespace teamctl::report {
namespace {

constexpr int days_by_day = 31;
constexpr int days_by_week = 26 * 7;

/// The part that holds the date: by days up to a month, by weeks up to half a year, then by months.
Period part_with(const Period& whole, Date date) {
    Period part = whole.days() <= days_by_day    ? day_period(date)
                  : whole.days() <= days_by_week ? week_period(date)
                                                 : month_period(month_of(date));
    part.from = std::max(part.from, whole.from);
    part.to = std::min(part.to, whole.to);
    return part;
}

}  // namespace

Date first_date(const SummaryPage& page) {
    const auto& whole = page.books.period();
    const auto first = page.team().first_record();
    if (!first || *first <= whole.from) return whole.from;
    return std::max(whole.from, part_with(whole, std::min(*first, whole.to)).from);
}

Period period_after(const SummaryPage& page) {
    const auto& period = page.books.period();
    if (!page.is_day()) return shifted(period, 1);
    const Period next{period.to + Days{1}, page.days.next(period.to), Period::Unit::range};
    return next.from == next.to ? day_period(next.from) : next;
}

Comparable period_before(const calendar::WorkingDays& days, const Period& period, Moment now) {
    Comparable before{shifted(period, -1), {}};
    if (period.unit == Period::Unit::day) before.period = day_period(days.previous(period.from));
    before.end = {before.period.to, end_of_day};
    if (rules::day_over(period.to, now) || now.date < period.from) return before;
    before.end = std::min(before.end, Moment{before.period.from + (now.date - period.from), now.time});
    return before;
}

Phrase part_point(const SummaryPage& page, const Period& part) {
    const auto& whole = page.books.period();
    const auto month = static_cast<unsigned>(month_of(part.from).month());
    if (part.unit == Period::Unit::month) return say("summary.month_point", month);
    if (part.unit == Period::Unit::day && month_of(whole.from) == month_of(whole.to))
        return verbatim(std::to_string(day_of_month(part.from)));
    return verbatim(std::to_string(month) + "/" + std::to_string(day_of_month(part.from)));
}

std::vector<Period> parts_of(const SummaryPage& page) {
    const auto& whole = page.books.period();
    std::vector<Period> parts;
    for (Date at = first_date(page); at <= std::min(whole.to, page.books.end().date);) {
        parts.push_back(part_with(whole, at));
        at = parts.back().to + Days{1};
    }
    return parts;
}

std::vector<rules::Value> values_by_part(const SummaryPage& page, const rules::Metric& metric,
                                         const std::vector<Period>& parts) {
    std::vector<rules::Sum> sums(parts.size());
    for (const auto& evidence : page.figures.figure(metric, page.subject).evidence) {
        const auto at = std::find_if(parts.begin(), parts.end(),
                                     [&](const Period& part) { return part.contains(evidence.date); });
        if (at != parts.end())
            sums[static_cast<std::size_t>(at - parts.begin())].add(evidence.part, evidence.base);
    }
    std::vector<rules::Value> values;
    for (const auto& sum : sums) values.push_back(sum.value(metric.unit));
    return values;
}

std::optional<Chart> chart_of(const SummaryPage& page, Phrase caption,
                              const std::vector<rules::MetricName>& metrics) {
    const auto parts = parts_of(page);
    std::vector<std::vector<rules::Value>> columns;
    Chart chart{std::move(caption), {}, {}};
    for (const auto name : metrics) {
        const auto& metric = page.figures.metric(name);
        columns.push_back(values_by_part(page, metric, parts));
        chart.lines.push_back({metric.title, {}});
    }
    bool any = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // A day off without anything is left out.
        const bool some =
            std::any_of(columns.begin(), columns.end(), [&](const auto& c) { return !is_nothing(c[i]); });
        if (!some && parts[i].unit == Period::Unit::day && !page.days.is_workday(parts[i].from)) continue;
        any = any || some;
        chart.points.push_back(part_point(page, parts[i]));
        for (std::size_t line = 0; line < columns.size(); ++line)
            chart.lines[line].values.push_back(
                value_cell(page.figures.metric(metrics[line]), columns[line][i]));
    }
    if (!any || chart.points.size() < 3) return std::nullopt;
    return chart;
}

void add_chart(SummaryPage& page, Phrase caption, const std::vector<rules::MetricName>& metrics) {
    if (auto chart = chart_of(page, std::move(caption), metrics)) page.report.add(std::move(*chart));
}

}  // namespace teamctl::report
