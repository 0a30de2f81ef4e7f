// Turns of a queue that somebody takes who is not of it, or who is on leave.
#include "check/findings.hpp"
#include "rules/people/absences.hpp"
#include "team/people.hpp"

namespace teamctl::check {
namespace {

using team::Record;

const team::Leave* leave_at(const rules::Absences& absences, team::PersonId who, const Record& turn) {
    if (!turn.at) return absences.all_day(who, turn.date);
    return absences.during(who, turn.date, *turn.at, TimeOfDay{turn.at->minutes + 1});
}

}  // namespace

void check_turns(const team::Team& team, std::span<const Record> records, Found& found) {
    const rules::Absences absences{team};
    for (const auto& record : records) {
        const auto* queue = record.is("turn") ? record.get<team::QueueId>("queue") : nullptr;
        const auto who = record.person("who");
        if (queue == nullptr || !*queue || !who || !team::employed(team[who], record.date)) continue;
        const auto& of = team[*queue];
        if (!team::selects(team, of.who, who, record.date))
            found
                .warning("not-in-queue", record.origin,
                         say("rules.not_in_queue", team[who].name, of.name.empty() ? of.id : of.name),
                         say("rules.not_in_queue_hint"), {"who"})
                .related.push_back(found.place(of.origin));
        else if (const auto* leave = leave_at(absences, who, record))
            found
                .warning("on-leave", record.origin, say("rules.turn_on_leave", team[who].name),
                         say("rules.turn_or_leave"), {"who"})
                .related.push_back(found.place(leave->origin));
    }
}

}  // namespace teamctl::check
