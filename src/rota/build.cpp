#include "rota/build.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "calendar/zone.hpp"
#include "rota/build_rules.hpp"
#include "rota/limits/rules.hpp"
#include "team/people.hpp"

namespace teamctl::rota {
namespace {

using team::PersonId;
using team::PlanLine;
using team::Series;
using team::SeriesId;
using team::Team;

mpq_class share_of(const team::Person& person, Date date) {
    const auto& written = team::as_of(person, date).share;
    mpq_class share{static_cast<long>(written.num), static_cast<long>(written.den)};
    share.canonicalize();
    return share;
}

class QuestionBuilder {
  public:
    QuestionBuilder(const Team& team, const calendar::WorkingDays& days, const BuildOptions& options)
        : team_{team}, days_{days}, options_{options} {}

    Question build() {
        make_roles();
        find_occurrences();
        for (const auto& line : team_.plan) read_line(line);
        for (const auto& line : team_.stale_plan) read_line(line);
        for (const auto& occurrence : calendar::occurrences(team_, days_, options_.period))
            add_slots(occurrence);
        for (const auto& entry : lines_) add_past(*entry.second);
        count_history();
        forget_idle_groups();
        choose_units();
        question_.problem.rules = rules_of(team_, question_, options_.period);
        add_wishes(team_, options_.period, question_);
        return std::move(question_);
    }

  private:
    static bool holds_turns(const PlanLine& line) {
        return std::any_of(line.roles.begin(), line.roles.end(), [](const auto& planned) {
            return std::any_of(planned.who.begin(), planned.who.end(),
                               [](PersonId who) { return static_cast<bool>(who); });
        });
    }

    void make_roles();
    void find_occurrences();
    void read_line(const PlanLine& line);
    void add_slots(const calendar::Occurrence& occurrence);
    void add_slot(const calendar::Occurrence& occurrence, int role, int place, int at);
    /// Whom the agenda would name for holders who are away (D1.19), among the slots from `first` on.
    void name_stand_ins(std::size_t first);
    void exclude(Slot& slot, PersonId person, Exclusion::Kind kind, const team::Origin& at);
    /// False for a place of the past that the plan did not have.
    bool place_published(Slot& slot, Date date, SeriesId series, int role, int place) const;
    void add_past(const PlanLine& line);
    void count_history();
    /// A group without a place in the period owes nothing here: only its history would be judged.
    void forget_idle_groups();
    void count_line(const PlanLine& line);
    /// What a turn counts, in hundredths.
    int hundredths(int role, Date date) const;
    /// From hundredths to the largest units in which all turns of a group are whole.
    void choose_units();
    /// Divides one place among those accountable for it (teamctl-rota(7), HISTORY AND DUE).
    void owe(int role, const calendar::Occurrence& occurrence);
    /// Everyone the role's `who` selects on some day.
    const std::vector<PersonId>& pool(int role) const { return pools_[static_cast<std::size_t>(role)]; }
    int role_number(SeriesId series, int role) const {
        return first_role_[static_cast<std::size_t>(series.index)] + role;
    }
    const Series& series_of(int role) const {
        return team_[question_.roles[static_cast<std::size_t>(role)].first];
    }
    const team::Role& written(int role) const {
        return series_of(role)
            .roles[static_cast<std::size_t>(question_.roles[static_cast<std::size_t>(role)].second)];
    }

    const Team& team_;
    const calendar::WorkingDays& days_;
    const BuildOptions& options_;
    Question question_;
    std::vector<int> first_role_;                      // by series: its first role's number
    std::vector<std::vector<PersonId>> pools_;         // by role number
    using Key = std::pair<Date, int>;                  // date and series
    std::map<Key, calendar::Occurrence> occurrences_;  // of the period and all lines
    std::map<Key, const PlanLine*> lines_;             // those on days on which their series falls
};

std::size_t places_of(const Series& series) {
    int places = 0;
    for (const auto& role : series.roles) places += role.count;
    return static_cast<std::size_t>(places);
}

/// From when to when it lasts, in minutes from 1970-01-01 plus the days of its date (Occurrence).
std::pair<int, int> instants_of(const Team& team, const calendar::Occurrence& occurrence) {
    const auto minutes = [&](calendar::Instant instant) {
        return static_cast<int>(
            std::chrono::floor<std::chrono::minutes>(instant - calendar::Instant{occurrence.date}).count());
    };
    if (const auto span = calendar::time_span(team, occurrence))
        return {minutes(span->start), minutes(span->end.value_or(span->start))};
    const auto midnight = [&](Date date) {
        return minutes(calendar::instant_of({date, TimeOfDay{0}}, team.settings.timezone));
    };
    if (!calendar::known_zone(team.settings.timezone)) return {0, end_of_day.minutes};
    return {midnight(occurrence.date), midnight(occurrence.date + Days{1})};
}

std::vector<std::pair<int, int>> index_pairs(const std::vector<team::PersonPair>& pairs) {
    std::vector<std::pair<int, int>> out;
    for (const auto& pair : pairs) out.emplace_back(pair.first.index, pair.second.index);
    return out;
}

void QuestionBuilder::make_roles() {
    auto& problem = question_.problem;
    problem.people = static_cast<int>(team_.people.size());
    std::map<std::string, int> groups;
    for (std::size_t s = 0; s < team_.series.size(); ++s) {
        const Series& series = team_.series[s];
        first_role_.push_back(static_cast<int>(problem.roles.size()));
        for (std::size_t r = 0; r < series.roles.size(); ++r) {
            const auto& role = series.roles[r];
            const std::string own = series.id + "." + role.name;
            const auto [at, fresh] =
                groups.try_emplace(role.fair.empty() ? own : role.fair, static_cast<int>(groups.size()));
            if (fresh) question_.groups.push_back(at->first);
            const int block = role.block ? role.block->days : 0;
            const int first = role.block ? day_number(role.block->anchor) : -3;
            problem.roles.push_back({own, at->second, role.gap_days, role.max_per_week, block, first,
                                     index_pairs(role.together), index_pairs(role.apart)});
            question_.roles.emplace_back(SeriesId{static_cast<std::int32_t>(s)}, static_cast<int>(r));
            pools_.push_back(team::ever_selected(team_, role.who));
        }
    }
    problem.groups = static_cast<int>(question_.groups.size());
    problem.standing.assign(question_.groups.size(), std::vector<Standing>(team_.people.size()));
}

void QuestionBuilder::exclude(Slot& slot, PersonId person, Exclusion::Kind kind, const team::Origin& at) {
    slot.excluded.push_back({person.index, static_cast<int>(question_.exclusions.size())});
    question_.exclusions.push_back({kind, at});
}

/// What falls when, as far back and ahead as plans speak of it.
void QuestionBuilder::find_occurrences() {
    Period reach = options_.period;
    for (const auto& line : team_.plan) {
        reach.from = std::min(reach.from, line.date);
        reach.to = std::max(reach.to, line.date);
    }
    for (auto& occurrence : calendar::occurrences(team_, days_, reach))
        occurrences_.emplace(Key{occurrence.date, occurrence.series.index}, occurrence);
}

void QuestionBuilder::read_line(const PlanLine& line) {
    if (occurrences_.contains({line.date, line.series.index})) {
        lines_[{line.date, line.series.index}] = &line;
        question_.published |= options_.period.contains(line.date) && holds_turns(line);
        return;
    }
    int back = 0;
    for (const auto& role : team_[line.series].roles) back = std::max(back, role.history_days);
    if (holds_turns(line) && options_.period.from - Days{back} <= line.date &&
        line.date <= options_.period.to)
        question_.stale.push_back({line.date, line.series, line.origin});
}

bool QuestionBuilder::place_published(Slot& slot, Date date, SeriesId series, int role, int place) const {
    slot.fixed = question_.published && date < options_.today;
    const auto line = lines_.find({date, series.index});
    if (line == lines_.end()) return !slot.fixed;
    for (const auto& planned : line->second->roles) {
        if (planned.role != role || static_cast<std::size_t>(place) >= planned.who.size()) continue;
        const PersonId who = planned.who[static_cast<std::size_t>(place)];
        slot.pinned_empty = !who && planned.pinned;
        if (who && planned.pinned) slot.pinned = who.index;
        if (who && (!options_.fresh || slot.fixed)) slot.published = who.index;
        return true;
    }
    return !slot.fixed;
}

void QuestionBuilder::add_slot(const calendar::Occurrence& occurrence, int role, int place, int at) {
    const int number = role_number(occurrence.series, role);
    const Date date = occurrence.date;
    Slot slot;
    slot.occurrence = at;
    slot.role = number;
    slot.place = place;
    for (const auto person : pool(number)) {
        const auto& who = team_[person];
        if (!team::selects(team_, written(number).who, person, date)) continue;
        const auto* leave = calendar::leave_during(team_, person, occurrence);
        if (!team::employed(who, date))
            exclude(slot, person, Exclusion::Kind::not_employed, who.origin);
        else if (!team::works_on(who, date))
            exclude(slot, person, Exclusion::Kind::works, who.origin);
        else if (leave != nullptr)
            exclude(slot, person, Exclusion::Kind::leave, leave->origin);
        else
            slot.candidates.push_back(person.index);
    }
    const bool there = place_published(slot, date, occurrence.series, role, place);
    if (there && !slot.pinned_empty) owe(number, occurrence);
    slot.load = hundredths(number, date);
    question_.problem.slots.push_back(std::move(slot));
    question_.slots.push_back({occurrence, occurrence.series, role, place + 1});
}

void QuestionBuilder::add_slots(const calendar::Occurrence& occurrence) {
    const Series& series = team_[occurrence.series];
    if (series.roles.empty()) return;
    const int at = static_cast<int>(question_.problem.occurrences.size());
    const auto [start, end] = instants_of(team_, occurrence);
    question_.problem.occurrences.push_back(
        {day_number(occurrence.date), start, end, occurrence.series.index});
    for (std::size_t role = 0; role < series.roles.size(); ++role) {
        for (int place = 0; place < series.roles[role].count; ++place)
            add_slot(occurrence, static_cast<int>(role), place, at);
    }
    name_stand_ins(question_.problem.slots.size() - places_of(series));
}

void QuestionBuilder::name_stand_ins(std::size_t first) {
    auto& slots = question_.problem.slots;
    const auto function = [&](const Slot& slot) { return written(slot.role).function; };
    const auto can = [](const Slot& slot, int person) {
        return std::ranges::binary_search(slot.candidates, person);
    };
    std::vector<int> free;
    for (std::size_t s = first; s < slots.size(); ++s) {
        const Slot& slot = slots[s];
        if (function(slot) == team::RoleFunction::stands_in && !slot.fixed && !slot.pinned &&
            slot.published && can(slot, *slot.published))
            free.push_back(*slot.published);
    }
    for (std::size_t s = first; s < slots.size() && !free.empty(); ++s) {
        Slot& slot = slots[s];
        const bool away = !slot.fixed && !slot.pinned && slot.published && !can(slot, *slot.published);
        // A lecture is nobody else's.
        if (!away || function(slot) == team::RoleFunction::stands_in ||
            function(slot) == team::RoleFunction::speaks || !can(slot, free.front()))
            continue;
        slot.stand_in = free.front();
        free.erase(free.begin());
    }
}

void QuestionBuilder::add_past(const PlanLine& line) {
    if (options_.period.contains(line.date)) return;
    const auto [start, end] = instants_of(team_, occurrences_.at({line.date, line.series.index}));
    for (const auto& planned : line.roles) {
        for (const auto person : planned.who) {
            if (!person) continue;
            question_.problem.history.push_back(
                {role_number(line.series, planned.role), person.index, day_number(line.date), start, end});
            question_.past.push_back({line.date, person, planned.origin});
        }
    }
}

/// The places of the history are those that its lines have: a role that a line does not speak of was none,
/// `null` is one that stayed empty, a pinned `null` none again.
void QuestionBuilder::count_line(const PlanLine& line) {
    for (const auto& planned : line.roles) {
        const auto& role = team_[line.series].roles[static_cast<std::size_t>(planned.role)];
        if (line.date < options_.period.from - Days{role.history_days}) continue;
        const int number = role_number(line.series, planned.role);
        auto& standing = question_.problem.standing[static_cast<std::size_t>(
            question_.problem.roles[static_cast<std::size_t>(number)].group)];
        for (const auto person : planned.who) {
            if (person || !planned.pinned) owe(number, occurrences_.at({line.date, line.series.index}));
            if (person)
                standing[static_cast<std::size_t>(person.index)].before += hundredths(number, line.date);
        }
    }
}

void QuestionBuilder::count_history() {
    for (const auto& entry : lines_)
        if (entry.second->date < options_.period.from) count_line(*entry.second);
}

void QuestionBuilder::forget_idle_groups() {
    std::vector<bool> busy(question_.groups.size());
    for (const auto& slot : question_.problem.slots)
        busy[static_cast<std::size_t>(question_.problem.roles[static_cast<std::size_t>(slot.role)].group)] =
            true;
    for (std::size_t group = 0; group < busy.size(); ++group) {
        if (!busy[group]) question_.problem.standing[group].assign(team_.people.size(), Standing{});
    }
}

int QuestionBuilder::hundredths(int role, Date date) const {
    return team::weight_on(series_of(role), written(role), date, days_.holiday(date) != nullptr);
}

void QuestionBuilder::choose_units() {
    auto& problem = question_.problem;
    std::vector<int> unit(question_.groups.size(), 0);
    for (const auto& slot : problem.slots) {
        int& mine = unit[at(problem.roles[at(slot.role)].group)];
        mine = std::gcd(mine, slot.load);
    }
    for (std::size_t group = 0; group < unit.size(); ++group) {
        for (const auto& standing : problem.standing[group])
            unit[group] = std::gcd(unit[group], standing.before);
        if (unit[group] == 0) unit[group] = 100;
        for (auto& standing : problem.standing[group]) standing.before /= unit[group];
        problem.units.emplace_back(unit[group], 100);
        problem.units.back().canonicalize();
    }
    for (auto& slot : problem.slots) slot.load /= unit[at(problem.roles[at(slot.role)].group)];
}

void QuestionBuilder::owe(int role, const calendar::Occurrence& occurrence) {
    const Date date = occurrence.date;
    std::vector<PersonId> accountable;
    mpq_class whole;
    for (const auto person : pool(role)) {
        const auto& who = team_[person];
        if (!team::selects(team_, written(role).who, person, date) || !team::employed(who, date) ||
            !team::works_on(who, date))
            continue;
        const bool forfeits =
            std::any_of(team_.leave.begin(), team_.leave.end(), [&](const team::Leave& leave) {
                return leave.who == person && leave.kind != team::LeaveKind::business &&
                       calendar::covers(team_, leave, occurrence);
            });
        if (forfeits) continue;
        accountable.push_back(person);
        whole += share_of(who, date);
    }
    mpq_class weight{hundredths(role, date), 100};
    weight.canonicalize();
    auto& standing = question_.problem.standing[at(question_.problem.roles[at(role)].group)];
    for (const auto person : accountable)
        standing[at(person.index)].due += weight * share_of(team_[person], date) / whole;
}

}  // namespace

Period plans_needed(const team::Team& team, const Period& period) {
    int before = 7, behind = 7;
    for (const auto& series : team.series) {
        for (const auto& role : series.roles) {
            const int block = role.block ? role.block->days : 0;
            before = std::max({before, role.history_days, role.gap_days, block});
            behind = std::max({behind, role.gap_days, block});
        }
    }
    for (const auto& limit : team.limits) {
        const int around = days_looked_at(limit);
        before = std::max(before, around);
        behind = std::max(behind, around);
    }
    return {period.from - Days{before}, period.to + Days{behind}, Period::Unit::range};
}

Question build(const team::Team& team, const calendar::WorkingDays& days, const BuildOptions& options) {
    return QuestionBuilder{team, days, options}.build();
}

}  // namespace teamctl::rota
