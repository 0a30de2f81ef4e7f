#include "rules/meetings/sittings.hpp"

#include <algorithm>

#include "team/known_roles.hpp"
#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using calendar::Occurrence;
using team::PersonId;
using team::Team;

/// A neighbour in time is looked for nearby first: most meetings are held within a week.
constexpr int reaches[]{8, 40, 400};

std::optional<Away> away_with(const Team& team, PersonId person, Date date, const team::Leave* leave) {
    const auto& who = team[person];
    if (who.joined && date < *who.joined) return Away{person, Away::Why::not_joined, nullptr};
    if (who.left && *who.left < date) return Away{person, Away::Why::gone, nullptr};
    if (leave != nullptr) return Away{person, Away::Why::leave, leave};
    if (!team::works_on(who, date)) return Away{person, Away::Why::not_working_day, nullptr};
    return std::nullopt;
}

const team::Record* record_of(const Team& team, std::string_view kind, const Occurrence& when) {
    for (const auto& record : team.records) {
        if (record.date == when.date && is_about(record, kind, when.series)) return &record;
    }
    return nullptr;
}

/// A lecture is nobody else's: it is moved, or a reserve takes its time (D1.19).
void name_stand_ins(const Team& team, Sitting& sitting) {
    const Turn* backup = sitting.turn(team::RoleFunction::stands_in);
    if (backup == nullptr) return;
    auto free = backup->who;
    std::erase_if(free, [&](PersonId person) { return away_during(team, person, sitting.when).has_value(); });
    for (auto& turn : sitting.turns) {
        const bool speaks = turn.role->function == team::RoleFunction::speaks;
        if (&turn == backup || speaks || turn.away.empty() || free.empty()) continue;
        turn.stand_in = free.front();
        free.erase(free.begin());
    }
}

}  // namespace

const Away* Turn::away_of(PersonId person) const {
    const auto found =
        std::find_if(away.begin(), away.end(), [&](const auto& one) { return one.who == person; });
    return found == away.end() ? nullptr : &*found;
}

const Turn* Sitting::turn(std::string_view role) const {
    for (const auto& turn : turns) {
        if (turn.role->name == role) return &turn;
    }
    return nullptr;
}

const Turn* Sitting::turn(team::RoleFunction function) const {
    const auto found =
        std::ranges::find_if(turns, [&](const Turn& turn) { return turn.role->function == function; });
    return found == turns.end() ? nullptr : &*found;
}

const team::PlanLine* plan_line(const Team& team, const Occurrence& when) {
    for (const auto& line : team.plan) {
        if (line.series == when.series && line.date == when.date) return &line;
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

std::optional<Away> away_during(const Team& team, PersonId person, const Occurrence& when) {
    if (!when.start) return away_on(team, person, when.date);
    return away_with(team, person, when.date, calendar::leave_during(team, person, when));
}

std::optional<Away> away_on(const Team& team, PersonId person, Date date) {
    constexpr TimeOfDay noon{12 * 60};
    const auto* morning = team::leave_during(team, person, date, TimeOfDay{0}, noon);
    const auto* afternoon = team::leave_during(team, person, date, noon, end_of_day);
    auto away = away_with(team, person, date, morning != nullptr ? morning : afternoon);
    if (away && away->why == Away::Why::leave && morning != nullptr && morning != afternoon)
        away->afternoon = afternoon;
    return away;
}

Phrase dates_near(const Team& team, const calendar::WorkingDays& days, team::SeriesId series, Date day) {
    std::vector<Phrase> dates;
    if (const auto before = previous_occurrence(team, days, series, day))
        dates.push_back(verbatim(to_string(before->date)));
    if (const auto after = next_occurrence(team, days, series, day))
        dates.push_back(verbatim(to_string(after->date)));
    return listed(std::move(dates));
}

std::optional<Occurrence> previous_occurrence(const Team& team, const calendar::WorkingDays& days,
                                              team::SeriesId series, Date before) {
    for (const int reach : reaches) {
        const auto found = calendar::occurrences(
            team, days, series, {before - Days{reach}, before - Days{1}, Period::Unit::range});
        if (!found.empty()) return found.back();
    }
    return std::nullopt;
}

std::optional<Occurrence> next_occurrence(const Team& team, const calendar::WorkingDays& days,
                                          team::SeriesId series, Date after) {
    for (const int reach : reaches) {
        const auto found = calendar::occurrences(team, days, series,
                                                 {after + Days{1}, after + Days{reach}, Period::Unit::range});
        if (!found.empty()) return found.front();
    }
    return std::nullopt;
}

std::vector<PersonId> acting(const Turn& turn) {
    auto people = turn.who;
    std::erase_if(people, [&](PersonId person) { return turn.away_of(person) != nullptr; });
    if (turn.stand_in) people.push_back(turn.stand_in);
    return people;
}

std::vector<PersonId> people_to_tell(const Team& team, const Sitting& sitting) {
    const auto& record = *sitting.cancelled;
    if (record.text("told") == "all") return {};
    auto people = team::selected(team, sitting.series->attend, sitting.when.date);
    std::erase_if(people, [&](auto person) { return !team::employed(team[person], sitting.when.date); });
    if (const auto* told = record.get<std::vector<PersonId>>("told"))
        std::erase_if(people,
                      [&](auto p) { return std::find(told->begin(), told->end(), p) != told->end(); });
    return people;
}

}  // namespace teamctl::rules
