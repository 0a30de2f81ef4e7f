// Attendance of a meeting that is not held on that day, of people who do not work then, and taken twice
// (D1.15).
#include <algorithm>
#include <map>
#include <utility>

#include "calendar/occurrences.hpp"
#include "check/findings.hpp"
#include "team/people.hpp"

namespace teamctl::check {
namespace {

using team::PersonId;
using team::Record;
using team::SeriesId;

class AttendanceCheck {
  public:
    AttendanceCheck(const team::Team& team, const calendar::WorkingDays& days,
                    std::span<const Record> records, Found& found)
        : team_{team}, days_{days}, found_{found} {
        for (const auto& record : records) {
            if (!record.is("attendance") && !record.is("cancel")) continue;
            const auto* meeting = record.get<SeriesId>("meeting");
            if (meeting == nullptr || !*meeting) continue;
            (record.is("cancel") ? cancelled_ : taken_)[*meeting].push_back(&record);
        }
    }

    void all() && {
        for (const auto& [meeting, records] : taken_) {
            check_dates(meeting, records);
            for (std::size_t i = 0; i < records.size(); ++i) {
                check_people(*records[i]);
                check_twice(meeting, records, i);
            }
        }
        for (const auto& [meeting, records] : cancelled_) check_dates(meeting, records);
        for (const auto& [person, records] : off_) add_off(person, records);
    }

  private:
    /// Extra meetings do happen, so these are warnings.
    void check_dates(SeriesId meeting, const std::vector<const Record*>& records) {
        const auto& series = team_[meeting];
        const Period spanned{records.front()->date, records.back()->date, Period::Unit::range};
        const auto held = held_dates(meeting, spanned);
        std::vector<const Record*> others;
        for (const auto* record : records) {
            // What was before `from` is not known.
            const bool before = series.when.from && record->date < *series.when.from;
            if (!before && !std::binary_search(held.begin(), held.end(), record->date))
                others.push_back(record);
        }
        const bool cancels = !others.empty() && others.front()->is("cancel");
        if (others.size() > most && !cancels) {
            found_.warning("no-occurrence", others.back()->origin,
                           say("rules.often_not_held", series.name, others.size(), others.back()->date),
                           say("rules.when_changed"));
            return;
        }
        for (const auto* record : others) {
            const auto next = next_held(meeting, record->date);
            found_.warning("no-occurrence", record->origin,
                           say("check.no_occurrence", series.name, record->date),
                           next ? say(cancels ? "rules.to_cancel_next" : "rules.next_held", *next)
                                : say("check.compare_dates"));
        }
    }

    std::vector<Date> held_dates(SeriesId series, const Period& period) const {
        std::vector<Date> dates;
        for (const auto& occurrence : calendar::occurrences(team_, days_, series, period))
            dates.push_back(occurrence.date);
        return dates;
    }

    std::optional<Date> next_held(SeriesId series, Date after) const {
        constexpr Days reach{400};
        const auto held = held_dates(series, {after + Days{1}, after + reach, Period::Unit::range});
        return held.empty() ? std::nullopt : std::optional{held.front()};
    }

    void check_people(const Record& record) {
        for (const auto field : team::judged_statuses) {
            const auto* people = record.get<std::vector<PersonId>>(field);
            if (people == nullptr) continue;
            for (const auto person : *people) {
                if (person && !team::works_on(team_[person], record.date)) off_[person].push_back(&record);
            }
        }
    }

    void add_off(PersonId person, const std::vector<const Record*>& records) {
        const auto& name = team_[person].name;
        if (records.size() > most) {
            found_.warning("day-off", records.back()->origin, say("rules.often_off", name, records.size()),
                           say("rules.day_off_hint"));
            return;
        }
        for (const auto* record : records)
            found_.warning("day-off", record->origin, say("rules.day_off", name, weekday_of(record->date)),
                           say("rules.day_off_hint"));
    }

    /// The last record of a meeting and day counts, and an earlier one then says nothing.
    void check_twice(SeriesId meeting, const std::vector<const Record*>& records, std::size_t at) {
        const auto first = std::find_if(records.begin(), records.end(), [&](const auto* record) {
            return record->date == records[at]->date;
        });
        if (*first == records[at]) return;
        found_
            .warning("recorded-twice", records[at]->origin,
                     say("rules.attendance_twice", team_[meeting].name), say("check.delete_one"))
            .related.push_back(found_.place((*first)->origin));
    }

    /// So many of one meeting or person are named one by one; of more the last alone: the meeting was moved
    /// to another day, or the person's days were changed, and each old record would be told of for ever.
    static constexpr std::size_t most = 3;

    const team::Team& team_;
    const calendar::WorkingDays& days_;
    std::map<SeriesId, std::vector<const Record*>> taken_;  ///< by date, then place
    std::map<SeriesId, std::vector<const Record*>> cancelled_;
    std::map<PersonId, std::vector<const Record*>> off_;
    Found& found_;
};

}  // namespace

void check_attendance(const team::Team& team, const calendar::WorkingDays& days,
                      std::span<const Record> records, Found& found) {
    AttendanceCheck{team, days, records, found}.all();
}

}  // namespace teamctl::check
