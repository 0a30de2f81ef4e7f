// What the parts of a person's card share.
#pragma once

#include <algorithm>

#include "base/report.hpp"
#include "report/naming.hpp"
#include "rules/figures/metrics.hpp"
#include "team/people.hpp"

namespace teamctl::report {

/// The card while it is made: words into `report`, the same as data into `data`.
struct PersonPage {
    const rules::Context& context;
    const rules::Figures& figures;
    team::PersonId person;
    const Period& period;
    Report& report;
    Json& data;
    bool for_page = false;  ///< as PersonOptions has it

    const team::Team& team() const { return context.team; }
    const team::Person& who() const { return context.team[person]; }
    Date today() const { return context.now.date; }
    /// The day that decides what held of the person: today, or the last day of a period that is over.
    Date as_of() const { return std::min(today(), period.to); }
    const team::Terms& terms() const { return team::as_of(who(), as_of()); }
    const rules::Books& books() const { return figures.books(); }
    /// A section with a list; nothing where it is empty.
    void section(Phrase title, List list, bool folded = false) const {
        if (list.items.empty()) return;
        report.add(Heading{2, std::move(title), folded && for_page});
        report.add(std::move(list));
    }
};

/// A target in the metric's own terms: fen, or hundredths of a plain number.
Cell target_cell(const rules::Metric& metric, const rules::Share& share);

// The parts, in the order of the card.
void person_facts(PersonPage& page, bool contact);
void person_ahead(PersonPage& page);    // leave, turns to come
void person_growth(PersonPage& page);   // the newcomer's lists, whom they look after, trainings
void person_figures(PersonPage& page);  // metrics with targets, points, awards
void person_records(PersonPage& page);  // praise, problems, mistakes, reviews (D1.12)
void person_open(PersonPage& page);     // what waits
void person_tiles(PersonPage& page);    // how much waits, and the figures that tell most: at the head of a page

}  // namespace teamctl::report
