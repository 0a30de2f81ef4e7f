// What a finished plan amounts to: turns by person, what is published of it, what it leaves open.
#pragma once

#include <optional>
#include <vector>

#include "rota/plan.hpp"

namespace teamctl::rota {

/// Turns in the period, by group and person.
std::vector<std::vector<int>> turns_of(const Plan& plan);

/// The fewest and most turns of a group, of those who owe any; nothing where nobody does.
struct TurnsRange {
    int least = 0;
    int most = 0;
};
std::optional<TurnsRange> turns_range(const Plan& plan, std::size_t group, const std::vector<int>& turns);

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

/// A role held by the week (H5) that changes hands where a period ends within the week: the plan of each
/// period is fair by itself.
struct SplitWeek {
    const team::PlanLine* line = nullptr;
    int role = 0;
    std::vector<team::PersonId> who;
    const team::PlanLine* other = nullptr;  ///< of the same week, published for another period
    std::vector<team::PersonId> others;
};
/// Each role and week once.
std::vector<SplitWeek> split_weeks(const team::Team& team, const Plan& plan, const Period& period);

/// An exact value in ten thousandths, rounded half away from zero.
Ratio in_ten_thousandths(const mpq_class& value);

}  // namespace teamctl::rota
