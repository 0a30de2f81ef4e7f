// The tickets of a period: counts, causes, service levels, complaints (D6.2, D6.5, D12.1).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/scope/scope.hpp"
#include "rules/work/tickets.hpp"

namespace teamctl::rules {

/// Whether the ticket is seen: handled by the subject's people, or about one of them; the team sees all.
bool concerns(const Books& books, const Subject& subject, const Ticket& ticket);
/// Whether what became of a half of a ticket's service level counts in the period: by when it was done; what
/// waits, by when the ticket was opened.
bool counts_in(const Books& books, const TicketState& state, const Response& response);

/// How one half of the service levels was kept.
struct Kept {
    std::int64_t met = 0;
    std::int64_t late = 0;

    /// met of all that were judged; nothing where none was.
    std::optional<Ratio> share() const;
    Kept& operator+=(const Kept& other);
};

/// The tickets that a period saw.
struct TicketCounts {
    std::int64_t opened = 0;
    std::int64_t closed = 0;
    std::int64_t open = 0;  ///< at its end
    Kept answer;
    Kept resolve;

    /// Whether anything happened to them in the period.
    bool moved() const { return opened + closed + answer.met + answer.late + resolve.met + resolve.late > 0; }
    bool any() const { return opened + closed + open > 0; }
    TicketCounts& operator+=(const TicketCounts& other);
};
struct TicketSums {
    std::map<std::string, TicketCounts> by_kind;
    std::map<std::string, TicketCounts> by_priority;
    TicketCounts total;
};
TicketSums ticket_sums(const Books& books, const Subject& subject = {});

/// Tickets opened and closed in a part of the period.
struct TicketFlow {
    std::int64_t opened = 0;
    std::int64_t closed = 0;
};
TicketFlow ticket_flow(const Scope& scope, const Period& part);

/// Why tickets that were closed in the period had come, the most frequent cause first; and what they cost.
struct Cause {
    std::string kind;
    std::string cause;
    std::int64_t times = 0;
};
struct Causes {
    std::vector<Cause> list;
    Money cost;
};
Causes causes_of(const Scope& scope);

/// A half of a service level that was missed in the period.
struct MissedLevel {
    const TicketState* state = nullptr;
    const Response* response = nullptr;  ///< the answer, or the closing, of `state`

    bool is_answer() const { return response == &state->answer; }
};
std::vector<MissedLevel> missed_levels(const Scope& scope);

/// Complaints that are open, or were opened or closed in the period (D12.1).
std::vector<const Ticket*> complaints_of(const Scope& scope);

/// The tickets that are open at the end and those closed in the period, the most urgent first.
struct TicketList {
    std::vector<TicketState> tickets;
    std::int64_t open = 0;
    std::int64_t closed = 0;
    std::int64_t late = 0;  ///< of the open ones, with what is due next
};
TicketList ticket_list(const Books& books);

}  // namespace teamctl::rules
