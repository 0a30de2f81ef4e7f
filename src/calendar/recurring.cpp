#include "calendar/recurring.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "calendar/occurrences.hpp"
#include "calendar/working_days.hpp"
#include "team/files.hpp"

namespace teamctl::calendar {
namespace {

/// A file that is not named after a year bounds nothing: these years are enough for anybody's leave.
constexpr int first_recurring_year = 1970;
constexpr int last_recurring_year = 2100;

Period reach_of(const team::Team& team, const team::Origin& origin, const Period& period) {
    const auto& file = team.files[origin.file];
    if (const auto year = parse_fixed_period(team::id_of_path(file));
        year && year->unit == Period::Unit::year)
        return *year;
    return {std::max(period.from, make_date(first_recurring_year, 1, 1)),
            std::min(period.to, make_date(last_recurring_year, 12, 31)), Period::Unit::range};
}

template <class Line>
void set_dates(const team::Team& team, const WorkingDays& days, const Period& period, Line& line) {
    if (!line.when) return;
    const auto reach = reach_of(team, line.origin, period);
    if (reach.from <= reach.to) line.dates = dates(*line.when, days, reach);
    const bool none = line.dates.empty();
    line.from = none ? reach.from : line.dates.front();
    line.to = none ? reach.from - Days{1} : line.dates.back();
}

}  // namespace

void set_recurring_dates(team::Team& team, const Period& period) {
    const WorkingDays days{team};
    for (auto& line : team.leave) set_dates(team, days, period, line);
    for (auto& line : team.wishes) set_dates(team, days, period, line);
}

void set_recurring_trainings(team::Team& team, Date until) {
    if (std::ranges::none_of(team.trainings, [](const auto& one) { return one.when.has_value(); })) return;
    const WorkingDays days{team};
    std::vector<team::PlannedTraining> all;
    for (auto& training : team.trainings) {
        if (!training.when) {
            all.push_back(std::move(training));
            continue;
        }
        // The one after the last is looked for as well, to the end of the next year.
        const Date first = training.when->from.value_or(training.when->date.value_or(until));
        const Date last = std::min(until, make_date(last_recurring_year, 12, 31));
        const Date end = year_period(year_of(last) + 1).to;
        const auto on = dates(*training.when, days, {first, end, Period::Unit::range});
        for (std::size_t i = 0; i < on.size() && on[i] <= last; ++i) {
            all.push_back(training);
            all.back().on = day_period(on[i]);
            if (i + 1 < on.size()) all.back().next = on[i + 1];
        }
    }
    team.trainings = std::move(all);
}

void set_stale_lines_apart(team::Team& team) {
    if (team.plan.empty()) return;
    const auto by_date = [](const auto& a, const auto& b) { return a.date < b.date; };
    const auto [first, last] = std::minmax_element(team.plan.begin(), team.plan.end(), by_date);
    const Period spanned{first->date, last->date, Period::Unit::range};
    const WorkingDays days{team};
    std::set<std::pair<Date, team::SeriesId>> held;
    for (const auto& occurrence : occurrences(team, days, spanned))
        held.emplace(occurrence.date, occurrence.series);
    const auto stale = std::stable_partition(team.plan.begin(), team.plan.end(), [&](const auto& line) {
        return held.contains({line.date, line.series});
    });
    std::move(stale, team.plan.end(), std::back_inserter(team.stale_plan));
    team.plan.erase(stale, team.plan.end());
}

}  // namespace teamctl::calendar
