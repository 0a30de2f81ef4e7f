// Tickets and their service levels: what waits, what became of the month's, and the story of one (D6.2, D6.5,
// D12.1, D12.5, D12.6).
#pragma once

#include <optional>
#include <string>

#include "base/period.hpp"
#include "base/report.hpp"
#include "rules/work/tickets.hpp"

namespace teamctl::report {

/// The tickets that are open at the end of the period (or now, where that is earlier) and those closed in it,
/// the most urgent first; the figures of the period by kind and by priority; faults that come again.
Report ticket_list(const rules::Context& context, const Period& period);

/// One ticket with every deadline, in the order of time. The context's entities must hold the id.
Report ticket_story(const rules::Context& context, const rules::Ticket& ticket);

/// `waiting`, `answered` or `closed`
std::string_view ticket_state_name(const rules::TicketState& state);
/// The same in words; a late one says so.
Cell ticket_state_cell(const rules::TicketState& state);
/// `11月9日 11:30`
Phrase moment_text(Moment moment);
Phrase priority_text(const team::Record& opened);
/// As things stand on that day.
Json ticket_json(const team::Team& team, const rules::TicketState& state, Date date);

}  // namespace teamctl::report
