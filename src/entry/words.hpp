// The grammar of typed words: which kind and which field a word names, and `key=value` behind the kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entry/draft.hpp"

namespace teamctl::entry {

/// The words of a line as a shell divides them: at blanks, Chinese ones too; quotes hold a word together,
/// where it begins with them, and within double ones a backslash takes its meaning from the next character.
/// Nothing where a quote is not closed.
std::optional<std::vector<std::string>> words_of(std::string_view line);

/// Kind by key, by title, or by two characters or more of a Chinese title that no other has; or -1.
int kind_named(std::string_view word);

/// The words of a record, the first its kind: one that is a kind of what only one record has kinds of, as
/// 投诉 of tickets, as that record with its `kind=`; a list of one record, as 迟到 of attendance, behind that
/// record; 扣分 behind points, and take_words() takes them away.
std::vector<std::string> with_kind(std::vector<std::string> words);

/// Whether with_kind() knows the word.
bool is_kind(const std::string& word);

/// The Chinese words that stand for a kind and say more, as with_kind() takes them: 扣分, 迟到.
std::vector<std::string> words_of_kinds();

/// The field that a word names: by its key, or by its Chinese title where only one field bears it; -1: none.
int field_named(const team::RecordSpec& spec, std::string_view word);

/// A word `key=value`, taken apart.
struct KeyValue {
    std::string_view key;
    std::string_view value;
};
/// Nothing for a text without a key; the sign may be a Chinese one, ＝.
std::optional<KeyValue> key_value(std::string_view word);

/// Takes `key=value` words, and words without a key in the order in which people say them: whom, how many,
/// and the record's text last. Nothing where all is well.
std::optional<Refusal> take_words(Draft& draft, std::vector<std::string> words);

}  // namespace teamctl::entry
