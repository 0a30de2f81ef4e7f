// Attendance of a meeting that is not held on that day, of people who do not work then, and taken twice
// (D1.15).
#include <algorithm>
#include <map>
#include <utility>

#include "calendar/occurrences.hpp"
#include "check/findings.hpp"
#include "rules/meetings/attendance.hpp"
#include "rules/people/absences.hpp"
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
        : team_{team}, days_{days}, absences_{team}, found_{found} {
        for (const auto& record : records) {
            if (record.is("training")) trainings_.push_back(&record);
            if (!record.is("attendance") && !record.is("cancel")) continue;
            const auto* meeting = record.get<SeriesId>("meeting");
            if (meeting == nullptr || !*meeting) continue;
            (record.is("cancel") ? cancelled_ : taken_)[*meeting].push_back(&record);
        }
    }

    void all() && {
        for (const auto& [meeting, records] : taken_) {
            if (!team_[meeting].meeting) {
                refuse(meeting, records);
                continue;
            }
            check_dates(meeting, records);
            for (std::size_t i = 0; i < records.size(); ++i) {
                // A selector that means nobody is told where it stands.
                const bool for_somebody =
                    !team::selected(team_, team_[meeting].attend, records[i]->date).empty();
                check_people(*records[i]);
                check_expected(meeting, *records[i], for_somebody);
                check_cancelled(meeting, *records[i]);
                check_twice(meeting, records, i);
            }
        }
        for (const auto& [meeting, records] : cancelled_) check_dates(meeting, records);
        for (const auto& [person, records] : off_) add_off(person, records);
        for (const auto& [meeting, all] : strangers_) add_strangers(meeting, all);
        for (const auto* training : trainings_) check_training(*training);
    }

  private:
    /// Nobody is expected at a duty: who has it stands in the plan.
    void refuse(SeriesId rota, const std::vector<const Record*>& records) {
        std::vector<Phrase> meetings;
        for (const auto& series : team_.series) {
            if (series.meeting) meetings.push_back(verbatim(series.id));
        }
        const auto hint = meetings.empty() ? say("rules.attendance_of_meetings")
                                           : say("check.choose_from", listed(std::move(meetings)));
        for (const auto* record : records)
            found_.error("bad-choice", record->origin, say("rules.attendance_of_rota", team_[rota].name),
                         hint, {"meeting"});
    }

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

    /// Those of a record who are not among those who attend.
    struct Strangers {
        const Record* record;
        std::vector<PersonId> people;
    };

    /// What is said of somebody who is not expected counts nothing.
    void check_expected(SeriesId meeting, const Record& record, bool for_somebody) {
        const auto occurrence = rules::occurrence_of(team_, days_, meeting, record.date);
        const auto& attend = team_[meeting].attend;
        std::vector<PersonId> strangers;
        for (const auto field : {"late", "absent", "left_early", "present"}) {
            const auto* people = record.get<std::vector<PersonId>>(field);
            if (people == nullptr) continue;
            for (const auto person : *people) {
                if (!person) continue;
                if (!attend.all && !team::selects(team_, attend, person, record.date)) {
                    if (std::find(strangers.begin(), strangers.end(), person) == strangers.end())
                        strangers.push_back(person);
                } else if (const auto* leave = absences_.during(person, occurrence)) {
                    found_
                        .warning("on-leave", record.origin, say("rules.attends_on_leave", team_[person].name),
                                 say("rules.leave_or_attendance"), {field})
                        .related.push_back(found_.place(leave->origin));
                } else if (team_[person].joined && record.date < *team_[person].joined) {
                    found_
                        .warning("before-joined", record.origin,
                                 say("rules.before_joined", team_[person].name, *team_[person].joined),
                                 say("check.compare_dates"), {field})
                        .related.push_back(found_.place(team_[person].origin));
                }
            }
        }
        if (for_somebody && !strangers.empty())
            strangers_[meeting].push_back({&record, std::move(strangers)});
    }

    void add_strangers(SeriesId meeting, const std::vector<Strangers>& all) {
        const auto& title = team_[meeting].name;
        const bool each = all.size() <= most;
        for (auto it = each ? all.begin() : all.end() - 1; it != all.end(); ++it) {
            std::vector<Phrase> names;
            for (const auto person : it->people) names.push_back(verbatim(team_[person].name));
            const auto who = listed(std::move(names));
            found_
                .warning("not-expected", it->record->origin,
                         each ? say("rules.not_expected", who, title)
                              : say("rules.often_not_expected", who, title, all.size()),
                         say("rules.not_expected_hint"))
                .related.push_back(found_.place(team_[meeting].origin));
        }
    }

    /// Who came to a training is not who came to the meeting at which it was given: that waits to be
    /// recorded.
    void check_training(const Record& training) {
        for (std::size_t i = 0; i < team_.series.size(); ++i) {
            const SeriesId id{static_cast<std::int32_t>(i)};
            const auto& series = team_[id];
            const auto of_day = [&](const Record* record) { return record->date == training.date; };
            const auto among = [&](const std::map<SeriesId, std::vector<const Record*>>& kept) {
                const auto found = kept.find(id);
                return found != kept.end() && std::ranges::any_of(found->second, of_day);
            };
            const bool recorded = among(taken_) || among(cancelled_);
            if (series.kind != team::MeetingKind::training || recorded ||
                held_dates(id, day_period(training.date)).empty())
                continue;
            found_
                .warning("no-attendance", training.origin, say("rules.no_attendance", series.name),
                         say("check.write_like", "teamctl log attendance meeting=" + series.id))
                .related.push_back(found_.place(series.origin));
        }
    }

    void check_cancelled(SeriesId meeting, const Record& record) {
        const auto found = cancelled_.find(meeting);
        if (found == cancelled_.end()) return;
        for (const auto* cancel : found->second) {
            if (cancel->date != record.date) continue;
            found_
                .warning("cancelled-meeting", record.origin,
                         say("rules.attendance_cancelled", team_[meeting].name), say("check.delete_one"))
                .related.push_back(found_.place(cancel->origin));
            return;
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
    rules::Absences absences_;
    std::map<SeriesId, std::vector<const Record*>> taken_;  ///< by date, then place
    std::map<SeriesId, std::vector<const Record*>> cancelled_;
    std::map<PersonId, std::vector<const Record*>> off_;
    std::map<SeriesId, std::vector<Strangers>> strangers_;
    std::vector<const Record*> trainings_;
    Found& found_;
};

}  // namespace

void check_attendance(const team::Team& team, const calendar::WorkingDays& days,
                      std::span<const Record> records, Found& found) {
    AttendanceCheck{team, days, records, found}.all();
}

}  // namespace teamctl::check
