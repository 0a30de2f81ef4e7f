// What a month-end closing hands on to later months (teamctl-files(5), CLOSINGS).
#pragma once

#include "rules/context.hpp"

namespace teamctl::rules {

/// The closing of the month of `context.now`, which is its end. It follows from the team's records, or from
/// the closing before and the records after it: both give the same.
///
/// Records are kept while a later question may look at them: what is open; what was settled within the last
/// `settled_days`; the last attendance of each meeting, reading of each meter, count of each spare part,
/// inspection of each asset and run of each checklist; what
/// others that are kept name.
team::Closing closing(const Context& context);

}  // namespace teamctl::rules
