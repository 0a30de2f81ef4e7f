// The fast reader never differs from the reader of all YAML.
#include <doctest/doctest.h>

#include "differential.hpp"
#include "yaml_helpers.hpp"

using namespace teamctl;
using namespace teamctl::yaml;

namespace {

std::string_view one_of(Random& random, std::initializer_list<std::string_view> choices) {
    return *(choices.begin() + static_cast<std::ptrdiff_t>(below(random, choices.size())));
}

/// Characters that mean something somewhere, among some that do not.
std::string random_word(Random& random) {
    std::string word;
    for (std::size_t i = below(random, 6) + 1; i > 0; --i)
        word += one_of(random, {"a", "b1", "王", "丽", " ",  "-",        ":",    "#",    "?",  "'", "\"",
                                "/", ".",  "!",  "&",  "*",  "~",        "null", "NULL", "0",  "9", "<<",
                                "=", "@",  "%",  "|",  ">",  "\\",       "\\n",  "\\\"", "''", "[", "]",
                                "{", "}",  ",",  ": ", " #", "\xC2\xA0", "...",  "- "});
    return word;
}

std::string random_value(Random& random, int depth);

std::string random_key(Random& random) {
    if (below(random, 20) == 0) return random_word(random);
    return std::string{
        one_of(random, {"who", "at", "甲", "a-b", "x_1", "text", "9", "note", "kind", "by", "null", "who2"})};
}

std::string random_mapping(Random& random, int depth) {
    std::string text{one_of(random, {"{", "{", "{ "})};
    const std::size_t pairs = below(random, 4);
    for (std::size_t i = 0; i < pairs; ++i) {
        if (i > 0) text += one_of(random, {", ", ", ", ",", " , "});
        text += random_key(random);
        text += one_of(random, {": ", ": ", ": ", ": ", ":  ", ":", " : "});
        text += random_value(random, depth + 1);
    }
    return text + std::string{one_of(random, {"}", "}", "}", " }", ",}"})};
}

std::string random_value(Random& random, int depth) {
    switch (below(random, depth > 4 ? 6 : 8)) {
        case 0:
            return '"' + random_word(random) + '"';
        case 1:
            return '\'' + random_word(random) + '\'';
        case 2:
            return quoted_scalar(random_word(random));
        case 3:
            return random_word(random);
        case 4:
            return std::string{
                one_of(random, {"zhangwei", "2026-11-23", "09:00", "-450.00", "~", "null", "Null", "同意",
                                "a b", "什么?", "it's", "5%", "http://x#y", "-", "?", "", "true", "-x"})};
        case 5:
            return std::to_string(below(random, 1000));
        case 6: {
            std::string text = "[";
            for (std::size_t i = below(random, 4); i > 0; --i)
                text += random_value(random, depth + 1) + std::string{one_of(random, {", ", ",", ""})};
            return text + "]";
        }
        default:
            return random_mapping(random, depth);
    }
}

std::string random_file(Random& random) {
    std::string text;
    for (std::size_t i = below(random, 4) + 1; i > 0; --i) {
        switch (below(random, 10)) {
            case 0:
                text += one_of(random, {"# note", "  # note", "", "   ", "#", "---", "key: value", "- x"});
                break;
            case 1:
                text += one_of(random, {"- ", "-   ", "-"}) == "-" ? "-" + random_value(random, 1)
                                                                   : "- " + random_mapping(random, 1);
                break;
            case 2:
                text += "- " + random_mapping(random, 1);
                break;
            default:
                text += "- " + random_key(random) + ": " + random_mapping(random, 1);
        }
        text += one_of(random, {"", "", "", "", " ", "  # note", "# note", " x"});
        text += one_of(random, {"\n", "\n", "\n", "\n", "\r\n", ""});
    }
    return text;
}

}  // namespace

TEST_CASE("records of one line are read fast") {
    for (const std::string text : {
             "- {a: 1}\n",
             "# log\n\n- note: {text: \"x, y\", at: 09:00}\n- diary: {who: 张伟, did: '电话', calls: 12}  # "
             "c\r\n",
             "- check: {list: power-daily, readings: {oil-temp: 71}, failed: [], note: it''s 什么? ok}\n",
             "-  deal: { id: d1, amount: -450.00, tags: [a, ['b', \"c \\\"d\\\"\"]], x: ~ }",
             "- praise: {for: 'it''s', url: http://x/#y, none: null, word: Null}\n",
         }) {
        CAPTURE(text);
        const auto result = compare_readers(text);
        CHECK(result.fast_took_it);
        CHECK(result.difference == "");
    }
}

TEST_CASE("what strays from them is left to the other reader") {
    for (const std::string text : {"",
                                   "# only\n",
                                   "a: 1\n",
                                   "- a\n",
                                   "- a: 1\n",
                                   "- a: {b: 1}\n  c: 1\n",
                                   "- a: {b: 1, b: 2}\n",
                                   "- a: {b: &x 1}\n",
                                   "- a: {b: *x}\n",
                                   "- a: {b: !t x}\n",
                                   "- a: {b: 1}\n---\n",
                                   "- a: {b: \"x\n  y\"}\n",
                                   "- a: {b: \"x\" y}\n",
                                   "- a: {b: x: y}\n",
                                   "- a: {b: }\n",
                                   "- a: {b}\n",
                                   "- a: {b: 1,}\n",
                                   "- a: {b: 1}#c\n",
                                   "- a: {b: \"\\x1b\"}\n",
                                   "- a: {null: 1}\n",
                                   "- a: {<<: 1}\n",
                                   "- a: {b: [1, , 2]}\n",
                                   "- a: {b: [c: d]}\n",
                                   "- a: {b:\t1}\n",
                                   " - a: {b: 1}\n",
                                   "- a: {b: 1\n  }\n",
                                   "- a: {b: \"x",
                                   "- a: {b: 'x",
                                   "- a: {b: x",
                                   "- a: {",
                                   "- a:",
                                   "-",
                                   "- "}) {
        CAPTURE(text);
        CHECK_FALSE(compare_readers(text).fast_took_it);
    }
    Limits limits;
    limits.depth = 2;
    CHECK_FALSE(compare_readers("- a: {b: 1}\n", limits).fast_took_it);
    CHECK(compare_readers("- {b: 1}\n", limits).fast_took_it);
    limits = {};
    limits.nodes = 5;
    CHECK(compare_readers("- a: {b: 1}\n", limits).fast_took_it == false);
    limits.nodes = 6;
    CHECK(compare_readers("- a: {b: 1}\n", limits).difference == "");
}

TEST_CASE("both readers see the same in random records") {
    Random random{4};
    int taken = 0;
    for (int i = 0; i < 60'000; ++i) {
        const auto text = random_file(random);
        const auto result = compare_readers(text);
        CAPTURE(text);
        REQUIRE(result.difference == "");
        taken += result.fast_took_it ? 1 : 0;
    }
    CHECK(taken > 3'000);
}
