// The machinery of the schema tables. A struct's table has one row a key: name, member, required, meaning in
// zh and en. Reading, checking, JSON Schema, the manual and completion all come from these rows.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "team/fixed_words.hpp"
#include "team/model.hpp"
#include "team/reader.hpp"

namespace teamctl::team {

struct KeySpec;

/// The shape of a value, for JSON Schema, the manual and completion.
struct TypeSpec {
    enum class Form {
        text,
        integer,
        decimal,
        money,
        ratio,
        date,
        time,
        birthday,
        period,
        span,
        lapse,
        block,
        flag,
        choice,
        reference,
        list,
        mapping,
        selector,
        when,
        record  ///< a kind of record
    };
    Form form = Form::text;
    std::vector<std::string> choices = {};  ///< of choice; for mappings with free keys: empty
    RefKind ref = RefKind::person;          ///< of reference
    /// Of lists and of mappings with free keys: what they hold. Of mappings with keys: what may stand
    /// instead.
    std::shared_ptr<const TypeSpec> item = nullptr;
    std::vector<KeySpec> (*keys)() = nullptr;  ///< of mappings
    bool single = false;                       ///< a list that may be written as its only item
};

struct KeySpec {
    std::string_view name;
    bool required = false;
    TypeSpec type;
    std::string_view zh;
    std::string_view en;
};

enum class Need { optional, required };

/// One key of a mapping that is read into a T.
template <class T>
struct Row {
    KeySpec spec;
    std::function<bool(Reader&, yaml::Node, T&)> read;
};

/// Specialised for each struct: `static const std::vector<Row<T>>& rows()`, and where values bear on each
/// other `static void check(Reader&, yaml::Node, T&)`.
template <class T>
struct Schema;

/// How a T is read from a node and described. The primary template is for structs with a Schema.
template <class T>
struct Codec;

template <class T, class Member>
Row<T> row(std::string_view name, Member T::*member, Need need, std::string_view zh, std::string_view en) {
    return {{name, need == Need::required, Codec<Member>::spec(), zh, en},
            [member](Reader& reader, yaml::Node node, T& out) {
                return Codec<Member>::read(reader, node, out.*member);
            }};
}

/// A row for a member of a part.
template <class T, class Part, class Member>
Row<T> row(std::string_view name, Part T::*part, Member Part::*member, Need need, std::string_view zh,
           std::string_view en) {
    return {{name, need == Need::required, Codec<Member>::spec(), zh, en},
            [part, member](Reader& reader, yaml::Node node, T& out) {
                return Codec<Member>::read(reader, node, out.*part.*member);
            }};
}

/// The same for words that the file may not choose: one, or of a list as many as there are. They are kept as
/// files write them.
template <class T, class Member>
Row<T> words_row(std::string_view name, Member T::*member, Need need, std::string_view zh,
                 std::string_view en, const std::vector<std::string>& known) {
    auto made = row(name, member, need, zh, en);
    const TypeSpec words{.form = TypeSpec::Form::choice, .choices = known};
    if (made.spec.type.form == TypeSpec::Form::list)
        made.spec.type.item = std::make_shared<TypeSpec>(words);
    else
        made.spec.type = words;
    made.read = [member, known](Reader& reader, yaml::Node node, T& out) {
        return Codec<Member>::read(reader, node, out.*member) && reader.take_words(node, known, out.*member);
    };
    return made;
}

/// Reads a mapping by the rows of Schema<T>: unknown and missing keys, then every value.
template <class T>
bool read_mapping(Reader& reader, yaml::Node node, T& out) {
    const auto& rows = Schema<T>::rows();
    const auto wanted =
        std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.spec.required; });
    if (!reader.expect_mapping(node, (wanted == rows.end() ? rows.front() : *wanted).spec.name)) return false;
    if constexpr (requires { out.origin; }) out.origin = reader.origin(node);
    bool good = true;   // nothing is wrong
    bool known = true;  // every key is one of ours
    for (auto key = node.first(); key; key = key.next()) {
        const Row<T>* found = nullptr;
        for (const auto& row : rows) {
            if (row.spec.name == key.text()) found = &row;
        }
        if (found == nullptr) {
            std::vector<std::string> keys;
            for (const auto& row : rows) keys.emplace_back(row.spec.name);
            reader.unknown_key(key, keys);
            known = false;
        } else {
            const bool text = found->spec.required && found->spec.type.form == TypeSpec::Form::text;
            good &= (!text || reader.expect_words(key.value())) && found->read(reader, key.value(), out);
        }
    }
    for (const auto& row : rows) {
        if (row.spec.required && !node.get(row.spec.name))
            good = reader.error(node, "missing-key", say("check.missing_key", row.spec.name),
                                say("check.add_key", row.spec.name));
    }
    if constexpr (requires { Schema<T>::check(reader, node, out); }) {
        if (good || requires { Schema<T>::weighs_what_is_sound; }) Schema<T>::check(reader, node, out);
    }
    return good && known;
}

template <class T>
std::vector<KeySpec> key_specs() {
    std::vector<KeySpec> specs;
    for (const auto& row : Schema<T>::rows()) specs.push_back(row.spec);
    return specs;
}

/// Reads a plain (unquoted) whole number; what it is otherwise than, and an example of it, stand in the
/// error.
bool read_whole(Reader& reader, yaml::Node node, std::int64_t least, std::int64_t most, std::int64_t& out,
                std::string_view what = "check.a_number", std::string_view example = "3");

/// Reports a number under the key that is out of bounds; true where the key is not given.
bool check_bounds(Reader& reader, yaml::Node mapping, std::string_view key, int value, int least, int most);

/// 1 to 999, as words of a text name it: `2 weeks`.
std::optional<int> small_number(std::string_view text);

template <class T>
struct Codec {
    static bool read(Reader& reader, yaml::Node node, T& out) { return read_mapping(reader, node, out); }
    static TypeSpec spec() { return {.form = TypeSpec::Form::mapping, .keys = &key_specs<T>}; }
};

#define TEAMCTL_CODEC(Type)                                           \
    template <>                                                       \
    struct Codec<Type> {                                              \
        static bool read(Reader& reader, yaml::Node node, Type& out); \
        static TypeSpec spec();                                       \
    };
TEAMCTL_CODEC(std::string)
TEAMCTL_CODEC(yaml::Node)  // what is weighed later, with its neighbours
TEAMCTL_CODEC(int)
TEAMCTL_CODEC(bool)
TEAMCTL_CODEC(Decimal)
TEAMCTL_CODEC(Money)
TEAMCTL_CODEC(Ratio)
TEAMCTL_CODEC(Date)
TEAMCTL_CODEC(TimeOfDay)
TEAMCTL_CODEC(Weekday)
TEAMCTL_CODEC(Birthday)
TEAMCTL_CODEC(Period)
TEAMCTL_CODEC(Hours)
TEAMCTL_CODEC(Span)
TEAMCTL_CODEC(Selector)
TEAMCTL_CODEC(When)
TEAMCTL_CODEC(Weight)
TEAMCTL_CODEC(PersonPair)
TEAMCTL_CODEC(Requirement)
TEAMCTL_CODEC(std::vector<Role>)
/// Keys of a mapping have no order, so roles stand as the agenda calls them up, then as teams usually list
/// them, then by name.
void sort_roles(std::vector<Role>& roles, const std::vector<AgendaItem>& agenda);
using IntPair = std::pair<int, int>;
using DatePair = std::pair<Date, Date>;
TEAMCTL_CODEC(IntPair)
TEAMCTL_CODEC(DatePair)
#undef TEAMCTL_CODEC

/// Specialised for each enum of the files: `static constexpr std::pair<std::string_view, E> names[]`.
template <class E>
struct Choices;

template <class E>
requires std::is_enum_v<E>
struct Codec<E> {
    static bool read(Reader& reader, yaml::Node node, E& out) {
        const auto known = words();
        if (!node.is_scalar()) return reader.wrong(node, "check.a_word", known.front());
        const auto word = word_in(node.text(), known);
        for (const auto& [name, value] : Choices<E>::names) {
            if (name != word) continue;
            out = value;
            return true;
        }
        return reader.bad_choice(node, known);
    }
    static TypeSpec spec() { return {.form = TypeSpec::Form::choice, .choices = words()}; }

  private:
    static std::vector<std::string> words() {
        std::vector<std::string> words;
        for (const auto& [name, value] : Choices<E>::names) words.emplace_back(name);
        return words;
    }
};

template <class T>
struct Codec<std::optional<T>> {
    static bool read(Reader& reader, yaml::Node node, std::optional<T>& out) {
        T value{};
        if (!Codec<T>::read(reader, node, value)) return false;
        out = std::move(value);
        return true;
    }
    static TypeSpec spec() { return Codec<T>::spec(); }
};

template <class Tag>
constexpr RefKind ref_kind();
template <>
constexpr RefKind ref_kind<PersonTag>() {
    return RefKind::person;
}
template <>
constexpr RefKind ref_kind<UnitTag>() {
    return RefKind::unit;
}
template <>
constexpr RefKind ref_kind<SeriesTag>() {
    return RefKind::series;
}
template <>
constexpr RefKind ref_kind<QueueTag>() {
    return RefKind::queue;
}
template <>
constexpr RefKind ref_kind<ChecklistTag>() {
    return RefKind::checklist;
}
template <>
constexpr RefKind ref_kind<AssetTag>() {
    return RefKind::asset;
}
template <>
constexpr RefKind ref_kind<AwardTag>() {
    return RefKind::award;
}

template <class Tag>
struct Codec<Id<Tag>> {
    static bool read(Reader& reader, yaml::Node node, Id<Tag>& out) {
        out.index = reader.resolve(node, ref_kind<Tag>());
        return static_cast<bool>(out);
    }
    static TypeSpec spec() { return {.form = TypeSpec::Form::reference, .ref = ref_kind<Tag>()}; }
};

/// A list; of single values it may be written as its only item. Bad items are reported and left out.
template <class T>
struct Codec<std::vector<T>> {
    static bool read(Reader& reader, yaml::Node node, std::vector<T>& out) {
        const TypeSpec item = Codec<T>::spec();
        const Reader::InList scope{reader, node};
        if (node.is_scalar() && item.form != TypeSpec::Form::mapping) return read_item(reader, node, out);
        if (!reader.expect_sequence(node)) return false;
        bool good = true;
        for (auto child = node.first(); child; child = child.next()) good &= read_item(reader, child, out);
        return good;
    }
    static TypeSpec spec() {
        const TypeSpec item = Codec<T>::spec();
        return {.form = TypeSpec::Form::list,
                .item = std::make_shared<TypeSpec>(item),
                .single = item.form != TypeSpec::Form::mapping && item.form != TypeSpec::Form::list};
    }

  private:
    static bool read_item(Reader& reader, yaml::Node node, std::vector<T>& out) {
        T value{};
        if (!Codec<T>::read(reader, node, value)) return false;
        out.push_back(std::move(value));
        return true;
    }
};

}  // namespace teamctl::team
