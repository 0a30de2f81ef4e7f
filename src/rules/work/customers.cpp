#include "rules/work/customers.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace teamctl::rules {
namespace {

using team::Record;

/// Whether the customer was given up before somebody registered it again.
bool given_up_before(const Customer* customer, const Record& later) {
    if (customer == nullptr || customer->closed == nullptr || customer->won()) return false;
    const auto time = [](const Record& record) { return record.at.value_or(TimeOfDay{}); };
    return std::pair{customer->closed->date, time(*customer->closed)} <=
           std::pair{later.date, later.at.value_or(end_of_day)};
}

/// Whether a ruling says whose it is (D13.1).
bool is_ruled(const Entities& entities, const Record& registration) {
    const auto* customer = entities.customers.find(registration.text("id"));
    return customer != nullptr && customer->ruling != nullptr;
}

/// A deal so many days before the renewal date or later is the renewal itself.
constexpr int renewal_days = 30;

}  // namespace

std::vector<Renewal> renewals(const Entities& entities) {
    std::map<std::string_view, Renewal> found;
    const auto names_date = [](const Record& record) { return record.get<Date>("renew_on"); };
    for (const auto& customer : entities.customers) {
        if (customer.closed != nullptr && !customer.won()) continue;
        if (const auto* on = names_date(*customer.opened))
            found[customer.opened->text("id")] = {&customer, customer.opened, *on, false};
    }
    for (const auto& deal : entities.deals) {
        const auto id = deal.opened->text("customer");
        const auto* customer = entities.customers.find(id);
        if (customer == nullptr || (customer->closed != nullptr && !customer->won())) continue;
        if (const auto* on = names_date(*deal.opened)) found[id] = {customer, deal.opened, *on, false};
    }
    for (const auto& deal : entities.deals) {
        const auto at = found.find(deal.opened->text("customer"));
        if (at == found.end() || at->second.from == deal.opened) continue;
        if (deal.opened->date > at->second.on - Days{renewal_days}) at->second.renewed = true;
    }
    std::vector<Renewal> all;
    for (const auto& [id, renewal] : found) all.push_back(renewal);
    return all;
}

std::string_view stage_of(const Customer& customer) {
    if (customer.closed != nullptr) return customer.closed->text("outcome");
    return customer.contacts.empty() ? "new" : "contacted";
}

std::optional<Date> contact_due(const team::Rules& rules, const Customer& customer) {
    if (customer.closed != nullptr) return std::nullopt;
    if (!rules.follow_up_days) return customer.next;
    const Date latest = customer.last + Days{*rules.follow_up_days};
    return customer.next ? std::min(*customer.next, latest) : latest;
}

std::vector<FollowUp> follow_ups(const team::Rules& rules, const Entities& entities) {
    std::vector<FollowUp> found;
    for (const auto& customer : entities.customers) {
        if (const auto due = contact_due(rules, customer)) found.push_back({&customer, *due});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    return found;
}

std::string phone_digits(std::string_view phone) {
    std::string digits;
    for (const char c : phone) {
        if (c >= '0' && c <= '9') digits += c;
    }
    if (digits.size() == 13 && digits.starts_with("86")) digits.erase(0, 2);
    if (digits.size() == 15 && digits.starts_with("0086")) digits.erase(0, 4);
    return digits;
}

namespace {

/// Those with the telephone or the name of one before who was not given up since: the earlier and the later.
std::vector<RegistrationConflict> registered_again(const team::Team& team, const Entities& entities) {
    std::vector<const Record*> registered;
    for (const auto& record : team.records) {
        if (record.is("customer")) registered.push_back(&record);
    }
    // Where no time is written the day's others come first.
    std::stable_sort(registered.begin(), registered.end(), [](const Record* a, const Record* b) {
        return std::pair{a->date, a->at.value_or(end_of_day)} <
               std::pair{b->date, b->at.value_or(end_of_day)};
    });
    std::unordered_map<std::string, const Record*> first;
    std::vector<RegistrationConflict> conflicts;
    for (const auto* record : registered) {
        const auto digits = phone_digits(record->text("phone"));
        const auto key = digits.empty() ? "name " + std::string{record->text("name")} : "phone " + digits;
        const auto [at, is_new] = first.try_emplace(key, record);
        if (is_new) continue;
        if (given_up_before(entities.customers.find(at->second->text("id")), *record))
            at->second = record;
        else
            conflicts.push_back({at->second, record});
    }
    return conflicts;
}

}  // namespace

std::vector<RegistrationConflict> registration_conflicts(const team::Team& team, const Entities& entities) {
    auto conflicts = registered_again(team, entities);
    std::erase_if(conflicts, [&](const auto& conflict) {
        return is_ruled(entities, *conflict.first) || is_ruled(entities, *conflict.later);
    });
    return conflicts;
}

// Who was won before and is registered anew counts anew: a closing need not keep those who were won long ago.
std::unordered_map<const Record*, const Record*> repeated_registrations(const team::Team& team,
                                                                        const Entities& entities) {
    std::unordered_map<const Record*, const Record*> repeated;
    for (const auto& [first, later] : registered_again(team, entities)) {
        const auto* customer = entities.customers.find(first->text("id"));
        const bool open_then =
            customer == nullptr || customer->closed == nullptr || later->date <= customer->closed->date;
        if (open_then) repeated.emplace(later, first);
    }
    return repeated;
}

std::optional<Receivable> receivable(const Deal& deal) {
    Money open = deal.opened->money("amount") - deal.opened->money("paid");
    for (const auto* payment : deal.payments) open = open - payment->money("amount");
    if (open.fen <= 0) return std::nullopt;
    const auto* due = deal.opened->get<Date>("due");
    return Receivable{&deal, open, due != nullptr ? std::optional{*due} : std::nullopt};
}

std::vector<Receivable> receivables(const Entities& entities) {
    std::vector<Receivable> found;
    for (const auto& deal : entities.deals) {
        if (const auto open = receivable(deal)) found.push_back(*open);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::pair{!a.due, a.due} < std::pair{!b.due, b.due};
    });
    return found;
}

}  // namespace teamctl::rules
