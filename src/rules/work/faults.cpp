#include "rules/work/faults.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace teamctl::rules {

std::vector<RepeatFault> repeat_faults(const Entities& entities, const Period& period) {
    std::map<team::AssetId, std::vector<const Ticket*>> by_asset;
    for (const auto& ticket : entities.tickets) {
        const auto* asset = ticket.opened->get<team::AssetId>("asset");
        if (ticket.closed != nullptr && asset != nullptr && ticket.opened->text("kind") == "fault")
            by_asset[*asset].push_back(&ticket);
    }
    std::vector<RepeatFault> found;
    for (auto& [asset, tickets] : by_asset) {
        std::stable_sort(tickets.begin(), tickets.end(),
                         [](const auto* a, const auto* b) { return a->opened->date < b->opened->date; });
        std::set<std::size_t> of_runs;
        std::size_t from = 0;
        for (std::size_t to = 0; to < tickets.size(); ++to) {
            const Date last = tickets[to]->opened->date;
            while (last - tickets[from]->opened->date > repeat_days) ++from;
            if (to - from + 1 < static_cast<std::size_t>(repeat_count) || !period.contains(last)) continue;
            for (std::size_t i = from; i <= to; ++i) of_runs.insert(i);
        }
        if (of_runs.empty()) continue;
        RepeatFault fault{asset, {}};
        for (const auto i : of_runs) fault.tickets.push_back(tickets[i]);
        found.push_back(std::move(fault));
    }
    return found;
}

std::vector<const Matter*> actions_on(const team::Team& team, const Entities& entities,
                                      const RepeatFault& fault) {
    std::vector<const Matter*> found;
    for (const auto& action : entities.actions) {
        const auto from = action.opened->text("from");
        if (from.empty()) continue;
        const bool of_ticket =
            std::any_of(fault.tickets.begin(), fault.tickets.end(),
                        [&](const auto* ticket) { return ticket->opened->text("id") == from; });
        if (of_ticket || from == team[fault.asset].id) found.push_back(&action);
    }
    return found;
}

std::optional<RepeatFault> repeat_fault_of(const Entities& entities, team::AssetId asset, Date until) {
    const Period ever{Date{Days{-1'000'000}}, until, Period::Unit::range};
    for (auto& fault : repeat_faults(entities, ever)) {
        if (fault.asset == asset) return std::move(fault);
    }
    return std::nullopt;
}

}  // namespace teamctl::rules
