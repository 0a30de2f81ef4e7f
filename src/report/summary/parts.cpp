// Charts over the parts of a summary's period.
#include <algorithm>

#include "report/summary/page.hpp"

namespace teamctl::report {

Phrase part_point(const SummaryPage& page, const Period& part) {
    const auto& whole = page.books.period();
    const auto month = static_cast<unsigned>(month_of(part.from).month());
    if (part.unit == Period::Unit::month) return say("summary.month_point", month);
    if (part.unit == Period::Unit::day && month_of(whole.from) == month_of(whole.to))
        return verbatim(std::to_string(day_of_month(part.from)));
    return verbatim(std::to_string(month) + "/" + std::to_string(day_of_month(part.from)));
}

std::optional<Chart> chart_of(const SummaryPage& page, Phrase caption,
                              const std::vector<rules::MetricName>& metrics) {
    const auto parts = rules::parts_of(page);
    std::vector<std::vector<rules::Value>> columns;
    Chart chart{std::move(caption), {}, {}};
    for (const auto name : metrics) {
        const auto& metric = page.figures.metric(name);
        columns.push_back(rules::values_by_part(page, metric, parts));
        chart.lines.push_back({metric.title, {}});
    }
    bool any = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // A day off without anything is left out.
        const bool some = std::any_of(columns.begin(), columns.end(),
                                      [&](const auto& c) { return !rules::is_nothing(c[i]); });
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
