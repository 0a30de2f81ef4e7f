#include "rules/work/entities.hpp"

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
            all.customers.open(record,
                               {&record, record.person("owner"), record.date, next_of(record), {}, nullptr});
            break;
        case EntityKind::deal:
            all.deals.open(record, {&record, {}, {}});
            break;
        case EntityKind::ticket:
            all.tickets.open(record, {&record, nullptr, nullptr, nullptr});
            break;
        case EntityKind::problem:
            all.problems.open(record, {&record, nullptr});
            break;
        case EntityKind::action:
            all.actions.open(record, {&record, nullptr});
            break;
        case EntityKind::suggestion:
            all.suggestions.open(record, {&record, nullptr});
            break;
        case EntityKind::none:
            break;
    }
}

void close(EntityList<Matter>& list, std::string_view id, const Record& record) {
    auto* matter = list.find(id);
    if (matter != nullptr && matter->closed == nullptr) matter->closed = &record;
}

void change_customer(Entities& all, const Record& record) {
    auto* customer = all.customers.find(record.text("customer"));
    if (customer == nullptr) return;
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
    const auto effect = record.spec().effect;
    const Record*& place = effect == team::Effect::closes    ? ticket->closed
                           : effect == team::Effect::follows ? ticket->called_back
                                                             : ticket->answered;
    if (place == nullptr || effect == team::Effect::follows) place = &record;
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
    if (const auto owner = opened->person("owner")) return owner;
    for (const auto* record : {closed, answered}) {
        if (record == nullptr) continue;
        if (const auto by = record->person("by")) return by;
    }
    return {};
}

Entities entities_at(const team::Team& team, Moment moment) {
    Entities all;
    // Openings first: lines of one day may stand in any order.
    for (const auto& record : team.records) {
        if (record.spec().effect == team::Effect::opens && known_at(record, moment)) open(all, record);
    }
    for (const auto& record : team.records) {
        const auto effect = record.spec().effect;
        if ((effect != team::Effect::none && effect != team::Effect::opens) && known_at(record, moment))
            change(all, record);
    }
    return all;
}

}  // namespace teamctl::rules
