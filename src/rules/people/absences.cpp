#include "rules/people/absences.hpp"

#include "team/people.hpp"

namespace teamctl::rules {
namespace {

constexpr TimeOfDay noon{12 * 60};

}  // namespace

Absences::Absences(const team::Team& team) : team_{&team}, by_person_(team.people.size()) {
    for (const auto& leave : team.leave) {
        if (leave.who) by_person_[static_cast<std::size_t>(leave.who.index)].push_back(&leave);
    }
}

const team::Leave* Absences::during(team::PersonId person, Date date, TimeOfDay from, TimeOfDay to) const {
    for (const auto* leave : by_person_[static_cast<std::size_t>(person.index)]) {
        if (team::covers(*leave, date, from, to)) return leave;
    }
    return nullptr;
}

const team::Leave* Absences::during(team::PersonId person, const calendar::Occurrence& occurrence) const {
    for (const auto* leave : by_person_[static_cast<std::size_t>(person.index)]) {
        if (calendar::covers(*team_, *leave, occurrence)) return leave;
    }
    return nullptr;
}

const team::Leave* Absences::all_day(team::PersonId person, Date date) const {
    const auto* morning = during(person, date, TimeOfDay{0}, noon);
    return morning != nullptr && during(person, date, noon, end_of_day) != nullptr ? morning : nullptr;
}

bool Absences::on_duty(team::PersonId person, Date date) const {
    const auto& who = (*team_)[person];
    return team::employed(who, date) && team::works_on(who, date);
}

bool employed_in(const team::Person& person, const Period& period) {
    return (!person.joined || *person.joined <= period.to) && (!person.left || period.from <= *person.left);
}

}  // namespace teamctl::rules
