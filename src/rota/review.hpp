// What a finished plan amounts to: turns by person, what is published of it, what it leaves open.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "rota/plan.hpp"

namespace teamctl::rota {

/// What fairness knows of one person, in turns as they count (teamctl-rota(7), HISTORY AND DUE).
struct Account {
    team::PersonId who;
    mpq_class turns;   ///< in the period
    mpq_class before;  ///< in the history
    mpq_class due;     ///< of both
};
/// Those of a group who have, had or owe a turn, in roster order.
std::vector<Account> accounts_of(const Plan& plan, std::size_t group);
/// The same over all groups.
std::vector<Account> totals_of(const Plan& plan);

/// The fewest and most turns in the period, of those who owe any; nothing where nobody does.
std::optional<std::pair<mpq_class, mpq_class>> turns_range(const std::vector<Account>& accounts);

/// Whether plans/ says all that the plan says.
bool is_published(const team::Team& team, const Plan& plan);
/// Whether some turn of it is pinned.
bool has_pin(const Plan& plan);

/// Meetings that lack the topic that their agenda is to show; none where the team has no topics at all.
struct MissingTopics {
    int count = 0;
    const team::PlanLine* first = nullptr;
};
MissingTopics missing_topics(const team::Team& team, const Plan& plan);

/// A block that changes hands where a period ends within it.
struct SplitBlock {
    const team::PlanLine* line = nullptr;
    int role = 0;
    std::vector<team::PersonId> who;
    const team::PlanLine* other = nullptr;  ///< of the same block, published for another period
    std::vector<team::PersonId> others;
};
/// Each role and block once.
std::vector<SplitBlock> split_blocks(const team::Team& team, const Plan& plan, const Period& period);

/// Those of a role's pool who work on some days of each block only, never on all: the role is not for them,
/// though they owe their share of it. By role (Problem::roles).
std::vector<std::pair<int, team::PersonId>> never_whole(const Plan& plan);

/// An exact value in ten thousandths, rounded half away from zero.
Ratio in_ten_thousandths(const mpq_class& value);

}  // namespace teamctl::rota
