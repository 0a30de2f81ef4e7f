#include <doctest/doctest.h>

#include "yaml_helpers.hpp"

using namespace teamctl;
using namespace teamctl::yaml;
using namespace std::string_view_literals;

TEST_CASE("bytes that are not UTF-8") {
    CHECK(problems_of("a: \xFF\n") == "bad-utf8 1:4");
    CHECK(problems_of("a: 1\nb: \xC0\x80\nc: 王\xE7\x8E\n") == "bad-utf8 2:4 (3:5)");
    CHECK(problems_of("a: \xED\xA0\x80") == "bad-utf8 1:4");
    CHECK(problems_of("a: \xF5\x80\x80\x80") == "bad-utf8 1:4");
    CHECK(problems_of("\xFF\xFE\x61\0"sv) == "bad-utf8 1:1");
    CHECK(problems_of("\0a\0:\0 \0b"sv) == "bad-utf8 1:1");
    CHECK(problems_of("\xB3\xF6\xCE\xF1: 1\na: 1\na: 2\n") == "bad-utf8 1:1\nduplicate-key 3:1 (2:1)");
}

TEST_CASE("control characters and bidirectional overrides, plain or escaped") {
    CHECK(problems_of("a: x\0y\n"sv) == "control-character 1:5");
    CHECK(problems_of("a: \x1b[31m\nb: \x07\n") == "control-character 1:4\ncontrol-character 2:4");
    CHECK(problems_of("# \xE2\x80\xAE\na: 1") == "control-character 1:3");
    CHECK(problems_of("a: 1\rb: 2\rb: 3") ==
          "control-character 1:5\ncontrol-character 2:5\nduplicate-key 3:1 (2:1)");
    CHECK(problems_of("a: 王\xEF\xBB\xBF") == "control-character 1:5");
    CHECK(problems_of("a: \x04\n") == "control-character 1:4");
    CHECK(problems_of("a: \x7F\n") == "control-character 1:4");
    CHECK(problems_of("a: \xC2\x85\n") == "control-character 1:4");
    CHECK(problems_of("a: \"x\\x1b[31m\"\n") == "control-character 1:6");
    CHECK(problems_of("a: \"王\\u202e \\0 \\e \\N\"\n") ==
          "control-character 1:6\ncontrol-character 1:13\ncontrol-character 1:16\ncontrol-character 1:19");
    CHECK(problems_of("a: \"\\U0000200F\"\n") == "control-character 1:5");
    CHECK(problems_of("a: \"\\\\x1b \\t \\n \\u738b\"\n").empty());
    CHECK(problems_of("a: '\\x1b'\n").empty());
    CHECK(problems_of("\"\\x1b\": 1\n") == "control-character 1:2");
}

TEST_CASE("tabs as indentation") {
    CHECK(problems_of("a:\n\tb: 1\n") == "tab-indent 2:1");
    CHECK(problems_of("a:\n  \tb\n") == "tab-indent 2:3");
    CHECK(problems_of("a: [\n\tb,\n\tc]\n") == "tab-indent 2:1\ntab-indent 3:1");
    CHECK(problems_of("-\ta: 1\n") == "tab-indent 1:2");
    CHECK(problems_of("a: |\n  x\n  \ty\nb:\t1\t# c\n\t\n").empty());
    CHECK(problems_of("a: |\n\tx\n") == "tab-indent 2:1");
    CHECK(problems_of("a: \"x\n\ty\"\n") == "tab-indent 2:1");
}

TEST_CASE("duplicate keys name both places") {
    CHECK(problems_of("a: 1\nb: 2\na: 3\n") == "duplicate-key 3:1 (1:1)");
    CHECK(problems_of("- {who: x, \"who\": y, 'who': z}\n") ==
          "duplicate-key 1:12 (1:4)\nduplicate-key 1:22 (1:4)");
    CHECK(problems_of("a: {b: 1, b: 2}\na: 1\n") == "duplicate-key 1:11 (1:5)\nduplicate-key 2:1 (1:1)");
    CHECK(problems_of("- a: 1\n- a: 2\n").empty());
    std::string many;
    for (int i = 0; i < 40; ++i) many += "k" + std::to_string(i) + ": 1\n";
    CHECK(problems_of(many).empty());
    CHECK(problems_of(many + "k7: 2\nk7: 3\n") == "duplicate-key 41:1 (8:1)\nduplicate-key 42:1 (8:1)");
}

TEST_CASE("anchors, aliases, tags and merge keys") {
    CHECK(problems_of("a: &x 1\nb: *x\nc: !!str 2\n") == "anchor 1:4\nalias 2:4\ntag 3:4");
    CHECK(problems_of("a: *nobody\n") == "alias 1:4");
    CHECK(problems_of("- *important*\n") == "alias 1:3");
    CHECK(problems_of("- !important\n- ! x\n") == "tag 1:3\ntag 2:3");
    CHECK(problems_of("- !<x\n") == "tag 1:3");
    CHECK(problems_of("&a b: 1\n") == "anchor 1:1");
    CHECK(problems_of("- &a !t x\n") == "anchor 1:3\ntag 1:6");
    CHECK(problems_of("- & x\n") == "anchor 1:3");
    CHECK(problems_of("a: &x {b: 1}\nc: {<<: *x}\n") == "anchor 1:4\nmerge-key 2:5\nalias 2:9");
    CHECK(problems_of("<<: {a: 1}\n") == "merge-key 1:1");
    CHECK(problems_of("'<<': {a: 1}\n").empty());
    CHECK(problems_of("a: a&b * c! <<\n").empty());
}

TEST_CASE("one document a file, and no directives") {
    CHECK(problems_of("a: 1\n---\nb: 2\n") == "second-document 2:1");
    CHECK(problems_of("---\na: 1\n--- \n") == "second-document 3:1");
    CHECK(problems_of("a: 1\n...\nb: 2\n") == "second-document 2:1 (3:1)");
    CHECK(problems_of("a:\n---\nb: 2\n") == "second-document 2:1");
    CHECK(problems_of("a: 1\n...\n# end\n").empty());
    CHECK(problems_of("%YAML 1.2\n---\na: 1\n") == "not-plain-data 1:1");
    CHECK(problems_of("# c\n%FOO\na: 1\n") == "not-plain-data 2:1");
    CHECK(problems_of("a: 1\n%FOO\n") == "not-plain-data 2:1");
    CHECK(problems_of("a: 1\n...\n%FOO\n---\nb: 1\n") == "second-document 4:1");
    CHECK(problems_of("a: ---\nb: x...\nc: 5%\n").empty());
}

TEST_CASE("keys are plain words") {
    CHECK(problems_of("? [a]: b\n") == "complex-key 1:3");
    CHECK(problems_of("? a\n: b\n") == "complex-key 1:1");
    CHECK(problems_of("{? a : b}\n") == "complex-key 1:2");
    CHECK(problems_of("{[a]: b}\n") == "complex-key 1:2");
    CHECK(problems_of("{a: 1}: b\n") == "complex-key 1:1");
    CHECK(problems_of(": b\n") == "null-key 1:1");
    CHECK(problems_of("~: b\nnull: c\n") == "null-key 1:1\nnull-key 2:1");
    CHECK(problems_of("{a: 1, , b: 2}") == "null-key 1:8");
    CHECK(problems_of("[a, , b]") == "missing-item 1:5");
    CHECK(problems_of("?a: b\nc?: d\n").empty());
}

TEST_CASE("nothing stands before the first byte") {
    // Of two byte order marks the library skips both: it tells of a value at the very beginning.
    const std::string found =
        problems_of(std::string{"\xef\xbb\xbf\xef\xbb\xbf$\xbf\xef\xbb\xbf:\n(' \0\0\xc6", 19});
    CHECK(!found.empty());
}

TEST_CASE("limits") {
    Limits limits;
    limits.bytes = 100;
    CHECK(problems_of(std::string(101, 'x'), limits) == "too-large 1:1");
    limits.line_bytes = 10;
    CHECK(problems_of("a: 1\nb: 34567890\n", limits) == "long-line 2:11");
    limits = {};
    limits.nodes = 5;
    CHECK(problems_of("[a, b, c, d, e]", limits) == "too-large 1:14");
    CHECK(problems_of("[a, b, c, d]", limits).empty());
    CHECK(problems_of("\n\n\n\n\n\n\n\n", limits) == "too-large 1:1");
    limits = {};
    limits.depth = 3;
    CHECK(problems_of("[[[x]]]", limits).empty());
    CHECK(problems_of("[[[[x]]]]", limits) == "too-deep 1:4");
    CHECK(problems_of("a:\n  b:\n    c:\n      - d\n", limits) == "too-deep 4:7");
    limits = {};
    limits.value_bytes = 1000;
    std::string items = "a: 1\nb: [";
    for (int i = 0; i < 20'000; ++i) items += "x,\n";
    CHECK(problems_of("[" + items, limits) == "too-large 1:1");
    limits = {};
    limits.problems = 3;
    CHECK(problems_of("[*a, *b, *c, *d, *e]", limits) == "alias 1:2");
    CHECK(problems_of("[&a a, &b b, &c c, &d d, &e e]", limits) == "anchor 1:2\nanchor 1:8\nanchor 1:14");
}

TEST_CASE("hostile nesting is refused early") {
    CHECK(problems_of(std::string(200'000, '[')) == "too-deep 1:33");
    CHECK(problems_of(std::string(200'000, '{')) == "too-deep 1:64");
    std::string dashes;
    for (int i = 0; i < 100'000; ++i) dashes += "- ";
    CHECK(problems_of(dashes) == "too-deep 1:129");
    std::string deep;
    for (std::size_t i = 0; i < 200; ++i) deep += std::string(i, ' ') + "a:\n";
    CHECK(problems_of(deep) == "too-deep 65:65");
}
