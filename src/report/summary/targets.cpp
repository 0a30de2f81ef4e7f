// Targets and how far they are reached, against the working days gone (D9.2).
#include <algorithm>

#include "report/summary/page.hpp"
#include "rules/stretch.hpp"

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
    const bool exact = metric.unit == Measure::amount && 10'000 % amount.den == 0;
    return Cell{verbatim(exact ? number_text({scaled(10'000, amount)}) : decimals(amount, 1))};
}

Cell subject_cell(const SummaryPage& page, const Subject& subject) {
    if (subject.person) return person_cell(page.team(), subject.person);
    if (subject.unit) return {verbatim(page.team()[subject.unit].name), page.team()[subject.unit].id};
    return Cell{page.total_title()};
}

/// What is still missing; of a limit what is left of it, below zero once it is passed.
Cell gap_cell(const rules::Metric& metric, const rules::Reached& row) {
    if (row.is_full() && !row.at_most) return {};
    auto cell = amount_cell(metric, row.gap);
    if (row.at_most && !row.is_full()) cell.tone = Tone::bad;
    return cell;
}

/// Good is a target that is reached, bad a limit that is passed.
Tone tone_of(const rules::Reached& row) {
    if (row.at_most) return row.is_full() ? Tone::plain : Tone::bad;
    return row.is_full() ? Tone::good : Tone::plain;
}

/// The targets of one metric; those that are limits (`at_most`) stand in a table of their own.
void add_metric(SummaryPage& page, const Progress& made, const rules::Metric& metric, bool at_most,
                bool running) {
    Bars bars{say(at_most ? "summary.against_limit" : "summary.against_target", metric.title), {}};
    Table table{"targets", {}, {}, {}, {}};
    const auto type = column_type(metric.unit);
    table.columns = {{"who", say("summary.who"), ColumnType::person},
                     {"target", say(at_most ? "summary.limit" : "summary.target"), type},
                     {"reached", say(at_most ? "summary.so_far" : "summary.reached"), type},
                     {"gap", say(at_most ? "summary.room" : "summary.gap"), type}};
    const bool paced = running && !rules::is_mean(metric);
    if (paced)
        table.columns.push_back({"by_now", say(at_most ? "summary.room_by_now" : "summary.by_now"), type});
    if (paced) table.columns.push_back({"behind", say(at_most ? "summary.above" : "summary.behind"), type});
    table.bars_at = 1;
    table.bars_title = say(at_most ? "summary.of_limit" : "summary.of_target");
    bars.in_table = true;
    for (const auto& row : made.rows) {
        if (row.metric != &metric || row.at_most != at_most) continue;
        const auto subject = subject_cell(page, row.subject);
        bars.rows.push_back({std::get<Phrase>(subject.value), row.share, {}, tone_of(row)});
        table.bars.push_back({row.share, tone_of(row)});
        auto& line = table.rows.emplace_back();
        line = {subject, amount_cell(metric, {row.target, 100}), value_cell(metric, row.value),
                gap_cell(metric, row)};
        if (!paced) continue;
        const Ratio behind = row.behind();
        line.push_back(amount_cell(metric, row.by_now));
        line.push_back(behind.num > 0 ? amount_cell(metric, behind) : Cell{});
        if (behind.num > 0) line.back().tone = Tone::warn;
    }
    table.caption_on_page = bars.caption;
    page.report.add(std::move(bars));
    page.report.add(std::move(table));
}

Phrase why_not(const SummaryPage& page, const rules::UnjudgedTarget& target) {
    using Why = rules::UnjudgedTarget::Why;
    switch (target.why) {
        case Why::no_records:
            return say("summary.unjudged_no_records", target.since);
        case Why::not_over:
            return say("summary.unjudged_not_over");
        case Why::not_months:
            return say("summary.unjudged_not_months");
        case Why::too_new:
            break;
    }
    return say("summary.unjudged_too_new", names_of(page.team(), target.who));
}

/// Where it cannot be said whether personal targets reach beyond what is usual, and why (D14.3).
void add_unjudged(SummaryPage& page, const Period& period) {
    if (page.subject.person) return;
    for (const auto& unjudged : rules::unjudged_targets(page.books.context(), period)) {
        const auto* metric = page.figures.find(unjudged.target->metric);
        if (metric == nullptr) continue;
        page.report.add(Paragraph{say("summary.unjudged", metric->title, *page.team().rules.stretch_personal,
                                      why_not(page, unjudged)),
                                  Tone::muted});
    }
}

}  // namespace

Phrase amount_phrase(const rules::Metric& metric, Ratio amount) {
    const auto cell = amount_cell(metric, amount);
    if (const auto* money = std::get_if<Money>(&cell.value)) return say("standings.value", *money);
    if (const auto* ratio = std::get_if<Ratio>(&cell.value)) return say("standings.value", percent(*ratio));
    if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) return verbatim(std::to_string(*whole));
    return std::get<Phrase>(cell.value);
}

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
    std::vector<std::pair<const rules::Metric*, bool>> tables;
    for (const auto& row : made.rows) {
        const std::pair table{row.metric, row.at_most};
        if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
    }
    for (const auto& table : tables) add_metric(page, made, *table.first, table.second, running);
    add_unjudged(page, made.period);
}

}  // namespace teamctl::report
