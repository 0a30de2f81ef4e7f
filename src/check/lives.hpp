// The lives of customers, deals, tickets ... over all records.
#pragma once

#include <functional>

#include "base/diagnostic.hpp"
#include "team/model.hpp"
#include "team/names.hpp"

namespace teamctl::check {

/// Tells where a record's field stands.
using FieldPlace = std::function<Place(const team::Record& record, std::string_view field)>;

/// Customers, deals ... opened or closed twice, and records of ones that nothing opened, that are opened
/// later or were closed before; each names the other place. Takes a team with all its records, or with those
/// after a closing and the closing's.
void check_lives(const team::Team& team, const team::Names& names, const FieldPlace& place_of,
                 Diagnostics& diagnostics);

}  // namespace teamctl::check
