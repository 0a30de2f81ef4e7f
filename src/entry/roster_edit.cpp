#include "entry/roster_edit.hpp"

#include "yaml/edit.hpp"

namespace teamctl::entry {
namespace {

std::shared_ptr<const yaml::Document> parsed(const yaml::Document& like, std::string text) {
    Diagnostics reported_by_the_caller;
    return yaml::parse(like.file(), std::move(text), reported_by_the_caller);
}

yaml::Node person_in(const yaml::Document& roster, std::string_view id) {
    const auto people = roster.root().get("people");
    for (auto one = people.is_sequence() ? people.first() : yaml::Node{}; one; one = one.next()) {
        if (one.get("id").text() == id) return one;
    }
    return {};
}

/// Whether both mappings hold the same but for one key.
bool same_but(yaml::Node a, yaml::Node b, std::string_view key) {
    for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
        for (auto one = from.is_mapping() ? from.first() : yaml::Node{}; one; one = one.next()) {
            if (one.text() != key && !yaml::same_data(one.value(), to.get(one.text()))) return false;
        }
    }
    return true;
}

/// Whether the files hold the same but for that key of that person.
bool same_roster_but(const yaml::Document& before, const yaml::Document& after, std::string_view person,
                     std::string_view key) {
    if (!same_but(before.root(), after.root(), "people")) return false;
    auto other = after.root().get("people").first();
    for (auto one = before.root().get("people").first(); one; one = one.next(), other = other.next()) {
        if (!other) return false;
        const bool changed = one.get("id").text() == person;
        if (changed ? !same_but(one, other, key) : !yaml::same_data(one, other)) return false;
    }
    return !other;
}

/// The text with the key put into that person's entry, where all else stays.
std::shared_ptr<const yaml::Document> with_value(const yaml::Document& roster, std::string_view person,
                                                 const RosterValue& value) {
    const auto entry = person_in(roster, person);
    if (!entry.is_mapping()) return nullptr;
    auto made = parsed(roster, yaml::with_key(roster, entry, value.key, value.value));
    return made && same_roster_but(roster, *made, person, value.key) ? made : nullptr;
}

std::optional<std::string> text_of(const std::shared_ptr<const yaml::Document>& document) {
    return document ? std::optional{document->text()} : std::nullopt;
}

/// The entry of `changes:` that holds from that date on.
yaml::Node change_of(yaml::Node entry, std::string_view date) {
    const auto changes = entry.get("changes");
    for (auto one = changes.is_sequence() ? changes.first() : yaml::Node{}; one; one = one.next()) {
        if (one.get("from").text() == date) return one;
    }
    return {};
}

}  // namespace

std::optional<std::string> with_person(const yaml::Document* roster, std::span<const RosterValue> values) {
    const std::string item = mapping_of(values);
    if (roster == nullptr) return "people:\n  - " + item + "\n";
    const auto people = roster->root().get("people");
    std::string text;
    if (roster->root().is_null()) {
        text = roster->text();
        if (!text.empty() && text.back() != '\n') text += '\n';
        return text + "people:\n  - " + item + "\n";
    }
    if (people.is_sequence() && people.size() > 0)
        text = yaml::with_item(*roster, people, item);
    else
        text = yaml::with_key(*roster, roster->root(), "people", "\n  - " + item);
    const auto made = parsed(*roster, text);
    if (!made || !same_but(roster->root(), made->root(), "people")) return std::nullopt;
    const auto now = made->root().get("people");
    if (now.size() != people.size() + 1) return std::nullopt;
    auto one = now.first();
    for (auto old = people.is_sequence() ? people.first() : yaml::Node{}; old;
         old = old.next(), one = one.next()) {
        if (!yaml::same_data(old, one)) return std::nullopt;
    }
    return text;
}

std::optional<std::string> with_values(const yaml::Document& roster, std::string_view person,
                                       std::span<const RosterValue> values) {
    auto made = parsed(roster, roster.text());
    for (const auto& value : values) {
        if (!made) break;
        made = with_value(*made, person, value);
    }
    return text_of(made);
}

std::optional<std::string> with_change(const yaml::Document& roster, std::string_view person,
                                       std::span<const RosterValue> values) {
    const auto entry = person_in(roster, person);
    if (!entry.is_mapping()) return std::nullopt;
    const auto changes = entry.get("changes");
    if (!changes.is_sequence() || changes.size() == 0) {
        const RosterValue list{"changes", "[" + mapping_of(values) + "]"};
        return text_of(with_value(roster, person, list));
    }
    if (!change_of(entry, values.front().value)) {
        const auto made = parsed(roster, yaml::with_item(roster, changes, mapping_of(values)));
        return made && same_roster_but(roster, *made, person, "changes") ? text_of(made) : std::nullopt;
    }
    auto made = parsed(roster, roster.text());
    for (const auto& value : values.subspan(1)) {
        if (!made) break;
        const auto change = change_of(person_in(*made, person), values.front().value);
        made = parsed(roster, yaml::with_key(*made, change, value.key, value.value));
    }
    return made && same_roster_but(roster, *made, person, "changes") ? text_of(made) : std::nullopt;
}

}  // namespace teamctl::entry
