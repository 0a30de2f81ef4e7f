// Inspections of a period: what came due, what was found (D4.2, D6.3).
#pragma once

#include <utility>
#include <vector>

#include "rules/scope/scope.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/meters.hpp"

namespace teamctl::rules {

/// Runs of checklists that came due in the period and were done, begun or missed, of the scope's people.
std::vector<CheckRun> due_runs(const Scope& scope);

/// The runs of one checklist.
struct RunCounts {
    team::ChecklistId list;
    std::int64_t due = 0;
    std::int64_t done = 0;
    std::int64_t late = 0;
    std::int64_t findings = 0;              ///< runs in which something was wrong
    std::vector<const CheckRun*> missed{};  ///< in their order
};
/// In the order of the files.
std::vector<RunCounts> count_runs(const team::Team& team, const std::vector<CheckRun>& runs);

/// An item that failed, or whose reading was out of its limits.
struct FoundItem {
    const CheckRun* run = nullptr;
    const team::ChecklistItem* item = nullptr;
    ItemState state;
};
std::vector<FoundItem> items_found(const team::Team& team, const std::vector<CheckRun>& runs);

/// What was found of one item and asset.
struct FoundGroup {
    std::int64_t times = 0;
    const FoundItem* last = nullptr;
};
/// The most frequent first, then what was found last.
std::vector<FoundGroup> grouped(const std::vector<FoundItem>& found);

}  // namespace teamctl::rules
