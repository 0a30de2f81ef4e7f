// A loaded team with one log file in a new state, to see what a new record does before it is written.
#pragma once

#include "store/load.hpp"

namespace teamctl::store {

/// The same with `day` in the place of the log file of that path, which may not be there yet. What is wrong
/// with the records of `day` is not reported again.
Loaded with_day(const Loaded& loaded, const team::Source& day);

}  // namespace teamctl::store
