#include "entry/signed_amounts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "entry/numbers.hpp"
#include "entry/words.hpp"

namespace teamctl::entry {
namespace {

struct Direction {
    std::string_view word;
    bool spends;
    bool alone;  ///< says it wherever it stands beside the amount or in front; else directly before it
};

constexpr Direction directions[]{
    {"支出", true, true},      {"花了", true, true},  {"花掉", true, true},   {"花", true, false},
    {"用了", true, false},     {"付了", true, false}, {"付", true, false},    {"收入", false, true},
    {"进账", false, true},     {"入账", false, true}, {"收到", false, false}, {"收", false, false},
    {"spent", true, true},     {"out", true, false},  {"paid", true, false},  {"income", false, true},
    {"received", false, true}, {"in", false, false},
};

const Direction* direction_of(std::string_view word) {
    const auto* found =
        std::ranges::find_if(directions, [&](const Direction& one) { return same_letters(one.word, word); });
    return found != std::end(directions) ? found : nullptr;
}

bool is_amount(std::string_view word) {
    const auto number = bare_number(word);
    const auto digits = std::string_view{number}.substr(number.starts_with('-') ? 1 : 0);
    return !digits.empty() && digits.find_first_not_of("0123456789.") == std::string::npos &&
           digits.find_first_of("0123456789") != std::string::npos;
}

/// 支出300元 are two words.
void divide_first(std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const auto& one : directions) {
            if (!words[i].starts_with(one.word) || !is_amount(words[i].substr(one.word.size()))) continue;
            words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                         words[i].substr(one.word.size()));
            words[i].resize(one.word.size());
            return;
        }
    }
}

}  // namespace

const team::FieldSpec* signed_amount(const team::RecordSpec& spec) {
    const auto found = std::ranges::find_if(
        spec.fields, [](const auto& field) { return field.amount == team::Amount::not_zero; });
    return found != spec.fields.end() ? &*found : nullptr;
}

std::optional<Refusal> sign_amount(const Draft& draft, std::vector<std::string>& words) {
    const auto* field = signed_amount(draft.spec);
    if (field == nullptr) return std::nullopt;
    divide_first(words);
    const auto index = draft.spec.field(field->name);
    const auto is_keyed = [&](const std::string& word) {
        const auto pair = key_value(word);
        return pair && field_named(draft.spec, pair->key) == index;
    };
    // The amount is the number beside such a word, else the one with its key.
    const auto places = static_cast<std::ptrdiff_t>(words.size());
    for (std::ptrdiff_t at = 0; at < places; ++at) {
        const auto* said = direction_of(words[static_cast<std::size_t>(at)]);
        if (said == nullptr) continue;
        auto amount = words.end();
        if (at + 1 < places && is_amount(words[static_cast<std::size_t>(at) + 1]))
            amount = words.begin() + at + 1;
        else if (said->alone && at > 0 && is_amount(words[static_cast<std::size_t>(at) - 1]))
            amount = words.begin() + at - 1;
        else if (said->alone)
            amount = std::ranges::find_if(words, is_keyed);
        if (amount == words.end()) continue;
        const std::string typed{is_keyed(*amount) ? key_value(*amount)->value : std::string_view{*amount}};
        if (!is_amount(typed)) return std::nullopt;  // of what is no number the check speaks
        const auto number = bare_number(typed);
        const bool negative = number.starts_with('-');
        if (negative && !said->spends)
            return Refusal{say("log.points_contradict", words[static_cast<std::size_t>(at)], typed),
                           say("log.amount_by_word")};
        *amount = std::string{field->name} + "=" + (said->spends && !negative ? "-" : "") + number;
        words.erase(words.begin() + at);
        return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace teamctl::entry
