// The words of the command line behind the kind: key=value, and one bare text.
#include <algorithm>

#include "base/text.hpp"
#include "cli/log_call.hpp"

namespace teamctl::cli {
namespace {

using team::FieldSpec;
using team::FieldType;

/// The field that a bare text fills: the first required text that is not given, else what was done, said or
/// noted.
const FieldSpec* main_text(const LogCall& call) {
    for (const auto& field : call.spec.fields) {
        if (field.required && field.type == FieldType::text && call.find(field.name) == nullptr)
            return &field;
    }
    for (const auto* name : {"did", "comment", "reason", "note"}) {
        const int index = call.spec.field(name);
        if (index >= 0 && call.find(name) == nullptr)
            return &call.spec.fields[static_cast<std::size_t>(index)];
    }
    return nullptr;
}

std::vector<std::string> known_keys(const team::RecordSpec& spec) {
    std::vector<std::string> keys;
    for (const auto& field : spec.fields) keys.emplace_back(field.name);
    return keys;
}

bool take_pair(LogCall& call, const std::string& key, const std::string& value) {
    const int index = field_named(call.spec, key);
    if (index < 0) {
        const auto known = known_keys(call.spec);
        const auto near = nearest(key, known);
        call.session.refuse(
            say("check.unknown_key", key),
            near ? say("check.did_you_mean", *near) : say("check.known_keys", joined(known, ", ")));
        return false;
    }
    const std::string name{call.spec.fields[static_cast<std::size_t>(index)].name};
    if (call.find(name) != nullptr) {
        call.session.refuse(say("log.key_twice", name));
        return false;
    }
    call.given.push_back({name, value});
    return true;
}

bool take_text(LogCall& call, const std::string& text) {
    const auto* field = main_text(call);
    // A key without its value is a slip, not a text.
    if (field == nullptr || field_named(call.spec, text) >= 0) {
        call.session.refuse(say("log.not_key_value", text), say("check.write_like", "who=wangli"));
        return false;
    }
    call.given.push_back({std::string{field->name}, text});
    return true;
}

}  // namespace

bool take_words(LogCall& call, const std::vector<std::string>& words) {
    std::vector<std::string> texts;
    for (const auto& word : words) {
        // Written all the same, it would not be what was typed.
        if (invalid_utf8(word)) {
            call.session.refuse(say("log.not_utf8", word), say("log.send_utf8"));
            return false;
        }
        const auto equals = word.find('=');
        if (equals == std::string::npos || equals == 0)
            texts.push_back(word);
        else if (!take_pair(call, word.substr(0, equals), word.substr(equals + 1)))
            return false;
    }
    if (texts.size() > 1) {
        call.session.refuse(say("log.two_texts", texts[0], texts[1]), say("log.quote_text"));
        return false;
    }
    return texts.empty() || take_text(call, texts.front());
}

}  // namespace teamctl::cli
