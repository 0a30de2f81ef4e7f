// The values of a record's fields, short and long, set and not.
#include "team/field_value.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "team/record.hpp"

namespace teamctl::team {
namespace {

TEST_SUITE_BEGIN("field values");

TEST_CASE("a text is what it was made of, however long, copied, moved and replaced") {
    for (const std::size_t size : {0U, 1U, 14U, 15U, 16U, 17U, 127U, 128U, 255U, 256U, 70'000U}) {
        CAPTURE(size);
        std::string written;
        for (std::size_t i = 0; i < size; ++i) written += static_cast<char>(i % 256);
        Text text{written};
        CHECK(text.view() == written);
        const Text copy{text};
        const Text moved{std::move(text)};
        CHECK(copy.view() == written);
        CHECK(moved.view() == written);
        Text other{std::string(20, 'x')};
        other = copy;
        CHECK(other.view() == written);
        other = Text{"short"};
        CHECK(other.view() == "short");
        CHECK(copy.view() == written);
    }
}

TEST_CASE("values stand by the position of their field, in whatever order they are set") {
    FieldValues values;
    CHECK_FALSE(values.has(0));
    CHECK(std::holds_alternative<std::monostate>(values[5]));
    values.set(31, Text{"last"});
    values.set(0, std::int64_t{1});
    values.set(5, Money{500});
    values.set(5, Money{700});
    CHECK(value_as<Text>(values[31])->view() == "last");
    CHECK(*value_as<std::int64_t>(values[0]) == 1);
    CHECK(*value_as<Money>(values[5]) == Money{700});
    CHECK(value_as<Text>(values[5]) == nullptr);
    CHECK_FALSE(values.has(30));
    CHECK(std::distance(values.begin(), values.end()) == 3);
    const FieldValues before = values;
    values.set(5, {});
    CHECK_FALSE(values.has(5));
    CHECK(value_as<Text>(values[31])->view() == "last");
    CHECK(before.has(5));
}

TEST_CASE("a list is read as its vector") {
    const FieldValue value = std::vector<PersonId>{{3}, {1}};
    const auto* people = value_as<std::vector<PersonId>>(value);
    REQUIRE(people != nullptr);
    CHECK(*people == std::vector<PersonId>{{3}, {1}});
    CHECK(value_as<std::vector<std::string>>(value) == nullptr);
}

TEST_CASE("no kind of record has more fields than values have bits; kinds are found by name") {
    for (std::size_t i = 0; i < record_specs().size(); ++i) {
        const auto& spec = record_specs()[i];
        CAPTURE(spec.name);
        CHECK(spec.fields.size() <= FieldValues::most);
        CHECK(record_kind(spec.name) == static_cast<int>(i));
    }
    CHECK(record_kind("diaries") == -1);
}

TEST_SUITE_END();

}  // namespace
}  // namespace teamctl::team
