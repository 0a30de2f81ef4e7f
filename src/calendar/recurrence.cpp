#include "calendar/recurrence.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

#include "calendar/rrule.hpp"
#include "calendar/units.hpp"

namespace teamctl::calendar {
namespace {

using team::Every;
using team::Ordinal;

/// From where intervals are counted; a rule with an interval has `from`.
Date anchor(const team::When& when) {
    return when.from.value_or(Date{});
}

std::int64_t interval(const team::When& when) {
    return std::max(1, when.interval);
}

/// Collects dates within a range.
class Collector {
  public:
    explicit Collector(const Period& range) : range_{range} {}
    void add(Date date, bool names_weekday = false) {
        if (range_.contains(date)) found_.push_back({date, std::nullopt, names_weekday});
    }
    void add_window(Date open, Date due) {
        if (range_.contains(due)) found_.push_back({due, open, false});
    }
    const Period& range() const { return range_; }
    std::vector<RuleDate> take() { return std::move(found_); }

  private:
    Period range_;
    std::vector<RuleDate> found_;
};

void add_days(Collector& into, const team::When& when) {
    const auto step = interval(when);
    const auto last = day_number(into.range().to);
    for (auto n = align(day_number(into.range().from), day_number(anchor(when)), step); n <= last;
         n += step) {
        into.add(day_at(n));
    }
}

/// Every nth working day, counted from the first one on or after `from`.
void add_workdays(Collector& into, const team::When& when, const WorkingDays& days) {
    const auto step = interval(when);
    std::int64_t counted = 0;
    for (Date day = step == 1 ? into.range().from : anchor(when); day <= into.range().to; day += Days{1}) {
        if (days.is_workday(day) && counted++ % step == 0) into.add(day);
    }
}

void add_weeks(Collector& into, const team::When& when) {
    const auto step = interval(when) * 7;
    const auto last = day_number(into.range().to);
    for (auto n = align(day_number(monday_of(into.range().from)), day_number(monday_of(anchor(when))), step);
         n <= last; n += step) {
        for (const auto weekday : when.weekdays) into.add(day_at(n) + (weekday - std::chrono::Monday), true);
    }
}

std::optional<Date> nth_day(const Period& unit, int nth) {
    const Date date = nth > 0 ? unit.from + Days{nth - 1} : unit.to + Days{nth + 1};
    return nth != 0 && unit.contains(date) ? std::optional{date} : std::nullopt;
}

std::optional<Date> nth_weekday(const Period& unit, int nth, Weekday weekday) {
    const Date date = nth > 0 ? unit.from + (weekday - weekday_of(unit.from)) + Days{7 * (nth - 1)}
                              : unit.to - (weekday_of(unit.to) - weekday) + Days{7 * (nth + 1)};
    return nth != 0 && unit.contains(date) ? std::optional{date} : std::nullopt;
}

std::optional<Date> nth_workday(const Period& unit, int nth, const WorkingDays& days) {
    const auto found = nth > 0 ? days.first(unit, nth) : days.last(unit, -nth);
    if (nth == 0 || std::ssize(found) != std::abs(nth)) return std::nullopt;
    return nth > 0 ? found.back() : found.front();
}

std::optional<Date> date_of(const Ordinal& ordinal, const Period& unit, const WorkingDays& days) {
    switch (ordinal.what) {
        case Ordinal::What::workday:
            return nth_workday(unit, ordinal.nth, days);
        case Ordinal::What::day:
            return nth_day(unit, ordinal.nth);
        case Ordinal::What::weekday:
            return nth_weekday(unit, ordinal.nth, ordinal.weekday);
    }
    return std::nullopt;
}

/// A window longer than its unit is the whole unit.
void add_window(Collector& into, const team::Window& window, const Period& unit, const WorkingDays& days) {
    const int count = std::clamp(window.count, 1, unit.days());
    if (!window.workdays) {
        const Date open = window.last ? unit.to - Days{count - 1} : unit.from;
        into.add_window(open, open + Days{count - 1});
        return;
    }
    const auto found = window.last ? days.last(unit, count) : days.first(unit, count);
    if (!found.empty()) into.add_window(found.front(), found.back());
}

/// What the rule names in one month, quarter or year.
void add_of_unit(Collector& into, const team::When& when, const Period& unit, const WorkingDays& days) {
    if (when.every == Every::month) {
        for (const int day : when.month_days) {
            if (const auto date = nth_day(unit, std::max(0, day))) into.add(*date);
        }
    }
    if (when.every == Every::year && when.year_day) {
        const std::chrono::year_month_day date{std::chrono::year{year_of(unit.from)} / *when.year_day};
        if (date.ok()) into.add(date);
    }
    for (const auto& ordinal : when.ordinals) {
        if (const auto date = date_of(ordinal, unit, days)) {
            into.add(*date, ordinal.what == Ordinal::What::weekday);
        }
    }
    if (when.window) add_window(into, *when.window, unit, days);
}

void add_units(Collector& into, const team::When& when, int months, const WorkingDays& days) {
    const auto unit_of = [months](Date date) { return floor_div(month_number(date), months); };
    const auto step = interval(when);
    const auto last = unit_of(into.range().to);
    for (auto n = align(unit_of(into.range().from), unit_of(anchor(when)), step); n <= last; n += step) {
        const Period unit{first_day(month_at(n * months)), last_day(month_at(n * months + months - 1))};
        add_of_unit(into, when, unit, days);
    }
}

}  // namespace

team::IfHoliday if_holiday(const team::When& when) {
    if (when.if_holiday) return *when.if_holiday;
    switch (when.every) {
        case Every::week:
            return team::IfHoliday::skip;
        case Every::month:
        case Every::quarter:
        case Every::year:
            return team::IfHoliday::next;
        case Every::once:
        case Every::day:
        case Every::workday:
        case Every::rrule:
            break;
    }
    return team::IfHoliday::keep;
}

std::vector<RuleDate> rule_dates(const team::When& when, const WorkingDays& days, const Period& range) {
    const Period bounded{std::max(range.from, when.from.value_or(range.from)),
                         std::min(range.to, when.until.value_or(range.to))};
    if (bounded.to < bounded.from) return {};
    Collector into{bounded};
    switch (when.every) {
        case Every::once:
            if (when.date) into.add(*when.date);
            break;
        case Every::day:
            add_days(into, when);
            break;
        case Every::workday:
            add_workdays(into, when, days);
            break;
        case Every::week:
            add_weeks(into, when);
            break;
        case Every::month:
            add_units(into, when, 1, days);
            break;
        case Every::quarter:
            add_units(into, when, 3, days);
            break;
        case Every::year:
            add_units(into, when, 12, days);
            break;
        case Every::rrule: {
            const auto& zone = when.timezone.empty() ? days.zone() : when.timezone;
            const auto found = rrule_dates(when, zone, bounded);
            for (const Date date : found.dates) into.add(date, found.names_weekday);
            break;
        }
    }
    return into.take();
}

}  // namespace teamctl::calendar
