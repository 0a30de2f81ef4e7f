#include "calendar/rrule.hpp"

#include <algorithm>
#include <optional>

#include "calendar/rrule_parse.hpp"
#include "calendar/units.hpp"
#include "calendar/zone.hpp"

// A rule is a set of tests on a day, tried on the days of every unit (day, week, month, year) that its
// interval selects. So the time a question takes depends on the period asked for, not on how long the rule
// has run or whether it ever yields a date; only COUNT has to be counted from the start.

namespace teamctl::calendar {
namespace {

bool holds(const std::vector<int>& list, int number) {
    return std::find(list.begin(), list.end(), number) != list.end();
}

/// Whether the list names the nth of `length` things, from the start or from the end.
bool names(const std::vector<int>& list, int nth, int length) {
    return list.empty() || holds(list, nth) || holds(list, nth - length - 1);
}

/// The week-numbering year's first day: that of the week which holds January 4th.
Date first_week(int year, Weekday week_start) {
    const Date date = make_date(year, 1, 4);
    return date - (weekday_of(date) - week_start);
}

bool names_week(const Rrule& rule, Date date) {
    if (rule.week_numbers.empty()) return true;
    const Date week = date - (weekday_of(date) - rule.week_start);
    const int year = year_of(week + Days{3});
    const Date first = first_week(year, rule.week_start);
    const auto weeks = static_cast<int>((first_week(year + 1, rule.week_start) - first).count() / 7);
    return names(rule.week_numbers, static_cast<int>((week - first).count() / 7) + 1, weeks);
}

/// In what BYDAY counts: the month or the year.
Period counted_in(const Rrule& rule, Date date) {
    const bool in_year = rule.frequency == Frequency::yearly && rule.months.empty();
    return in_year ? year_period(year_of(date)) : month_period(month_of(date));
}

bool names_weekday(const Rrule& rule, Date date) {
    if (rule.weekdays.empty()) return true;
    return std::any_of(rule.weekdays.begin(), rule.weekdays.end(), [&](const auto& day) {
        if (day.weekday != weekday_of(date)) return false;
        if (day.nth == 0) return true;
        const auto unit = counted_in(rule, date);
        const auto before = day.nth > 0 ? date - unit.from : unit.to - date;
        return before.count() / 7 + 1 == std::abs(day.nth);
    });
}

bool matches(const Rrule& rule, Date date) {
    const std::chrono::year_month_day ymd{date};
    if (!rule.months.empty() && !holds(rule.months, static_cast<int>(static_cast<unsigned>(ymd.month())))) {
        return false;
    }
    if (!names_weekday(rule, date)) return false;
    const auto month = month_period(month_of(date));
    if (!names(rule.month_days, static_cast<int>((date - month.from).count()) + 1, month.days()))
        return false;
    const auto year = year_period(year_of(date));
    if (!names(rule.year_days, static_cast<int>((date - year.from).count()) + 1, year.days())) return false;
    return names_week(rule, date);
}

/// What the rule leaves out, its start says (RFC 5545: "derived from DTSTART").
void complete(Rrule& rule, Date anchor) {
    const auto month_day = static_cast<int>(day_of_month(anchor));
    const bool no_day = rule.weekdays.empty() && rule.month_days.empty() && rule.year_days.empty();
    if (!no_day) return;
    switch (rule.frequency) {
        case Frequency::daily:
            break;
        case Frequency::weekly:
            rule.weekdays = {{0, weekday_of(anchor)}};
            break;
        case Frequency::monthly:
            rule.month_days = {month_day};
            break;
        case Frequency::yearly:
            if (!rule.week_numbers.empty()) {
                rule.weekdays = {{0, weekday_of(anchor)}};
                break;
            }
            if (rule.months.empty()) {
                rule.months = {static_cast<int>(static_cast<unsigned>(month_of(anchor).month()))};
            }
            rule.month_days = {month_day};
            break;
    }
}

/// Running number of the unit that holds the date.
std::int64_t unit_of(const Rrule& rule, Date date) {
    switch (rule.frequency) {
        case Frequency::daily:
            return day_number(date);
        case Frequency::weekly:
            return floor_div(day_number(date - (weekday_of(date) - rule.week_start)), 7);
        case Frequency::monthly:
            return month_number(date);
        case Frequency::yearly:
            return year_of(date);
    }
    return 0;
}

Period unit_at(const Rrule& rule, std::int64_t number) {
    switch (rule.frequency) {
        case Frequency::daily:
            return day_period(day_at(number));
        case Frequency::weekly: {
            // 1970-01-01 was a Thursday.
            const Date from = day_at(number * 7) + (rule.week_start - std::chrono::Thursday);
            return {from, from + Days{6}};
        }
        case Frequency::monthly:
            return month_period(month_at(number));
        case Frequency::yearly:
            return year_period(static_cast<int>(number));
    }
    return {};
}

/// The dates of one unit, ascending.
std::vector<Date> dates_of(const Rrule& rule, const Period& unit) {
    std::vector<Date> found;
    for (Date day = unit.from; day <= unit.to; day += Days{1}) {
        if (matches(rule, day)) found.push_back(day);
    }
    if (rule.set_positions.empty()) return found;
    std::vector<Date> chosen;
    const auto size = static_cast<int>(found.size());
    for (int i = 0; i < size; ++i) {
        if (names(rule.set_positions, i + 1, size)) chosen.push_back(found[static_cast<std::size_t>(i)]);
    }
    return chosen;
}

/// The last date on which the rule's UNTIL lets an occurrence start.
std::optional<Date> last_date(const Rrule& rule, const team::When& when, const std::string& zone) {
    if (!rule.until) return std::nullopt;
    auto moment = rule.until->moment;
    if (rule.until->utc && known_zone(zone)) moment = moved(moment, "UTC", zone);
    const auto start = when.start.value_or(TimeOfDay{});
    return start <= moment.time ? moment.date : moment.date - Days{1};
}

}  // namespace

RruleDates rrule_dates(const team::When& when, const std::string& zone, const Period& range) {
    auto [rule, problem] = parse_rrule(when.rrule);
    if (problem) return {};
    const Date anchor = when.from.value_or(Date{});
    RruleDates result{{}, !rule.weekdays.empty() || rule.frequency == Frequency::weekly};
    complete(rule, anchor);
    const Date last = std::min(last_date(rule, when, zone).value_or(range.to), range.to);
    const bool whole_units = rule.count > 0 || !rule.set_positions.empty();
    const auto base = unit_of(rule, anchor);
    const auto end = unit_of(rule, last);
    int counted = 0;
    for (auto n = rule.count > 0 ? base
                                 : align(unit_of(rule, std::max(range.from, anchor)), base, rule.interval);
         n <= end; n += rule.interval) {
        auto unit = unit_at(rule, n);
        if (!whole_units) unit = {std::max(unit.from, range.from), std::min(unit.to, last)};
        for (const Date date : dates_of(rule, unit)) {
            if (date < anchor) continue;
            if (date > last || (rule.count > 0 && counted == rule.count)) return result;
            ++counted;
            if (range.contains(date)) result.dates.push_back(date);
        }
    }
    return result;
}

}  // namespace teamctl::calendar
