// Selectors that mean nobody: a mistyped skill leaves a rota empty without a word.
#pragma once

#include "base/diagnostic.hpp"
#include "store/load.hpp"

namespace teamctl::report {

/// Reports, with what is near it, each selector of a role, meeting, queue, checklist, rule, award or training
/// that nobody of the team meets; and of those that go on from day to day, each whose people have all left.
/// An empty list is empty on purpose. For teams without errors: who could not be read is met by nothing.
void check_selectors(const store::Loaded& loaded, Date today, Diagnostics& diagnostics);

}  // namespace teamctl::report
