#include "entry/spoken.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "entry/names.hpp"
#include "entry/numbers.hpp"
#include "entry/references.hpp"
#include "entry/second_values.hpp"
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

class Spoken {
  public:
    Spoken(Draft& draft, std::vector<std::string> words)
        : draft_{draft}, words_{with_whole_names(draft.team(), std::move(words))} {}

    std::optional<Refusal> take() && {
        take_titled_lists();
        // A list that is said by its key has those who stand behind it just as little for another list.
        if (std::ranges::count_if(draft_.spec.fields, is_list) > 1)
            titled_ |= std::ranges::any_of(draft_.spec.fields, [&](const auto& field) {
                return is_list(field) && draft_.find(field.name) != nullptr;
            });
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
        return std::ranges::any_of(std::array{false, true}, [&](bool blanks) {
            const auto names = split(word, blanks);
            return names.size() > 1 &&
                   std::ranges::all_of(names, [&](const auto& name) { return names_person(name); });
        });
    }
    /// The name as it is written, or one of several words in letters of any case.
    bool is_somebody(const std::string& text) const {
        if (text.find(' ') != std::string::npos) return is_whole_name(draft_.team(), text);
        return std::ranges::any_of(draft_.team().people, [&](const auto& person) {
            return person.name == text || person.id == text;
        });
    }
    /// Whether behind other names the word is part of one, or of several: 孙 of 孙燕, Wu of Wu Hao. Of
    /// letters it is a whole word of the name, or much of an id: `in` is also part of many names.
    bool is_part_of_name(const std::string& word) const {
        const auto people = team::people_meant(draft_.team(), word, true).fit;
        if (people.empty() || static_cast<unsigned char>(word.front()) >= 0x80) return !people.empty();
        constexpr std::size_t much = 4;
        return std::ranges::any_of(people, [&](const auto person) {
            const auto& who = draft_.team()[person];
            const auto words = split(who.name, true);
            return (word.size() >= much && who.id.starts_with(word)) ||
                   std::ranges::any_of(words, [&](const auto& one) { return same_letters(one, word); });
        });
    }
    /// Whether the word begins with two names: 王丽和李磊.
    bool joins_names(const std::string& word) const {
        const auto name = leading_name(draft_.team(), word);
        return !name.empty() &&
               !leading_joiner(draft_.team(), std::string_view{word}.substr(name.size())).empty();
    }
    /// Whether it is that and nothing else.
    bool is_two_names(const std::string& word) const {
        return joins_names(word) && word.ends_with(second_name(draft_.team(), word)) &&
               is_somebody(second_name(draft_.team(), word));
    }
    bool has_its_person() const {
        return std::ranges::any_of(draft_.spec.fields, [&](const auto& field) {
            return field.type == FieldType::person && draft_.find(field.name) != nullptr;
        });
    }
    /// `second` is the one who is too many.
    Refusal one_person(const std::string& others, const std::string& second) const {
        // What two people sign is one record, and what ends a thing is written once.
        const auto& spec = draft_.spec;
        const bool signed_by_two =
            !spec.subject.empty() && spec.subject.front() == "by" && spec.field("second_by") >= 0;
        const bool once = spec.effect == team::Effect::closes;
        return {say("log.one_person", bilingual(spec.zh, spec.en), others),
                signed_by_two ? say("log.second_signs", second)
                : once        ? say("log.one_alone", second, spec.field("note") >= 0 ? "note" : "reason")
                              : say("log.one_each")};
    }

    /// Whether the word is a value of the field.
    bool fits(const FieldSpec& field, const std::string& word) const {
        if (field.name == "phone")
            return word.size() >= 7 && word.find_first_not_of("+-0123456789") == std::string::npos;
        if (draft_.spec.name == "contact" && field.name == "by") return is_means(word);
        if (field.named == team::Named::priority) return is_spoken_priority(draft_, word);
        if (!may_be_bare(field.type)) return false;
        if (field.type == FieldType::person) return names_person(word);
        if (field.type == FieldType::entity)
            return !meant(entity_choices(draft_, field.entity), word).empty();
        if (is_list(field)) return (!titled_ && is_on_list(word)) || is_word_for_list(field, word);
        const auto value = written(draft_, field, word);
        const auto* text = std::get_if<std::string>(&value);
        return text != nullptr && !problems_of(draft_, field, *text).has_errors();
    }

    bool is_on_list(const std::string& word) const {
        const auto names = split(word, false);  // with a comma behind it
        return (names.size() == 1 && names_person(names[0])) || names_several(word) || is_part_of_name(word);
    }
    /// Whether it is the word that stands for a list: rest, 其余.
    bool is_word_for_list(const FieldSpec& field, const std::string& word) const {
        if (field.choices.empty() || is_on_list(word)) return false;
        const auto value = written(draft_, field, word);
        const auto* text = std::get_if<std::string>(&value);
        return text != nullptr && *text == field.choices.front();
    }
    /// Whether from there on names go on: another one, or 和 and another one, which then is left out.
    bool goes_on(const FieldSpec& field, std::size_t at) {
        if (at + 1 < words_.size() && is_joiner(words_[at]) && is_on_list(words_[at + 1]))
            words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(at));
        return at < words_.size() && fits(field, words_[at]);
    }

    /// Gives the field `count` of the words from `at` on.
    void give(const FieldSpec& field, std::size_t at, std::size_t count) {
        const auto first = words_.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = first + static_cast<std::ptrdiff_t>(count);
        draft_.give(field.name, joined({first, last}, is_list(field) ? "," : " "));
        words_.erase(first, last);
    }

    /// `迟到 李磊 孙燕`, or `李磊 迟到`: the title of a list, and who is on it.
    void take_titled_lists() {
        bool some_titled = false;
        for (std::size_t at = 0; at < words_.size();) {
            const int index = field_named(draft_.spec, words_[at]);
            const auto* field = index < 0 ? nullptr : &draft_.spec.fields[static_cast<std::size_t>(index)];
            if (field == nullptr || !is_list(*field) || draft_.find(field->name) != nullptr) {
                ++at;
                continue;
            }
            std::size_t before = 0;
            while (before < at && names_person(words_[at - before - 1])) ++before;
            const bool joins =
                before == 1 && at > 2 && is_joiner(words_[at - 2]) && names_person(words_[at - 3]);
            if (joins) {
                words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(at - 2));
                --at;
                before = 2;
            }
            const bool follows = at + 1 < words_.size() && fits(*field, words_[at + 1]);
            if (before == 0 && at + 1 == words_.size()) break;
            words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(at));
            some_titled = true;
            if (before > 0 && !follows) {
                give(*field, at - before, before);
                at -= before;
                continue;
            }
            // Also a name that is mistyped: it is asked whom it means.
            std::size_t count = 1;
            while (goes_on(*field, at + count)) ++count;
            give(*field, at, count);
        }
        titled_ = some_titled;
    }

    std::optional<Refusal> take_value(const FieldSpec& field) {
        const bool only_name =
            words_.size() == 1 && field.type == FieldType::person && is_somebody(words_[0]);
        const bool only_value = words_.size() == 1 && field.required && is_plainly(field, words_[0]);
        const bool only_names = words_.size() == 1 && field.required && field.type == FieldType::person &&
                                !leading_people(draft_.team(), words_[0]).empty();
        if (words_.size() <= (needs_text() ? 1U : 0U) && !only_name && !only_value && !only_names)
            return std::nullopt;
        if (field.type == FieldType::person) return take_person(field);
        if (field.type == FieldType::entity && field.required) {
            if (is_amount_instead(field)) return std::nullopt;
            // Who is named first is by whom; 办结 李磊 价目表.
            const bool second = words_.size() > 1 && is_somebody(words_[0]) && fits(field, words_[1]);
            give(field, second ? 1 : 0, 1);
            return std::nullopt;
        }
        const std::size_t most = words_.size() - (needs_text() && !only_value ? 1 : 0);
        std::size_t count = 0;
        while (count < most && (count == 0 || (is_list(field) && goes_on(field, count))) &&
               fits(field, words_[count]))
            ++count;
        if (field.type == FieldType::date) count = words_of_day(field, most, false);
        if (count == 0 && is_named_by_word(field) && !is_meant_for_others(field, words_[0])) count = 1;
        if (count > 0) give_bare(field, 0, count);
        return std::nullopt;
    }

    /// Whether the word, which is all there is, is no text but such a value: a number, a choice.
    bool is_plainly(const FieldSpec& field, const std::string& word) const {
        if (is_number(field.type)) return is_bare_number(word);
        return field.type == FieldType::choice && fits(field, word);
    }

    /// Whether where a customer or deal is to be named there is none, but the amount behind it.
    bool is_amount_instead(const FieldSpec& field) const {
        if (!is_bare_number(words_[0]) || fits(field, words_[0])) return false;
        if (words_.size() > 1 && is_bare_number(words_[1])) return false;
        return std::ranges::any_of(draft_.spec.words, [&](const auto name) {
            return is_number(field_of(name).type) && field_of(name).required && draft_.find(name) == nullptr;
        });
    }

    /// How many words, up to three, are one day: `in 3 days`, `end of month`; the first or the last ones.
    std::size_t words_of_day(const FieldSpec& field, std::size_t most, bool last) const {
        for (auto count = std::min<std::size_t>(3, most); count > 0; --count) {
            const auto first = last ? words_.end() - static_cast<std::ptrdiff_t>(count) : words_.begin();
            if (fits(field, joined({first, first + static_cast<std::ptrdiff_t>(count)}, " "))) return count;
        }
        return 0;
    }

    /// Gives it, and remembers that nothing but its place says what it is: of a number, and of a day beside
    /// another one.
    void give_bare(const FieldSpec& field, std::size_t at, std::size_t count) {
        if (is_number(field.type)) bare_number_ = &field;
        give(field, at, count);
        if (field.type != FieldType::date) return;
        const auto& day = draft_.find(field.name)->value;
        for (const auto other : {at, at - 1}) {
            if (other < words_.size() && is_other_day(draft_, words_[other], day))
                two_days_ = two_values(field, other < at ? words_[other] : day,
                                       other < at ? day : words_[other], say("log.with_its_key", field.name));
        }
    }

    /// Where a number stands that could be the one that was taken.
    std::optional<Refusal> second_number() const {
        if (bare_number_ == nullptr) return std::nullopt;
        const auto second = std::ranges::find_if(words_, is_bare_number);
        if (second == words_.end()) return std::nullopt;
        const auto& field = *bare_number_;
        return Refusal{say("log.which_number", draft_.find(field.name)->value, *second,
                           bilingual(team::title_of(field.zh), field.name)),
                       say("log.with_its_key", field.name)};
    }

    /// Whether the word is somebody, or the value of a field that is said later: not a name that is mistyped.
    bool is_meant_for_others(const FieldSpec& field, const std::string& word) const {
        return is_somebody(word) || (titled_ && is_on_list(word)) ||
               std::ranges::any_of(draft_.spec.words, [&](const auto name) {
                   return name != field.name && draft_.find(name) == nullptr && fits(field_of(name), word);
               });
    }

    std::optional<Refusal> take_person(const FieldSpec& field) {
        if (words_.size() > 2 && is_joiner(words_[1]) && names_person(words_[0]) && names_person(words_[2]))
            return one_person(joined({words_.begin(), words_.begin() + 3}, words_[1] == "and" ? " " : ""),
                              words_[2]);
        const auto meant = person_named(draft_.team(), words_[0], field.required);
        const auto* refusal = std::get_if<Refusal>(&meant);
        if (refusal == nullptr) {
            give(field, 0, 1);
            return std::nullopt;
        }
        if (names_several(words_[0])) return one_person(words_[0], last_item(words_[0]));
        const auto named = std::ranges::find_if(words_, [&](const auto& word) { return is_somebody(word); });
        if (named != words_.end() && field.required) {
            give(field, static_cast<std::size_t>(named - words_.begin()), 1);
            return std::nullopt;
        }
        if (const auto people = leading_people(draft_.team(), words_[0]);
            !people.empty() && (field.required || has_its_person())) {
            std::vector<Phrase> names;
            for (const auto person : people) names.push_back(verbatim(draft_.team()[person].name));
            return Refusal{say("log.where_name_ends", words_[0], listed(std::move(names))),
                           say("log.blank_behind_name")};
        }
        if (is_two_names(words_[0])) return one_person(words_[0], second_name(draft_.team(), words_[0]));
        // A text alone: who it is may be known otherwise.
        if (words_.size() == 1) return std::nullopt;
        if (joins_names(words_[0])) return one_person(words_[0], second_name(draft_.team(), words_[0]));
        if (field.required) return is_mine(field) ? std::nullopt : std::optional{*refusal};
        const auto people = team::people_meant(draft_.team(), words_[0], false);
        const bool about = std::ranges::find(draft_.spec.subject, field.name) != draft_.spec.subject.end();
        if (!about || people.near.empty()) return std::nullopt;
        return Refusal{refusal->what, say("log.name_or_text", draft_.team()[people.near.front()].name)};
    }

    /// Whether the record is the user's own where nobody is named, and the first word names nobody either,
    /// nor nearly.
    bool is_mine(const FieldSpec& field) const {
        if (draft_.me.empty() || field.name != own_field(draft_.spec)) return false;
        const auto people = team::people_meant(draft_.team(), words_[0], true);
        return people.fit.empty() && people.near.empty();
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
            if (other.type == FieldType::date) count = words_of_day(other, words_.size() - 1, true);
            if (count > 0) {
                give_bare(other, words_.size() - count, count);
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
        if (two_days_) return two_days_;
        if (auto refusal = second_value(draft_, words_, field.value_or(std::string_view{}))) return refusal;
        if (words_.empty()) return std::nullopt;
        if (auto refusal = second_number()) return refusal;
        if (titled_) {
            const auto named =
                std::ranges::find_if(words_, [&](const auto& word) { return names_person(word); });
            if (named != words_.end() || is_part_of_name(words_[0]))
                return Refusal{say("log.on_no_list", named != words_.end() ? *named : words_[0]),
                               say("log.title_before_names")};
        }
        if (has_its_person() && words_.size() > 1 && is_joiner(words_[0]) &&
            (names_person(words_[1]) || is_part_of_name(words_[1])))
            return one_person(words_[1], words_[1]);
        if (has_its_person() && (words_.size() > 1 ? names_person(words_[0]) : is_somebody(words_[0])))
            return one_person(words_[0], words_[0]);
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
    bool titled_ = false;                     ///< lists were said with their titles: names belong to them
    const FieldSpec* bare_number_ = nullptr;  ///< the number that was taken without its key
    std::optional<Refusal> two_days_;         ///< where another day stood beside one
};

}  // namespace

std::optional<Refusal> take_spoken(Draft& draft, std::vector<std::string> words) {
    return Spoken{draft, std::move(words)}.take();
}

}  // namespace teamctl::entry
