#include "entry/open_things.hpp"

#include <algorithm>

#include "base/near.hpp"
#include "base/text.hpp"
#include "entry/references.hpp"
#include "entry/values.hpp"
#include "team/fixed_words.hpp"

namespace teamctl::entry {
namespace {

using team::FieldType;

/// What is open, or else what may be named at all: money is paid back of any deal.
std::vector<EntityChoice> open_choices(const Draft& draft, const team::FieldSpec& field) {
    auto choices = entity_choices(draft, field.entity);
    std::erase_if(choices, [](const EntityChoice& choice) { return !choice.open; });
    return choices;
}

std::string as_word(const std::string& value) {
    return value.find_first_of(" '\"") == std::string::npos ? value : "'" + value + "'";
}

/// What stands for a field in a line to type: what is given, who has it, the first of the words it may be.
std::string example_of(const Draft& draft, const team::FieldSpec& field, const EntityChoice& choice) {
    if (const auto* given = draft.find(field.name); given != nullptr && !given->filled)
        return as_word(given->value);
    switch (field.type) {
        case FieldType::entity:
            return choice.id;
        case FieldType::person:
            return as_word(choice.holder.empty() ? std::string{"…"} : choice.holder);
        case FieldType::choice:
            return draft.words.say(team::word_shown(field.choices.front()));
        case FieldType::money:
            return choice.amount.empty() ? "…" : choice.amount;
        default:
            return "…";
    }
}

/// The words of the record in the order in which people say them; those that it has to have, and those given.
std::string call_of(const Draft& draft, const EntityChoice& choice) {
    const auto& spec = draft.spec;
    std::string call = "teamctl log";
    if (draft.date != draft.now.date) call += " " + to_string(draft.date);
    call += " " + draft.words.say(bilingual(spec.zh, spec.name));
    for (const auto name : spec.words) {
        const auto& field = spec.fields[static_cast<std::size_t>(spec.field(name))];
        const auto* given = draft.find(name);
        const bool typed = given != nullptr && !given->filled;
        const bool filled = given != nullptr && given->filled;
        if (typed || (field.required && !filled)) call += " " + example_of(draft, field, choice);
    }
    for (const auto& given : draft.given) {
        const bool said = std::ranges::find(spec.words, given.key) != spec.words.end();
        if (!given.filled && !said) call += " " + given.key + "=" + as_word(given.value);
    }
    return call;
}

}  // namespace

const team::FieldSpec* missing_thing(const Draft& draft) {
    const auto found = std::ranges::find_if(draft.spec.fields, [&](const team::FieldSpec& field) {
        return field.type == FieldType::entity && field.required && draft.find(field.name) == nullptr;
    });
    return found != draft.spec.fields.end() ? &*found : nullptr;
}

std::optional<Refusal> which_thing(const Draft& draft) {
    const auto* field = missing_thing(draft);
    if (field == nullptr) return std::nullopt;
    const auto choices = open_choices(draft, *field);
    const auto title = bilingual(team::title_of(field->zh), team::title_of(field->en));
    if (choices.empty()) return Refusal{say("log.no_thing_open", title), say("check.opened_by_record")};
    std::vector<NamedThing> things;
    for (const auto& choice : choices) things.push_back({choice.id, choice.name});
    constexpr std::size_t most = 5;
    return Refusal{say("log.which_thing", title),
                   say("log.one_of_things", things_shown(things, most), call_of(draft, choices.front()))};
}

std::vector<CallOfThing> calls_of_things(const Draft& draft) {
    std::vector<CallOfThing> calls;
    const auto* field = missing_thing(draft);
    if (field == nullptr) return calls;
    for (const auto& choice : open_choices(draft, *field))
        calls.push_back({call_of(draft, choice), joined({choice.name, choice.about}, " ")});
    return calls;
}

}  // namespace teamctl::entry
