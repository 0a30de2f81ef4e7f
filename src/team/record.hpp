// Records of what happened: one line of a day's log. Their kinds and fields are rows of a table, not types.
#pragma once

#include <array>
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
    assets_or_word,  ///< a list of assets, or the one word of FieldSpec::choices: `all`
    award,
    texts,      ///< a list of texts
    readings,   ///< a mapping of item ids to decimals
    findings,   ///< a mapping of assets to what was found: items that failed, or `failed` and `readings`
    entity_id,  ///< the id of the entity that the record opens
    entity,     ///< the id of an entity opened before: FieldSpec::entity
};

/// What customers, deals, tickets ... have in common: opened by one record, changed by later ones.
enum class EntityKind { none, customer, deal, ticket, problem, action, suggestion };

/// How a list of records shows a field.
enum class Shown {
    titled,
    untitled,    ///< what the record is about needs no title
    on_request,  ///< a telephone number
    apart,       ///< in a column of its own: the time
};

/// What a text, or each of several, names.
enum class Named {
    nothing,
    training,  ///< a planned training, or any topic
    priority,  ///< one of the service levels', high, normal or low, or urgent: the highest
    source,    ///< a meeting, a problem, a ticket or an asset
    item,      ///< an item of the record's checklist
    period,    ///< 2026-11, 2026-Q4
    thing,     ///< a customer, deal, ticket or action by its id
    document,  ///< a document of the record's meeting
    score,     ///< a kind of score: one that every team knows, or one of the rules'
};

/// The priorities of every team; service levels may have others. Records and levels keep these for their
/// Chinese spellings.
inline constexpr std::array<std::string_view, 4> known_priorities{"urgent", "high", "normal", "low"};

/// The kinds of scores of every team; rules may name others.
inline constexpr std::array<std::string_view, 5> known_scores{"exam", "lecture", "customer", "appraisal",
                                                              "skill"};

/// What a number or an amount of money may be.
enum class Amount { any, not_zero, positive, not_negative };

struct FieldSpec {
    std::string_view name{};
    FieldType type = FieldType::text;
    bool required = false;
    std::string_view zh{};  ///< meaning
    std::string_view en{};
    EntityKind entity = EntityKind::none;
    std::vector<std::string_view> choices{};
    Shown shown = Shown::titled;
    Named named = Named::nothing;
    Amount amount = Amount::any;
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

/// What a new record is checked against, beside its own day.
enum class Bearing {
    day,
    history,
    lists,  ///< the history, where the team has lists for newcomers, or such that are done in order
};

/// Whom a rule on records of a kind pays.
enum class Pays {
    subject,  ///< whom the record is about: RecordSpec::subject
    opener,   ///< who opened what it decides: who suggested, who raised
    holder,   ///< who is said to have done it, else with whom it lay
};

struct RecordSpec {
    std::string_view name{};
    std::string_view zh{};  ///< title, as a team lead says it
    std::string_view en{};
    std::vector<FieldSpec> fields{};
    std::vector<std::string_view> subject{};  ///< whom it is about: the first of these fields that is set
    std::vector<std::string_view> words{};    ///< fields in the order in which people say them
    std::vector<std::string_view>
        main_text{};                       ///< what a text without a key fills: the first that is not given
    EntityKind entity = EntityKind::none;  ///< the entity it opens, changes or closes
    Effect effect = Effect::none;
    Bearing bears_on = Bearing::day;
    Pays pays = Pays::subject;
    bool may_be_ahead = false;  ///< may be written for a day to come
    bool looks_back = false;    ///< speaks of what people did before, also of those who have left by then

    /// Position in `fields`, or -1. Inline: where the name is a literal, its length is known to the compiler.
    int field(std::string_view field_name) const {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].name == field_name) return static_cast<int>(i);
        }
        return -1;
    }
};

/// Every kind of record, in the order of the manual. The one place where a kind or a field is added.
std::span<const RecordSpec> record_specs();
/// Index into record_specs(), or -1.
int record_kind(std::string_view name);

/// The kind of a name that the code gives; a std::logic_error where there is none.
const RecordSpec& record_spec(std::string_view name);

/// The words that a field of a kind may hold; both are there.
const std::vector<std::string_view>& choices_of(std::string_view kind, std::string_view field);

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

/// The people whom the record is about: the first field of RecordSpec::subject that names any.
std::vector<PersonId> subjects_of(const Record& record);
/// The one person whom it is about; of a list nobody in particular.
PersonId subject_of(const Record& record);
/// What it says for itself: the first text of RecordSpec::main_text that is set, or an empty text.
std::string_view main_text_of(const Record& record);

}  // namespace teamctl::team
