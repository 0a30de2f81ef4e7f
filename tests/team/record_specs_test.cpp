// The table of record kinds: what its columns name is there and of the type that the column means.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "../support/values.hpp"
#include "team/record.hpp"

namespace teamctl::test {
namespace {

using team::FieldSpec;
using team::FieldType;
using team::RecordSpec;

const FieldSpec& field_of(const RecordSpec& spec, std::string_view name) {
    CAPTURE(spec.name);
    CAPTURE(name);
    const int index = spec.field(name);
    REQUIRE(index >= 0);
    return spec.fields[static_cast<std::size_t>(index)];
}

TEST_CASE("names of kinds and of the fields of a kind are unique, and no kind has too many fields") {
    std::set<std::string_view> names;
    for (const auto& spec : team::record_specs()) {
        CAPTURE(spec.name);
        for (const auto name : {spec.name, spec.zh, spec.en}) CHECK(names.insert(name).second);
        std::set<std::string_view> fields;
        for (const auto& field : spec.fields) CHECK(fields.insert(field.name).second);
        CHECK(spec.fields.size() <= team::FieldValues::most);
    }
}

TEST_CASE("a record is about people, and every kind that names one who does it is about somebody") {
    for (const auto& spec : team::record_specs()) {
        CAPTURE(spec.name);
        for (const auto name : spec.subject) {
            const auto type = field_of(spec, name).type;
            CHECK((type == FieldType::person || type == FieldType::people_or_word));
        }
        const bool names_one = std::any_of(spec.fields.begin(), spec.fields.end(),
                                           [](const auto& field) { return field.type == FieldType::person; });
        CHECK(names_one != spec.subject.empty());
    }
}

TEST_CASE("what people say in their order holds all that a record must have, each once") {
    for (const auto& spec : team::record_specs()) {
        CAPTURE(spec.name);
        CHECK_FALSE(spec.words.empty());
        const std::set<std::string_view> said{spec.words.begin(), spec.words.end()};
        CHECK(said.size() == spec.words.size());
        for (const auto name : spec.words) field_of(spec, name);
        for (const auto& field : spec.fields) {
            CAPTURE(field.name);
            if (field.required && field.type != FieldType::entity_id) CHECK(said.contains(field.name));
        }
    }
}

TEST_CASE("a bare text fills texts: first those that a record must have, last the note") {
    for (const auto& spec : team::record_specs()) {
        CAPTURE(spec.name);
        CHECK_FALSE(spec.main_text.empty());
        bool optional = false;
        for (const auto name : spec.main_text) {
            const auto& field = field_of(spec, name);
            CHECK(field.type == FieldType::text);
            CHECK_FALSE((optional && field.required));
            optional |= !field.required;
        }
        for (const auto& field : spec.fields) {
            CAPTURE(field.name);
            const auto found = std::ranges::find(spec.main_text, field.name);
            if (field.type == FieldType::text && field.required) CHECK(found != spec.main_text.end());
            if (field.name == "note") CHECK(spec.main_text.back() == field.name);
        }
    }
}

TEST_CASE("what opens, changes or names something stands against the history") {
    for (const auto& spec : team::record_specs()) {
        CAPTURE(spec.name);
        const bool names = std::any_of(spec.fields.begin(), spec.fields.end(), [](const auto& field) {
            return field.type == FieldType::entity || field.type == FieldType::entity_id;
        });
        if (names) CHECK(spec.bears_on == team::Bearing::history);
        CHECK((spec.effect == team::Effect::none) == (spec.entity == team::EntityKind::none));
    }
}

TEST_CASE("a rule pays nobody for deciding on what is another's") {
    for (const auto& spec : team::record_specs()) {
        CAPTURE(spec.name);
        const bool by_alone = spec.subject == std::vector<std::string_view>{"by"};
        if (spec.entity != team::EntityKind::none && by_alone) CHECK(spec.pays != team::Pays::subject);
        if (spec.pays == team::Pays::holder) CHECK(spec.field("by") >= 0);
    }
}

TEST_CASE("numbers of records have a range") {
    for (const auto& spec : team::record_specs()) {
        for (const auto& field : spec.fields) {
            CAPTURE(spec.name);
            CAPTURE(field.name);
            const bool number = field.type == FieldType::integer || field.type == FieldType::decimal ||
                                field.type == FieldType::money;
            // Points alone are added and deducted alike.
            const bool any = spec.name == "points" && field.name == "points";
            CHECK((number && !any) == (field.amount != team::Amount::any));
        }
    }
}

TEST_CASE("a record is about the first of its subjects that is set, and says the first of its texts") {
    const auto made = [](std::string_view kind) {
        team::Record record;
        record.kind = team::record_kind(kind);
        return record;
    };
    auto ticket = made("ticket");
    CHECK_FALSE(team::subject_of(ticket));
    ticket.set("owner", team::PersonId{2});
    CHECK(team::subject_of(ticket).index == 2);
    ticket.set("who", team::PersonId{1});
    CHECK(team::subject_of(ticket).index == 1);

    auto training = made("training");
    training.set("by", team::PersonId{3});
    CHECK(team::subjects_of(training) == std::vector{team::PersonId{3}});
    training.set("attend", team::Text{"all"});
    CHECK(team::subjects_of(training) == std::vector{team::PersonId{3}});
    training.set("attend", team::SharedList{std::vector{team::PersonId{4}, team::PersonId{5}}});
    CHECK(team::subjects_of(training) == std::vector{team::PersonId{4}, team::PersonId{5}});
    CHECK(team::subject_of(training).index == 3);

    auto diary = made("diary");
    CHECK(team::main_text_of(diary).empty());
    diary.set("note", team::Text{"later"});
    CHECK(team::main_text_of(diary) == "later");
    diary.set("did", team::Text{"sold"});
    CHECK(team::main_text_of(diary) == "sold");
}

}  // namespace
}  // namespace teamctl::test
