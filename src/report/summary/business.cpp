// Sections of a summary on business: customers, sales, what was learned.
#include "report/summary/page.hpp"

namespace teamctl::report {
void summary_customers(SummaryPage& page) {
    auto table = metric_table(
        page, "customers", {},
        {{"visits"}, {"contacts"}, {"customers_new"}, {"customers_won"}, {"follow_ups_overdue"}});
    const auto title = say("summary.customers");
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    page.report.add(std::move(table));
}

void summary_sales(SummaryPage& page) {
    std::vector<MetricColumn> columns{{"sales"}, {"refunds"}, {"refund_rate"}, {"commission"}};
    if (!page.is_day()) columns.push_back(MetricColumn{"receivables"});  // else told once, under what is open
    auto table = metric_table(page, "sales", {}, columns);
    const auto title = say("summary.sales");
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    add_chart(page, say("summary.chart_sales"), {"sales"});
    page.report.add(std::move(table));
}

void summary_growth(SummaryPage& page) {
    std::vector<MetricColumn> kinds;
    for (const auto& metric : page.figures.catalogue()) {
        if (metric.from == "score") kinds.push_back({metric.name});
    }
    auto scores = metric_table(page, "scores", {}, kinds);
    auto work = metric_table(page, "growth", {},
                             {{"training_minutes"},
                              {"suggestions"},
                              {"suggestions_accepted"},
                              {"mistakes"},
                              {"complaints"},
                              {"checks_done"},
                              {"checks_missed"}});
    const auto title = say("summary.growth");
    if (scores.rows.empty() && work.rows.empty()) return page.nothing(title);
    page.section(title);
    if (!scores.rows.empty()) page.report.add(std::move(scores));
    if (!work.rows.empty()) page.report.add(std::move(work));
}

}  // namespace teamctl::report
