// The kinds of scores: those that every team knows, and the team's own (rules.yaml, scores; D2.4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "team/model.hpp"

namespace teamctl::team {

/// Every kind that a score may have, the known ones first.
std::vector<std::string> score_kinds(const ScoreRules& rules);

/// The kind that a word means: its name, a Chinese spelling of a known one, or the title of one of the
/// team's own. Empty: none.
std::string score_kind(const ScoreRules& rules, std::string_view word);

/// The title that the rules give a kind; empty for a known one.
std::string_view own_score_title(const ScoreRules& rules, std::string_view kind);

}  // namespace teamctl::team
