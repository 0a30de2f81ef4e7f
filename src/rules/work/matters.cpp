#include "rules/work/matters.hpp"

#include <algorithm>
#include <tuple>

#include "rules/work/service.hpp"

namespace teamctl::rules {
namespace {

/// What is taken up first is least.
auto rank(const team::Record& action) {
    const auto* due = action.get<Date>("due");
    return std::tuple{!flag(action, "urgent"), !flag(action, "important"), due == nullptr,
                      due != nullptr ? *due : Date{}};
}

}  // namespace

std::vector<const Matter*> open_matters(const EntityList<Matter>& list) {
    std::vector<const Matter*> open;
    for (const auto& matter : list) {
        if (matter.closed == nullptr) open.push_back(&matter);
    }
    return open;
}

std::vector<const Matter*> open_actions(const Entities& entities) {
    auto open = open_matters(entities.actions);
    std::stable_sort(open.begin(), open.end(),
                     [](const auto* a, const auto* b) { return rank(*a->opened) < rank(*b->opened); });
    return open;
}

std::vector<const Ticket*> open_tickets(const Entities& entities) {
    std::vector<const Ticket*> open;
    for (const auto& ticket : entities.tickets) {
        if (ticket.closed == nullptr) open.push_back(&ticket);
    }
    std::stable_partition(open.begin(), open.end(),
                          [](const auto* ticket) { return is_pressing(*ticket->opened); });
    return open;
}

bool is_accepted(const Matter& suggestion) {
    if (suggestion.closed == nullptr) return false;
    const auto decision = suggestion.closed->text("decision");
    return decision.empty() || decision == "accepted";
}

bool flag(const team::Record& record, std::string_view field) {
    const auto* value = record.get<bool>(field);
    return value != nullptr && *value;
}

bool asks_call_back(const team::CallBack& rule, const Ticket& ticket) {
    if (ticket.closed == nullptr || (rule.from && ticket.closed->date < *rule.from)) return false;
    const auto& kinds = rule.kinds;
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), ticket.opened->text("kind")) != kinds.end();
}

bool owes_call_back(const team::CallBack& rule, const Ticket& ticket) {
    return asks_call_back(rule, ticket) &&
           (ticket.called_back == nullptr || ticket.called_back->date < ticket.closed->date);
}

}  // namespace teamctl::rules
