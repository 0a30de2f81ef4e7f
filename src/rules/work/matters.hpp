// What waits: problems, actions, tickets that nobody closed, in the order in which they are taken up.
#pragma once

#include <string_view>
#include <vector>

#include "rules/work/entities.hpp"

namespace teamctl::rules {

/// Those that are open, in the order in which they were opened.
std::vector<const Matter*> open_matters(const EntityList<Matter>& list);

/// Open actions: urgent and important ones, urgent ones, important ones, the others (D15.2); in each by due
/// date, those without one last.
std::vector<const Matter*> open_actions(const Entities& entities);

/// Open tickets, those of high priority first.
std::vector<const Ticket*> open_tickets(const Entities& entities);

/// Whether a suggestion was accepted, and not declined.
bool is_accepted(const Matter& suggestion);

/// Whether a flag of the record is set.
bool flag(const team::Record& record, std::string_view field);

/// Whether the rule asks for a call to who reported the ticket: it is closed and of such a kind (D10.4,
/// D12.6).
bool asks_call_back(const team::CallBack& rule, const Ticket& ticket);
/// Whether it asks for one, and none was made.
bool owes_call_back(const team::CallBack& rule, const Ticket& ticket);

}  // namespace teamctl::rules
