#include "team/record.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "base/text.hpp"

namespace teamctl::team {

std::string_view title_of(std::string_view meaning) {
    auto end = meaning.size();
    for (const std::string_view stop : {"：", "，", "（", ":", ",", ";", "("})
        end = std::min(end, meaning.find(stop));
    return trimmed(meaning.substr(0, end));
}

int record_kind(std::string_view name) {
    static const auto kinds = [] {
        std::unordered_map<std::string_view, int> all;
        for (const auto& spec : record_specs()) all.emplace(spec.name, static_cast<int>(all.size()));
        return all;
    }();
    const auto at = kinds.find(name);
    return at != kinds.end() ? at->second : -1;
}

const RecordSpec& record_spec(std::string_view name) {
    const int kind = record_kind(name);
    if (kind < 0) throw std::logic_error{"no record kind " + std::string{name}};
    return record_specs()[static_cast<std::size_t>(kind)];
}

const std::vector<std::string_view>& choices_of(std::string_view kind, std::string_view field) {
    const auto& spec = record_spec(kind);
    return spec.fields[static_cast<std::size_t>(spec.field(field))].choices;
}

std::vector<PersonId> subjects_of(const Record& record) {
    for (const auto field : record.spec().subject) {
        if (const auto person = record.person(field)) return {person};
        if (const auto* people = record.get<std::vector<PersonId>>(field)) return *people;
    }
    return {};
}

PersonId subject_of(const Record& record) {
    for (const auto field : record.spec().subject) {
        if (const auto person = record.person(field)) return person;
    }
    return {};
}

std::string_view main_text_of(const Record& record) {
    for (const auto field : record.spec().main_text) {
        if (const auto text = record.text(field); !text.empty()) return text;
    }
    return {};
}

char id_letter(EntityKind kind) {
    switch (kind) {
        case EntityKind::customer:
            return 'c';
        case EntityKind::deal:
            return 'd';
        case EntityKind::ticket:
            return 't';
        case EntityKind::problem:
            return 'p';
        case EntityKind::action:
            return 'a';
        case EntityKind::suggestion:
            return 's';
        case EntityKind::none:
            break;
    }
    return 'x';
}

}  // namespace teamctl::team
