// What a lead asks of tickets: which one first, who is told that one is late, when to call back.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rules/work/service.hpp"

namespace teamctl::rules {

/// The next deadline of a ticket: its answer's where nobody answered, else its closing's; nothing where it is
/// closed or nothing is promised.
std::optional<Moment> next_deadline(const TicketState& state);
/// Whether what is due next is already late.
bool is_late(const TicketState& state);
/// The part or the vendor that the ticket waits for (D10.5); empty where it does not wait.
std::string_view waits_for(const Ticket& ticket);
/// To whom a late ticket goes: the next in the line above its handler; nobody where it is not late, or nobody
/// handles it, or stands above who does on that day. An open incident goes at once to the whole line, above
/// whom it is about where nobody handles it yet (D12.5).
std::vector<team::PersonId> escalated_to(const team::Team& team, const TicketState& state, Date date);

/// Sorts open ones before closed ones; open ones by priority (high, then the service levels in their order,
/// then others), the nearest deadline first; closed ones the latest first.
void sort_by_urgency(const team::Team& team, std::vector<TicketState>& tickets);

/// By when who reported a closed ticket is called (D10.4, D12.6), days being working days; nothing where the
/// team has no such rule, or it does not ask for this ticket.
std::optional<Moment> call_back_due(const Context& context, const WorkingTime& time, const Ticket& ticket);

}  // namespace teamctl::rules
