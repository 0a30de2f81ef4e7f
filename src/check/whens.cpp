// Dates to come (the past is as it was) that are taken out of a rule that does not bring them, or added to
// one that does.
#include <algorithm>

#include "calendar/occurrences.hpp"
#include "check/findings.hpp"
#include "rules/meetings/sittings.hpp"

namespace teamctl::check {
namespace {

bool brought_on(const team::When& when, const calendar::WorkingDays& days, Date date) {
    const auto windows = calendar::windows(when, days, day_period(date));
    return std::any_of(windows.begin(), windows.end(),
                       [&](const auto& window) { return window.due == date; });
}

/// The rule without what was taken out of it and added to it.
team::When bare(const team::When& when) {
    auto rule = when;
    rule.except.clear();
    rule.also.clear();
    return rule;
}

void check_list(const team::Checklist& list, const calendar::WorkingDays& days, Date today, Found& found) {
    const auto& when = *list.when;
    const auto rule = bare(when);
    for (const auto date : when.except) {
        const bool added = std::find(when.also.begin(), when.also.end(), date) != when.also.end();
        if (date >= today && !added && !brought_on(rule, days, date))
            found.warning("no-occurrence", when.origin, say("check.except_nothing", date, list.name),
                          say("check.compare_dates"), {"except"});
    }
}

void check_added(const team::When& when, const calendar::WorkingDays& days, Date today, Found& found) {
    if (!when.timezone.empty()) return;  // its own dates are others than those of the team
    const auto rule = bare(when);
    for (const auto date : when.also) {
        if (date >= today && brought_on(rule, days, date))
            found.warning("no-effect", when.origin, say("check.also_anyway", date),
                          say("check.compare_dates"), {"also"});
    }
}

}  // namespace

void check_exceptions(const team::Team& team, const calendar::WorkingDays& days, Date today, Found& found) {
    for (std::int32_t i = 0; i < std::ssize(team.series); ++i) {
        const auto& series = team[team::SeriesId{i}];
        for (const Date date : calendar::idle_exceptions(team, days, {i})) {
            if (date < today) continue;
            found.warning("no-occurrence", series.when.origin, say("check.except_nothing", date, series.name),
                          say("check.falls_on", rules::dates_near(team, days, {i}, date)), {"except"});
        }
        check_added(series.when, days, today, found);
    }
    for (const auto& list : team.checklists) {
        if (!list.when) continue;
        check_list(list, days, today, found);
        check_added(*list.when, days, today, found);
    }
}

}  // namespace teamctl::check
