// How an agenda tells of people who are not there.
#pragma once

#include "base/json.hpp"
#include "base/phrase.hpp"
#include "rules/meetings/sittings.hpp"

namespace teamctl::report {

using rules::Away;

/// `王丽（公出）`, `许婷（不上班）`
Phrase away_text(const team::Team& team, const Away& away);
/// The same with the pair of whom one is missing: the other has to know.
Phrase away_text_with_pair(const team::Team& team, const Away& away);
Json away_json(const team::Team& team, const Away& away, Date date);

/// The holders of a turn, with why those are away who are; that nobody is planned.
Phrase turn_holders(const team::Team& team, const rules::Turn& turn);

}  // namespace teamctl::report
