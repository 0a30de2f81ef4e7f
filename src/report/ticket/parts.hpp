// What the pages of `ticket` share: of one team, and of several.
#pragma once

#include <string>
#include <vector>

#include "report/ticket.hpp"
#include "rules/scope/tickets.hpp"

namespace teamctl::report {

/// The list, without its rows, and the row of a ticket.
Table ticket_table();
std::vector<Cell> ticket_row(const team::Team& team, const rules::TicketState& state);

/// The table of counts and service levels, a row what `of` says.
Table ticket_figures(std::string id, Phrase of);
std::vector<Cell> ticket_counts_row(Cell name, const rules::TicketCounts& counts);
Json ticket_counts_json(const rules::TicketCounts& counts);

}  // namespace teamctl::report
