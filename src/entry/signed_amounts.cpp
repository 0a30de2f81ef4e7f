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
    {"支出", true, true},    {"花了", true, true},      {"花掉", true, true},   {"花", true, false},
    {"用了", true, false},   {"付了", true, false},     {"付", true, false},    {"收入", false, true},
    {"进账", false, true},   {"入账", false, true},     {"收到", false, false}, {"收", false, false},
    {"spent", true, true},   {"expense", true, true},   {"out", true, false},   {"paid", true, false},
    {"income", false, true}, {"received", false, true}, {"in", false, false},
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

/// 支出300元 are two words; behind the first, 收到200 may be part of a text.
void divide(std::vector<std::string>& words) {
    bool first = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const auto& one : directions) {
            if (!first && !one.alone) continue;
            if (!words[i].starts_with(one.word) || !is_amount(words[i].substr(one.word.size()))) continue;
            words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                         words[i].substr(one.word.size()));
            words[i].resize(one.word.size());
            first = false;
            break;
        }
    }
}

/// Where the amount of the word at `at` stands: the number beside it, else the amount with its key, else the
/// number at the other end. Their count where it has none.
std::size_t amount_of(const std::vector<std::string>& words, std::size_t at, std::size_t keyed) {
    const auto count = words.size();
    const bool alone = direction_of(words[at])->alone;
    auto next = at + 1;
    while (next < count && direction_of(words[next]) != nullptr) ++next;
    if (next < count && (is_amount(words[next]) || next == keyed)) return next;
    if (!alone) return count;
    if (at > 0 && is_amount(words[at - 1])) return at - 1;
    if (keyed < count) return keyed;
    if (at == 0 && is_amount(words.back())) return count - 1;
    return at + 1 == count && is_amount(words.front()) ? 0 : count;
}

/// Whether nothing but such words and the amount stands between the two places.
bool in_a_row(const std::vector<std::string>& words, std::size_t amount, std::size_t a, std::size_t b) {
    for (auto between = std::min(a, b) + 1; between < std::max(a, b); ++between) {
        if (between != amount && direction_of(words[between]) == nullptr) return false;
    }
    return true;
}

/// The words of direction that speak of one amount, in order, and where it stands.
struct Said {
    std::vector<std::size_t> words;
    std::size_t amount = 0;
};

/// Of the first such word with an amount, with those in a row with it. Behind the number only Chinese ones
/// speak of it, or one that nothing follows: `paid 45 income tax`.
std::optional<Said> said_of_amount(const std::vector<std::string>& words, std::size_t keyed) {
    const auto count = words.size();
    std::size_t first = 0;
    std::size_t amount = count;
    for (; first < count; ++first) {
        if (direction_of(words[first]) != nullptr) amount = amount_of(words, first, keyed);
        if (amount < count) break;
    }
    if (amount == count) return std::nullopt;
    Said said{{}, amount};
    for (std::size_t at = 0; at < count; ++at) {
        const auto* one = direction_of(words[at]);
        if (one == nullptr) continue;
        const bool last = one->alone && at + 1 == count;
        const bool chinese = static_cast<unsigned char>(words[at].front()) >= 0x80;
        const bool near = in_a_row(words, amount, at, amount) || in_a_row(words, amount, at, first);
        const bool may_follow = at < amount || last || (one->alone && chinese);
        if (at == first || last || (near && may_follow)) said.words.push_back(at);
    }
    return said;
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
    divide(words);
    const auto index = draft.spec.field(field->name);
    const auto is_keyed = [&](const std::string& word) {
        const auto pair = key_value(word);
        return pair && field_named(draft.spec, pair->key) == index;
    };
    const auto said = said_of_amount(
        words, static_cast<std::size_t>(std::ranges::find_if(words, is_keyed) - words.begin()));
    if (!said) return std::nullopt;
    auto& amount = words[said->amount];
    const std::string typed{is_keyed(amount) ? key_value(amount)->value : std::string_view{amount}};
    if (!is_amount(typed)) return std::nullopt;  // of what is no number the check speaks
    const auto& word = words[said->words.front()];
    const bool spends = direction_of(word)->spends;
    for (const auto other : said->words) {
        if (direction_of(words[other])->spends != spends)
            return Refusal{say("log.points_contradict", word, words[other]), say("log.amount_by_word")};
    }
    const auto number = bare_number(typed);
    const bool negative = number.starts_with('-');
    if (negative && !spends)
        return Refusal{say("log.points_contradict", word, typed), say("log.amount_by_word")};
    amount = std::string{field->name} + "=" + (spends && !negative ? "-" : "") + number;
    for (auto at = said->words.rbegin(); at != said->words.rend(); ++at)
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(*at));
    return std::nullopt;
}

}  // namespace teamctl::entry
