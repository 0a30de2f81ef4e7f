#include "waiting/person.hpp"

#include <algorithm>

#include "team/people.hpp"
#include "waiting/due.hpp"

namespace teamctl::waiting {

Tenure tenure_of(const team::Person& person, Date today) {
    const Date until = person.left ? std::min(today, *person.left) : today;
    Tenure tenure;
    tenure.days = (until - *person.joined).count() + 1;
    while (add_months(*person.joined, static_cast<int>(tenure.months) + 1) <= until) ++tenure.months;
    return tenure;
}

PaperState paper_state(const team::Credential& credential, Date today) {
    using State = PaperState::Kind;
    if (!credential.expires) return {};
    const std::int64_t left = (*credential.expires - today).count();
    return {left < 0 ? State::expired : left <= expiry_days ? State::expiring : State::valid, left};
}

std::vector<LackingPaper> lacking_papers(const team::Team& team, team::PersonId person, Date date) {
    std::vector<LackingPaper> lacking;
    const auto& held = team[person].credentials;
    for (const auto& rule : team.rules.credentials) {
        if (!team::selects(team, rule.who, person, date)) continue;
        for (const auto& type : rule.types) {
            const bool there = std::ranges::find(held, type, &team::Credential::type) != held.end() ||
                               std::ranges::find(lacking, type, &LackingPaper::type) != lacking.end();
            if (!there) lacking.push_back({type, &rule});
        }
    }
    return lacking;
}

std::vector<Date> recurring_days(const team::Leave& leave, const Period& period, Date today) {
    auto days = leave.dates;
    std::erase_if(days, [&](Date date) { return !period.contains(date) && date < today; });
    return days;
}

std::vector<const team::Leave*> leave_shown(const team::Team& team, team::PersonId person,
                                            const Period& period, Date today) {
    std::vector<const team::Leave*> shown;
    for (const auto& leave : team.leave) {
        if (leave.who != person) continue;
        const bool some = leave.when
                              ? !recurring_days(leave, period, today).empty()
                              : (leave.from <= period.to && period.from <= leave.to) || today <= leave.to;
        if (some) shown.push_back(&leave);
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto* a, const auto* b) { return a->from < b->from; });
    return shown;
}

std::vector<TurnAhead> turns_from(const team::Team& team, team::PersonId person, Date from) {
    std::vector<TurnAhead> turns;
    for (const auto& line : team.plan) {
        if (line.date < from) continue;
        for (const auto& planned : line.roles) {
            if (std::find(planned.who.begin(), planned.who.end(), person) == planned.who.end()) continue;
            turns.push_back({&line, &team[line.series].roles[static_cast<std::size_t>(planned.role)]});
        }
    }
    return turns;
}

}  // namespace teamctl::waiting
