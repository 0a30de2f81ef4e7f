// The words of zh and en. Every phrase key of the program stands in one row of the word lists, both languages
// side by side; a test finds missing ones.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "base/phrase.hpp"

namespace teamctl::lang {

enum class Language { zh, en };

/// One row of a word list. Patterns: {0}, {1} put an argument in; {0:day|days} chooses by the number {0} (en
/// only).
struct Word {
    std::string_view key;
    std::string_view zh;
    std::string_view en;
};

/// `zh`, `en` or a locale name such as zh_CN.UTF-8.
std::optional<Language> parse_language(std::string_view text);

/// All rows of all lists, sorted by key.
std::span<const Word> words();

/// The translator of that language; lives as long as the program.
const Translator& translator(Language language);

}  // namespace teamctl::lang
