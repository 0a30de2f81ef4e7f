// What every rule is asked with: the team, its working days, and the moment that counts as now.
#pragma once

#include <algorithm>
#include <optional>

#include "base/date.hpp"
#include "base/period.hpp"
#include "calendar/working_days.hpp"
#include "team/model.hpp"

namespace teamctl::rules {

/// Nothing after `now` is judged or counted. The references outlive every result.
struct Context {
    const team::Team& team;
    const calendar::WorkingDays& days;
    Moment now;
};

/// Whether the record was written by then; without a time of day it counts from the start of its day.
inline bool known_at(const team::Record& record, Moment moment) {
    return record.date < moment.date ||
           (record.date == moment.date && record.at.value_or(TimeOfDay{}) <= moment.time);
}

/// Whether the whole day is over at that moment.
inline bool day_over(Date date, Moment moment) {
    return Moment{date, end_of_day} <= moment || date < moment.date;
}

/// The first day on which somebody can be blamed for what `from` begins with: that of the first record of the
/// team, where that is later. Without a record and `from` nobody knows: `otherwise`.
inline Date blamed_from(const team::Team& team, std::optional<Date> from, Date otherwise) {
    const auto first = team.first_record();
    if (!first) return from.value_or(otherwise);
    return std::max(*first, from.value_or(*first));
}

/// The end of the period, or `now` where that is earlier.
inline Moment end_of(const Period& period, Moment now) {
    return std::min(Moment{period.to, end_of_day}, now);
}

}  // namespace teamctl::rules
