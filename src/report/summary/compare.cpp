// A period against the one before, and month by month (D12.4).
#include <algorithm>
#include <array>

#include "report/summary/page.hpp"
#include "rules/scope/comparison.hpp"

namespace teamctl::report {
namespace {

using rules::Metric;
using rules::Value;

constexpr std::array<rules::MetricName, 21> compared{"sales",
                                                     "refunds",
                                                     "refund_rate",
                                                     "customers_new",
                                                     "customers_won",
                                                     "visits",
                                                     "contacts",
                                                     "complaints",
                                                     "tickets_answered_in_time",
                                                     "tickets_resolved_in_time",
                                                     "checks_done",
                                                     "checks_missed",
                                                     "attendance_rate",
                                                     "late",
                                                     "absent",
                                                     "diaries_late",
                                                     "diaries_missing",
                                                     "mistakes",
                                                     "praise",
                                                     "suggestions_accepted",
                                                     "points"};
/// Of these it is said who moved most.
constexpr std::array<rules::MetricName, 4> moved{"sales", "customers_won", "tickets_resolved_in_time",
                                                 "points"};

/// A difference with its sign; of quotients in percentage points.
Phrase difference_text(const Metric& metric, Ratio difference) {
    const bool up = difference.num > 0;
    const Ratio size{up ? difference.num : -difference.num, difference.den};
    if (metric.unit == rules::Measure::money)
        return up ? say("summary.up", Money{scaled(100, size)})
                  : say("summary.down", Money{scaled(100, size)});
    if (metric.unit == rules::Measure::ratio) {
        const auto points = decimals(rules::product(100, size), 2);
        return up ? say("summary.up_points", points) : say("summary.down_points", points);
    }
    const auto text = size.num % size.den == 0 ? std::to_string(size.num / size.den) : decimals(size, 1);
    return up ? say("summary.up", text) : say("summary.down", text);
}

Cell difference_cell(const Metric& metric, const Value& now, const Value& then) {
    const auto change = rules::difference(now, then);
    if (!change) return {};
    if (change->num == 0) return Cell{say("summary.unchanged"), "0", Tone::muted};
    const auto raw = decimals(*change, metric.unit == rules::Measure::ratio ? 6 : 2);
    return {difference_text(metric, *change), raw,
            rules::is_better(metric, *change) ? Tone::good : Tone::warn};
}

/// `业绩：升得最多 张伟（+8,000.00），降得最多 黄涛（−3,000.00）`
std::optional<ListItem> movers(const SummaryPage& page, const Metric& metric) {
    const auto most = rules::movers(page, *page.before, page.before_period, metric);
    std::vector<Phrase> parts;
    if (most.rose.who)
        parts.push_back(say("summary.rose_most", page.team()[most.rose.who].name,
                            difference_text(metric, most.rose.change)));
    if (most.fell.who)
        parts.push_back(say("summary.fell_most", page.team()[most.fell.who].name,
                            difference_text(metric, most.fell.change)));
    if (parts.empty()) return std::nullopt;
    return ListItem{say("summary.moved", metric.title, listed(std::move(parts))), {}, {}, {}};
}

Table compare_table(const SummaryPage& page) {
    Table table{"compare", {}, {}, {}, {}};
    table.columns = {{"metric", say("summary.figure"), ColumnType::text},
                     {"now", say("summary.this_period"), ColumnType::number},
                     {"before", say("summary.period_before"), ColumnType::number},
                     {"change", say("summary.change"), ColumnType::number}};
    for (const auto name : compared) {
        const auto& metric = page.figures.metric(name);
        const auto now = page.figures.value(metric, page.subject);
        const auto then = page.before->value(metric, page.subject);
        if (rules::is_nothing(now) && rules::is_nothing(then)) continue;
        table.rows.push_back({Cell{metric.title, metric.name}, value_cell(metric, now),
                              value_cell(metric, then), difference_cell(metric, now, then)});
    }
    return table;
}

/// A row a month (D12.4): of quarters, years and longer ranges.
void add_month_rows(SummaryPage& page) {
    const auto& whole = page.books.period();
    if (whole.days() <= 62) return;
    const auto months = rules::months_of(page);
    if (months.size() < 2) return;
    Table table{"months", say("summary.by_month"), {}, {}, {}};
    table.columns = {{"month", say("summary.month"), ColumnType::text}};
    for (const auto& month : months) table.rows.push_back({Cell{verbatim(to_string(month_of(month.from)))}});
    static constexpr rules::MetricName shown[]{"attendance_rate", "late",          "absent",
                                               "visits",          "customers_new", "customers_won",
                                               "sales",           "refunds",       "tickets_resolved_in_time",
                                               "complaints",      "checks_done"};
    for (const auto name : shown) {
        const auto& metric = page.figures.metric(name);
        const auto values = rules::values_by_part(page, metric, months);
        if (std::all_of(values.begin(), values.end(), rules::is_nothing)) continue;
        table.columns.push_back({metric.name, metric.title, column_type(metric.unit)});
        for (std::size_t i = 0; i < months.size(); ++i)
            table.rows[i].push_back(value_cell(metric, values[i]));
    }
    if (table.columns.size() > 1) page.report.add(std::move(table));
}

}  // namespace

void summary_compare(SummaryPage& page) {
    if (page.before == nullptr || !rules::has_any(*page.before, page.subject, compared)) {
        page.report.add(Paragraph{say("summary.nothing_before", page.before_period), Tone::muted});
        return add_month_rows(page);
    }
    auto table = compare_table(page);
    page.section(say(page.before_period.unit == Period::Unit::range && !page.is_over()
                         ? "summary.compare_so_far"
                         : "summary.compare",
                     page.before_period));
    page.report.add(std::move(table));
    List list;
    if (!page.subject.person) {
        for (const auto name : moved) {
            if (auto item = movers(page, page.figures.metric(name))) list.items.push_back(std::move(*item));
        }
    }
    if (!list.items.empty()) page.report.add(std::move(list));
    add_month_rows(page);
}

}  // namespace teamctl::report
