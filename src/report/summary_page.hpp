// What the sections of a summary share: the figures, the people of its tables, and how a table is made of
// metrics.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/report.hpp"
#include "report/naming.hpp"
#include "rules/metrics.hpp"

namespace teamctl::report {

/// The summary while it is made.
struct SummaryPage {
    const rules::Books& books;
    const rules::Figures& figures;
    rules::Subject subject;
    std::vector<team::PersonId> people;  ///< the rows, in roster order
    Report& report;
    std::vector<Phrase> empty = {};  ///< titles of the sections that have nothing to say

    const team::Team& team() const { return books.team(); }
    /// Whether what happened to that person is of this summary; of nobody: only of the team's.
    bool shows(team::PersonId who) const { return rules::belongs(team(), who, subject); }
    /// Starts a section; a level-2 heading.
    void section(Phrase title) { report.add(Heading{2, std::move(title)}); }
    void nothing(Phrase title) { empty.push_back(std::move(title)); }
    /// The title of the line of totals: the team, the unit; nothing for one person's summary.
    Phrase total_title() const;
};

/// A value in JSON: money as text, quotients and means with six decimals; null where it is absent.
Json value_json(const rules::Value& value);
/// `count`, `points`, `minutes`, `money`, `ratio`, `score`
std::string_view unit_name(rules::Unit unit);
/// A value inside a sentence.
Phrase value_phrase(const rules::Metric& metric, const rules::Value& value);
/// A value as a table shows it; zeros are muted.
Cell value_cell(const rules::Metric& metric, const rules::Value& value);
ColumnType column_type(rules::Unit unit);
bool is_nothing(const rules::Value& value);

/// A table with a row for each person who has anything to show and a line of totals, of the named metrics;
/// columns without any value are left out. A metric's title may be replaced by a shorter one. No rows:
/// nothing to show.
struct MetricColumn {
    std::string_view metric;
    Phrase title = {};  ///< empty: the metric's own
};
Table metric_table(const SummaryPage& page, std::string id, Phrase caption,
                   const std::vector<MetricColumn>& columns);

// The sections, in the order of the report.
void summary_attendance(SummaryPage& page);  // D1.15, D1.16
void summary_diaries(SummaryPage& page);     // D13.2, D3.7
void summary_points(SummaryPage& page);      // D13.2
void summary_fines(SummaryPage& page);       // D13.7
void summary_customers(SummaryPage& page);   // D3.4, D13.3
void summary_sales(SummaryPage& page);       // D9.2, D16.1
void summary_tickets(SummaryPage& page);     // D6.2, D12.1
void summary_growth(SummaryPage& page);      // D2.4, D12.3
void summary_praise(SummaryPage& page);      // D1.32
void summary_problems(SummaryPage& page);    // D1.12
void summary_turns(SummaryPage& page);       // D1.17, D1.3
void summary_open(SummaryPage& page);        // D12.4

/// The JSON that cli.md fixes.
Json summary_data(const SummaryPage& page);
Json summary_open_data(const SummaryPage& page);

// What is open at the end of the period, of the people of this summary.
std::vector<const rules::Matter*> open_actions(const SummaryPage& page);  ///< the most urgent first (D15.2)
std::vector<const rules::Matter*> open_problems(const SummaryPage& page);
/// Whether a topic or an action was made of the problem.
bool taken_up(const SummaryPage& page, const rules::Matter& problem);
std::vector<rules::FollowUp> overdue_customers(const SummaryPage& page);
std::vector<rules::Receivable> open_receivables(const SummaryPage& page);
std::vector<const rules::TicketState*> open_tickets(const SummaryPage& page);

}  // namespace teamctl::report
