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

std::vector<Account> accounts_of(const Plan& plan, std::size_t group) {
    const auto& problem = plan.question.problem;
    std::vector<long> units(at(problem.people), 0);
    for (std::size_t i = 0; i < problem.slots.size(); ++i) {
        const auto& who = plan.result.who[i];
        if (who && problem.roles[at(problem.slots[i].role)].group == static_cast<int>(group))
            units[at(*who)] += problem.slots[i].load;
    }
    const mpq_class unit = problem.unit(static_cast<int>(group));
    std::vector<Account> accounts;
    for (std::size_t who = 0; who < units.size(); ++who) {
        const auto& standing = problem.standing[group][who];
        if (units[who] == 0 && standing.before == 0 && standing.due == 0) continue;
        accounts.push_back({PersonId{static_cast<std::int32_t>(who)}, unit * units[who],
                            unit * standing.before, standing.due});
    }
    return accounts;
}

std::vector<Account> totals_of(const Plan& plan) {
    std::vector<Account> totals;
    for (std::size_t group = 0; group < plan.question.groups.size(); ++group) {
        for (const auto& account : accounts_of(plan, group)) {
            const auto place = std::ranges::lower_bound(totals, account.who, {}, &Account::who);
            if (place == totals.end() || place->who != account.who) {
                totals.insert(place, account);
                continue;
            }
            place->turns += account.turns;
            place->before += account.before;
            place->due += account.due;
        }
    }
    return totals;
}

std::optional<std::pair<mpq_class, mpq_class>> turns_range(const std::vector<Account>& accounts) {
    std::optional<std::pair<mpq_class, mpq_class>> range;
    for (const auto& account : accounts) {
        if (account.due == 0) continue;
        if (!range) range.emplace(account.turns, account.turns);
        range->first = std::min(range->first, account.turns);
        range->second = std::max(range->second, account.turns);
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

std::vector<SplitBlock> split_blocks(const team::Team& team, const Plan& plan, const Period& period) {
    std::vector<SplitBlock> found;
    std::set<std::tuple<int, int, int>> told;
    for (const auto& line : plan.lines) {
        const auto roles = holders_of(line);
        for (const auto& old : team.plan) {
            if (old.series != line.series || period.contains(old.date)) continue;
            const auto others = holders_of(old);
            for (const auto& [role, who] : roles) {
                const auto number = std::ranges::find(plan.question.roles, std::pair{line.series, role});
                if (number == plan.question.roles.end()) continue;
                const Role& spec =
                    plan.question.problem.roles[at(static_cast<int>(number - plan.question.roles.begin()))];
                const auto block = block_of(spec, day_number(line.date));
                const auto other = others.find(role);
                if (!block || block != block_of(spec, day_number(old.date)) || other == others.end() ||
                    other->second == who)
                    continue;
                if (told.insert({line.series.index, role, *block}).second)
                    found.push_back({&line, role, who, &old, other->second});
            }
        }
    }
    return found;
}

std::vector<std::pair<int, PersonId>> never_whole(const Plan& plan) {
    const auto& problem = plan.question.problem;
    std::map<std::pair<int, int>, std::map<int, bool>> whole;  // role, person -> block: works on all days
    if (problem.occurrences.empty()) return {};
    const auto [first, last] = std::ranges::minmax(problem.occurrences, {}, &Occurrence::day);
    for (const auto& slot : problem.slots) {
        const Role& role = problem.roles[at(slot.role)];
        const auto block = block_of(role, problem.occurrences[at(slot.occurrence)].day);
        if (!block) continue;
        const int begins = role.block_from + *block * role.block_days;
        // What the period cuts says nothing of a whole block.
        if (begins < first.day || begins + role.block_days - 1 > last.day) continue;
        for (const int who : slot.candidates) whole[{slot.role, who}].try_emplace(*block, true);
        for (const auto& excluded : slot.excluded)
            if (plan.question.exclusions[at(excluded.reason)].kind == Exclusion::Kind::works)
                whole[{slot.role, excluded.person}][*block] = false;
    }
    std::vector<std::pair<int, PersonId>> found;
    for (const auto& [key, blocks] : whole)
        if (std::ranges::none_of(blocks, [](const auto& block) { return block.second; }))
            found.emplace_back(key.first, PersonId{key.second});
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
