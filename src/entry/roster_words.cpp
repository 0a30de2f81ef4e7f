#include "entry/roster_words.hpp"

#include <algorithm>
#include <array>

#include "base/id.hpp"
#include "base/text.hpp"
#include "entry/references.hpp"
#include "entry/values.hpp"
#include "entry/words.hpp"
#include "lang/lang.hpp"
#include "team/people.hpp"
#include "team/write_record.hpp"

namespace teamctl::entry {
namespace {

using team::KeySpec;
using team::TypeSpec;

/// What a Chinese office calls the keys.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> chinese_keys{{
    {"编号", "id"},        {"姓名", "name"},     {"单位", "unit"},     {"部门", "unit"},
    {"职务", "position"},  {"职位", "position"}, {"层级", "level"},    {"上级", "reports_to"},
    {"入职", "joined"},    {"离职", "left"},     {"最后一天", "left"}, {"生日", "birthday"},
    {"技能", "skills"},    {"上班", "works"},    {"份额", "share"},    {"师傅", "mentor"},
    {"区域", "territory"}, {"电话", "phone"},    {"手机", "phone"},    {"邮箱", "email"},
    {"备注", "note"},      {"从", "from"},       {"起", "from"},       {"轮值份额", "share"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> chinese_levels{{
    {"决策层", "decision"},
    {"管理层", "management"},
    {"执行层", "execution"},
    {"决策", "decision"},
    {"管理", "management"},
    {"执行", "execution"},
}};

const KeySpec* key_named(std::span<const KeySpec> keys, std::string_view word) {
    for (const auto& [zh, key] : chinese_keys) {
        if (zh == word) word = key;
    }
    const auto found = std::ranges::find(keys, word, &KeySpec::name);
    return found != keys.end() ? &*found : nullptr;
}

Written reference(const team::Team& team, team::RefKind kind, const std::string& text) {
    if (kind == team::RefKind::person) {
        auto found = person_named(team, text);
        if (auto* refusal = std::get_if<Refusal>(&found)) return std::move(*refusal);
        return team[std::get<team::PersonId>(found)].id;
    }
    const auto unit = kind == team::RefKind::unit ? team::find_unit(team, text) : std::nullopt;
    return unit ? team[*unit].id : text;
}

std::string choice(const std::string& text) {
    for (const auto& [zh, word] : chinese_levels) {
        if (zh == text) return std::string{word};
    }
    for (unsigned i = 0; i < 7; ++i) {
        const Weekday day{i};
        for (const auto language : {lang::Language::zh, lang::Language::en}) {
            if (lang::translator(language).weekday(day) == text) return to_string(day);
        }
    }
    return text;
}

std::optional<Date> day_named(std::string_view text, Date today) {
    const auto period = parse_period(text, today, Lean::ahead);
    return period && period->from == period->to ? std::optional{period->from} : std::nullopt;
}

/// One value of that type; numbers stay plain.
Written single(const team::Team& team, const TypeSpec& type, const std::string& text) {
    using Form = TypeSpec::Form;
    switch (type.form) {
        case Form::reference: {
            auto id = reference(team, type.ref, text);
            if (auto* plain = std::get_if<std::string>(&id)) *plain = yaml::quoted_scalar(*plain);
            return id;
        }
        case Form::choice:
            return yaml::quoted_scalar(choice(text));
        case Form::ratio:
            return text.find_first_not_of("0123456789.%") == std::string::npos ? text
                                                                               : yaml::quoted_scalar(text);
        default:
            return yaml::quoted_scalar(text);
    }
}

bool fits_in_a_word(const TypeSpec& type) {
    using Form = TypeSpec::Form;
    return type.form != Form::mapping && (type.form != Form::list || type.single);
}

}  // namespace

std::variant<RosterValue, Refusal> roster_value(const team::Team& team, std::span<const KeySpec> keys,
                                                std::string_view word, Date today) {
    const auto pair = key_value(word);
    std::vector<std::string> known;
    for (const auto& key : keys) {
        if (fits_in_a_word(key.type)) known.emplace_back(key.name);
    }
    if (!pair) return Refusal{say("roster.no_key", word), say("check.known_keys", joined(known, ", "))};
    const auto* key = key_named(keys, pair->key);
    if (key == nullptr || !fits_in_a_word(key->type)) {
        const auto near = nearest(pair->key, known);
        // Of a person, but nothing that changes from a day on: it is put right where it stands.
        const auto of_person = team::person_keys();
        if (key == nullptr && key_named(of_person, pair->key) != nullptr)
            return Refusal{say("roster.no_change", pair->key),
                           say("check.write_like", bilingual("teamctl edit 花名册", "teamctl edit roster"))};
        return Refusal{
            say("check.unknown_key", pair->key),
            near ? say("check.did_you_mean", *near) : say("check.known_keys", joined(known, ", "))};
    }
    const std::string text{trimmed(pair->value)};
    if (key->type.form == TypeSpec::Form::date) {
        const auto date = day_named(text, today);
        if (!date)
            return Refusal{say("roster.no_day", key->name, text), say("check.write_like", "2026-12-01")};
        return RosterValue{std::string{key->name}, to_string(*date)};
    }
    const bool list = key->type.form == TypeSpec::Form::list;
    auto items = list ? split(text, false) : std::vector{text};
    for (auto& item : items) {
        auto value = single(team, list ? *key->type.item : key->type, item);
        if (auto* refusal = std::get_if<Refusal>(&value)) return std::move(*refusal);
        item = std::get<std::string>(std::move(value));
    }
    return RosterValue{std::string{key->name}, list ? team::flow_list(items) : items.front()};
}

std::string new_person_id(const team::Team& team, std::string_view name) {
    std::string base;
    const auto text = trimmed(name);
    for (std::size_t at = 0; at < text.size();) {
        const auto c = code_point_at(text, at);
        if (c.value >= U'A' && c.value <= U'Z')
            base += static_cast<char>(c.value - U'A' + U'a');
        else if (belongs_in_id(c.value))
            base += text.substr(at, c.bytes);
        else if (c.value == U' ')
            base += '-';
        at += c.bytes;
    }
    const auto taken = [&](const std::string& id) {
        return std::ranges::any_of(
            team.people, [&](const team::Person& person) { return person.id == id || person.name == id; });
    };
    if (!is_id(base)) base = "id";  // a name of signs alone
    std::string id = base;
    for (int number = 2; taken(id); ++number) id = base + "-" + std::to_string(number);
    return id;
}

std::string mapping_of(std::span<const RosterValue> values) {
    std::vector<std::string> parts;
    for (const auto& one : values) parts.push_back(one.key + ": " + one.value);
    return "{" + joined(parts, ", ") + "}";
}

}  // namespace teamctl::entry
