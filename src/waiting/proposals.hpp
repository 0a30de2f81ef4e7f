// What a check that found something wrong asks for next: tickets, as the command lines that open them.
#pragma once

#include <vector>

#include "base/phrase.hpp"
#include "rules/work/checks.hpp"

namespace teamctl::waiting {

struct ProposedTicket {
    std::size_t item = 0;  ///< index into the checklist's items
    const team::Record* found_in = nullptr;
    Phrase finding;  ///< what is wrong: `油温 92 °C > 85 °C`
    Phrase command;  ///< `teamctl log ticket kind=fault ...`, quoted for a shell
};

/// One for each reading of the run that is out of its limits, and for each item that failed on an asset; none
/// for what a ticket is about that was open on that day or opened later: one that names the asset, or the
/// item where the run has no asset (D4.2, D6.3).
std::vector<ProposedTicket> proposed_tickets(const team::Team& team, const rules::CheckRun& run);

}  // namespace teamctl::waiting
