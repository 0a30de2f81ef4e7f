#include "entry/spoken.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "entry/numbers.hpp"
#include "entry/references.hpp"
#include "entry/values.hpp"
#include "entry/words.hpp"
#include "team/people_meant.hpp"

namespace teamctl::entry {
namespace {

using team::FieldSpec;
using team::FieldType;

bool is_list(const FieldSpec& field) {
    return field.type == FieldType::people || field.type == FieldType::people_or_word;
}

/// Whether words without a key may fill such a field: what is said by name, a number, a day or a word of few.
bool may_be_bare(FieldType type) {
    using T = FieldType;
    constexpr std::array types{T::person, T::people, T::people_or_word, T::integer, T::decimal,
                               T::money,  T::choice, T::meeting,        T::queue,   T::checklist,
                               T::asset,  T::award,  T::entity,         T::date,    T::time};
    return std::ranges::find(types, type) != types.end();
}

/// What a record has to name, and is known by its name: another word there is checked as such a name.
bool is_named_by_word(const FieldSpec& field) {
    using T = FieldType;
    constexpr std::array types{T::meeting, T::queue, T::checklist, T::asset, T::award};
    return field.required && std::ranges::find(types, field.type) != types.end();
}

bool is_number(FieldType type) {
    return type == FieldType::integer || type == FieldType::decimal || type == FieldType::money;
}

/// By what means people keep in touch; other words behind the customer are what was said.
bool is_means(std::string_view word) {
    constexpr std::array known{"电话", "微信", "短信",  "邮件", "到店", "上门",  "来访",  "拜访",
                               "视频", "见面", "phone", "call", "mail", "email", "visit", "message"};
    return std::ranges::find(known, word) != known.end();
}

/// The signs behind a kind or a name that are no part of the text.
std::string_view without_stop(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view stop : {"：", "，", "、", "；", ":", ",", ";", " "}) {
            if (!text.starts_with(stop)) continue;
            text.remove_prefix(stop.size());
            again = true;
        }
    }
    return text;
}

std::string_view without_colon(std::string_view text) {
    for (const std::string_view colon : {"：", ":"}) {
        if (text.ends_with(colon)) text.remove_suffix(colon.size());
    }
    return text;
}

/// The longest name or id of the team with which the text begins; empty where there is none.
std::string_view leading_name(const team::Team& team, std::string_view text) {
    std::string_view longest;
    for (const auto& person : team.people) {
        for (const std::string_view name : {std::string_view{person.name}, std::string_view{person.id}}) {
            if (name.size() > longest.size() && text.starts_with(name)) longest = name;
        }
    }
    return longest;
}

/// A word that begins with a kind, and what stands behind it.
std::optional<std::pair<std::string, std::string>> leading_kind(const team::Team& team,
                                                                const std::string& word) {
    for (auto end = word.size() - 1; end >= 6; --end) {
        const auto head = word.substr(0, end);
        if (!is_kind(head)) continue;
        const std::string_view rest = std::string_view{word}.substr(end);
        const auto behind = without_stop(rest);
        if (behind.size() == rest.size() && leading_name(team, rest).empty()) continue;
        return std::pair{head, std::string{behind}};
    }
    return std::nullopt;
}

class Spoken {
  public:
    Spoken(Draft& draft, std::vector<std::string> words) : draft_{draft}, words_{std::move(words)} {}

    std::optional<Refusal> take() && {
        take_titled_lists();
        for (const auto name : draft_.spec.words) {
            const auto& field = field_of(name);
            if (words_.empty()) break;
            if (draft_.find(name) != nullptr) continue;
            if (is_text(field))
                take_one_of_texts(field);
            else if (auto refusal = take_value(field))
                return refusal;
        }
        return take_rest();
    }

  private:
    const FieldSpec& field_of(std::string_view name) const {
        return draft_.spec.fields[static_cast<std::size_t>(draft_.spec.field(name))];
    }
    bool is_text(const FieldSpec& field) const {
        return std::ranges::find(draft_.spec.main_text, field.name) != draft_.spec.main_text.end();
    }
    /// Whether a text has to be there that is not yet.
    bool needs_text() const {
        return std::ranges::any_of(draft_.spec.main_text, [&](const auto name) {
            return field_of(name).required && draft_.find(name) == nullptr;
        });
    }
    /// The field that the rest fills; nothing where all that it may fill are given.
    std::optional<std::string_view> main_text() const {
        for (const auto field : draft_.spec.main_text) {
            if (draft_.find(field) == nullptr) return field;
        }
        return std::nullopt;
    }
    bool names_person(const std::string& word) const {
        return std::holds_alternative<team::PersonId>(person_named(draft_.team(), word, false));
    }
    /// Names of several people in one word: 王丽,孙燕 or 王丽、孙燕.
    bool names_several(const std::string& word) const {
        const auto names = split(word, true);
        return names.size() > 1 &&
               std::ranges::all_of(names, [&](const auto& name) { return names_person(name); });
    }
    bool is_whole_name(const std::string& text) const {
        return std::ranges::any_of(draft_.team().people, [&](const auto& person) {
            return person.name == text || person.id == text;
        });
    }
    bool has_its_person() const {
        return std::ranges::any_of(draft_.spec.fields, [&](const auto& field) {
            return field.type == FieldType::person && draft_.find(field.name) != nullptr;
        });
    }
    Refusal one_person(const std::string& others) const {
        return {say("log.one_person", bilingual(draft_.spec.zh, draft_.spec.en), others),
                say("log.one_each")};
    }

    /// Whether the word is a value of the field.
    bool fits(const FieldSpec& field, const std::string& word) const {
        if (field.name == "phone")
            return word.size() >= 7 && word.find_first_not_of("+-0123456789") == std::string::npos;
        if (draft_.spec.name == "contact" && field.name == "by") return is_means(word);
        if (!may_be_bare(field.type)) return false;
        if (field.type == FieldType::person) return names_person(word);
        if (field.type == FieldType::entity)
            return !meant(entity_choices(draft_, field.entity), word).empty();
        if (is_list(field) && (names_person(word) || names_several(word))) return true;
        if (field.type == FieldType::people) return false;
        const auto value = written(draft_, field, word);
        const auto* text = std::get_if<std::string>(&value);
        return text != nullptr && !problems_of(draft_, field, *text).has_errors();
    }

    /// Gives the field `count` of the words from `at` on.
    void give(const FieldSpec& field, std::size_t at, std::size_t count) {
        const auto first = words_.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = first + static_cast<std::ptrdiff_t>(count);
        draft_.give(field.name, joined({first, last}, is_text(field) ? " " : ","));
        words_.erase(first, last);
    }

    /// `迟到 李磊 孙燕`, or `李磊 迟到`: the title of a list, and who is on it.
    void take_titled_lists() {
        for (std::size_t at = 0; at < words_.size();) {
            const int index = field_named(draft_.spec, words_[at]);
            const auto* field = index < 0 ? nullptr : &draft_.spec.fields[static_cast<std::size_t>(index)];
            if (field == nullptr || !is_list(*field) || draft_.find(field->name) != nullptr) {
                ++at;
                continue;
            }
            const auto title = words_.begin() + static_cast<std::ptrdiff_t>(at);
            std::size_t before = 0;
            while (before < at && names_person(words_[at - before - 1])) ++before;
            const bool follows = at + 1 < words_.size() && fits(*field, words_[at + 1]);
            if (before == 0 && at + 1 == words_.size()) break;
            words_.erase(title);
            if (before > 0 && !follows) {
                give(*field, at - before, before);
                at -= before;
                continue;
            }
            // Also a name that is mistyped: it is asked whom it means.
            std::size_t count = 1;
            while (at + count < words_.size() && fits(*field, words_[at + count])) ++count;
            give(*field, at, count);
        }
    }

    std::optional<Refusal> take_value(const FieldSpec& field) {
        const bool only_name =
            words_.size() == 1 && field.type == FieldType::person && is_whole_name(words_[0]);
        if (words_.size() <= (needs_text() ? 1U : 0U) && !only_name) return std::nullopt;
        if (field.type == FieldType::person) return take_person(field);
        if (field.type == FieldType::entity && field.required) {
            // Who is named first is by whom; 办结 李磊 价目表.
            const bool second = words_.size() > 1 && is_whole_name(words_[0]) && fits(field, words_[1]);
            give(field, second ? 1 : 0, 1);
            return std::nullopt;
        }
        const std::size_t most = words_.size() - (needs_text() ? 1 : 0);
        std::size_t count = 0;
        while (count < most && (count == 0 || is_list(field)) && fits(field, words_[count])) ++count;
        if (count == 0 && is_named_by_word(field) && !is_meant_for_others(field, words_[0])) count = 1;
        if (count > 0) give(field, 0, count);
        return std::nullopt;
    }

    /// Whether the word is somebody, or the value of a field that is said later: not a name that is mistyped.
    bool is_meant_for_others(const FieldSpec& field, const std::string& word) const {
        return is_whole_name(word) || std::ranges::any_of(draft_.spec.words, [&](const auto name) {
                   return name != field.name && draft_.find(name) == nullptr && fits(field_of(name), word);
               });
    }

    std::optional<Refusal> take_person(const FieldSpec& field) {
        const auto meant = person_named(draft_.team(), words_[0], field.required);
        const auto* refusal = std::get_if<Refusal>(&meant);
        if (refusal == nullptr) {
            give(field, 0, 1);
            return std::nullopt;
        }
        if (names_several(words_[0])) return one_person(words_[0]);
        const auto named =
            std::ranges::find_if(words_, [&](const auto& word) { return is_whole_name(word); });
        if (named != words_.end() && field.required) {
            give(field, static_cast<std::size_t>(named - words_.begin()), 1);
            return std::nullopt;
        }
        // A text alone: who it is may be known otherwise.
        if (words_.size() == 1) return std::nullopt;
        if (field.required) return *refusal;
        const auto people = team::people_meant(draft_.team(), words_[0], false);
        const bool about = std::ranges::find(draft_.spec.subject, field.name) != draft_.spec.subject.end();
        if (!about || people.near.empty()) return std::nullopt;
        return Refusal{refusal->what, say("log.name_or_text", draft_.team()[people.near.front()].name)};
    }

    /// A text that is not the last of its record: one word, once what is said behind all texts is taken.
    void take_one_of_texts(const FieldSpec& field) {
        const auto& order = draft_.spec.words;
        const auto here = std::ranges::find(order, field.name);
        bool more = false;
        for (auto later = order.end(); --later != here;) {
            const auto& other = field_of(*later);
            if (draft_.find(*later) != nullptr) continue;
            if (is_text(other)) {
                more = true;
                continue;
            }
            std::size_t count = 0;
            while (count + 1 < words_.size() && (count == 0 || is_list(other)) &&
                   fits(other, words_[words_.size() - 1 - count]))
                ++count;
            if (count > 0) {
                give(other, words_.size() - count, count);
            } else if (words_.size() > 1 && (is_number(other.type) || other.type == FieldType::choice) &&
                       fits(other, words_[1])) {
                more = true;
            }
        }
        if (more && words_.size() > 1) give(field, 0, 1);
    }

    std::optional<Refusal> take_rest() {
        if (words_.empty()) return std::nullopt;
        const auto field = main_text();
        if (has_its_person() && (words_.size() > 1 ? names_person(words_[0]) : is_whole_name(words_[0])))
            return one_person(words_[0]);
        // A key without its value is a slip, not a text.
        for (const auto& word : words_) {
            if (!field || field_named(draft_.spec, word) >= 0)
                return Refusal{say("log.not_key_value", word),
                               say("check.write_like", (field ? word : std::string{"who"}) + "=…")};
        }
        give(field_of(*field), 0, words_.size());
        return std::nullopt;
    }

    Draft& draft_;
    std::vector<std::string> words_;
};

}  // namespace

std::vector<std::string> divided(const team::Team& team, std::vector<std::string> words) {
    if (words.empty()) return words;
    words[0].resize(without_colon(words[0]).size());
    // 李磊 迟到, 李磊 扣分 2: who stands before what is told of them.
    if (words.size() > 1 && !is_kind(words[0]) && leading_name(team, words[0]).size() == words[0].size()) {
        const auto kind = with_kind({words[1]});
        const bool is_list = kind.size() == 2 && kind[1] == words[1];
        if (is_list || (kind.front() == "points" && words[1] != "points")) std::swap(words[0], words[1]);
    }
    bool glued = false;
    if (words[0].size() > 6 && !is_kind(words[0])) {
        if (auto parts = leading_kind(team, words[0])) {
            words[0] = std::move(parts->first);
            glued = !parts->second.empty();
            if (glued) words.insert(words.begin() + 1, std::move(parts->second));
        }
    }
    if (words.size() < 2 || key_value(words[1])) return words;
    const auto name = leading_name(team, words[1]);
    const std::string_view rest = std::string_view{words[1]}.substr(name.size());
    if (name.empty() || rest.empty()) return words;
    auto text = std::string{without_stop(rest)};
    // Of names alone, with signs between, it is a list; without a sign it is a text that begins so.
    const auto listed_names = split(words[1], false);
    const bool all_names = listed_names.size() > 1 && std::ranges::all_of(listed_names, [&](const auto& one) {
                               return leading_name(team, one).size() == one.size();
                           });
    if (all_names || (text.size() == rest.size() && (!glued || text.starts_with("的")))) return words;
    words[1] = std::string{name};
    if (!text.empty()) words.insert(words.begin() + 2, std::move(text));
    return words;
}

Lead take_lead(std::vector<std::string>& words, Date today) {
    Lead lead;
    while (!words.empty() && !is_kind(words[0])) {
        std::size_t taken = 0;
        // `last friday` is one day.
        for (auto count = std::min<std::size_t>(3, words.size()); count > 0 && taken == 0; --count) {
            const auto last = words.begin() + static_cast<std::ptrdiff_t>(count);
            const auto text = joined({words.begin(), last}, " ");
            const auto period = parse_period(without_colon(text), today, Lean::back);
            if (!period || period->from != period->to) continue;
            lead.two_days |= lead.day && *lead.day != period->from;
            lead.day = period->from;
            taken = count;
        }
        if (taken == 0 && words.size() > 1 && time_in(words[0])) {
            words.push_back("at=" + to_string(*time_in(words[0])));
            taken = 1;
        }
        if (taken == 0) break;
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(taken));
    }
    return lead;
}

std::string_view without_mark(std::string_view line) {
    for (const std::string_view mark : {"- ", "* ", "• ", "· "}) {
        if (line.starts_with(mark)) return trimmed(line.substr(mark.size()));
    }
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    for (const std::string_view mark : {". ", "、", ") ", "）"}) {
        if (digits > 0 && line.substr(digits).starts_with(mark))
            return trimmed(line.substr(digits + mark.size()));
    }
    return line;
}

std::optional<Refusal> take_spoken(Draft& draft, std::vector<std::string> words) {
    return Spoken{draft, std::move(words)}.take();
}

}  // namespace teamctl::entry
