// A figure of the team, with everybody's and the records behind them, on one page.
#include <algorithm>

#include "report/explain/parts.hpp"
#include "report/naming.hpp"
#include "report/site/parts.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

bool is_there(const team::Person& person, const Period& month) {
    return (!person.joined || *person.joined <= month.to) && (!person.left || *person.left >= month.from);
}

}  // namespace

SitePart figure_page(const rules::Context& context, const Period& month, const rules::Metric& metric) {
    const auto& team = context.team;
    const rules::Books books{context, month};
    const rules::Figures figures{books};
    const auto whole = figures.figure(metric, {});
    SitePart part{explain_page(context, month, say("explain.title", metric.title, month)), {}};
    auto& report = part.report;
    const auto add_figure = [&](const rules::Subject& subject, const rules::Figure& figure) {
        report.add(Paragraph{arithmetic(metric, figure), Tone::strong});
        if (!figure.evidence.empty()) report.add(steps_table(team, metric, subject, figure, "steps"));
    };
    report.add(Paragraph{arithmetic(metric, whole), Tone::strong});
    for (std::size_t i = 0; i < team.people.size(); ++i) {
        const team::PersonId who{static_cast<std::int32_t>(i)};
        const rules::Subject subject{who, {}};
        const auto figure = figures.figure(metric, subject);
        if (figure.evidence.empty() && !is_there(team[who], month)) continue;
        part.anchors[report.blocks.size()] = team[who].id;
        report.add(Heading{2, name_of(team, who)});
        add_figure(subject, figure);
    }
    rules::Figure nobodys = whole;
    std::erase_if(nobodys.evidence, [](const auto& evidence) { return static_cast<bool>(evidence.who); });
    if (!nobodys.evidence.empty()) {
        report.add(Heading{2, say("site.nobodys")});
        report.add(steps_table(team, metric, {}, nobodys, "steps"));
    }
    return part;
}

}  // namespace teamctl::report
