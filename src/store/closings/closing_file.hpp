// closings/<month>.yaml: written, and seen to be what it says it is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "store/directory.hpp"
#include "team/model.hpp"

namespace teamctl::store {

/// A digest that tells changed bytes from unchanged ones; it keeps nobody from forging them. 32 hex digits.
std::string digest_of(std::string_view bytes);

/// The log files of a month with their digests.
using Digests = std::map<std::string, std::string>;
Digests log_digests(Directory& directory, Month month);

/// Whether records that stand in the log not long ago are named by their lines, and customers of the month
/// are listed; or all records are written out, as closings were before.
enum class ClosingForm { lean, whole };
ClosingForm form_of(std::string_view closing);

/// The text of a closing. `previous` is the checksum of the closing before, empty for the first.
std::string closing_text(Directory& directory, const team::Team& team, const team::Closing& closing,
                         const Digests& files, std::string_view previous,
                         ClosingForm form = ClosingForm::lean);

/// What a closing file says of itself.
struct ClosingFacts {
    Month month{};
    std::string checksum;
    std::string previous;
    Digests files;
    Digests kept;  ///< log files of earlier months of which it names lines
};

/// Whether the log files that the closing rests on are as they were.
bool closing_stands(Directory& directory, const ClosingFacts& facts);

/// Nothing where there is no such file, where its text is not what its checksum says, or it is of another
/// month.
std::optional<ClosingFacts> closing_facts(Directory& directory, Month month);

/// The log file of a day as `kept` names it; empty where it is no date.
std::string log_path_of(std::string_view date);

/// What a closing says of the customers that were registered in its month, as it stands in its text; nothing
/// where it says nothing of them, or the text is not what its checksum says.
std::optional<std::string_view> registered_in(std::string_view closing);

/// The checksum of a text that closing_text() made.
std::string checksum_of(std::string_view closing);

/// The months that have a closing file, in order.
std::vector<Month> closed_months(Directory& directory);

}  // namespace teamctl::store
