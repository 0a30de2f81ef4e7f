#include "entry/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "base/text.hpp"
#include "entry/references.hpp"
#include "entry/values.hpp"
#include "team/fixed_words.hpp"

namespace teamctl::entry {
namespace {

/// The field that a text without a key fills; nothing where all that it may fill are given.
std::optional<std::string_view> main_text(const Draft& draft) {
    for (const auto field : draft.spec.main_text) {
        if (draft.find(field) == nullptr) return field;
    }
    return std::nullopt;
}

std::vector<std::string> known_keys(const team::RecordSpec& spec) {
    std::vector<std::string> keys;
    for (const auto& field : spec.fields) keys.emplace_back(field.name);
    return keys;
}

/// The keys, and what each is in the reader's language where that is another word.
Phrase keys_shown(const team::RecordSpec& spec) {
    std::vector<Phrase> keys;
    for (const auto& field : spec.fields)
        keys.push_back(bilingual(fmt::format("{} {}", field.name, team::title_of(field.zh)), field.name));
    return listed(std::move(keys));
}

std::optional<Refusal> take_pair(Draft& draft, const std::string& key, const std::string& value) {
    const int index = field_named(draft.spec, key);
    if (index < 0) {
        const auto near = nearest(key, known_keys(draft.spec));
        return Refusal{say("check.unknown_key", key), near ? say("check.did_you_mean", *near)
                                                           : say("check.known_keys", keys_shown(draft.spec))};
    }
    const auto name = draft.spec.fields[static_cast<std::size_t>(index)].name;
    if (trimmed(value).empty()) return Refusal{say("log.no_value", key), say("log.value_or_none", key)};
    if (draft.find(name) != nullptr) return Refusal{say("log.key_twice", name), {}};
    draft.give(name, value);
    return std::nullopt;
}

bool names_person(const Draft& draft, const std::string& word) {
    return std::holds_alternative<team::PersonId>(person_named(draft.team(), word, false));
}

/// Whether the record is of one person, who is given.
bool has_its_person(const Draft& draft) {
    return std::ranges::any_of(draft.spec.fields, [&](const auto& field) {
        return field.type == team::FieldType::person && draft.find(field.name) != nullptr;
    });
}

Refusal one_person(const Draft& draft, const std::string& others) {
    return {say("log.one_person", bilingual(draft.spec.zh, draft.spec.en), others), say("log.one_each")};
}

/// Names of several people in one word: 王丽,孙燕 or 王丽、孙燕.
bool names_several(const Draft& draft, const std::string& word) {
    const auto names = split(word, true);
    return names.size() > 1 &&
           std::ranges::all_of(names, [&](const auto& name) { return names_person(draft, name); });
}

/// Whether the text is nothing but somebody's name.
bool is_whole_name(const Draft& draft, const std::string& text) {
    return std::ranges::any_of(draft.team().people,
                               [&](const auto& person) { return person.name == text || person.id == text; });
}

std::optional<Refusal> take_text(Draft& draft, const std::string& text) {
    const auto field = main_text(draft);
    if (field && has_its_person(draft) && is_whole_name(draft, text)) return one_person(draft, text);
    // A key without its value is a slip, not a text.
    if (!field || field_named(draft.spec, text) >= 0)
        return Refusal{say("log.not_key_value", text), say("check.write_like", "who=wangli")};
    draft.give(*field, text);
    return std::nullopt;
}

/// Whether words without a key may fill such a field: what is said by name, a number or a word of few.
bool may_be_bare(team::FieldType type) {
    using T = team::FieldType;
    constexpr std::array types{T::person, T::people,  T::integer, T::decimal,   T::money,
                               T::choice, T::meeting, T::queue,   T::checklist, T::asset};
    return std::ranges::find(types, type) != types.end();
}

/// What a last word may be, too: a meeting, a list, a reading.
bool is_named_by_word(const team::FieldSpec& field) {
    using T = team::FieldType;
    return field.type == T::decimal ||
           (field.required && (field.type == T::meeting || field.type == T::queue ||
                               field.type == T::checklist || field.type == T::asset));
}

bool needs_text(const team::RecordSpec& spec) {
    return std::ranges::any_of(spec.main_text, [&](const auto name) {
        return spec.fields[static_cast<std::size_t>(spec.field(name))].required;
    });
}

/// How many of the words from the first on the field takes: a list of people as many as are names.
std::size_t taken_by(const Draft& draft, const team::FieldSpec& field, std::span<const std::string> words) {
    const bool list = field.type == team::FieldType::people;
    const auto fits = [&](const std::string& word) {
        if (list || field.type == team::FieldType::person) return names_person(draft, word);
        const auto value = written(draft, field, word);
        const auto* text = std::get_if<std::string>(&value);
        return text != nullptr && !problems_of(draft, field, *text).has_errors();
    };
    std::size_t count = 0;
    while (count < words.size() && (count == 0 || list) && fits(words[count])) ++count;
    return count;
}

/// Takes words without keys in the order in which people say them (`words` of the kind), the text last.
std::optional<Refusal> take_bare(Draft& draft, std::span<const std::string> words) {
    for (const auto name : draft.spec.words) {
        const auto& field = draft.spec.fields[static_cast<std::size_t>(draft.spec.field(name))];
        const bool is_text = std::ranges::find(draft.spec.main_text, name) != draft.spec.main_text.end();
        // The last word is the text, unless there need be none and it may be a meeting, a list or a reading.
        const bool last = !is_named_by_word(field) || needs_text(draft.spec);
        const std::size_t most = words.size() - (last && !words.empty() ? 1 : 0);
        if (most == 0 || draft.find(name) != nullptr || is_text || !may_be_bare(field.type)) continue;
        const auto count = taken_by(draft, field, words.first(most));
        if (count > 0) {
            draft.give(name,
                       joined({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}, ","));
            words = words.subspan(count);
        } else if (field.required && field.type == team::FieldType::person) {
            if (names_several(draft, words.front())) return one_person(draft, words.front());
            const auto named = person_named(draft.team(), words.front(), false);
            if (const auto* refusal = std::get_if<Refusal>(&named)) return *refusal;
        }
    }
    if (words.size() > 1 && has_its_person(draft) && names_person(draft, words[0]))
        return one_person(draft, words[0]);
    if (words.size() > 1) return Refusal{say("log.two_texts", words[0], words[1]), say("log.quote_text")};
    return words.empty() ? std::nullopt : take_text(draft, words.front());
}

}  // namespace

std::optional<std::vector<std::string>> words_of(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    char quote = '\0';
    bool begun = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote == '\0' && (c == ' ' || c == '\t')) {
            if (begun) words.push_back(std::move(word));
            word.clear();
            begun = false;
            continue;
        }
        begun = true;
        if (quote == '"' && c == '\\' && i + 1 < line.size())
            word += line[++i];
        else if (c == quote)
            quote = '\0';
        else if (quote == '\0' && (c == '"' || c == '\''))
            quote = c;
        else
            word += c;
    }
    if (quote != '\0') return std::nullopt;
    if (begun) words.push_back(std::move(word));
    return words;
}

int field_named(const team::RecordSpec& spec, std::string_view word) {
    if (const int index = spec.field(word); index >= 0) return index;
    int found = -1;
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        if (team::title_of(spec.fields[i].zh) != word) continue;
        if (found >= 0) return -1;
        found = static_cast<int>(i);
    }
    return found;
}

int kind_named(std::string_view word) {
    if (const int kind = team::record_kind(word); kind >= 0) return kind;
    const auto specs = team::record_specs();
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (specs[i].zh == word || specs[i].en == word) return static_cast<int>(i);
    }
    // People shorten titles: 日记 is the 工作日记, where no other title has it in it.
    constexpr std::size_t two_characters = 6;
    int found = -1;
    for (std::size_t i = 0; i < specs.size() && word.size() >= two_characters; ++i) {
        if (specs[i].zh.find(word) == std::string_view::npos) continue;
        if (found >= 0) return -1;
        found = static_cast<int>(i);
    }
    return found;
}

std::vector<std::string> with_kind(std::vector<std::string> words) {
    if (words.empty() || kind_named(words.front()) >= 0) return words;
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& spec : team::record_specs()) {
        const int index = spec.field("kind");
        if (index < 0) continue;
        const auto& choices = spec.fields[static_cast<std::size_t>(index)].choices;
        const std::vector<std::string> known{choices.begin(), choices.end()};
        if (const auto word = team::word_in(words.front(), known); !word.empty())
            found.emplace_back(spec.name, word);
    }
    if (found.size() != 1) return words;
    words.front() = found.front().first;
    words.insert(words.begin() + 1, "kind=" + found.front().second);
    return words;
}

std::optional<KeyValue> key_value(std::string_view word) {
    const auto equals = word.find('=');
    if (equals == word.npos || equals == 0) return std::nullopt;
    return KeyValue{word.substr(0, equals), word.substr(equals + 1)};
}

std::optional<Refusal> take_words(Draft& draft, const std::vector<std::string>& words) {
    std::vector<std::string> texts;
    for (const auto& word : words) {
        // Written all the same, it would not be what was typed.
        if (invalid_utf8(word)) return Refusal{say("log.not_utf8", word), say("log.send_utf8")};
        if (const auto pair = key_value(word)) {
            if (auto refusal = take_pair(draft, std::string{pair->key}, std::string{pair->value}))
                return refusal;
        } else {
            texts.push_back(word);
        }
    }
    return take_bare(draft, texts);
}

}  // namespace teamctl::entry
