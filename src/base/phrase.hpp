// What is to be said, before a language is chosen: a key into the word list and the values that go into it.
#pragma once

#include <cstdint>
#include <initializer_list>
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

/// The values of a phrase. A class whose copies, moves and end stand in phrase.cpp: written out wherever a
/// phrase is made, they are a third of the program.
class PhraseArgs {
  public:
    PhraseArgs();
    PhraseArgs(std::initializer_list<PhraseArg> args);
    PhraseArgs(std::vector<PhraseArg> args);
    PhraseArgs(const PhraseArgs& other);
    PhraseArgs(PhraseArgs&& other) noexcept;
    PhraseArgs& operator=(const PhraseArgs& other);
    PhraseArgs& operator=(PhraseArgs&& other) noexcept;
    ~PhraseArgs();

    void add(const char* text);
    void add(std::string_view text);
    void add(std::string&& text);
    void add(int number);
    void add(unsigned number);
    void add(std::int64_t number);
    void add(std::size_t number);
    void add(Money value);
    void add(Ratio value);
    void add(Date value);
    void add(Month value);
    void add(TimeOfDay value);
    void add(Weekday value);
    void add(const Period& value);
    void add(PhraseList value);
    void add(std::vector<Phrase> items);
    void add(const Phrase& value);
    void add(Phrase&& value);

    const std::vector<PhraseArg>& values() const { return values_; }
    bool empty() const { return values_.empty(); }
    std::size_t size() const { return values_.size(); }
    const PhraseArg& operator[](std::size_t place) const { return values_[place]; }

  private:
    std::vector<PhraseArg> values_;
};

/// A key of lang/ and its arguments. An empty key is text of the user's own, said as it stands.
struct Phrase {
    std::string key;
    PhraseArgs args;

    bool empty() const { return key.empty() && args.empty(); }
};

/// say("agenda.away", name, date): the phrase with that key; the key must stand in lang/.
template <class... Args>
Phrase say(std::string_view key, Args&&... args) {
    Phrase phrase{std::string{key}, {}};
    (phrase.args.add(std::forward<Args>(args)), ...);
    return phrase;
}

/// Text of the user's own, said as it stands.
Phrase verbatim(std::string text);

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
