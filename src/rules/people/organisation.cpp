#include "rules/people/organisation.hpp"

#include <algorithm>

namespace teamctl::rules {

using team::PersonId;
using team::UnitId;

Organisation::Organisation(const team::Team& team, Date date)
    : team_{team}, date_{date}, absences_{team}, units_(team.units.size() + 1) {
    for (std::int32_t i = 0; i < std::ssize(team.units); ++i)
        in(team.units[static_cast<std::size_t>(i)].parent).units.push_back({i});
    for (const auto person : employed()) {
        auto& unit = in(team::as_of(team[person], date).unit);
        unit.people.push_back(person);
        ++unit.count;
        if (absences_.all_day(person, date)) ++unit.away;
    }
    add_up();
}

/// A unit is added to the one above once all below it are; units in a circle never are.
void Organisation::add_up() {
    std::vector<std::size_t> open(units_.size());
    std::vector<UnitId> ready;
    for (std::int32_t i = 0; i < std::ssize(team_.units); ++i) {
        open[static_cast<std::size_t>(i)] = in({i}).units.size();
        if (in({i}).units.empty()) ready.push_back({i});
    }
    while (!ready.empty()) {
        const auto unit = ready.back();
        ready.pop_back();
        const auto above = team_[unit].parent;
        if (!above) continue;
        in(above).count += in(unit).count;
        in(above).away += in(unit).away;
        if (--open[static_cast<std::size_t>(above.index)] == 0) ready.push_back(above);
    }
}

std::vector<PersonId> Organisation::in_state(std::string_view state) const {
    auto people = team::everybody(team_);
    std::erase_if(people, [&](PersonId person) { return state_of(person) != state; });
    return people;
}

std::vector<PersonId> Organisation::employed() const {
    return in_state("employed");
}

std::vector<PersonId> Organisation::coming() const {
    return in_state("coming");
}

std::vector<PersonId> Organisation::left() const {
    return in_state("left");
}

std::string_view Organisation::state_of(PersonId person) const {
    const auto& who = team_[person];
    if (team::employed(who, date_)) return "employed";
    return who.left && *who.left < date_ ? "left" : "coming";
}

std::vector<PersonId> Organisation::directly_in(UnitId unit) const {
    auto people = in(unit).people;
    if (unit)
        std::stable_partition(people.begin(), people.end(),
                              [&](PersonId person) { return person == team_[unit].lead; });
    return people;
}

SizeState Organisation::size_state(UnitId unit) const {
    const auto& size = team_[unit].size;
    if (!size) return SizeState::none;
    const auto people = count(unit);
    return people < size->first ? SizeState::few : people > size->second ? SizeState::many : SizeState::fits;
}

std::int64_t Organisation::missing_in(UnitId unit) const {
    const auto& size = team_[unit].size;
    if (!size) return 0;
    return std::max<std::int64_t>(0, size->first - (count(unit) - away_from(unit)));
}

bool Organisation::is_led(UnitId unit) const {
    const auto lead = team_[unit].lead;
    return lead && team::employed(team_[lead], date_);
}

std::vector<PersonId> Organisation::of_level(team::Level level) const {
    auto people = employed();
    std::erase_if(people, [&](PersonId person) { return team::level_of(team_, person, date_) != level; });
    return people;
}

const std::vector<team::PersonId>& Organisation::reports_of(team::PersonId person) {
    if (reports_.empty()) {
        reports_.resize(team_.people.size());
        for (const auto below : employed()) {
            if (const auto above = team::reports_to(team_, below, date_))
                reports_[static_cast<std::size_t>(above.index)].push_back(below);
        }
    }
    return reports_[static_cast<std::size_t>(person.index)];
}

}  // namespace teamctl::rules
