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

void summary_newcomers(SummaryPage& page) {
    const auto newcomers = rules::onboardings_of(page);
    if (newcomers.empty()) {
        const auto& lists = page.team().checklists;
        if (std::any_of(lists.begin(), lists.end(),
                        [](const auto& list) { return list.newcomers.has_value(); }))
            page.nothing(say("newcomer.heading"));
        return;
    }
    page.section(say("newcomer.heading"));
    page.report.add(newcomer_table(page.team(), newcomers, page.books.end().date));
}

Json summary_newcomers_data(const SummaryPage& page) {
    return newcomers_json(page.team(), rules::onboardings_of(page), page.books.end().date);
}

}  // namespace teamctl::report
