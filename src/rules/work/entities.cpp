#include "rules/work/entities.hpp"

#include <algorithm>

namespace teamctl::rules {
namespace {

using team::EntityKind;
using team::Record;

std::optional<Date> next_of(const Record& record) {
    const auto* next = record.get<Date>("next");
    return next != nullptr ? std::optional{*next} : std::nullopt;
}

void open(Entities& all, const Record& record) {
    switch (record.spec().entity) {
        case EntityKind::customer:
            all.customers.open(
                record,
                {&record, record.person("owner"), record.date, next_of(record), {}, nullptr, nullptr});
            break;
        case EntityKind::deal:
            all.deals.open(record, {&record, record.person("who"), {}, {}, {}});
            break;
        case EntityKind::ticket:
            all.tickets.open(record, {&record, {}, nullptr, nullptr, nullptr, {}, {}});
            break;
        case EntityKind::problem:
            all.problems.open(record, {&record, nullptr, record.person("who"), {}});
            break;
        case EntityKind::action:
            all.actions.open(record, {&record, nullptr, record.person("who"), {}});
            break;
        case EntityKind::suggestion:
            all.suggestions.open(record, {&record, nullptr, record.person("who"), {}});
            break;
        case EntityKind::none:
            break;
    }
}

void close(EntityList<Matter>& list, std::string_view id, const Record& record) {
    auto* matter = list.find(id);
    if (matter == nullptr || matter->closed != nullptr) return;
    if (record.text("decision") == "passed_up")
        matter->passed.push_back(&record);
    else
        matter->closed = &record;
}

void change_customer(Entities& all, const Record& record) {
    auto* customer = all.customers.find(record.text("customer"));
    if (customer == nullptr) return;
    if (record.is("ruling")) {
        customer->owner = record.person("to");
        customer->ruling = &record;
        return;
    }
    if (record.spec().effect == team::Effect::closes) {
        if (customer->closed == nullptr) customer->closed = &record;
        return;
    }
    customer->last = record.date;
    customer->next = next_of(record);
    customer->contacts.push_back(&record);
}

void change_deal(Entities& all, const Record& record) {
    auto* deal = all.deals.find(record.text("deal"));
    if (deal == nullptr) return;
    (record.is("payment") ? deal->payments : deal->refunds).push_back(&record);
}

void change_ticket(Entities& all, const Record& record) {
    auto* ticket = all.tickets.find(record.text("ticket"));
    if (ticket == nullptr) return;
    if (record.is("ticket_waiting") || record.is("ticket_resumed")) {
        if (ticket->closed != nullptr) return;  // what comes after its end is told as such
        const bool begins = record.is("ticket_waiting");
        if (ticket->waits() == begins)
            all.in_vain.push_back(&record);
        else if (begins)
            ticket->pauses.push_back({&record, nullptr});
        else
            ticket->pauses.back().to = &record;
        return;
    }
    const auto effect = record.spec().effect;
    const Record*& place = effect == team::Effect::closes    ? ticket->closed
                           : effect == team::Effect::follows ? ticket->called_back
                                                             : ticket->answered;
    if (place == nullptr || effect == team::Effect::follows) place = &record;
    if (effect == team::Effect::follows) ticket->calls.push_back(&record);
}

/// Whose the customer is when the deal is made.
void note_owner(Entities& all, const Record& record) {
    auto* deal = all.deals.find(record.text("id"));
    const auto* customer = all.customers.find(record.text("customer"));
    if (deal != nullptr && deal->opened == &record && customer != nullptr) deal->owner = customer->owner;
}

bool is_all(const std::vector<std::string>* ids) {
    return ids == nullptr || ids->empty() ||
           (ids->size() == 1 && (ids->front() == "all" || ids->front() == "全部"));
}

/// What one person had goes to another, all of it or what the record names (D7, D9).
void hand_over(Entities& all, const Record& record) {
    const auto from = record.person("from");
    const auto to = record.person("to");
    const auto* ids = record.get<std::vector<std::string>>("of");
    const auto moves = [&](const Record& opened, team::PersonId holder, const Record* closed) {
        if (holder != from || closed != nullptr || record.date < opened.date) return false;
        return is_all(ids) || std::find(ids->begin(), ids->end(), opened.text("id")) != ids->end();
    };
    for (auto& customer : all.customers) {
        if (moves(*customer.opened, customer.owner, customer.closed)) customer.owner = to;
    }
    for (auto& deal : all.deals) {
        if (moves(*deal.opened, deal.holder, nullptr)) deal.holder = to;
    }
    for (auto& ticket : all.tickets) {
        if (moves(*ticket.opened, ticket.handler(), ticket.closed)) ticket.taker = to;
    }
    for (auto& action : all.actions) {
        if (moves(*action.opened, action.holder, action.closed)) action.holder = to;
    }
}

void change(Entities& all, const Record& record) {
    switch (record.spec().entity) {
        case EntityKind::customer:
            change_customer(all, record);
            break;
        case EntityKind::deal:
            change_deal(all, record);
            break;
        case EntityKind::ticket:
            change_ticket(all, record);
            break;
        case EntityKind::suggestion:
            close(all.suggestions, record.text("id"), record);
            break;
        case EntityKind::problem:
            close(all.problems, record.text("id"), record);
            break;
        case EntityKind::action:
            // One record ends one matter: ids are unique per kind only, and the action comes first.
            close(all.actions.find(record.text("id")) != nullptr ? all.actions : all.problems,
                  record.text("id"), record);
            break;
        case EntityKind::none:
            break;
    }
}

}  // namespace

team::PersonId Ticket::handler() const {
    if (taker) return taker;
    if (const auto owner = opened->person("owner")) return owner;
    for (const auto* record : {closed, answered}) {
        if (record == nullptr) continue;
        if (const auto by = record->person("by")) return by;
    }
    return {};
}

Holdings holdings_of(const Entities& entities, team::PersonId who) {
    Holdings sum;
    for (const auto& customer : entities.customers)
        sum.customers += customer.owner == who && !customer.closed;
    for (const auto& ticket : entities.tickets) sum.tickets += ticket.handler() == who && !ticket.closed;
    for (const auto& action : entities.actions) sum.actions += action.holder == who && !action.closed;
    for (const auto& deal : entities.deals) {
        Money open = deal.opened->money("amount") - deal.opened->money("paid");
        for (const auto* payment : deal.payments) open = open - payment->money("amount");
        sum.deals += deal.holder == who && open.fen > 0;
    }
    return sum;
}

Entities entities_at(const team::Team& team, Moment moment) {
    Entities all;
    // Openings first: lines of one day may stand in any order.
    for (const auto& record : team.records) {
        if (record.spec().effect == team::Effect::opens && known_at(record, moment)) open(all, record);
    }
    for (const auto& record : team.records) {
        if (!known_at(record, moment)) continue;
        const auto effect = record.spec().effect;
        if (record.is("handover")) hand_over(all, record);
        if (record.is("deal")) note_owner(all, record);
        if (effect != team::Effect::none && effect != team::Effect::opens) change(all, record);
    }
    return all;
}

}  // namespace teamctl::rules
