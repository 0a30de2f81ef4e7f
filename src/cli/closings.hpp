// Month-end closings made and looked after: what `close` writes and `check` checks.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/diagnostic.hpp"

namespace teamctl::cli {

/// The text that the closing of the month should have; nothing where the files have errors, which go to
/// `diagnostics`.
std::optional<std::string> closing_text_of(const std::filesystem::path& root, Month month,
                                           Diagnostics& diagnostics);

/// Whether the month has a sound closing that fits its log files and the closing before.
bool closing_holds(const std::filesystem::path& root, Month month);

/// Reports closings that were changed, or whose month was; with `deep`, whatever differs from the closing
/// worked out anew.
void check_closings(const std::filesystem::path& root, bool deep, Diagnostics& diagnostics);

}  // namespace teamctl::cli
