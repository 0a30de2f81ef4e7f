// Follow-up, first registration, receivables (teamctl-rules(7), examples 4, 7 and 14; D13.1, D13.3, D9.5).
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/work/entities.hpp"

namespace teamctl::rules {

/// An open customer whose next contact has a date.
struct FollowUp {
    const Customer* customer = nullptr;
    Date due{};

    /// Days by which it is overdue on that day; 0: not.
    int overdue_on(Date day) const { return due < day ? static_cast<int>((day - due).count()) : 0; }
};

/// How far it is with the customer: `new` before the first contact, `contacted`, or how it ended: `won`,
/// `lost`, `invalid`.
std::string_view stage_of(const Customer& customer);

/// When the customer is to be contacted next: so many days after the last contact or the registration, or the
/// date that the latest of these records names where that is earlier. Calendar days. Nothing for closed ones.
std::optional<Date> contact_due(const team::Rules& rules, const Customer& customer);

/// All open customers with a date, the longest overdue first.
std::vector<FollowUp> follow_ups(const team::Rules& rules, const Entities& entities);

/// Somebody registered a customer who was registered before.
struct RegistrationConflict {
    const team::Record* first = nullptr;
    const team::Record* later = nullptr;
};

/// Two `customer` records with the same telephone, or of the same name where neither has one: the earlier
/// (date, `at`, order in the files) keeps the customer. One who was closed as lost or invalid before is free.
std::vector<RegistrationConflict> registration_conflicts(const team::Team& team, const Entities& entities);

/// Registrations of a customer who stood registered and was not closed then: they are no other customer. Each
/// with the first one; whatever a ruling says of whose it is.
std::unordered_map<const team::Record*, const team::Record*> repeated_registrations(const team::Team& team,
                                                                                    const Entities& entities);

/// A telephone number as it is compared: its digits, without the country code of China.
std::string phone_digits(std::string_view phone);

/// A customer's date of renewal (D16.3).
struct Renewal {
    const Customer* customer = nullptr;
    const team::Record* from =
        nullptr;  ///< what names the date: the latest deal that has one, else the customer
    Date on{};
    bool renewed = false;  ///< by a deal less than 30 days before that date, or later
};

/// Of all customers who were not lost, by id.
std::vector<Renewal> renewals(const Entities& entities);

/// What a customer still owes on a deal.
struct Receivable {
    const Deal* deal = nullptr;
    Money open;
    std::optional<Date> due;

    bool overdue_on(Date day) const { return due && *due < day; }
};

/// amount - paid - payments; nothing where it is settled. Refunds give money back and change no debt.
std::optional<Receivable> receivable(const Deal& deal);
/// All open ones, the earliest due first, those without a date last.
std::vector<Receivable> receivables(const Entities& entities);

}  // namespace teamctl::rules
