// Sections of a summary on how people grow: the training plan, and how far each newcomer has come (D7.1,
// D10.1, D17.4).
#include <algorithm>

#include "report/person/newcomers.hpp"
#include "report/summary/page.hpp"
#include "report/trainings.hpp"
#include "rules/scope/ahead.hpp"

namespace teamctl::report {

void summary_trainings(SummaryPage& page) {
    const auto all = rules::trainings_of(page);
    if (all.empty()) {
        if (!page.team().trainings.empty()) page.nothing(say("training.heading"));
        return;
    }
    page.section(say("training.heading"));
    page.report.add(Paragraph{training_sum(all)});
    page.report.add(training_table(page.team(), all, page.books.end().date));
}

Json summary_trainings_data(const SummaryPage& page) {
    return trainings_json(page.team(), rules::trainings_of(page), page.books.end().date);
}

namespace {

/// Those who join, or those who leave; that there are none is only said where a list waits for some.
void add_passages(SummaryPage& page, bool leaving, bool listed) {
    const auto all = rules::only(rules::onboardings_of(page), leaving);
    const auto title = say(leaving ? "newcomer.heading_leavers" : "newcomer.heading");
    if (all.empty()) {
        if (listed && !leaving) page.nothing(title);
        return;
    }
    page.section(title);
    page.report.add(newcomer_table(page.team(), all, page.books.end().date, leaving));
}

}  // namespace

void summary_newcomers(SummaryPage& page) {
    const bool listed = std::ranges::any_of(page.team().checklists,
                                            [](const auto& list) { return list.newcomers.has_value(); });
    add_passages(page, false, listed);
    add_passages(page, true, listed);
}

Json summary_newcomers_data(const SummaryPage& page, bool leaving) {
    return newcomers_json(page.team(), rules::onboardings_of(page), page.books.end().date, leaving);
}

}  // namespace teamctl::report
