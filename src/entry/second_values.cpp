#include "entry/second_values.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "entry/numbers.hpp"
#include "entry/references.hpp"
#include "entry/values.hpp"
#include "rules/work/service.hpp"
#include "team/fixed_words.hpp"

namespace teamctl::entry {
namespace {

using team::FieldSpec;
using team::FieldType;

/// The file's word for one of a set of which a record names one; empty where the word is none of the set,
/// or names only a part of it. Numbers, people and texts are asked about elsewhere.
std::string word_of_set(const Draft& draft, const FieldSpec& field, const std::string& word) {
    using T = FieldType;
    if (field.named == team::Named::priority)
        return is_spoken_priority(draft, word) ? std::string{team::priority_word(word)} : std::string{};
    const bool is_score = field.named == team::Named::score;
    const bool chinese = static_cast<unsigned char>(word.front()) >= 0x80;
    if (field.name == "kind" && !chinese) return {};  // fault and request begin many an English sentence
    switch (field.type) {
        case T::entity:
            for (const auto& choice : entity_choices(draft, field.entity)) {
                if (choice.id == word) return word;
            }
            return {};
        case T::time: {
            const auto time = time_in(word);
            return time ? to_string(*time) : std::string{};
        }
        case T::choice:
        case T::meeting:
        case T::queue:
        case T::checklist:
        case T::asset:
        case T::award:
            break;
        default:
            if (!is_score) return {};
    }
    const auto value = written(draft, field, word);
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return {};
    const bool whole = std::ranges::any_of(named_things(draft, field), [&](const auto& thing) {
        return thing.first == word || thing.second == word;
    });
    const std::vector<std::string> known{field.choices.begin(), field.choices.end()};
    if (!whole && !is_score && team::word_in(word, known).empty()) return {};
    return problems_of(draft, field, *text).has_errors() ? std::string{} : *text;
}

/// What is given, in the same spelling.
std::string value_of_set(const Draft& draft, const FieldSpec& field, const std::string& given) {
    auto value = written(draft, field, given);
    if (field.named == team::Named::priority) return std::string{team::priority_word(given)};
    if (field.type == FieldType::time) return word_of_set(draft, field, given);
    if (field.type == FieldType::entity) {
        const auto found = meant(draft, field.entity, given);
        return found.size() == 1 ? found.front().id : given;
    }
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : given;
}

Phrase text_or_one(std::string_view text, const std::vector<std::string>& words) {
    if (text.empty()) return say("check.keep_one");
    return say("log.one_or_text", text, joined(words, " "));
}

}  // namespace

Refusal two_values(const FieldSpec& field, std::string_view first, std::string_view second, Phrase hint) {
    return {
        say("log.two_values", first, second, bilingual(team::title_of(field.zh), team::title_of(field.en))),
        std::move(hint)};
}

bool is_other_day(const Draft& draft, const std::string& word, const std::string& taken) {
    const auto first = day_in(taken, draft.said_on);
    const auto second = day_in(word, draft.said_on);
    return first && second && *first != *second;
}

bool is_spoken_priority(const Draft& draft, const std::string& word) {
    const auto& known = team::known_priorities;
    if (std::ranges::find(known, word) != known.end()) return false;
    const auto all = rules::priorities(draft.team().rules);
    return std::ranges::find(all, std::string{team::priority_word(word)}) != all.end();
}

std::optional<Refusal> second_value(const Draft& draft, std::vector<std::string>& words,
                                    std::string_view text) {
    for (const auto& field : draft.spec.fields) {
        const auto* given = draft.find(field.name);
        if (given == nullptr || words.empty()) continue;
        if (field.name == "at") continue;  // a text may begin with the time of something else
        const auto said = word_of_set(draft, field, words.front());
        if (said.empty()) continue;
        if (said != value_of_set(draft, field, given->value)) {
            const bool fixed = field.type == FieldType::choice;
            return two_values(field, fixed ? draft.words.say(team::word_shown(given->value)) : given->value,
                              words.front(), text_or_one(text, words));
        }
        words.erase(words.begin());
    }
    return std::nullopt;
}

}  // namespace teamctl::entry
