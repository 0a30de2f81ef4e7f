#include "report/person.hpp"

#include <algorithm>

#include "report/person/page.hpp"
#include "rules/look_back.hpp"

namespace teamctl::report {

Report person_report(const rules::Context& context, team::PersonId person, const Period& period,
                     const PersonOptions& options) {
    const rules::Books books{context, period};
    const rules::Figures figures{books};
    Report report;
    report.name = "person";
    report.year = year_of(period.from);
    report.made = context.now.date;
    report.title = say("person.title", context.team[person].name);
    report.add(Heading{1, report.title});
    auto data = Json::object();
    PersonPage page{context, figures, person, period, report, data, options.for_page};
    person_facts(page, options.contact);
    if (page.for_page) person_tiles(page);
    person_open(page);
    person_ahead(page);
    const Phrase about = say("person.period", period);
    report.add(Paragraph{rules::day_over(period.to, context.now)
                             ? about
                             : commas({about, say("person.until", context.now.date)}),
                         Tone::muted});
    data.set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)));
    person_growth(page);
    person_figures(page);
    person_records(page);
    report.data = std::move(data);
    return report;
}

store::Need person_need(const team::Team& team, const Period& period, Date today) {
    const Period plans{std::min(period.from, rules::plans_before(today).from),
                       std::max(period.to, add_months(last_day(month_of(today)), 12)), Period::Unit::range};
    return rules::look_back(team, plans, period, today);
}

}  // namespace teamctl::report
