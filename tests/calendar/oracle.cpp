#include "oracle.hpp"

#include <algorithm>

namespace teamctl::test {
namespace {

using team::Every;
using team::IfHoliday;
using team::Ordinal;

bool in_list(const std::vector<team::Holiday>& list, Date date) {
    return std::any_of(list.begin(), list.end(),
                       [date](const auto& h) { return h.from <= date && date <= h.to; });
}

/// Which month, quarter or year the date is in.
int unit_of(Every every, Date date) {
    const auto month = static_cast<int>(static_cast<unsigned>(month_of(date).month())) - 1;
    if (every == Every::year) return year_of(date);
    return every == Every::quarter ? year_of(date) * 4 + month / 3 : year_of(date) * 12 + month;
}

}  // namespace

bool Oracle::is_holiday(Date date) const {
    return std::any_of(calendars_.begin(), calendars_.end(),
                       [&](const auto& c) { return in_list(c.holidays, date); }) &&
           std::none_of(calendars_.begin(), calendars_.end(),
                        [&](const auto& c) { return in_list(c.workdays, date); });
}

/// All days of the date's unit, found by walking.
const std::vector<Date>& Oracle::unit_days(Every every, Date date) const {
    auto& days = units_[{every, unit_of(every, date)}];
    if (!days.empty()) return days;
    Date first = date;
    while (unit_of(every, first - Days{1}) == unit_of(every, date)) first -= Days{1};
    for (Date day = first; unit_of(every, day) == unit_of(every, date); day += Days{1}) days.push_back(day);
    return days;
}

bool Oracle::is_workday(Date date) const {
    const auto found = workdays_.find(date);
    return found != workdays_.end() ? found->second
                                    : workdays_.emplace(date, look_up_workday(date)).first->second;
}

bool Oracle::look_up_workday(Date date) const {
    for (const auto& calendar : calendars_) {
        if (in_list(calendar.workdays, date)) return true;
    }
    const auto& workdays = settings_.workdays;
    return std::find(workdays.begin(), workdays.end(), weekday_of(date)) != workdays.end() &&
           !is_holiday(date);
}

bool Oracle::ends_window(const team::When& when, Date date) const {
    auto days = unit_days(when.every, date);
    if (when.window->workdays) std::erase_if(days, [this](Date day) { return !is_workday(day); });
    if (days.empty()) return false;
    if (when.window->last) return date == days.back();
    return date == days[std::min<std::size_t>(days.size(), static_cast<std::size_t>(when.window->count)) - 1];
}

Date Oracle::opens(const team::When& when, Date due) const {
    auto days = unit_days(when.every, due);
    if (when.window->workdays) std::erase_if(days, [this](Date day) { return !is_workday(day); });
    if (!when.window->last) return days.front();
    const auto count = std::min<std::size_t>(days.size(), static_cast<std::size_t>(when.window->count));
    return days[days.size() - count];
}

bool Oracle::named_in_unit(const team::When& when, Date date, Named& named) const {
    const int unit = unit_of(when.every, date);
    if (when.interval > 1 && (unit - unit_of(when.every, *when.from)) % when.interval != 0) return false;
    const std::chrono::year_month_day ymd{date};
    for (const int day : when.month_days) {
        named.otherwise |=
            when.every == Every::month && static_cast<unsigned>(day) == static_cast<unsigned>(ymd.day());
    }
    if (when.every == Every::year && when.year_day) {
        named.otherwise |= ymd.month() == when.year_day->month() && ymd.day() == when.year_day->day();
    }
    const auto& days = unit_days(when.every, date);
    for (const auto& ordinal : when.ordinals) {
        const auto counts = [&](Date day) {
            if (ordinal.what == Ordinal::What::workday) return is_workday(day);
            return ordinal.what == Ordinal::What::day || weekday_of(day) == ordinal.weekday;
        };
        if (!counts(date)) continue;
        const auto before =
            std::count_if(days.begin(), days.end(), [&](Date day) { return day <= date && counts(day); });
        const auto after =
            std::count_if(days.begin(), days.end(), [&](Date day) { return day >= date && counts(day); });
        if (before != ordinal.nth && -after != ordinal.nth) continue;
        (ordinal.what == Ordinal::What::weekday ? named.by_weekday : named.otherwise) = true;
    }
    if (when.window) named.otherwise |= ends_window(when, date);
    return true;
}

Oracle::Named Oracle::named(const team::When& when, Date date) const {
    Named named;
    if ((when.from && date < *when.from) || (when.until && *when.until < date)) return named;
    switch (when.every) {
        case Every::once:
            named.otherwise = when.date == date;
            break;
        case Every::day:
            named.otherwise = when.interval == 1 || (date - *when.from).count() % when.interval == 0;
            break;
        case Every::workday:
            named.otherwise = is_workday(date);
            break;
        case Every::week: {
            const auto& on = when.weekdays;
            const bool in_turn =
                when.interval == 1 || (date - monday_of(*when.from)).count() / 7 % when.interval == 0;
            named.by_weekday = in_turn && std::find(on.begin(), on.end(), weekday_of(date)) != on.end();
            break;
        }
        case Every::month:
        case Every::quarter:
        case Every::year:
            named_in_unit(when, date, named);
            break;
        case Every::rrule:
            break;
    }
    return named;
}

std::vector<Date> Oracle::settled(const team::When& when, Date date, const Named& named) const {
    const bool has_units =
        when.every == Every::month || when.every == Every::quarter || when.every == Every::year;
    const auto by_form = when.every == Every::week ? IfHoliday::skip
                         : has_units               ? IfHoliday::next
                                                   : IfHoliday::keep;
    const auto policy = when.if_holiday.value_or(by_form);
    std::vector<Date> found;
    const auto settle = [&](bool disturbed) {
        if (!disturbed || policy == IfHoliday::keep) found.push_back(date);
        if (!disturbed || policy == IfHoliday::keep || policy == IfHoliday::skip) return;
        const Days step{policy == IfHoliday::next ? 1 : -1};
        for (Date day = date + step; std::chrono::abs(day - date) <= Days{400}; day += step) {
            if (!is_workday(day)) continue;
            found.push_back(day);
            return;
        }
        found.push_back(date);
    };
    if (named.by_weekday) settle(is_holiday(date));
    if (named.otherwise) settle(!is_workday(date));
    return found;
}

std::vector<calendar::DueWindow> Oracle::windows(const team::When& when, const Period& period) const {
    std::map<Date, Date> open_by_due;
    const auto add = [&](Date open, Date due) {
        const auto [place, fresh] = open_by_due.emplace(due, open);
        if (!fresh) place->second = std::min(place->second, open);
    };
    const Days margin{when.window ? 800 : 410};
    for (Date day = period.from - margin; day <= period.to + margin; day += Days{1}) {
        const auto how = named(when, day);
        for (const Date due : settled(when, day, how)) {
            add(when.window ? std::min(opens(when, day), due) : due, due);
        }
    }
    for (const Date day : when.also) add(day, day);
    for (const Date day : when.except) open_by_due.erase(day);
    std::vector<calendar::DueWindow> found;
    for (const auto& [due, open] : open_by_due) {
        if (due >= period.from && open <= period.to) found.push_back({open, due});
    }
    return found;
}

}  // namespace teamctl::test
