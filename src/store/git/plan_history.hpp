// What a month's plan said before, as git has it.
#pragma once

#include <filesystem>
#include <vector>

#include "team/files.hpp"

namespace teamctl::store {

/// The committed plans of a month, the oldest first, each as far as it can be read now; none where no git
/// keeps the directory. Of very many the last ones.
std::vector<std::vector<team::PlanLine>> committed_plans(const std::filesystem::path& root,
                                                         const team::Team& team, const team::Names& names,
                                                         Month month);

}  // namespace teamctl::store
