#include "entry/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "entry/names.hpp"
#include "entry/numbers.hpp"
#include "entry/references.hpp"
#include "entry/second_values.hpp"
#include "entry/signed_amounts.hpp"
#include "entry/spoken.hpp"
#include "entry/values.hpp"
#include "team/fixed_words.hpp"

namespace teamctl::entry {
namespace {

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

/// Whether there is nothing in it that can be seen.
bool is_blank(std::string_view word) {
    std::string text{word};
    for (auto at = text.find("　"); at != std::string::npos; at = text.find("　")) text.erase(at, 3);
    return trimmed(text).empty();
}

std::optional<Refusal> take_pair(Draft& draft, const std::string& key, const std::string& value) {
    const int index = field_named(draft.spec, key);
    if (index < 0) {
        const auto near = nearest(key, known_keys(draft.spec));
        return Refusal{say("check.unknown_key", key), near ? say("check.did_you_mean", *near)
                                                           : say("check.known_keys", keys_shown(draft.spec))};
    }
    const auto name = draft.spec.fields[static_cast<std::size_t>(index)].name;
    if (is_blank(value)) return Refusal{say("log.no_value", key), say("log.value_or_none", key)};
    if (const auto* given = draft.find(name)) {
        if (given->value == value) return Refusal{say("log.key_twice", name), say("check.keep_one")};
        return two_values(draft.spec.fields[static_cast<std::size_t>(index)], given->value, value,
                          say("check.keep_one"));
    }
    draft.give(name, value);
    return std::nullopt;
}

/// The kind that has such a list of people, as attendance has those who are 迟到: as people begin to say it.
/// Who is excused has a command of its own.
std::string kind_with_list(std::string_view title) {
    std::vector<std::string> found;
    for (const auto& spec : team::record_specs()) {
        const int index = field_named(spec, title);
        if (index < 0) continue;
        const auto& field = spec.fields[static_cast<std::size_t>(index)];
        if (field.type == team::FieldType::people && field.name != "excused") found.emplace_back(spec.name);
    }
    return found.size() == 1 ? found.front() : std::string{};
}

constexpr std::string_view taken_away = "扣分";
constexpr std::string_view given_more = "加分";

bool is_points_word(std::string_view word) {
    return word == taken_away || word == given_more;
}

/// The points behind 扣分 and 加分, with the sign that the word asks for; nothing where they contradict each
/// other.
std::optional<std::string> with_sign(std::string_view word, const std::string& typed) {
    const auto number = bare_number(trimmed(typed));
    const bool negative = number.starts_with('-');
    const bool zero = number.find_first_not_of("-+0.") == std::string::npos;
    if (zero || (word == given_more && negative) || (typed.starts_with('+') && negative)) return std::nullopt;
    return word == taken_away && !negative ? "-" + number : number;
}

bool is_whole_number(std::string_view word) {
    const auto number = bare_number(word);
    const auto digits = std::string_view{number}.substr(number.starts_with('-') ? 1 : 0);
    return !digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos;
}

/// Who came late is there: nobody says both of one person. Files may; what else clashes the check says.
std::optional<Refusal> late_and_present(const Draft& draft) {
    const auto* late = draft.find("late");
    const auto* present = draft.find("present");
    if (late == nullptr || present == nullptr) return std::nullopt;
    const auto others = split(present->value, false);
    for (const auto& one : split(late->value, false)) {
        const auto who = person_named(draft.team(), one);
        const auto* person = std::get_if<team::PersonId>(&who);
        const bool twice = person != nullptr && std::ranges::any_of(others, [&](const auto& name) {
                               const auto other = person_named(draft.team(), name);
                               const auto* same = std::get_if<team::PersonId>(&other);
                               return same != nullptr && *same == *person;
                           });
        if (twice) return Refusal{say("check.attendance_clash", "late", "present"), say("check.take_out")};
    }
    return std::nullopt;
}

/// Where the word stands that says whether points are taken or given: in front, or beside their number. Their
/// count where there is none.
std::size_t points_word_in(const std::vector<std::string>& words) {
    const auto number = [&](std::size_t at) { return at < words.size() && is_whole_number(words[at]); };
    std::size_t at = 0;
    while (at < words.size() &&
           !(is_points_word(words[at]) && (at == 0 || number(at - 1) || number(at + 1) ||
                                           (at + 1 < words.size() && is_points_word(words[at + 1])))))
        ++at;
    return at;
}

/// Words beside 扣分 or 加分: who, how many and why. Without a key the points are a number behind the name,
/// before it, or at the end; one within the text is none, and of two it is asked.
std::optional<Refusal> sign_points(const Draft& draft, std::vector<std::string>& words) {
    const auto place = points_word_in(words);
    const std::string said = words[place];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(place));
    if (const auto other = points_word_in(words); other < words.size()) {
        if (words[other] != said)
            return Refusal{say("log.points_contradict", said, words[other]), say("log.points_by_word")};
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(other));
    }
    words = with_whole_names(draft.team(), std::move(words));
    const auto index = draft.spec.field("points");
    const auto& field = draft.spec.fields[static_cast<std::size_t>(index)];
    // Also in Chinese numerals, which may be somebody's name.
    const auto is_number = [&](const std::string& word) {
        return is_whole_number(word) &&
               std::ranges::none_of(draft.team().people, [&](const auto& one) { return one.name == word; });
    };
    auto at = std::ranges::find_if(words, [&](const auto& one) {
        const auto pair = key_value(one);
        return pair && field_named(draft.spec, pair->key) == index;
    });
    const bool keyed = at != words.end();
    if (!keyed) {
        at = std::ranges::find_if(words, is_number);
        if (at == words.end()) return std::nullopt;
        const auto second = std::find_if(at + 1, words.end(), is_number);
        if (second != words.end())
            return Refusal{
                say("log.which_number", *at, *second, bilingual(team::title_of(field.zh), field.name)),
                say("log.with_its_key", field.name)};
        if (at > words.begin() + 1 && at + 1 != words.end()) return std::nullopt;
    }
    const std::string typed{keyed ? key_value(*at)->value : std::string_view{*at}};
    if (!is_whole_number(typed)) return std::nullopt;  // of what is no number the check speaks
    const auto points = with_sign(said, typed);
    if (!points) return Refusal{say("log.points_contradict", said, typed), say("log.points_by_word")};
    *at = "points=" + *points;
    return std::nullopt;
}

}  // namespace

std::optional<std::vector<std::string>> words_of(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    std::string_view closing;  // of the quote that is open
    bool begun = false;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> quotes{
        {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"「", "」"}}};
    for (std::size_t i = 0; i < line.size();) {
        const auto rest = line.substr(i);
        const std::string_view blank = rest.starts_with("　") ? "　" : rest.substr(0, 1);
        if (closing.empty() && (blank == " " || blank == "\t" || blank == "　")) {
            if (begun) words.push_back(std::move(word));
            word.clear();
            begun = false;
            i += blank.size();
            continue;
        }
        const auto quote = std::ranges::find_if(
            quotes, [&](const auto& pair) { return closing.empty() && rest.starts_with(pair.first); });
        // An English apostrophe is no quote, nor are Chinese quotes within a text.
        const bool opens = quote != quotes.end() && (!begun || quote->first == "\"" || word.ends_with('='));
        begun = true;
        if (closing == "\"" && rest[0] == '\\' && rest.size() > 1) {
            word += rest[1];
            i += 2;
        } else if (!closing.empty() && rest.starts_with(closing)) {
            i += closing.size();
            closing = {};
        } else if (opens) {
            closing = quote->second;
            i += quote->first.size();
        } else {
            word += rest[0];
            ++i;
        }
    }
    if (!closing.empty()) return std::nullopt;
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
    // The word stays, for its sign (take_words).
    if (is_points_word(words.front())) {
        words.insert(words.begin(), "points");
        return words;
    }
    if (auto kind = kind_with_list(words.front()); !kind.empty()) {
        words.insert(words.begin(), std::move(kind));
        return words;
    }
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

std::vector<std::string> words_of_kinds() {
    std::vector<std::string> words{std::string{taken_away}, std::string{given_more}};
    for (const auto& spec : team::record_specs()) {
        for (const auto& field : spec.fields) {
            std::string title{team::title_of(field.zh)};
            if (kind_with_list(title) == spec.name) words.push_back(std::move(title));
        }
    }
    return words;
}

bool is_kind(const std::string& word) {
    return kind_named(word) >= 0 || with_kind({word}) != std::vector{word};
}

std::optional<KeyValue> key_value(std::string_view word) {
    for (const std::string_view sign : {"=", "＝"}) {
        const auto equals = word.find(sign);
        if (equals == word.npos) continue;
        if (equals == 0) return std::nullopt;
        return KeyValue{word.substr(0, equals), word.substr(equals + sign.size())};
    }
    return std::nullopt;
}

std::optional<Refusal> take_words(Draft& draft, std::vector<std::string> words) {
    if (draft.spec.name == "points" && points_word_in(words) < words.size()) {
        if (auto refusal = sign_points(draft, words)) return refusal;
    }
    if (auto refusal = sign_amount(draft, words)) return refusal;
    std::vector<std::string> texts;
    for (const auto& word : with_whole_names(draft.team(), std::move(words))) {
        // Written all the same, it would not be what was typed.
        if (invalid_utf8(word)) return Refusal{say("log.not_utf8", word), say("log.send_utf8")};
        if (const auto pair = key_value(word)) {
            if (auto refusal = take_pair(draft, std::string{pair->key}, std::string{pair->value}))
                return refusal;
        } else {
            if (is_blank(word)) return Refusal{say("log.empty_word"), say("log.fill_or_drop")};
            texts.push_back(word);
        }
    }
    if (auto refusal = take_spoken(draft, std::move(texts))) return refusal;
    return late_and_present(draft);
}

}  // namespace teamctl::entry
