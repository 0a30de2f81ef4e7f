// Turns of a queue that somebody takes who is not of it, or who is on leave.
#include <map>

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

/// So many of one queue are told one by one; of more the last alone: the queue was changed since.
constexpr std::size_t most_strangers = 3;

void add_stranger(const team::Team& team, const Record& turn, Found& found) {
    const auto& of = team[*turn.get<team::QueueId>("queue")];
    found
        .warning("not-in-queue", turn.origin,
                 say("rules.not_in_queue", team[turn.person("who")].name, of.name.empty() ? of.id : of.name),
                 say("rules.not_in_queue_hint"), {"who"})
        .related.push_back(found.place(of.origin));
}

}  // namespace

void check_turns(const team::Team& team, std::span<const Record> records, Found& found) {
    const rules::Absences absences{team};
    std::map<team::QueueId, std::vector<const Record*>> strangers;
    for (const auto& record : records) {
        const auto* queue = record.is("turn") ? record.get<team::QueueId>("queue") : nullptr;
        const auto who = record.person("who");
        if (queue == nullptr || !*queue || !who || !team::employed(team[who], record.date)) continue;
        if (!team::selects(team, team[*queue].who, who, record.date)) {
            // A selector that means nobody is told where it stands.
            if (!team::selected(team, team[*queue].who, record.date).empty())
                strangers[*queue].push_back(&record);
        } else if (const auto* leave = leave_at(absences, who, record)) {
            found
                .warning("on-leave", record.origin, say("rules.turn_on_leave", team[who].name),
                         say("rules.turn_or_leave"), {"who"})
                .related.push_back(found.place(leave->origin));
        }
    }
    for (const auto& [queue, turns] : strangers) {
        for (auto turn = turns.size() > most_strangers ? turns.end() - 1 : turns.begin(); turn != turns.end();
             ++turn)
            add_stranger(team, **turn, found);
    }
}

}  // namespace teamctl::check
