// What is open at the end of a period, and what became of problems and suggestions (D12.4, D1.12, D15.3).
#pragma once

#include <optional>
#include <vector>

#include "rules/scope/scope.hpp"
#include "rules/work/matters.hpp"

namespace teamctl::rules {

// Open at the end of the period, of the people of the scope.
std::vector<const Matter*> open_actions(const Scope& scope);  ///< the most urgent first (D15.2)
std::vector<const Matter*> open_problems(const Scope& scope);
std::vector<const Matter*> open_suggestions(const Scope& scope);
std::vector<FollowUp> overdue_customers(const Scope& scope);  ///< the longest overdue first
std::vector<Receivable> open_receivables(const Scope& scope);
std::vector<const TicketState*> open_tickets(const Scope& scope);

/// The day by which an action is to be done, where it has one.
std::optional<Date> due_of(const Matter& action);
/// Days by which it is past; 0: not, or there is no day.
std::int64_t days_past(const std::optional<Date>& due, Date today);
/// Actions that were due before the day.
std::size_t count_overdue(const std::vector<const Matter*>& actions, Date today);
/// Tickets whose closing is late.
std::size_t count_late(const std::vector<const TicketState*>& tickets);
Money sum_open(const std::vector<Receivable>& list);
/// Of those that were due before the day.
Money sum_overdue(const std::vector<Receivable>& list, Date today);

/// Problems, suggestions opened or closed in the period by the scope's people, in the order of the records.
std::vector<const Matter*> problems_of(const Scope& scope);
std::vector<const Matter*> suggestions_of(const Scope& scope);

/// What became of a problem by the end of the period.
struct Outcome {
    enum class Kind {
        open,         ///< nothing
        solved,       ///< on `date`
        topic,        ///< `topic` is to be treated
        treated,      ///< `topic` was treated on `date`
        action,       ///< `action` was taken
        action_done,  ///< and is done, on `date`
    };
    Kind kind = Kind::open;
    Date date{};
    const team::Topic* topic = nullptr;
    const Matter* action = nullptr;
};
Outcome outcome_of(const Scope& scope, const Matter& problem);
/// Whether a topic or an action was made of the problem (D1.8).
bool taken_up(const Scope& scope, const Matter& problem);

}  // namespace teamctl::rules
