#include "rules/scope/tickets.hpp"

#include <algorithm>

namespace teamctl::rules {
namespace {

void count(const Books& books, const TicketState& state, const Response& response, Kept& kept) {
    if (!counts_in(books, state, response)) return;
    kept.met += response.met ? 1 : 0;
    kept.late += response.late ? 1 : 0;
}

void count(const Books& books, const TicketState& state, TicketCounts& counts) {
    counts.opened += books.holds(*state.ticket->opened) ? 1 : 0;
    counts.closed += state.ticket->closed != nullptr && books.holds(*state.ticket->closed) ? 1 : 0;
    counts.open += state.ticket->closed == nullptr ? 1 : 0;
    count(books, state, state.answer, counts.answer);
    count(books, state, state.resolve, counts.resolve);
}

bool concerns(const Scope& scope, const Ticket& ticket) {
    return rules::concerns(scope.books, scope.subject, ticket);
}

}  // namespace

bool concerns(const Books& books, const Subject& subject, const Ticket& ticket) {
    if (subject.is_team()) return true;
    const auto who = ticket.opened->person("who");
    const Date date = ticket.closed != nullptr ? ticket.closed->date : books.end().date;
    return belongs(books.team(), ticket.handler(), subject, date) ||
           (who && belongs(books.team(), who, subject, ticket.opened->date));
}

bool counts_in(const Books& books, const TicketState& state, const Response& response) {
    return books.holds(response.done != nullptr ? *response.done : *state.ticket->opened);
}

Kept& Kept::operator+=(const Kept& other) {
    met += other.met;
    late += other.late;
    return *this;
}

TicketCounts& TicketCounts::operator+=(const TicketCounts& other) {
    opened += other.opened;
    closed += other.closed;
    open += other.open;
    answer += other.answer;
    resolve += other.resolve;
    return *this;
}

std::optional<Ratio> Kept::share() const {
    return met + late == 0 ? std::nullopt : std::optional{Ratio{met, met + late}};
}

TicketSums ticket_sums(const Books& books, const Subject& subject) {
    TicketSums sums;
    for (const auto& state : books.tickets()) {
        const auto& ticket = *state.ticket;
        if (!concerns(books, subject, ticket)) continue;
        count(books, state, sums.by_kind[std::string{ticket.opened->text("kind")}]);
        count(books, state, sums.by_priority[std::string{priority_of(*ticket.opened)}]);
        count(books, state, sums.total);
    }
    return sums;
}

TicketFlow ticket_flow(const Scope& scope, const Period& part) {
    TicketFlow flow;
    for (const auto& state : scope.books.tickets()) {
        const auto& ticket = *state.ticket;
        if (!concerns(scope, ticket)) continue;
        flow.opened += part.contains(ticket.opened->date) ? 1 : 0;
        flow.closed += ticket.closed != nullptr && part.contains(ticket.closed->date) ? 1 : 0;
    }
    return flow;
}

Causes causes_of(const Scope& scope) {
    Causes causes;
    std::map<std::pair<std::string, std::string>, std::int64_t> times;
    for (const auto& state : scope.books.tickets()) {
        const auto* closed = state.ticket->closed;
        if (closed == nullptr || !scope.books.holds(*closed) || !concerns(scope, *state.ticket)) continue;
        causes.cost += closed->money("cost");
        const std::string cause{closed->text("cause")};
        if (!cause.empty()) ++times[{std::string{state.ticket->opened->text("kind")}, cause}];
    }
    for (const auto& [key, count] : times) causes.list.push_back({key.first, key.second, count});
    std::stable_sort(causes.list.begin(), causes.list.end(),
                     [](const auto& a, const auto& b) { return a.times > b.times; });
    return causes;
}

std::vector<MissedLevel> missed_levels(const Scope& scope) {
    std::vector<MissedLevel> missed;
    for (const auto& state : scope.books.tickets()) {
        if (!concerns(scope, *state.ticket)) continue;
        for (const auto* response : {&state.answer, &state.resolve}) {
            if (response->late && response->due && counts_in(scope.books, state, *response))
                missed.push_back({&state, response});
        }
    }
    return missed;
}

std::vector<const Ticket*> complaints_of(const Scope& scope) {
    std::vector<const Ticket*> found;
    for (const auto& state : scope.books.tickets()) {
        const auto& ticket = *state.ticket;
        const bool of_period = ticket.closed == nullptr || scope.touches(ticket);
        if (ticket.opened->text("kind") == "complaint" && of_period && concerns(scope, ticket))
            found.push_back(&ticket);
    }
    return found;
}

TicketList ticket_list(const Books& books) {
    TicketList list;
    for (const auto& state : books.tickets()) {
        const bool open = state.ticket->closed == nullptr;
        if (!open && !books.holds(*state.ticket->closed)) continue;
        (open ? list.open : list.closed) += 1;
        list.late += is_late(state) ? 1 : 0;
        list.tickets.push_back(state);
    }
    sort_by_urgency(books.team(), list.tickets);
    return list;
}

}  // namespace teamctl::rules
