// A second value of what a record says once: 高 低, 晨会 周会, 明天 周五.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entry/draft.hpp"

namespace teamctl::entry {

/// The two values of the field, with what is to be done about it.
Refusal two_values(const team::FieldSpec& field, std::string_view first, std::string_view second,
                   Phrase hint);

/// Whether a word without its key may be the priority of the record: one of the service levels' own, or a
/// Chinese one; high and low begin many an English sentence.
bool is_spoken_priority(const Draft& draft, const std::string& word);

/// Whether the word is a day, and another one than the one that was taken.
bool is_other_day(const Draft& draft, const std::string& word, const std::string& taken);

/// Holds words that are left over for the text against the values that are taken: what names such a value
/// once more is taken out, and what names another is refused. `text` is the key of the text.
std::optional<Refusal> second_value(const Draft& draft, std::vector<std::string>& words,
                                    std::string_view text);

}  // namespace teamctl::entry
