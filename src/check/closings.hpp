// Month-end closings made and looked after: what `close` writes and `check` checks.
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "store/closings/closing_file.hpp"
#include "store/directory.hpp"

namespace teamctl::check {

/// The text that the closing of the month should have; nothing where the files have errors, which go to
/// `diagnostics`.
///
/// `previous` is the checksum of the closing before. What the directory pretends of closings is built upon.
std::optional<std::string> closing_text_of(store::Directory& directory, Month month,
                                           const std::string& previous, Diagnostics& diagnostics,
                                           store::ClosingForm form = store::ClosingForm::lean);

/// The checksum of the closing of the month before, empty where there is no sound one.
std::string checksum_before(store::Directory& directory, Month month);

/// Whether the month has a sound closing that fits its log files and the closing before with that checksum.
bool closing_holds(store::Directory& directory, Month month, const std::string& previous);

/// Reports closings that were changed, or whose month was; with `deep`, whatever differs from the closing
/// worked out anew.
void check_closings(store::Directory& directory, bool deep, Diagnostics& diagnostics);

}  // namespace teamctl::check
