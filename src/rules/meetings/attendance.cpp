#include "rules/meetings/attendance.hpp"

#include <algorithm>
#include <map>

#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using calendar::Occurrence;
using team::PersonId;
using team::Record;
using team::SeriesId;

using Key = std::pair<SeriesId, Date>;

bool lists(const Record& record, std::string_view field, PersonId person) {
    const auto* people = record.get<std::vector<PersonId>>(field);
    return people != nullptr && std::find(people->begin(), people->end(), person) != people->end();
}

/// The record that counts for each meeting of the period: the last one.
std::map<Key, const Record*> attendance_records(const Context& context, const Period& period) {
    std::map<Key, const Record*> found;
    for (const auto& record : context.team.records) {
        if (!period.contains(record.date) || !record.is("attendance") || !known_at(record, context.now))
            continue;
        const auto* series = record.get<SeriesId>("meeting");
        if (series != nullptr && *series && context.team[*series].meeting)
            found[{*series, record.date}] = &record;
    }
    return found;
}

std::vector<AttendanceMark> marks(const Context& context, const Absences& absences,
                                  const Occurrence& occurrence, const Record& record) {
    std::vector<AttendanceMark> made;
    for (std::int32_t i = 0; i < std::ssize(context.team.people); ++i) {
        if (expected(context.team, absences, occurrence, {i})) made.push_back(mark_of(record, {i}));
    }
    return made;
}

bool anybody_expected(const Context& context, const Absences& absences, const Occurrence& occurrence) {
    for (std::int32_t i = 0; i < std::ssize(context.team.people); ++i) {
        if (expected(context.team, absences, occurrence, {i})) return true;
    }
    return false;
}

}  // namespace

Cancellations cancellations(const team::Team& team, Moment now) {
    Cancellations found;
    for (const auto& record : team.records) {
        if (!record.is("cancel") || !known_at(record, now)) continue;
        if (const auto* series = record.get<SeriesId>("meeting")) found.emplace(*series, record.date);
    }
    return found;
}

bool expected(const team::Team& team, const Absences& absences, const Occurrence& occurrence,
              PersonId person) {
    if (!absences.on_duty(person, occurrence.date)) return false;
    if (!team::selects(team, team[occurrence.series].attend, person, occurrence.date)) return false;
    if (!occurrence.start) return absences.all_day(person, occurrence.date) == nullptr;
    return absences.during(person, occurrence) == nullptr;
}

Occurrence occurrence_of(const team::Team& team, const calendar::WorkingDays& days, SeriesId series,
                         Date date) {
    const auto held = calendar::occurrences(team, days, series, day_period(date));
    if (!held.empty()) return held.front();
    const auto& when = team[series].when;
    Occurrence made{series, date, when.start, std::nullopt, date};
    if (when.start && when.minutes > 0)
        made.end = std::min(end_of_day, TimeOfDay{when.start->minutes + when.minutes});
    return made;
}

AttendanceMark mark_of(const Record& record, PersonId person) {
    AttendanceMark mark{person};
    mark.excused = lists(record, "excused", person);
    if (mark.excused) return mark;  // nothing else is held against who is excused
    mark.late = lists(record, "late", person);
    mark.left_early = lists(record, "left_early", person);
    mark.absent = lists(record, "absent", person);
    if (mark.late || mark.left_early || mark.absent) return mark;
    const bool by_name = record.get<std::vector<PersonId>>("present") != nullptr;
    mark.present = !by_name || lists(record, "present", person);
    return mark;
}

std::vector<Occurrence> still_to_record(const team::Team& team, Date today,
                                        std::vector<Occurrence> not_recorded) {
    std::erase_if(not_recorded, [&](const auto& occurrence) {
        return occurrence.date < blamed_from(team, team[occurrence.series].when.from, today);
    });
    return not_recorded;
}

bool over(const Occurrence& occurrence, Moment now) {
    if (!occurrence.start) return day_over(occurrence.date, now);
    const TimeOfDay end = occurrence.end.value_or(*occurrence.start);
    if (end < *occurrence.start) return Moment{occurrence.date + Days{1}, end} <= now;
    return Moment{occurrence.date, end} <= now;
}

Attendance attendance(const Context& context, const Absences& absences, const Period& period) {
    Attendance result;
    auto records = attendance_records(context, period);
    const auto off = cancellations(context.team, context.now);
    std::vector<Occurrence> occurrences;
    for (const auto& occurrence : calendar::occurrences(context.team, context.days, period)) {
        if (context.team[occurrence.series].meeting) occurrences.push_back(occurrence);
    }
    const auto hold = [&](const Occurrence& occurrence, const Record& record) {
        result.held.push_back({occurrence, &record, marks(context, absences, occurrence, record)});
    };
    for (const auto& occurrence : occurrences) {
        const Key key{occurrence.series, occurrence.date};
        const auto record = records.find(key);
        if (off.contains(key)) {
            result.cancelled.push_back(occurrence);
        } else if (record != records.end()) {
            hold(occurrence, *record->second);
        } else if (over(occurrence, context.now) && anybody_expected(context, absences, occurrence)) {
            result.not_recorded.push_back(occurrence);
        }
        if (record != records.end()) records.erase(record);
    }
    for (const auto& [key, record] : records) {
        if (!off.contains(key))
            hold(occurrence_of(context.team, context.days, key.first, key.second), *record);
    }
    std::stable_sort(result.held.begin(), result.held.end(),
                     [](const auto& a, const auto& b) { return a.record->date < b.record->date; });
    return result;
}

}  // namespace teamctl::rules
