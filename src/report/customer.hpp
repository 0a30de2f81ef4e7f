// The customers: whose each is, how far it is, when it is to be contacted (D8.2, D9.4).
#pragma once

#include "base/report.hpp"
#include "rules/scope/customer_list.hpp"

namespace teamctl::report {

/// The customers asked for as they stand now, and how many are open, overdue and closed. CSV carries the
/// columns of customers_export(), with the territory that counts.
Report customer_list(const rules::Context& context, const rules::Entities& entities,
                     const rules::CustomerQuery& query, bool phones);

/// All customers as they stand, as `import customers` reads them: its keys, in the order of registration.
Report customers_export(const rules::Context& context, bool phones);

}  // namespace teamctl::report
