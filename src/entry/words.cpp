#include "entry/words.hpp"

#include "base/text.hpp"

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

std::optional<Refusal> take_pair(Draft& draft, const std::string& key, const std::string& value) {
    const int index = field_named(draft.spec, key);
    if (index < 0) {
        const auto known = known_keys(draft.spec);
        const auto near = nearest(key, known);
        return Refusal{say("check.unknown_key", key), near ? say("check.did_you_mean", *near)
                                                           : say("check.known_keys", joined(known, ", "))};
    }
    const auto name = draft.spec.fields[static_cast<std::size_t>(index)].name;
    if (draft.find(name) != nullptr) return Refusal{say("log.key_twice", name), {}};
    draft.give(name, value);
    return std::nullopt;
}

std::optional<Refusal> take_text(Draft& draft, const std::string& text) {
    const auto field = main_text(draft);
    // A key without its value is a slip, not a text.
    if (!field || field_named(draft.spec, text) >= 0)
        return Refusal{say("log.not_key_value", text), say("check.write_like", "who=wangli")};
    draft.give(*field, text);
    return std::nullopt;
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
    if (texts.size() > 1) return Refusal{say("log.two_texts", texts[0], texts[1]), say("log.quote_text")};
    return texts.empty() ? std::nullopt : take_text(draft, texts.front());
}

}  // namespace teamctl::entry
