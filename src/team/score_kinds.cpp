#include "team/score_kinds.hpp"

#include <algorithm>

#include "team/fixed_words.hpp"

namespace teamctl::team {

std::vector<std::string> score_kinds(const ScoreRules& rules) {
    std::vector<std::string> kinds{known_scores.begin(), known_scores.end()};
    for (const auto& kind : rules.kinds) kinds.push_back(kind.id);
    return kinds;
}

std::string score_kind(const ScoreRules& rules, std::string_view word) {
    const auto own = std::ranges::find_if(
        rules.kinds, [&](const ScoreKind& kind) { return kind.id == word || kind.title == word; });
    if (own != rules.kinds.end()) return own->id;
    static const std::vector<std::string> known{known_scores.begin(), known_scores.end()};
    return std::string{word_in(word, known)};
}

std::string_view own_score_title(const ScoreRules& rules, std::string_view kind) {
    const auto own = std::ranges::find(rules.kinds, kind, &ScoreKind::id);
    return own == rules.kinds.end() ? std::string_view{} : std::string_view{own->title};
}

}  // namespace teamctl::team
