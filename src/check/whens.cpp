// Dates that are taken out of a rule that does not bring them, or added to one that does.
#include <algorithm>

#include "calendar/occurrences.hpp"
#include "check/findings.hpp"

namespace teamctl::check {
namespace {

bool brought_on(const team::When& when, const calendar::WorkingDays& days, Date date) {
    const auto windows = calendar::windows(when, days, day_period(date));
    return std::any_of(windows.begin(), windows.end(),
                       [&](const auto& window) { return window.due == date; });
}

/// Only of days to come: the past is as it was.
void check_when_dates(const team::When& when, const calendar::WorkingDays& days, Date today, Found& found) {
    auto rule = when;
    rule.except.clear();
    rule.also.clear();
    for (const auto date : when.except) {
        const bool added = std::find(when.also.begin(), when.also.end(), date) != when.also.end();
        if (date >= today && !added && !brought_on(rule, days, date))
            found.warning("no-effect", when.origin, say("check.except_nothing", date),
                          say("check.compare_dates"), {"except"});
    }
    for (const auto date : when.also) {
        if (date >= today && brought_on(rule, days, date))
            found.warning("no-effect", when.origin, say("check.also_anyway", date),
                          say("check.compare_dates"), {"also"});
    }
}

}  // namespace

void check_exceptions(const team::Team& team, const calendar::WorkingDays& days, Date today, Found& found) {
    for (const auto& series : team.series) check_when_dates(series.when, days, today, found);
    for (const auto& list : team.checklists) {
        if (list.when) check_when_dates(*list.when, days, today, found);
    }
}

}  // namespace teamctl::check
