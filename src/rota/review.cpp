#include "rota/review.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "team/people.hpp"

namespace teamctl::rota {
namespace {

using team::PersonId;

/// Who holds each role on the line; roles that nobody holds are left out.
std::map<int, std::vector<PersonId>> holders_of(const team::PlanLine& line) {
    std::map<int, std::vector<PersonId>> roles;
    for (const auto& planned : line.roles) {
        auto who = planned.who;
        std::erase_if(who, [](PersonId person) { return !person; });
        if (!who.empty()) roles[planned.role] = std::move(who);
    }
    return roles;
}

/// Whether a line of the plan says what the other does.
bool same_turns(const team::PlanLine& a, const team::PlanLine& b) {
    return a.date == b.date && a.series == b.series && a.topic == b.topic && a.format == b.format &&
           holders_of(a) == holders_of(b);
}

}  // namespace

std::vector<std::vector<int>> turns_of(const Plan& plan) {
    std::vector<std::vector<int>> turns(
        plan.question.groups.size(),
        std::vector<int>(static_cast<std::size_t>(plan.question.problem.people)));
    for (std::size_t i = 0; i < plan.question.slots.size(); ++i) {
        const auto& who = plan.result.who[i];
        const auto role = static_cast<std::size_t>(plan.question.problem.slots[i].role);
        const auto group = static_cast<std::size_t>(plan.question.problem.roles[role].group);
        if (who) ++turns[group][static_cast<std::size_t>(*who)];
    }
    return turns;
}

std::optional<TurnsRange> turns_range(const Plan& plan, std::size_t group, const std::vector<int>& turns) {
    std::optional<TurnsRange> range;
    for (std::size_t who = 0; who < turns.size(); ++who) {
        if (plan.question.problem.standing[group][who].due == 0) continue;
        if (!range) range = TurnsRange{turns[who], turns[who]};
        range->least = std::min(range->least, turns[who]);
        range->most = std::max(range->most, turns[who]);
    }
    return range;
}

bool is_published(const team::Team& team, const Plan& plan) {
    return std::ranges::all_of(plan.lines, [&](const team::PlanLine& line) {
        return std::ranges::any_of(team.plan,
                                   [&](const team::PlanLine& old) { return same_turns(line, old); });
    });
}

bool has_pin(const Plan& plan) {
    return std::ranges::any_of(plan.lines, [](const auto& line) {
        return std::ranges::any_of(line.roles, [](const auto& planned) { return planned.pinned; });
    });
}

MissingTopics missing_topics(const team::Team& team, const Plan& plan) {
    MissingTopics missing;
    bool any = !team.topics.empty();
    for (const auto& line : plan.lines) {
        any |= !line.topic.empty();
        if (!team::shows_topic(team[line.series]) || !line.topic.empty()) continue;
        if (++missing.count == 1) missing.first = &line;
    }
    return any ? missing : MissingTopics{};
}

std::vector<SplitWeek> split_weeks(const team::Team& team, const Plan& plan, const Period& period) {
    std::vector<SplitWeek> found;
    std::set<std::tuple<int, int, Date>> told;
    for (const auto& line : plan.lines) {
        const Period week = week_period(line.date);
        const auto roles = holders_of(line);
        for (const auto& old : team.plan) {
            if (old.series != line.series || period.contains(old.date) || !week.contains(old.date)) continue;
            const auto others = holders_of(old);
            for (const auto& [role, who] : roles) {
                const auto& spec = team[line.series].roles[static_cast<std::size_t>(role)];
                const auto other = others.find(role);
                if (!spec.block || other == others.end() || other->second == who) continue;
                if (told.insert({line.series.index, role, week.from}).second)
                    found.push_back({&line, role, who, &old, other->second});
            }
        }
    }
    return found;
}

Ratio in_ten_thousandths(const mpq_class& value) {
    // The quotient of the rounded whole number travels on.
    const mpq_class scaled = value * 10000;
    const bool negative = scaled < 0;
    const mpq_class size = negative ? mpq_class{-scaled} : scaled;
    mpz_class whole = (size.get_num() * 2 + size.get_den()) / (size.get_den() * 2);
    if (negative) whole = -whole;
    return Ratio{whole.get_si(), 10000};
}

}  // namespace teamctl::rota
