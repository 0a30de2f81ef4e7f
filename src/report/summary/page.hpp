// What the sections of a summary share: the figures, the people of its tables, and how a table is made of
// metrics.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/report.hpp"
#include "report/naming.hpp"
#include "rules/scope/awards.hpp"
#include "rules/scope/parts.hpp"
#include "rules/scope/progress.hpp"

namespace teamctl::report {

/// The summary while it is made.
struct SummaryPage : rules::Scope {
    Report& report;
    /// The same stretch of the period before; null where nothing was recorded in it.
    const rules::Figures* before = nullptr;
    Period before_period = {};
    rules::Progress progress = {};
    std::vector<rules::AwardLine> awards = {};
    std::vector<Phrase> empty = {};  ///< titles of the sections that have nothing to say

    /// Starts a section; a level-2 heading.
    void section(Phrase title) { report.add(Heading{2, std::move(title)}); }
    void nothing(Phrase title) { empty.push_back(std::move(title)); }
    /// The title of the line of totals: the team, the unit; nothing for one person's summary.
    Phrase total_title() const;
};

/// As many as one sentence can name; of more, how many more there are.
std::vector<Phrase> first_of(std::vector<Phrase> items);
/// A text of the record; empty where it has none.
inline std::string text_of(const team::Record& record, std::string_view field) {
    return std::string{record.text(field)};
}

/// A value in JSON: money as text, quotients and means with six decimals; null where it is absent.
Json value_json(const rules::Value& value);
/// `count`, `points`, `minutes`, `money`, `ratio`, `score`
std::string_view unit_name(rules::Measure unit);
/// A value inside a sentence.
Phrase value_phrase(const rules::Metric& metric, const rules::Value& value);
/// The same with as many digits as tell it from the limit that it is held against.
Phrase value_phrase(const rules::Metric& metric, const rules::Value& value, Ratio limit);
/// An amount of the metric, in yuan or plain numbers, inside a sentence.
Phrase amount_phrase(const rules::Metric& metric, Ratio amount);
/// A value as a table shows it; zeros are muted.
Cell value_cell(const rules::Metric& metric, const rules::Value& value);
/// A value in JSON; nothing where it is absent.
std::optional<Json> json_of(const rules::Value& value);
ColumnType column_type(rules::Measure unit);
/// Says how far the figures go where the period is not over, or that it has not begun.
void add_until(Report& report, const Period& period, Moment now);

/// A table with a row for each person who has anything to show and a line of totals, of the named metrics;
/// columns without any value are left out. A metric's title may be replaced by a shorter one. No rows:
/// nothing to show.
struct MetricColumn {
    rules::MetricName metric;
    Phrase title = {};  ///< empty: the metric's own
};
Table metric_table(const SummaryPage& page, std::string id, Phrase caption,
                   const std::vector<MetricColumn>& columns);

/// What stands below a column: `3`, `11/30`, `11月`.
Phrase part_point(const SummaryPage& page, const Period& part);
/// A chart of metrics over those; nothing where it would show less than three columns or no figure.
std::optional<Chart> chart_of(const SummaryPage& page, Phrase caption,
                              const std::vector<rules::MetricName>& metrics);
void add_chart(SummaryPage& page, Phrase caption, const std::vector<rules::MetricName>& metrics);

/// What a page opens with.
void summary_tiles(SummaryPage& page);

// The sections, in the order of the report.
void summary_overview(SummaryPage& page);     // what matters most
void summary_compare(SummaryPage& page);      // D12.4
void summary_targets(SummaryPage& page);      // D9.2
void summary_attendance(SummaryPage& page);   // D1.15, D1.16
void summary_diaries(SummaryPage& page);      // D13.2, D3.7
void summary_points(SummaryPage& page);       // D13.2
void summary_fines(SummaryPage& page);        // D13.7
void summary_customers(SummaryPage& page);    // D3.4, D13.3
void summary_sales(SummaryPage& page);        // D9.2, D16.1
void summary_tickets(SummaryPage& page);      // D6.2, D12.1
void summary_checks(SummaryPage& page);       // D4.2, D6.3
void summary_meters(SummaryPage& page);       // D4.3
void summary_awards(SummaryPage& page);       // D2, D14.5
void summary_growth(SummaryPage& page);       // D2.4, D12.3
void summary_newcomers(SummaryPage& page);    // D7.1, D10.1
void summary_trainings(SummaryPage& page);    // D17.4, D12.3
void summary_praise(SummaryPage& page);       // D1.32
void summary_problems(SummaryPage& page);     // D1.12
void summary_suggestions(SummaryPage& page);  // D15.3
void summary_turns(SummaryPage& page);        // D1.17, D1.3, D1.29
void summary_open(SummaryPage& page);         // D12.4
void summary_soon(SummaryPage& page);         // D17.1, D10.2, D10.3
void summary_next(SummaryPage& page);         // D3.3, D12.4

/// The JSON that teamctl-summary(1) fixes.
Json summary_data(const SummaryPage& page);
Json summary_open_data(const SummaryPage& page);
Json summary_findings_data(const SummaryPage& page);
Json summary_newcomers_data(const SummaryPage& page, bool leaving);
Json summary_trainings_data(const SummaryPage& page);

}  // namespace teamctl::report
