#include <doctest/doctest.h>

#include "yaml_helpers.hpp"

using namespace teamctl;
using namespace teamctl::yaml;

TEST_CASE("quotes that do not end, or end too early") {
    CHECK(problems_of("a: 1\nb: \"x\nc: 2\n") == "unclosed-quote 2:4");
    CHECK(problems_of("a: 'x\n") == "unclosed-quote 1:4");
    CHECK(problems_of("a: 'x") == "unclosed-quote 1:4");
    CHECK(problems_of("- {a: \"x, b: 1}\n") == "unclosed-quote 1:7");
    CHECK(problems_of("a: \"x\n---\nb: 1\n") == "unclosed-quote 1:4");
    CHECK(problems_of("a: \"one\nb: \"two\"\n") == "unclosed-quote 1:4 (2:4)");
    CHECK(problems_of("- {a: 'one, b: 2}\n- {a: 'two', b: 2}\n") == "unclosed-quote 1:7 (2:7)");
    CHECK(problems_of("a: \"x\" y\n") == "text-after-quote 1:8");
    CHECK(problems_of("a: 'it's'\n") == "text-after-quote 1:8");
    CHECK(problems_of("a: \"x\"#c\n") == "text-after-quote 1:7");
    CHECK(problems_of("- {a: \"x\" y, b: 1}\n") == "text-after-quote 1:11");
    CHECK(problems_of("{a: \"x\" y, b: 1}\n") == "text-after-quote 1:9");
    CHECK(problems_of("\"a\" b: 1\n") == "text-after-quote 1:5");
    CHECK(problems_of("\"a\" b\n") == "text-after-quote 1:5");
    CHECK(problems_of("a: \"x\" # c\nb: [\"x\" ,'y'\n, \"z\"\n]\n\"c\" : 1\n").empty());
}

TEST_CASE("quotes over several lines are indented, or else one was forgotten") {
    CHECK(problems_of("a: \"one\n  two\n\n  three\"\n").empty());
    CHECK(problems_of("- a: \"one\n    two\"\n").empty());
    CHECK(problems_of("a: \"one\nb: two\"\nc: 1\n") == "unclosed-quote 1:4 (2:7)");
    CHECK(problems_of("- {a: 'one}\n- {b: two'}\n") == "unclosed-quote 1:7 (2:10)");
    CHECK(problems_of("a: \"one\n---\ntwo\"\n") == "unclosed-quote 1:4 (2:1)");
}

TEST_CASE("comments stand apart") {
    CHECK(problems_of("a: [b,#c\n d]\n") == "syntax 1:7");
    CHECK(problems_of("a: [b]#c\n") == "syntax 1:7");
    CHECK(problems_of("a: |#c\n  d\n") == "syntax 1:5");
    CHECK(problems_of("a: b#c\nd: |  # e\n  #f\n#g\ni: [j,  # k\n  l]  # m\n").empty());
}

TEST_CASE("a last line without a colon is no key") {
    CHECK(problems_of("a: 1\nb\n") == "missing-colon 2:1");
    CHECK(problems_of("a:\n  - b\nc") == "missing-colon 3:1");
    CHECK(problems_of("a: 1\nNULL  # c") == "missing-colon 2:1");
    CHECK(problems_of("a:\n  b: 1\n  c  # d\n") == "missing-colon 3:3");
}

TEST_CASE("brackets") {
    CHECK(problems_of("a: [1, 2\nb: 3\n") == "unclosed-bracket 1:4 (2:2)");
    CHECK(problems_of("a: [1, 2\n") == "unclosed-bracket 1:4");
    CHECK(problems_of("- {a: 1, b: [2}\n") == "unclosed-bracket 1:15 (1:13)");
    CHECK(problems_of("- {text: abc\n- {text: def}\n") == "unclosed-bracket 1:3 (2:3)");
    CHECK(problems_of("a: 1]\nb: ]\n") == "unclosed-bracket 2:4");
    CHECK(problems_of("a: {b: c} d\n") == "syntax 1:11");
    CHECK(problems_of("{a: [b] c}\n") == "missing-comma 1:9 (1:1)");
    CHECK(problems_of("- {text: ? why}\n") == "missing-comma 1:10 (1:3)");
    CHECK(problems_of("{a,\nb\n: 1}\n") == "missing-colon 2:1");
}

TEST_CASE("colons, dashes and indentation") {
    CHECK(problems_of("a: b: c\n") == "second-colon 1:5");
    CHECK(problems_of("- {note: time: later}\n") == "second-colon 1:14");
    CHECK(problems_of("a: b\n  c: d\n") == "bad-indent 2:3");
    CHECK(problems_of("a:\n  b: 1\n c: 2\n") == "bad-indent 3:2");
    CHECK(problems_of("a:\n    - 1\n  - 2\n") == "bad-indent 3:3");
    CHECK(problems_of("a: 1\nb\nc: 2\n") == "missing-colon 2:1");
    CHECK(problems_of("name：王丽\nunit: x\n") == "missing-colon 1:1");
    CHECK(problems_of("a: - b\n") == "syntax 1:4");
    CHECK(problems_of("[- b]\n") == "syntax 1:2");
    CHECK(problems_of("- a\nb\n") == "syntax 2:1");
    CHECK(problems_of("- a\nb: 1\n") == "syntax 2:1");
    CHECK(problems_of("a: 1\n- b\n") == "syntax 2:1");
}

TEST_CASE("characters that cannot begin a text, escapes, block headers") {
    CHECK(problems_of("a: @x\n") == "syntax 1:4");
    CHECK(problems_of("a: `x`\n") == "syntax 1:4");
    CHECK(problems_of("a: %x\n") == "syntax 1:4");
    CHECK(problems_of("a: , b\n") == "syntax 1:4");
    CHECK(problems_of("a: [|]\n") == "syntax 1:5");
    CHECK(problems_of("a: \"C:\\dir\"\n") == "bad-escape 1:7");
    CHECK(problems_of("a: \"\\xZZ\"\n") == "bad-escape 1:5");
    CHECK(problems_of("a: \"\\ud83d\\ude00\"\n") == "bad-escape 1:5");
    CHECK(problems_of("a: \"\\U00110000\"\n") == "bad-escape 1:5");
    CHECK(problems_of("a: \"it\\'s\"\n") == "bad-escape 1:7");
    CHECK(problems_of("a: | x\n") == "syntax 1:6");
    CHECK(problems_of("a: |0\n  x\n") == "syntax 1:6");
}

TEST_CASE("several problems are told in one run, in the order of the file") {
    CHECK(problems_of("a: 1\na: \x01\nb: &x 1\nc: \"\\e\"\nd: \"x\n") ==
          "control-character 2:4\nanchor 3:4\ncontrol-character 4:5\nunclosed-quote 5:4");
    CHECK(problems_of("- {a: 1, a: 2}\n- {b: *x}\n- [c\n") == "duplicate-key 1:10 (1:4)\nalias 2:7");
}
