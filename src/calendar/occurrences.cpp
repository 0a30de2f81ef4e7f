#include "calendar/occurrences.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "calendar/recurrence.hpp"

namespace teamctl::calendar {
namespace {

using team::IfHoliday;

/// A whole unit of any form: what is due this long after the period may be open within it.
constexpr Days longest_unit{366};

/// The days from which a holiday can move a date into the period: back to the working day before it, and on
/// to the one behind it.
Period reach(const WorkingDays& days, const Period& period) {
    const Date before = days.previous(period.from);
    const Date after = days.next(period.to);
    return {before < period.from ? before : period.from - workday_reach,
            after > period.to ? after : period.to + workday_reach};
}

/// Where the date finally appears; nothing where it is left out.
std::optional<Date> settled(const RuleDate& rule, IfHoliday policy, const WorkingDays& days) {
    const bool disturbed =
        days.holiday(rule.date) != nullptr || (!rule.names_weekday && !days.is_workday(rule.date));
    if (!disturbed) return rule.date;
    switch (policy) {
        case IfHoliday::skip:
            return std::nullopt;
        case IfHoliday::keep:
            return rule.date;
        case IfHoliday::previous:
            return days.previous(rule.date);
        case IfHoliday::next:
            return days.next(rule.date);
    }
    return std::nullopt;
}

bool holds(const std::vector<Date>& list, Date date) {
    return std::find(list.begin(), list.end(), date) != list.end();
}

/// What the rule brings within the range as it finally appears, by due day, each once. Complete only for
/// what does not move into the range from outside.
std::vector<DueWindow> settled_within(const team::When& when, const WorkingDays& days, const Period& range) {
    const auto policy = if_holiday(when);
    std::vector<DueWindow> found;
    for (const auto& rule : rule_dates(when, days, range)) {
        const auto due = settled(rule, policy, days);
        if (due) found.push_back({std::min(rule.open.value_or(*due), *due), *due});
    }
    for (const Date date : when.also) found.push_back({date, date});
    std::erase_if(found, [&](const auto& window) { return holds(when.except, window.due); });
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return std::tie(a.due, a.open) < std::tie(b.due, b.open); });
    const auto same =
        std::unique(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.due == b.due; });
    found.erase(same, found.end());
    return found;
}

bool moves(const team::When& when) {
    const auto policy = if_holiday(when);
    return policy == IfHoliday::previous || policy == IfHoliday::next;
}

/// The days on either side on which a date of one zone can be a date of another; a clock change may skip one.
constexpr Days zone_reach{2};

/// The clocks of a series and of its team.
class Clocks {
  public:
    Clocks(const team::Team& team, const team::When& when)
        : from_{zone_of(when, team)},
          to_{team.settings.timezone},
          known_{known_zone(from_) && known_zone(to_)} {}

    std::optional<TimeSpan> span(const team::When& when, Date local_date) const {
        if (!known_ || !when.start) return std::nullopt;
        TimeSpan span{instant_of({local_date, *when.start}, from_), std::nullopt};
        if (when.minutes > 0) span.end = span.start + std::chrono::minutes{when.minutes};
        return span;
    }

    Occurrence occurrence(const team::When& when, team::SeriesId series, Date local_date) const {
        Occurrence result{series, local_date, when.start, std::nullopt, local_date};
        const auto when_exactly = span(when, local_date);
        if (!when_exactly) return result;
        const auto start = local_time(when_exactly->start, to_);
        result.date = start.date;
        result.start = start.time;
        if (!when_exactly->end) return result;
        const auto end = local_time(*when_exactly->end, to_);
        const bool at_midnight = end == Moment{start.date + Days{1}, {}};
        result.end = at_midnight ? end_of_day : end.time;
        return result;
    }

  private:
    std::string from_;
    std::string to_;
    bool known_;
};

/// Those of the dates of the rule alone, whatever is left out and put in.
std::vector<Occurrence> starts_by_rule(const Clocks& clocks, const team::When& rule, team::SeriesId series,
                                       const WorkingDays& days, const Period& period) {
    std::vector<Occurrence> found;
    const Days margin = rule.start ? zone_reach : Days{0};
    for (const Date date : dates(rule, days, {period.from - margin, period.to + margin})) {
        auto occurrence = clocks.occurrence(rule, series, date);
        if (period.contains(occurrence.date)) found.push_back(occurrence);
    }
    return found;
}

/// The start that the team's clock sees on that date; nothing where the clocks leave it out.
std::optional<Occurrence> start_on(const Clocks& clocks, const team::When& when, team::SeriesId series,
                                   Date date) {
    for (Date local = date - zone_reach; local <= date + zone_reach; local += Days{1}) {
        auto occurrence = clocks.occurrence(when, series, local);
        if (occurrence.date == date) return occurrence;
    }
    return std::nullopt;
}

/// Every start of the series within the period, two on one date of the team where the clocks bring them, in
/// their order. What is left out and put in are dates of the team.
std::vector<Occurrence> starts_of(const team::Team& team, const WorkingDays& days, team::SeriesId series,
                                  const team::When& when, const Period& period) {
    const Clocks clocks{team, when};
    const bool one_date = !when.start || zone_of(when, team) == team.settings.timezone;
    if (one_date || (when.except.empty() && when.also.empty()))
        return starts_by_rule(clocks, when, series, days, period);
    team::When rule = when;
    rule.except.clear();
    rule.also.clear();
    auto found = starts_by_rule(clocks, rule, series, days, period);
    for (const Date date : when.also) {
        const auto start = period.contains(date) ? start_on(clocks, when, series, date) : std::nullopt;
        if (start && std::ranges::find(found, date, &Occurrence::date) == found.end())
            found.push_back(*start);
    }
    std::erase_if(found, [&](const auto& start) { return holds(when.except, start.date); });
    std::ranges::sort(found, {}, &Occurrence::local_date);
    return found;
}

void append(std::vector<Occurrence>& into, const team::Team& team, const WorkingDays& days,
            team::SeriesId series, const Period& period) {
    auto starts = starts_of(team, days, series, team[series].when, period);
    const auto second = std::unique(starts.begin(), starts.end(),
                                    [](const auto& a, const auto& b) { return a.date == b.date; });
    into.insert(into.end(), starts.begin(), second);
}

void sort(std::vector<Occurrence>& list, const team::Team& team) {
    std::stable_sort(list.begin(), list.end(), [&team](const Occurrence& a, const Occurrence& b) {
        return std::tie(a.date, a.start, team[a.series].id, a.local_date) <
               std::tie(b.date, b.start, team[b.series].id, b.local_date);
    });
}

}  // namespace

std::vector<Date> dates(const team::When& when, const WorkingDays& days, const Period& period) {
    if (period.to < period.from) return {};
    std::vector<Date> found;
    for (const auto& window : settled_within(when, days, moves(when) ? reach(days, period) : period)) {
        if (period.contains(window.due)) found.push_back(window.due);
    }
    return found;
}

bool falls_on(const team::When& when, const WorkingDays& days, Date date) {
    return !dates(when, days, day_period(date)).empty();
}

std::vector<DueWindow> windows(const team::When& when, const WorkingDays& days, const Period& period) {
    if (period.to < period.from) return {};
    auto range = moves(when) ? reach(days, period) : period;
    if (when.window) range.to = std::max(range.to, period.to + longest_unit);
    auto found = settled_within(when, days, range);
    std::erase_if(
        found, [&period](const auto& window) { return window.due < period.from || period.to < window.open; });
    return found;
}

std::vector<Occurrence> occurrences(const team::Team& team, const WorkingDays& days, const Period& period) {
    std::vector<Occurrence> found;
    for (std::int32_t i = 0; i < std::ssize(team.series); ++i) append(found, team, days, {i}, period);
    sort(found, team);
    return found;
}

std::vector<Occurrence> occurrences(const team::Team& team, const WorkingDays& days, team::SeriesId series,
                                    const Period& period) {
    std::vector<Occurrence> found;
    append(found, team, days, series, period);
    sort(found, team);
    return found;
}

std::vector<SecondStart> second_starts(const team::Team& team, const WorkingDays& days,
                                       const Period& period) {
    std::vector<SecondStart> found;
    for (std::int32_t i = 0; i < std::ssize(team.series); ++i) {
        const auto& when = team.series[static_cast<std::size_t>(i)].when;
        if (zone_of(when, team) == team.settings.timezone) continue;
        const auto starts = starts_of(team, days, {i}, when, period);
        for (std::size_t n = 1; n < starts.size(); ++n)
            if (starts[n].date == starts[n - 1].date) found.push_back({starts[n - 1], starts[n]});
    }
    return found;
}

std::vector<Date> idle_exceptions(const team::Team& team, const WorkingDays& days, team::SeriesId series) {
    auto when = team[series].when;
    auto idle = std::exchange(when.except, {});
    std::erase_if(idle, [&](const Date date) {
        return !starts_of(team, days, series, when, day_period(date)).empty();
    });
    return idle;
}

const std::string& zone_of(const team::When& when, const team::Team& team) {
    return when.timezone.empty() ? team.settings.timezone : when.timezone;
}

std::optional<TimeSpan> time_span(const team::Team& team, const Occurrence& occurrence) {
    const auto& when = team[occurrence.series].when;
    return Clocks{team, when}.span(when, occurrence.local_date);
}

bool falls_on(const team::Team& team, const WorkingDays& days, team::SeriesId series, Date date) {
    return !occurrences(team, days, series, day_period(date)).empty();
}

bool covers(const team::Team& team, const team::Leave& leave, const Occurrence& occurrence) {
    // An occurrence may run on for days; most leave is far away.
    const auto minutes = team[occurrence.series].when.minutes;
    const Days reach{minutes / (24 * 60) + 2};
    if (leave.to + Days{2} < occurrence.date || occurrence.date + reach < leave.from) return false;
    constexpr TimeOfDay noon{12 * 60};
    const auto& zone = team.settings.timezone;
    const auto span = time_span(team, occurrence);
    // Whole days of leave: a night belongs to the date on which it starts, whatever follows in the morning.
    const bool by_date = leave.half == team::Half::none && minutes <= 24 * 60;
    const auto meets = [&](Date first, Date last) {
        if (by_date) return first <= occurrence.date && occurrence.date <= last;
        const Moment from{first, leave.half == team::Half::pm ? noon : TimeOfDay{}};
        const Moment to =
            leave.half == team::Half::am ? Moment{last, noon} : Moment{last + Days{1}, TimeOfDay{}};
        if (!span || !known_zone(zone)) {
            const Moment start{occurrence.date, occurrence.start.value_or(TimeOfDay{})};
            return start < to && from < Moment{occurrence.date + Days{1}, TimeOfDay{}};
        }
        const auto end = span->end.value_or(span->start + std::chrono::minutes{1});
        return span->start < instant_of(to, zone) && instant_of(from, zone) < end;
    };
    if (!leave.when) return meets(leave.from, leave.to);
    return std::ranges::any_of(leave.dates, [&](Date date) {
        return occurrence.date <= date + Days{2} && date <= occurrence.date + reach && meets(date, date);
    });
}

const team::Leave* leave_during(const team::Team& team, team::PersonId person, const Occurrence& occurrence) {
    for (const auto& leave : team.leave) {
        if (leave.who == person && covers(team, leave, occurrence)) return &leave;
    }
    return nullptr;
}

}  // namespace teamctl::calendar
