// Which customers are asked for, as they stand (D8.2, D9.4).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/figures/books.hpp"
#include "rules/work/customers.hpp"

namespace teamctl::rules {

/// What `--state` takes: a stage (rules::stage_of), or `open`, `closed`, `overdue`.
std::span<const std::string> customer_states();

/// Where the customer is: its own territory, else that of whose it is (D9.4); empty where neither says.
std::string_view territory_of(const team::Team& team, const Customer& customer);

/// What narrows the list; empty fields do not.
struct CustomerQuery {
    Subject subject;  ///< whose customers
    std::string territory;
    std::string state;  ///< one of customer_states()
};

/// A customer as it stands now.
struct CustomerLine {
    const Customer* customer = nullptr;
    std::optional<Date> due;  ///< the next contact
    int overdue = 0;          ///< days
    /// The registration that keeps the customer, where this one came later and does not count (D13.1).
    const team::Record* first = nullptr;
};

/// The customers asked for: open ones first, the next contact that is nearest at the top and those without
/// one behind; then those that were closed, the latest first.
std::vector<CustomerLine> customer_lines(const Context& context, const Entities& entities,
                                         const CustomerQuery& query);

/// All territories that a customer has, each once, in the order of the bytes.
std::vector<std::string> territories_of(const team::Team& team, const Entities& entities);

}  // namespace teamctl::rules
