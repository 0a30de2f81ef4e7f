// Keys and items put into a text, whose other bytes stay.
#include "yaml/edit.hpp"

#include <doctest/doctest.h>

namespace teamctl::test {
namespace {

std::shared_ptr<const yaml::Document> read(std::string text) {
    Diagnostics problems;
    auto document = yaml::parse("x.yaml", std::move(text), problems);
    REQUIRE(document != nullptr);
    return document;
}

/// `key: value` put into the first item of `people`.
std::string keyed(const std::string& text, std::string_view key, std::string_view value) {
    const auto document = read(text);
    return yaml::with_key(*document, document->root().get("people").first(), key, value);
}

std::string added(const std::string& text, std::string_view item) {
    const auto document = read(text);
    return yaml::with_item(*document, document->root().get("people"), item);
}

}  // namespace

TEST_CASE("a key goes behind the last one, in the style of its mapping") {
    CHECK(keyed("people: [{id: a}]\n", "left", "2026-12-31") == "people: [{id: a, left: 2026-12-31}]\n");
    CHECK(keyed("people: [{}]\n", "id", "a") == "people: [{id: a}]\n");
    CHECK(keyed("people:\n  - {id: a, name: \"A, } #b\"}  # the first\n", "left", "x") ==
          "people:\n  - {id: a, name: \"A, } #b\", left: x}  # the first\n");
    CHECK(keyed("people:\n  - id: a\n    skills:\n      - b\n    # c\n  - id: d\n", "left", "x") ==
          "people:\n  - id: a\n    skills:\n      - b\n    left: x\n    # c\n  - id: d\n");
    CHECK(keyed("people:\n- id: a\n  skills:\n  - b\n- id: c", "left", "x") ==
          "people:\n- id: a\n  skills:\n  - b\n  left: x\n- id: c");
    CHECK(keyed("people:\n  - id: a\n    note: |\n      b\n\n      # c\n", "left", "x") ==
          "people:\n  - id: a\n    note: |\n      b\n\n      # c\n    left: x\n");
    CHECK(keyed("people:\r\n  - id: a\r\nx: y\r\n", "left", "z") ==
          "people:\r\n  - id: a\r\n    left: z\r\nx: y\r\n");
    CHECK(keyed("people:\n  - id: a", "left", "x") == "people:\n  - id: a\n    left: x");
}

TEST_CASE("a value takes the place of the one that stands there") {
    CHECK(keyed("people: [{left: 2026-01-01, id: a}]\n", "left", "x") == "people: [{left: x, id: a}]\n");
    CHECK(keyed("people: [{left: , id: a}]\n", "left", "x") == "people: [{left: x , id: a}]\n");
    CHECK(keyed("people:\n  - id: a   # b\n    left: 2026-01-01   # c\n", "left", "x") ==
          "people:\n  - id: a   # b\n    left: x   # c\n");
    CHECK(keyed("people:\n  - left:\n    id: a\n", "left", "x") == "people:\n  - left: x\n    id: a\n");
    CHECK(keyed("people:\n  - skills:\n    - a\n    - b\n    id: c\n", "skills", "[d]") ==
          "people:\n  - skills:\n    [d]\n    id: c\n");
    CHECK(keyed("people:\n  - skills: [a,\n      b]  # c\n    id: d\n", "skills", "[e]") ==
          "people:\n  - skills: [e]  # c\n    id: d\n");
    CHECK(keyed("people:\n  - name: 'it''s'\n    id: a\n", "name", "b") ==
          "people:\n  - name: b\n    id: a\n");
}

TEST_CASE("an item goes behind the last one, and comments below stay below") {
    CHECK(added("people: []\n", "{id: a}") == "people: [{id: a}]\n");
    CHECK(added("people: [{id: a}, {id: b} ]\n", "{id: c}") == "people: [{id: a}, {id: b}, {id: c} ]\n");
    CHECK(added("people:\n  # first\n  - {id: a}  # a\n\n# pairs\npairs: []\n", "{id: b}") ==
          "people:\n  # first\n  - {id: a}  # a\n  - {id: b}\n\n# pairs\npairs: []\n");
    CHECK(added("people:\n- id: a\n  name: b\nx: y\n", "{id: c}") ==
          "people:\n- id: a\n  name: b\n- {id: c}\nx: y\n");
    CHECK(added("people:\n  - {id: a,\n     name: b}", "{id: c}") ==
          "people:\n  - {id: a,\n     name: b}\n  - {id: c}");
}

TEST_CASE("the same data may be written in many ways") {
    const auto same = [](const char* a, const char* b) {
        const auto one = read(a);
        const auto other = read(b);
        return yaml::same_data(one->root(), other->root());
    };
    CHECK(same("a: [1, 2]\nb: {c: d}\n", "a:\n  - 1\n  - 2  # x\nb:\n  c: d\n"));
    CHECK(!same("a: 1", "a: \"1\""));
    CHECK(!same("a: [1]", "a: [1, 2]"));
    CHECK(!same("a: {b: c}", "a: {b: d}"));
}

}  // namespace teamctl::test
