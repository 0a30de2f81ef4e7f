#include "rules/scope/customer_list.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "team/people.hpp"

namespace teamctl::rules {
namespace {

bool is_in_state(const CustomerLine& line, std::string_view state) {
    const bool closed = line.customer->closed != nullptr;
    if (state.empty()) return true;
    if (state == "open") return !closed;
    if (state == "closed") return closed;
    if (state == "overdue") return line.overdue > 0;
    return stage_of(*line.customer) == state;
}

bool is_asked_for(const Context& context, const CustomerLine& line, const CustomerQuery& query) {
    const auto& team = context.team;
    return belongs(team, line.customer->owner, query.subject, context.now.date) &&
           (query.territory.empty() || territory_of(team, *line.customer) == query.territory) &&
           is_in_state(line, query.state);
}

/// Open before closed; the open ones by the next contact, the closed ones from the latest back.
std::tuple<bool, bool, Date> rank_of(const CustomerLine& line) {
    if (line.customer->closed != nullptr)
        return {true, false, Date{} - (line.customer->closed->date - Date{})};
    return {false, !line.due, line.due.value_or(Date{})};
}

}  // namespace

std::span<const std::string> customer_states() {
    static const std::vector<std::string> states{"open",   "new", "contacted", "overdue",
                                                 "closed", "won", "lost",      "invalid"};
    return states;
}

std::string_view territory_of(const team::Team& team, const Customer& customer) {
    const auto own = customer.opened->text("territory");
    if (!own.empty() || !customer.owner) return own;
    return team[customer.owner].territory;
}

std::vector<CustomerLine> customer_lines(const Context& context, const Entities& entities,
                                         const CustomerQuery& query) {
    std::vector<CustomerLine> lines;
    std::map<const team::Record*, const team::Record*> firsts;
    for (const auto& conflict : registration_conflicts(context.team, entities))
        firsts[conflict.later] = conflict.first;
    for (const auto& customer : entities.customers) {
        CustomerLine line{&customer, contact_due(context.team.rules, customer), 0, nullptr};
        if (const auto first = firsts.find(customer.opened); first != firsts.end())
            line.first = first->second;
        if (line.due) line.overdue = FollowUp{&customer, *line.due}.overdue_on(context.now.date);
        if (is_asked_for(context, line, query)) lines.push_back(line);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto& a, const auto& b) { return rank_of(a) < rank_of(b); });
    return lines;
}

std::vector<std::string> territories_of(const team::Team& team, const Entities& entities) {
    std::set<std::string> found;
    for (const auto& customer : entities.customers) {
        const auto territory = territory_of(team, customer);
        if (!territory.empty()) found.emplace(territory);
    }
    return {found.begin(), found.end()};
}

}  // namespace teamctl::rules
