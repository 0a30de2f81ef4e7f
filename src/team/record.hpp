// Records of what happened: one line of a day's log. Their kinds and fields are rows of a table, not types.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "team/field_value.hpp"
#include "team/id.hpp"

namespace teamctl::team {

enum class FieldType {
    text,
    integer,
    decimal,  ///< a number with at most four decimals: a score, a meter's value
    money,
    date,
    time,
    flag,    ///< true | false
    choice,  ///< one of FieldSpec::choices
    person,
    people,
    people_or_word,  ///< a list of people, or the one word of FieldSpec::choices: `rest`, `all`
    meeting,
    queue,
    checklist,
    asset,
    award,
    texts,      ///< a list of texts
    readings,   ///< a mapping of item ids to decimals
    entity_id,  ///< the id of the entity that the record opens
    entity,     ///< the id of an entity opened before: FieldSpec::entity
};

/// What customers, deals, tickets ... have in common: opened by one record, changed by later ones.
enum class EntityKind { none, customer, deal, ticket, problem, action, suggestion };

struct FieldSpec {
    std::string_view name;
    FieldType type = FieldType::text;
    bool required = false;
    std::string_view zh;  ///< meaning
    std::string_view en;
    EntityKind entity = EntityKind::none;
    std::vector<std::string_view> choices;
};

/// The title in a meaning: what stands before its first stop.
std::string_view title_of(std::string_view meaning);

/// What a record does to the entity it names.
enum class Effect {
    none,
    opens,
    changes,
    closes,
    follows,  ///< speaks of it also after its end: a call-back
};

struct RecordSpec {
    std::string_view name;
    std::string_view zh;  ///< title, as a team lead says it
    std::string_view en;
    std::vector<FieldSpec> fields;
    EntityKind entity = EntityKind::none;  ///< the entity it opens, changes or closes
    Effect effect = Effect::none;

    /// Position in `fields`, or -1.
    int field(std::string_view field_name) const;
};

/// Every kind of record, in the order of the manual. The one place where a kind or a field is added.
std::span<const RecordSpec> record_specs();
/// Index into record_specs(), or -1.
int record_kind(std::string_view name);

/// The letter that a made id begins with: c for customers, d, t, p, a, s.
char id_letter(EntityKind kind);

/// One record, read and checked.
struct Record {
    [[no_unique_address]] FieldValues values;  ///< first: what follows begins in their last, unused bytes
    int kind = 0;                              ///< index into record_specs()
    Date date{};
    std::optional<TimeOfDay> at;
    Origin origin;

    const RecordSpec& spec() const { return record_specs()[static_cast<std::size_t>(kind)]; }
    bool is(std::string_view name) const { return spec().name == name; }
    /// The field's value, or null where it is not set, is of another type, or the kind has no such field.
    template <class T>
    const T* get(std::string_view field) const {
        const int index = spec().field(field);
        return index < 0 ? nullptr : value_as<T>(values[static_cast<std::size_t>(index)]);
    }
    PersonId person(std::string_view field) const {
        const auto* id = get<PersonId>(field);
        return id != nullptr ? *id : PersonId{};
    }
    std::string_view text(std::string_view field) const {
        const auto* value = get<Text>(field);
        return value != nullptr ? value->view() : std::string_view{};
    }
    Money money(std::string_view field) const {
        const auto* value = get<Money>(field);
        return value != nullptr ? *value : Money{};
    }
    std::int64_t integer(std::string_view field, std::int64_t otherwise = 0) const {
        const auto* value = get<std::int64_t>(field);
        return value != nullptr ? *value : otherwise;
    }
    /// The kind has such a field.
    void set(std::string_view field, FieldValue value) {
        values.set(static_cast<std::size_t>(spec().field(field)), std::move(value));
    }
};

}  // namespace teamctl::team
