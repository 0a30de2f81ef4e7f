#include "calendar/working_days.hpp"

#include <algorithm>

namespace teamctl::calendar {

void DayStretches::add(const std::vector<team::Holiday>& stretches) {
    for (const auto& stretch : stretches) {
        list_.push_back(stretch);
        list_.back().to = std::max(stretch.from, stretch.to);
    }
}

void DayStretches::build() {
    std::reverse(list_.begin(), list_.end());
    std::stable_sort(list_.begin(), list_.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
    reach_.reserve(list_.size());
    for (const auto& stretch : list_) {
        reach_.push_back(reach_.empty() ? stretch.to : std::max(reach_.back(), stretch.to));
    }
}

const team::Holiday* DayStretches::find(Date date) const {
    const auto after = std::upper_bound(list_.begin(), list_.end(), date,
                                        [](Date day, const auto& stretch) { return day < stretch.from; });
    for (auto i = static_cast<std::size_t>(after - list_.begin()); i > 0 && reach_[i - 1] >= date; --i) {
        if (list_[i - 1].to >= date) return &list_[i - 1];
    }
    return nullptr;
}

WorkingDays::WorkingDays(const team::Settings& settings, const std::vector<team::HolidayCalendar>& calendars)
    : zone_{settings.timezone} {
    for (const auto weekday : settings.workdays) weekdays_[weekday.c_encoding()] = true;
    if (settings.workdays.empty()) weekdays_ = {false, true, true, true, true, true, false};
    for (const auto& calendar : calendars) {
        holidays_.add(calendar.holidays);
        makeup_.add(calendar.workdays);
        if (calendar.covers) covers_.push_back(*calendar.covers);
    }
    holidays_.build();
    makeup_.build();
}

bool WorkingDays::is_workday(Date date) const {
    if (makeup_.find(date) != nullptr) return true;
    return weekdays_[weekday_of(date).c_encoding()] && holidays_.find(date) == nullptr;
}

const team::Holiday* WorkingDays::holiday(Date date) const {
    const auto* found = holidays_.find(date);
    return found != nullptr && makeup_.find(date) == nullptr ? found : nullptr;
}

const team::Holiday* WorkingDays::makeup_workday(Date date) const {
    return makeup_.find(date);
}

bool WorkingDays::covered(Date date) const {
    return covers_.empty() || std::any_of(covers_.begin(), covers_.end(), [date](const auto& span) {
               return span.first <= date && date <= span.second;
           });
}

Date WorkingDays::next(Date date) const {
    for (Date day = date + Days{1}; day <= date + workday_reach; day += Days{1}) {
        if (is_workday(day)) return day;
    }
    return date;
}

Date WorkingDays::previous(Date date) const {
    for (Date day = date - Days{1}; day >= date - workday_reach; day -= Days{1}) {
        if (is_workday(day)) return day;
    }
    return date;
}

std::vector<Date> WorkingDays::within(const Period& period) const {
    std::vector<Date> found;
    for (Date day = period.from; day <= period.to; day += Days{1}) {
        if (is_workday(day)) found.push_back(day);
    }
    return found;
}

std::vector<Date> WorkingDays::first(const Period& period, int count) const {
    std::vector<Date> found;
    for (Date day = period.from; day <= period.to && std::ssize(found) < count; day += Days{1}) {
        if (is_workday(day)) found.push_back(day);
    }
    return found;
}

std::vector<Date> WorkingDays::last(const Period& period, int count) const {
    std::vector<Date> found;
    for (Date day = period.to; day >= period.from && std::ssize(found) < count; day -= Days{1}) {
        if (is_workday(day)) found.push_back(day);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

DayCounts count_days(const WorkingDays& days, const Period& period) {
    DayCounts counts;
    for (Date day = period.from; day <= period.to; day += Days{1}) {
        counts.workdays += days.is_workday(day) ? 1 : 0;
        counts.holidays += days.holiday(day) != nullptr ? 1 : 0;
        counts.makeup += days.makeup_workday(day) != nullptr ? 1 : 0;
    }
    return counts;
}

OpenDays open_days(const WorkingDays& days, const Period& period) {
    OpenDays open;
    for (Date day = period.to; day >= period.from; day -= Days{1}) {
        if (days.covered(day)) continue;
        ++open.count;
        open.first = day;
    }
    return open;
}

}  // namespace teamctl::calendar
