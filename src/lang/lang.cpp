#include "lang/lang.hpp"

#include <algorithm>
#include <vector>

#include "base/overloaded.hpp"
#include "lang/lists.hpp"
#include "lang/values.hpp"

namespace teamctl::lang {
namespace {

const Word* find_word(std::string_view key) {
    const auto all = words();
    const auto found = std::ranges::lower_bound(all, key, {}, &Word::key);
    return found != all.end() && found->key == key ? &*found : nullptr;
}

/// Does the argument count as one? It decides between singular and plural.
bool is_one(const PhraseArg& arg) {
    if (const auto* number = std::get_if<std::int64_t>(&arg)) return *number == 1;
    if (const auto* list = std::get_if<PhraseList>(&arg)) return list->items.size() == 1;
    return false;
}

class Dictionary final : public Translator {
  public:
    explicit Dictionary(Language language) : language_{language} {}

    std::string say(const Phrase& phrase) const override;
    std::string date(Date date) const override { return table_date(language_, date, false); }
    std::string date_with_year(Date date) const override { return table_date(language_, date, true); }
    std::string weekday(Weekday weekday) const override { return weekday_name(language_, weekday); }
    std::string month(Month month) const override { return month_name(language_, month); }
    std::string_view code() const override { return language_ == Language::zh ? "zh" : "en"; }

  private:
    Language language_;
};

std::string list_in_words(Language language, const PhraseList& phrases, std::string_view form) {
    const bool zh = language == Language::zh;
    const std::string_view comma = form == "clauses" ? (zh ? "；" : "; ") : (zh ? "、" : ", ");
    std::string text;
    for (const auto& phrase : phrases.items) {
        if (&phrase != &phrases.items.front()) text += comma;
        text += translator(language).say(phrase);
    }
    return text;
}

std::string in_words(Language language, const PhraseArg& arg, std::string_view form) {
    return std::visit(Overloaded{
                          [](const std::string& text) { return text; },
                          [](std::int64_t number) { return std::to_string(number); },
                          [](Money money) { return grouped(money); },
                          [&](Ratio ratio) { return ratio_in_words(ratio, form); },
                          [&](Date date) { return date_in_words(language, date, form); },
                          [&](Month month) { return month_name(language, month); },
                          [](TimeOfDay time) { return to_string(time); },
                          [&](Weekday weekday) { return weekday_name(language, weekday); },
                          [&](const Period& period) { return period_in_words(language, period); },
                          [&](const PhraseList& phrases) { return list_in_words(language, phrases, form); },
                      },
                      arg);
}

/// What stands for `{inside}`: `0`, `0:form` or `0:one|many`. A number without an argument stays visible.
std::string placeholder(Language language, std::string_view inside, const std::vector<PhraseArg>& args) {
    const auto colon = inside.find(':');
    const auto number = inside.substr(0, colon);
    const bool is_number = number.size() == 1 && number[0] >= '0' && number[0] <= '9';
    const auto index = is_number ? static_cast<std::size_t>(number[0] - '0') : args.size();
    if (index >= args.size()) return "{" + std::string{inside} + "}";
    const auto form = colon == std::string_view::npos ? std::string_view{} : inside.substr(colon + 1);
    const auto bar = form.find('|');
    if (bar == std::string_view::npos) return in_words(language, args[index], form);
    return std::string{is_one(args[index]) ? form.substr(0, bar) : form.substr(bar + 1)};
}

std::string Dictionary::say(const Phrase& phrase) const {
    if (phrase.key.empty()) {
        std::string text;
        for (const auto& arg : phrase.args.values()) text += in_words(language_, arg, {});
        return text;
    }
    const Word* word = find_word(phrase.key);
    if (word == nullptr) return "[[" + phrase.key + "]]";
    return expanded(language_, language_ == Language::zh ? word->zh : word->en, phrase.args.values());
}

}  // namespace

std::optional<Language> parse_language(std::string_view text) {
    const auto name = text.substr(0, text.find_first_of("_-.@"));
    if (name == "zh") return Language::zh;
    if (name == "en") return Language::en;
    return std::nullopt;
}

std::span<const Word> words() {
    static const std::vector<Word> all = [] {
        std::vector<Word> rows;
        const auto add = [&](std::span<const Word> list) {
            rows.insert(rows.end(), list.begin(), list.end());
        };
#define TEAMCTL_ADD_LIST(name) add(words_##name());
        TEAMCTL_WORD_LISTS(TEAMCTL_ADD_LIST)
#undef TEAMCTL_ADD_LIST
        std::ranges::stable_sort(rows, {}, &Word::key);
        return rows;
    }();
    return all;
}

const Translator& translator(Language language) {
    static const Dictionary zh{Language::zh};
    static const Dictionary en{Language::en};
    return language == Language::zh ? zh : en;
}

std::string expanded(Language language, std::string_view pattern, const std::vector<PhraseArg>& args) {
    std::string text;
    for (std::size_t pos = 0; pos < pattern.size();) {
        const char c = pattern[pos];
        if ((c == '{' || c == '}') && pattern.substr(pos + 1, 1) == pattern.substr(pos, 1)) {
            text += c;
            pos += 2;
            continue;
        }
        const auto end = c == '{' ? pattern.find('}', pos) : std::string_view::npos;
        if (end == std::string_view::npos) {
            text += c;
            ++pos;
            continue;
        }
        text += placeholder(language, pattern.substr(pos + 1, end - pos - 1), args);
        pos = end + 1;
    }
    return text;
}

}  // namespace teamctl::lang
