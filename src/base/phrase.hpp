// What is to be said, before a language is chosen: a key into the word list and the values that go into it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/period.hpp"

namespace teamctl {

struct Phrase;

/// Phrases said one after the other, with the language's list comma between them.
struct PhraseList {
    std::vector<Phrase> items;
};

using PhraseArg = std::variant<std::string, std::int64_t, Money, Ratio, Date, Month, TimeOfDay, Weekday,
                               Period, PhraseList>;

/// A key of lang/ and its arguments. An empty key is text of the user's own, said as it stands.
struct Phrase {
    std::string key;
    std::vector<PhraseArg> args;

    bool empty() const { return key.empty() && args.empty(); }
};

inline PhraseArg phrase_arg(const char* text) {
    return std::string{text};
}
inline PhraseArg phrase_arg(std::string text) {
    return text;
}
inline PhraseArg phrase_arg(std::string_view text) {
    return std::string{text};
}
inline PhraseArg phrase_arg(int number) {
    return std::int64_t{number};
}
inline PhraseArg phrase_arg(unsigned number) {
    return std::int64_t{number};
}
inline PhraseArg phrase_arg(std::int64_t number) {
    return number;
}
inline PhraseArg phrase_arg(std::size_t number) {
    return static_cast<std::int64_t>(number);
}
inline PhraseArg phrase_arg(Money value) {
    return value;
}
inline PhraseArg phrase_arg(Ratio value) {
    return value;
}
inline PhraseArg phrase_arg(Date value) {
    return value;
}
inline PhraseArg phrase_arg(Month value) {
    return value;
}
inline PhraseArg phrase_arg(TimeOfDay value) {
    return value;
}
inline PhraseArg phrase_arg(Weekday value) {
    return value;
}
inline PhraseArg phrase_arg(Period value) {
    return value;
}
inline PhraseArg phrase_arg(PhraseList value) {
    return value;
}
inline PhraseArg phrase_arg(std::vector<Phrase> items) {
    return PhraseList{std::move(items)};
}
inline PhraseArg phrase_arg(Phrase value) {
    return PhraseList{{std::move(value)}};
}

/// say("agenda.away", name, date): the phrase with that key; the key must stand in lang/.
template <class... Args>
Phrase say(std::string_view key, Args&&... args) {
    return {std::string{key}, {phrase_arg(std::forward<Args>(args))...}};
}

/// Text of the user's own, said as it stands.
inline Phrase verbatim(std::string text) {
    return {{}, {std::move(text)}};
}

/// A text that the sources carry in both languages: titles of record kinds and fields.
Phrase bilingual(std::string_view zh, std::string_view en);

/// Phrases said one after the other: with the language's list comma (、), with commas, with a stop between
/// clauses.
Phrase listed(std::vector<Phrase> parts);
Phrase commas(std::vector<Phrase> parts);
Phrase clauses(std::vector<Phrase> parts);

/// Turns phrases and values into one language; implemented in lang/.
class Translator {
  public:
    virtual ~Translator() = default;
    virtual std::string say(const Phrase& phrase) const = 0;
    /// A date as a table shows it: `11-23 周一`, `Mon 23 Nov`.
    virtual std::string date(Date date) const = 0;
    /// The same with its year: `2026-11-23 周一`, `Mon 23 Nov 2026`.
    virtual std::string date_with_year(Date date) const = 0;
    virtual std::string weekday(Weekday weekday) const = 0;
    virtual std::string month(Month month) const = 0;
    /// `zh` or `en`, as an HTML page names it.
    virtual std::string_view code() const = 0;
};

}  // namespace teamctl
