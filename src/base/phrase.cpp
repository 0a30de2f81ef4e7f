#include "base/phrase.hpp"

namespace teamctl {

PhraseArgs::PhraseArgs() = default;
PhraseArgs::PhraseArgs(std::initializer_list<PhraseArg> args) : values_{args} {}
PhraseArgs::PhraseArgs(std::vector<PhraseArg> args) : values_{std::move(args)} {}
PhraseArgs::PhraseArgs(const PhraseArgs& other) = default;
PhraseArgs::PhraseArgs(PhraseArgs&& other) noexcept = default;
PhraseArgs& PhraseArgs::operator=(const PhraseArgs& other) = default;
PhraseArgs& PhraseArgs::operator=(PhraseArgs&& other) noexcept = default;
PhraseArgs::~PhraseArgs() = default;

void PhraseArgs::add(const char* text) {
    values_.emplace_back(std::string{text});
}
void PhraseArgs::add(std::string_view text) {
    values_.emplace_back(std::string{text});
}
void PhraseArgs::add(std::string&& text) {
    values_.emplace_back(std::move(text));
}
void PhraseArgs::add(int number) {
    values_.emplace_back(std::int64_t{number});
}
void PhraseArgs::add(unsigned number) {
    values_.emplace_back(std::int64_t{number});
}
void PhraseArgs::add(std::int64_t number) {
    values_.emplace_back(number);
}
void PhraseArgs::add(std::size_t number) {
    values_.emplace_back(static_cast<std::int64_t>(number));
}
void PhraseArgs::add(Money value) {
    values_.emplace_back(value);
}
void PhraseArgs::add(Ratio value) {
    values_.emplace_back(value);
}
void PhraseArgs::add(Date value) {
    values_.emplace_back(value);
}
void PhraseArgs::add(Month value) {
    values_.emplace_back(value);
}
void PhraseArgs::add(TimeOfDay value) {
    values_.emplace_back(value);
}
void PhraseArgs::add(Weekday value) {
    values_.emplace_back(value);
}
void PhraseArgs::add(const Period& value) {
    values_.emplace_back(value);
}
void PhraseArgs::add(PhraseList value) {
    values_.emplace_back(std::move(value));
}
void PhraseArgs::add(std::vector<Phrase> items) {
    values_.emplace_back(PhraseList{std::move(items)});
}
void PhraseArgs::add(const Phrase& value) {
    values_.emplace_back(PhraseList{{value}});
}
void PhraseArgs::add(Phrase&& value) {
    PhraseList one;
    one.items.push_back(std::move(value));
    values_.emplace_back(std::move(one));
}

Phrase verbatim(std::string text) {
    Phrase phrase;
    phrase.args.add(std::move(text));
    return phrase;
}

Phrase bilingual(std::string_view zh, std::string_view en) {
    return say("name.bilingual", zh, en);
}

Phrase listed(std::vector<Phrase> parts) {
    return say("name.listed", std::move(parts));
}

Phrase commas(std::vector<Phrase> parts) {
    Phrase text;
    for (auto& part : parts) text = text.empty() ? std::move(part) : say("name.comma", text, std::move(part));
    return text;
}

Phrase clauses(std::vector<Phrase> parts) {
    return say("name.clauses", std::move(parts));
}

}  // namespace teamctl
