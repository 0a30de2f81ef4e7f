#include "rules/scope/checks.hpp"

#include <algorithm>
#include <map>

namespace teamctl::rules {
namespace {

/// What was found stays in the figures, also where it was put right the same day.
bool was_wrong(const team::Team& team, const CheckRun& run) {
    const auto states = item_states(team, run);
    return std::any_of(states.begin(), states.end(), [](const auto& state) { return state.found(); });
}

}  // namespace

std::vector<CheckRun> due_runs(const Scope& scope) {
    auto runs = check_runs(scope.team(), scope.days, scope.period(), scope.end());
    std::erase_if(runs, [&](const CheckRun& run) {
        const bool of_period =
            scope.period().contains(run.due) && (!run.records.empty() || run.state == CheckState::missed);
        const bool ours = scope.shows_any(run.who, run.due) ||
                          std::any_of(run.records.begin(), run.records.end(), [&](const auto* record) {
                              return scope.shows(record->person("by"), record->date);
                          });
        return !of_period || !ours;
    });
    return runs;
}

std::vector<RunCounts> count_runs(const team::Team& team, const std::vector<CheckRun>& runs) {
    std::map<team::ChecklistId, RunCounts> counts;
    for (const auto& run : runs) {
        auto& count = counts[run.list];
        count.list = run.list;
        ++count.due;
        count.done += run.check != nullptr ? 1 : 0;
        count.late += run.state == CheckState::late ? 1 : 0;
        count.findings += was_wrong(team, run) ? 1 : 0;
        if (run.state == CheckState::missed) count.missed.push_back(&run);
    }
    std::vector<RunCounts> list;
    for (auto& [id, count] : counts) list.push_back(std::move(count));
    return list;
}

std::vector<FoundItem> items_found(const team::Team& team, const std::vector<CheckRun>& runs) {
    std::vector<FoundItem> all;
    for (const auto& run : runs) {
        const auto states = item_states(team, run);
        for (std::size_t i = 0; i < states.size(); ++i) {
            if (states[i].found()) all.push_back({&run, &team[run.list].items[i], states[i]});
        }
    }
    return all;
}

std::vector<FoundGroup> grouped(const std::vector<FoundItem>& found) {
    std::map<std::pair<const team::ChecklistItem*, team::AssetId>, std::size_t> places;
    std::vector<FoundGroup> order;  // as they were first found
    for (const auto& one : found) {
        const auto at = places.try_emplace({one.item, one.run->asset}, order.size()).first->second;
        if (at == order.size()) order.emplace_back();
        ++order[at].times;
        const auto* last = order[at].last;
        if (last == nullptr || last->state.found_in->date <= one.state.found_in->date) order[at].last = &one;
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return std::pair{a.times, a.last->state.found_in->date} >
               std::pair{b.times, b.last->state.found_in->date};
    });
    return order;
}

}  // namespace teamctl::rules
