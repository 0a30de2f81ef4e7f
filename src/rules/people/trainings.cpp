#include "rules/people/trainings.hpp"

#include <algorithm>
#include <map>

#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using team::PersonId;
using team::PlannedTraining;
using team::Record;

bool among(const std::vector<PersonId>& people, PersonId person) {
    return std::find(people.begin(), people.end(), person) != people.end();
}

/// Days between the day and the period; 0 within it.
Days distance(const Period& period, Date date) {
    if (date < period.from) return period.from - date;
    return period.to < date ? date - period.to : Days{0};
}

/// The day by which who is there decides: when it was first held, else when it is due.
Date deciding_day(const TrainingState& state) {
    return state.is_held() ? state.held.front()->date : state.due();
}

/// For whom the training is: by its selector, or whom the plan of the month after gives one of the roles.
std::vector<PersonId> meant(const team::Team& team, const TrainingState& state) {
    if (state.plan->coming.empty()) return team::selected(team, state.plan->who, deciding_day(state));
    std::vector<PersonId> people;
    const auto month = month_of(state.due()) + std::chrono::months{1};
    for (const auto& line : team.plan) {
        if (month_of(line.date) != month) continue;
        for (const auto& planned : line.roles) {
            const auto& role = team[line.series].roles[static_cast<std::size_t>(planned.role)].name;
            if (std::ranges::find(state.plan->coming, role) == state.plan->coming.end()) continue;
            for (const auto who : planned.who)
                if (who && !among(people, who)) people.push_back(who);
        }
    }
    std::sort(people.begin(), people.end());
    return people;
}

void add_people(const Context& context, const Absences& absences, TrainingState& state) {
    const auto& team = context.team;
    auto trainer = state.plan->by;
    if (state.is_held() && state.held.front()->person("by")) trainer = state.held.front()->person("by");
    for (const auto person : meant(team, state)) {
        if (person != trainer && team::employed(team[person], deciding_day(state)))
            state.expected.push_back(person);
    }
    for (const auto* record : state.held) {
        for (const auto person : attendees(team, absences, *record)) {
            if (among(state.expected, person) && !among(state.attended, person))
                state.attended.push_back(person);
        }
    }
    std::sort(state.attended.begin(), state.attended.end());
}

bool is_of(const Context& context, const TrainingState& state, const Period& period) {
    if (period.contains(state.due())) return true;
    const bool held_in = std::any_of(state.held.begin(), state.held.end(),
                                     [&](const auto* record) { return period.contains(record->date); });
    const auto first = context.team.first_record();
    const bool waits = !state.is_held() && state.due() < period.from &&
                       period.to <= state.due() + training_waits && first && *first <= state.due() &&
                       (!state.plan->next || period.to < *state.plan->next);
    return held_in || waits;
}

}  // namespace

bool TrainingState::expects(PersonId person) const {
    return among(expected, person);
}

bool TrainingState::has_attended(PersonId person) const {
    return among(attended, person);
}

std::vector<PersonId> attendees(const team::Team& team, const Absences& absences, const Record& record) {
    if (const auto* people = record.get<std::vector<PersonId>>("attend")) return *people;
    std::vector<PersonId> all;
    if (record.text("attend") != "all") return all;
    for (const auto person : team::everybody(team)) {
        if (person != record.person("by") && absences.on_duty(person, record.date) &&
            absences.all_day(person, record.date) == nullptr)
            all.push_back(person);
    }
    return all;
}

const PlannedTraining* planned_for(const team::Team& team, const Record& record) {
    const auto topic = record.text("topic");
    const PlannedTraining* nearest = nullptr;
    for (const auto& planned : team.trainings) {
        if (topic != planned.topic && (planned.id.empty() || topic != planned.id)) continue;
        if (record.date < planned.on.from - training_early || planned.on.to + training_waits < record.date)
            continue;
        const auto near = [&](const PlannedTraining& of) {
            return std::pair{distance(of.on, record.date), of.on.to};
        };
        if (nearest == nullptr || near(planned) < near(*nearest)) nearest = &planned;
    }
    return nearest;
}

std::vector<TrainingState> trainings(const Context& context, const Period& period) {
    const auto& team = context.team;
    std::vector<TrainingState> found;
    if (team.trainings.empty()) return found;
    std::map<const PlannedTraining*, std::vector<const Record*>> held;
    for (const auto& record : team.records) {
        if (!record.is("training") || !known_at(record, context.now)) continue;
        if (const auto* planned = planned_for(team, record)) held[planned].push_back(&record);
    }
    const Absences absences{team};
    for (const auto& planned : team.trainings) {
        TrainingState state{&planned, held[&planned], {}, {}};
        if (!is_of(context, state, period)) continue;
        add_people(context, absences, state);
        found.push_back(std::move(state));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.due() < b.due(); });
    return found;
}

std::vector<const team::PlannedTraining*> dated_trainings(const team::Team& team, const Period& period) {
    std::vector<const team::PlannedTraining*> dated;
    for (const auto& training : team.trainings) {
        if (training.on.from == training.on.to && period.contains(training.on.from))
            dated.push_back(&training);
    }
    std::stable_sort(dated.begin(), dated.end(), [](const auto* a, const auto* b) {
        return std::pair{a->on.from, a->start} < std::pair{b->on.from, b->start};
    });
    return dated;
}

std::optional<TimeOfDay> end_of(const team::PlannedTraining& training) {
    if (!training.start || training.minutes == 0) return std::nullopt;
    const TimeOfDay end{training.start->minutes + training.minutes};
    return end < end_of_day ? std::optional{end} : std::nullopt;
}

std::vector<team::PersonId> TrainingState::missing() const {
    std::vector<team::PersonId> people;
    if (!is_held()) return people;
    std::copy_if(expected.begin(), expected.end(), std::back_inserter(people),
                 [&](auto person) { return !has_attended(person); });
    return people;
}

TrainingSums sum_of(const std::vector<TrainingState>& all) {
    TrainingSums sums;
    sums.planned = std::ssize(all);
    for (const auto& state : all) {
        if (!state.is_held()) continue;
        ++sums.held;
        sums.expected += std::ssize(state.expected);
        sums.attended += std::ssize(state.attended);
    }
    return sums;
}

}  // namespace teamctl::rules
