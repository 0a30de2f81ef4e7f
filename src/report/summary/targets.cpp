// Targets and how far they are reached, against the working days gone (D9.2).
#include <algorithm>

#include "report/summary/page.hpp"

namespace teamctl::report {
namespace {

using rules::Measure;
using rules::Progress;
using rules::Subject;

/// A plain amount (yuan, times, a quotient) as the metric shows it.
Cell amount_cell(const rules::Metric& metric, Ratio amount) {
    if (metric.unit == Measure::money) return Cell{Money{scaled(100, amount)}};
    if (metric.unit == Measure::ratio) return Cell{amount};
    if (metric.unit == Measure::score) return Cell{rules::product(1, {amount.num, amount.den * 100})};
    if (amount.num % amount.den == 0) return Cell{amount.num / amount.den};
    return Cell{verbatim(decimals(amount, 1))};
}

Cell subject_cell(const SummaryPage& page, const Subject& subject) {
    if (subject.person) return person_cell(page.team(), subject.person);
    if (subject.unit) return {verbatim(page.team()[subject.unit].name), page.team()[subject.unit].id};
    return Cell{page.total_title()};
}

void add_metric(SummaryPage& page, const Progress& made, const rules::Metric& metric, bool running) {
    Bars bars{say("summary.against_target", metric.title), {}};
    Table table{"targets", {}, {}, {}, {}};
    const auto type = column_type(metric.unit);
    table.columns = {{"who", say("summary.who"), ColumnType::person},
                     {"target", say("summary.target"), type},
                     {"reached", say("summary.reached"), type},
                     {"gap", say("summary.gap"), type}};
    const bool paced = running && !rules::is_mean(metric);
    if (paced) table.columns.push_back({"by_now", say("summary.by_now"), type});
    if (paced) table.columns.push_back({"behind", say("summary.behind"), type});
    for (const auto& row : made.rows) {
        if (row.metric != &metric) continue;
        const bool full = row.is_full();
        const auto subject = subject_cell(page, row.subject);
        bars.rows.push_back(
            {std::get<Phrase>(subject.value), row.share, {}, full ? Tone::good : Tone::plain});
        auto& line = table.rows.emplace_back();
        line = {subject, amount_cell(metric, {row.target, 100}), value_cell(metric, row.value),
                full ? Cell{} : amount_cell(metric, row.gap)};
        if (!paced) continue;
        const Ratio behind = row.behind();
        line.push_back(amount_cell(metric, row.by_now));
        line.push_back(behind.num > 0 ? amount_cell(metric, behind) : Cell{});
        if (behind.num > 0) line.back().tone = Tone::warn;
    }
    page.report.add(std::move(bars));
    page.report.add(std::move(table));
}

}  // namespace

void summary_targets(SummaryPage& page) {
    const auto& made = page.progress;
    const auto title = say("summary.targets");
    if (made.rows.empty()) {
        if (!page.team().targets.empty()) page.nothing(title);
        return;
    }
    const bool own = made.period == page.books.period();
    page.section(own ? title : say("summary.targets_of", made.period));
    const bool running = made.is_running();
    if (running)
        page.report.add(
            Paragraph{say("summary.days_gone", made.days_gone, made.days, made.time_gone()), Tone::muted});
    std::vector<const rules::Metric*> metrics;
    for (const auto& row : made.rows) {
        if (std::find(metrics.begin(), metrics.end(), row.metric) == metrics.end())
            metrics.push_back(row.metric);
    }
    for (const auto* metric : metrics) add_metric(page, made, *metric, running);
}

}  // namespace teamctl::report
