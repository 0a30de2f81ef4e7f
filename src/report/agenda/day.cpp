#include "report/agenda/day.hpp"

#include <algorithm>

#include "report/naming.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using calendar::Occurrence;
using team::PersonId;
using team::Team;

std::optional<Away> away_between(const Team& team, PersonId person, Date date, TimeOfDay from, TimeOfDay to) {
    const auto& who = team[person];
    if (who.joined && date < *who.joined) return Away{person, Away::Why::not_joined, nullptr};
    if (who.left && *who.left < date) return Away{person, Away::Why::gone, nullptr};
    if (const auto* leave = team::leave_during(team, person, date, from, to))
        return Away{person, Away::Why::leave, leave};
    if (!team::works_on(who, date)) return Away{person, Away::Why::not_working_day, nullptr};
    return std::nullopt;
}

const team::PlanLine* plan_line(const Team& team, const Occurrence& when) {
    for (const auto& line : team.plan) {
        if (line.series == when.series && line.date == when.series_date) return &line;
    }
    return nullptr;
}

const team::Record* record_of(const Team& team, std::string_view kind, const Occurrence& when) {
    for (const auto& record : team.records) {
        if (record.date == when.series_date && is_about(record, kind, when.series)) return &record;
    }
    return nullptr;
}

/// A backup takes the place of who is not there, unless the backup is away as well. A lecture is nobody
/// else's: it is moved, or a reserve takes its time (D1.19).
void name_stand_ins(const Team& team, Sitting& sitting) {
    const Turn* backup = sitting.turn(team::role_that(team::RoleFunction::stands_in));
    if (backup == nullptr) return;
    auto free = backup->who;
    std::erase_if(free, [&](PersonId person) { return away_during(team, person, sitting.when).has_value(); });
    for (auto& turn : sitting.turns) {
        const bool speaks = turn.role->name == team::role_that(team::RoleFunction::speaks);
        if (&turn == backup || speaks || turn.away.empty() || free.empty()) continue;
        turn.stand_in = free.front();
        free.erase(free.begin());
    }
}

}  // namespace

const Turn* Sitting::turn(std::string_view role) const {
    for (const auto& turn : turns) {
        if (turn.role->name == role) return &turn;
    }
    return nullptr;
}

bool is_about(const team::Record& record, std::string_view kind, team::SeriesId series) {
    const auto* meeting = record.is(kind) ? record.get<team::SeriesId>("meeting") : nullptr;
    return meeting != nullptr && *meeting == series;
}

const team::Record* attendance_record(const Team& team, const Occurrence& when) {
    return record_of(team, "attendance", when);
}

Sitting sitting_of(const Team& team, const Occurrence& when) {
    Sitting sitting{when, &team[when.series], plan_line(team, when), record_of(team, "cancel", when), {}};
    for (std::size_t i = 0; i < sitting.series->roles.size(); ++i) {
        Turn turn{&sitting.series->roles[i], {}, {}, {}};
        if (sitting.plan != nullptr) {
            for (const auto& planned : sitting.plan->roles) {
                if (planned.role == static_cast<int>(i)) turn.who = planned.who;
            }
        }
        std::erase_if(turn.who, [](PersonId person) { return !person; });
        for (const auto person : turn.who) {
            if (const auto away = away_during(team, person, when)) turn.away.push_back(*away);
        }
        sitting.turns.push_back(std::move(turn));
    }
    name_stand_ins(team, sitting);
    return sitting;
}

AgendaDay agenda_day(const Team& team, const calendar::WorkingDays& days, Date date, Moment now) {
    const Date past_from = std::min(days.previous(date), date - Days{1});
    const Date past_to = date - Days{1};
    const rules::Absences absences{team};
    const rules::Context before{team, days, {past_to, end_of_day}};
    const Moment known = std::min(now, Moment{date, end_of_day});
    AgendaDay day{team,
                  days,
                  date,
                  known,
                  {},
                  past_from,
                  past_to,
                  absences,
                  rules::attendance(before, absences, {past_from, past_to, Period::Unit::range}),
                  rules::entities_at(team, {past_to, end_of_day}),
                  rules::entities_at(team, std::max(known, before.now))};
    for (const auto& when : calendar::occurrences(team, days, day_period(date)))
        day.sittings.push_back(sitting_of(team, when));
    return day;
}

std::optional<Away> away_during(const Team& team, PersonId person, const Occurrence& when) {
    const TimeOfDay from = when.start.value_or(TimeOfDay{0});
    TimeOfDay to = when.start && when.end ? *when.end : end_of_day;
    if (to < from) to = end_of_day;  // past midnight: the rest is tomorrow
    if (to == from) to.minutes += 1;
    return away_between(team, person, when.date, from, to);
}

std::optional<Away> away_on(const Team& team, PersonId person, Date date) {
    return away_between(team, person, date, TimeOfDay{0}, end_of_day);
}

std::optional<Occurrence> previous_occurrence(const AgendaDay& day, const Occurrence& when) {
    for (const int reach : {8, 40, 400}) {
        const auto found =
            calendar::occurrences(day.team, day.days, when.series,
                                  {when.date - Days{reach}, when.date - Days{1}, Period::Unit::range});
        if (!found.empty()) return found.back();
    }
    return std::nullopt;
}

std::optional<Occurrence> next_occurrence(const AgendaDay& day, team::SeriesId series, Date after) {
    for (const int reach : {8, 40, 400}) {
        const auto found = calendar::occurrences(day.team, day.days, series,
                                                 {after + Days{1}, after + Days{reach}, Period::Unit::range});
        if (!found.empty()) return found.front();
    }
    return std::nullopt;
}

std::vector<PersonId> acting(const Turn& turn) {
    auto people = turn.who;
    std::erase_if(people, [&](PersonId person) {
        return std::any_of(turn.away.begin(), turn.away.end(),
                           [&](const auto& a) { return a.who == person; });
    });
    if (turn.stand_in) people.push_back(turn.stand_in);
    return people;
}

namespace {

Phrase why(const Team& team, const Away& away) {
    switch (away.why) {
        case Away::Why::leave:
            return leave_title(*away.leave);
        case Away::Why::not_working_day:
            return say("agenda.away.not_working_day");
        case Away::Why::not_joined:
            return say("agenda.away.not_joined", *team[away.who].joined);
        case Away::Why::gone:
            break;
    }
    return say("agenda.away.gone", *team[away.who].left);
}

std::vector<PersonId> partners(const Team& team, PersonId person) {
    std::vector<PersonId> others;
    for (const auto& pair : team.pairs) {
        if (pair.first == person) others.push_back(pair.second);
        if (pair.second == person) others.push_back(pair.first);
    }
    return others;
}

std::string_view why_code(const Away& away) {
    switch (away.why) {
        case Away::Why::leave:
            return leave_kind(away.leave->kind);
        case Away::Why::not_working_day:
            return "not_working_day";
        case Away::Why::not_joined:
            return "not_joined";
        case Away::Why::gone:
            break;
    }
    return "gone";
}

}  // namespace

Phrase away_text(const Team& team, const Away& away) {
    return say("agenda.away.who", name_of(team, away.who), why(team, away));
}

Phrase away_text_with_pair(const Team& team, const Away& away) {
    const auto others = partners(team, away.who);
    if (others.empty() || away.why != Away::Why::leave) return away_text(team, away);
    return say("agenda.away.who_with_pair", name_of(team, away.who), why(team, away), names_of(team, others));
}

Json away_json(const Team& team, const Away& away) {
    Json json = Json::object();
    json.set("who", id_of(team, away.who)).set("reason", why_code(away));
    if (away.leave != nullptr) {
        json.set("from", to_string(away.leave->from)).set("to", to_string(away.leave->to));
        if (away.leave->half != team::Half::none)
            json.set("half", away.leave->half == team::Half::am ? "am" : "pm");
    }
    return json;
}

}  // namespace teamctl::report
