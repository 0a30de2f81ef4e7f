// The words of zh and en. Every phrase key of the program stands in one row of the word lists, both languages
// side by side; a test finds missing ones.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"

namespace teamctl::lang {

enum class Language { zh, en };

/// One row of a word list. Patterns: {0}, {1} put an argument in; {0:day|days} chooses by the number {0} or
/// by the length of the list {0} (en only); {{ and }} are braces. Forms behind the colon: a date takes
/// {0:year}, {0:day} (no weekday) and {0:iso}, a ratio {0:.4} (decimals instead of percent), a list
/// {0:clauses} (joined by ；). A date names no year unless asked to; a month and a period always do.
struct Word {
    std::string_view key;
    std::string_view zh;
    std::string_view en;
};

/// `zh`, `en` or a locale name such as zh_CN.UTF-8; nothing for C, POSIX and other languages.
std::optional<Language> parse_language(std::string_view text);

/// All rows of all lists, sorted by key.
std::span<const Word> words();

/// The translator of that language; lives as long as the program. A key that stands in no list is said as
/// `[[key]]`.
const Translator& translator(Language language);

/// A pattern with the arguments in their places. A place without an argument stays as it stands.
std::string expanded(Language language, std::string_view pattern, const std::vector<PhraseArg>& args);

}  // namespace teamctl::lang
