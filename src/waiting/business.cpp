// What waits of business: customers to call and to renew, money to collect, tickets and their service levels.
#include <algorithm>

#include "rules/work/customers.hpp"
#include "rules/work/matters.hpp"
#include "rules/work/tickets.hpp"
#include "waiting/due.hpp"

namespace teamctl::waiting {
namespace {

using Kind = DueItem::Kind;
using team::Record;

void add_receivables(const DueDay& day, std::vector<DueItem>& items) {
    for (const auto& open : rules::receivables(day.entities)) {
        if (open.due && *open.due > day.until(promised_days)) continue;
        const auto& deal = *open.deal->opened;
        const auto* customer = day.entities.customers.find(deal.text("customer"));
        auto item =
            item_of(Kind::receivable, deal.text("id"),
                    customer != nullptr ? customer->opened->text("name") : deal.text("id"), deal.origin);
        item.who = {open.deal->holder};
        item.what = say("due.owes", item.name, open.open);
        item.due = open.due;
        item.amount = open.open;
        items.push_back(std::move(item));
    }
}

/// D16.3
void add_renewals(const DueDay& day, std::vector<DueItem>& items) {
    for (const auto& renewal : rules::renewals(day.entities)) {
        if (renewal.renewed || renewal.on > day.until(expiry_days)) continue;
        const auto& opened = *renewal.customer->opened;
        auto item = item_of(Kind::renewal, opened.text("id"), opened.text("name"), renewal.from->origin);
        item.who = {renewal.customer->owner};
        item.due = renewal.on;
        items.push_back(std::move(item));
    }
}

DueItem ticket_item(Kind kind, const rules::Ticket& ticket) {
    const auto& opened = *ticket.opened;
    auto item = item_of(kind, opened.text("id"), opened.text("text"), opened.origin);
    if (const auto handler = ticket.handler()) item.who = {handler};
    item.urgent = rules::is_pressing(opened);
    item.important = item.urgent || opened.text("kind") == "complaint" || opened.text("kind") == "incident";
    return item;
}

void set_due(DueItem& item, const std::optional<Moment>& due) {
    if (!due) return;
    item.due = due->date;
    item.at = due->time;
}

/// D12.5: what is late goes to whom its handler reports; an incident at once to the whole line.
void add_escalation(const DueDay& day, const rules::TicketState& state, std::vector<DueItem>& items) {
    const auto above = rules::escalated_to(day.team, state, day.date);
    if (above.empty()) return;
    auto item = ticket_item(Kind::escalation, *state.ticket);
    const auto handler = state.ticket->handler();
    item.who = above;
    if (handler)
        item.what = say("due.ticket_of", item.name, day.team[handler].name);
    else if (state.ticket->opened->text("kind") == "incident")
        item.what = say("due.incident_of_nobody", item.name);
    set_due(item, rules::next_deadline(state));
    if (!item.due) item.due = state.ticket->opened->date;
    items.push_back(std::move(item));
}

void add_tickets(const DueDay& day, std::vector<DueItem>& items) {
    const rules::WorkingTime time{day.context()};
    for (const auto* ticket : rules::open_tickets(day.entities)) {
        const auto state = rules::ticket_state(day.context(), time, *ticket);
        if (state.answer.done == nullptr && state.answer.due) {
            auto item = ticket_item(Kind::ticket_answer, *ticket);
            set_due(item, state.answer.due);
            items.push_back(std::move(item));
        }
        auto item = ticket_item(Kind::ticket_resolve, *ticket);
        if (const auto what = rules::waits_for(*ticket); !what.empty())
            item.what = say("ticket.waits_for", item.name, what);
        set_due(item, state.resolve.due);
        items.push_back(std::move(item));
        add_escalation(day, state, items);
    }
}

void add_call_backs(const DueDay& day, std::vector<DueItem>& items) {
    const auto& rule = day.team.rules.call_back;
    if (!rule) return;
    const rules::WorkingTime time{day.context()};
    for (const auto& ticket : day.entities.tickets) {
        if (!rules::owes_call_back(*rule, ticket)) continue;
        const auto due = rules::call_back_due(day.context(), time, ticket);
        if (due && due->date > day.until(promised_days)) continue;
        auto item = ticket_item(Kind::call_back, ticket);
        item.urgent = false;
        set_due(item, due);
        if (rule->within.days) item.at = std::nullopt;
        item.origin = ticket.closed->origin;
        items.push_back(std::move(item));
    }
}

}  // namespace

std::vector<DueItem> due_business(const DueDay& day) {
    std::vector<DueItem> items;
    add_tickets(day, items);
    add_call_backs(day, items);
    append(items, due_follow_ups(day.team.rules, day.entities, day.until(0)));
    add_receivables(day, items);
    add_renewals(day, items);
    return items;
}

}  // namespace teamctl::waiting
