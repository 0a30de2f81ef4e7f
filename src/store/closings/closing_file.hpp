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

/// The text of a closing. `previous` is the checksum of the closing before, empty for the first.
std::string closing_text(const team::Team& team, const team::Closing& closing, const Digests& files,
                         std::string_view previous);

/// What a closing file says of itself.
struct ClosingFacts {
    Month month{};
    std::string checksum;
    std::string previous;
    Digests files;
};

/// Nothing where there is no such file, where its text is not what its checksum says, or it is of another
/// month.
std::optional<ClosingFacts> closing_facts(Directory& directory, Month month);

/// The checksum of a text that closing_text() made.
std::string checksum_of(std::string_view closing);

/// The months that have a closing file, in order.
std::vector<Month> closed_months(Directory& directory);

}  // namespace teamctl::store
