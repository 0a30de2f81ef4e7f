// The fixed words of the files, and how Chinese teams may write them: `kind: 病假`, `on: [周六]`, `every:
// 每周`. What the program writes is always the word itself. A test holds every fixed word of the schemas to
// this table.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"

namespace teamctl::team {

/// How Chinese teams may write the word, what hints show first; empty where it is no fixed word.
std::vector<std::string_view> chinese_of(std::string_view word);

/// Which of the words that may stand there the text is: that word, or one of its Chinese spellings. Empty:
/// none of them.
std::string_view word_in(std::string_view text, std::span<const std::string> known);

/// The priority as records and service levels keep it: one that every team knows for its Chinese spelling.
std::string_view priority_word(std::string_view text);

/// The word of those that is nearest to a mistyped one.
std::optional<std::string> nearest_word(std::string_view text, std::span<const std::string> known);

/// A word, or several, as the reader's language has them.
Phrase word_shown(std::string_view word);
Phrase words_shown(std::span<const std::string> words);

/// A value of several words as files write it: `每两周` is `2 week`, `最后5个工作日` is `last 5 workday`,
/// `30分钟` is `30 minutes`. A text with anything else in it stays as it is.
std::string in_file_words(std::string_view text);

}  // namespace teamctl::team
