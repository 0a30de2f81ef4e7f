// What a record may speak of that names nothing yet: 办结 what, 回访 which.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entry/draft.hpp"

namespace teamctl::entry {

/// The field of a customer, deal, ticket, action ... that the record has to name and does not; null where
/// none is missing.
const team::FieldSpec* missing_thing(const Draft& draft);

/// Why that record cannot be written, with up to five of what is open, by id. Nothing where none is missing.
std::optional<Refusal> which_thing(const Draft& draft);

/// What to type for each that is open, the latest first, and what it is: `teamctl log 办结 a1`, 写报告.
struct CallOfThing {
    std::string call;
    std::string what;
};
std::vector<CallOfThing> calls_of_things(const Draft& draft);

}  // namespace teamctl::entry
