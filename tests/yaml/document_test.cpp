#include <doctest/doctest.h>

#include "yaml_helpers.hpp"

using namespace teamctl;
using namespace teamctl::yaml;

namespace {

std::string places_of(std::string_view text) {
    Diagnostics diagnostics;
    const auto document = parse("f.yaml", std::string{text}, diagnostics);
    return document != nullptr ? tree_of(document->root(), true) : "refused: " + problems_of(text);
}

}  // namespace

TEST_CASE("trees are read as they are written") {
    CHECK(tree_of("a: 1\nb: [x, 'y', \"z\"]\n") == "{a=1, b=[x, 'y', 'z']}");
    CHECK(tree_of("- {who: zhangwei, at: \"17:50\"}\n- text\n") == "[{who=zhangwei, at='17:50'}, text]");
    CHECK(tree_of("a:\n- 1\n- 2\nb:\n  c: d\n") == "{a=[1, 2], b={c=d}}");
    CHECK(tree_of("a: |\n  one\n  two\nb: >-\n  one\n  two\n") == "{a='one\ntwo\n', b='one two'}");
    CHECK(tree_of("a: one\n  two\n") == "{a=one two}");
    CHECK(tree_of("[a: b, {c}, []]") == "[{a=b}, {c=~}, []]");
    CHECK(tree_of("\"a\": 'it''s'\n'b c': \"\\u5f20\\t\\\"\\n\"\n") == "{'a'='it's', 'b c'='张\t\"\n'}");
    CHECK(tree_of("at: 09:00\nurl: http://x/#y\n") == "{at=09:00, url=http://x/#y}");
    CHECK(tree_of("{at: 09:00, \"b\":1}") == "{at=09:00, 'b'=1}");
    CHECK(tree_of("- {怎么办?: why? because, b: [what??]}\n- a? b\n") ==
          "[{怎么办?=why? because, b=[what??]}, a? b]");
    CHECK(tree_of("--- \na: 1\n...\n") == "{a=1}");
    CHECK(tree_of("text") == "text");
    CHECK(tree_of("a: \"x\\_y\"") == "{a='x\xC2\xA0y'}");
}

TEST_CASE("nothing is resolved") {
    CHECK(tree_of("[yes, no, on, 012, 1e3, 0x1f, .nan, 2026-01-01, true, 1_000]") ==
          "[yes, no, on, 012, 1e3, 0x1f, .nan, 2026-01-01, true, 1_000]");
    CHECK(tree_of("a: ~\nb: null\nc:\nd: Null\ne: NULL\nf: '~'\ng: \"\"\nh: nullable\n") ==
          "{a=~, b=~, c=~, d=Null, e=NULL, f='~', g='', h=nullable}");
    CHECK(tree_of("a:\nNULL: 1\nb:\n  c:\nNull x: 2\nd: NULL") == "{a=~, NULL=1, b={c=~}, Null x=2, d=NULL}");
    CHECK(tree_of("{a: NULL, Null: , b: [NULL, ~]}") == "{a=NULL, Null=~, b=[NULL, ~]}");
}

TEST_CASE("an empty file is a null root") {
    for (const auto* text : {"", "\n", "# only\n\n  # comments", "\xEF\xBB\xBF", "---\n", "~", "\r\n"}) {
        CAPTURE(text);
        Diagnostics diagnostics;
        const auto document = parse("f.yaml", text, diagnostics);
        REQUIRE(document != nullptr);
        CHECK(document->root().is_null());
        CHECK(diagnostics.empty());
    }
}

TEST_CASE("every node knows its place") {
    CHECK(places_of("a: 1\nb:\n  - x\n  - 'y'\n") == "{a@1:1=1@1:4, b@2:1=[x@3:5, 'y'@4:5]@3:3}@1:1");
    CHECK(places_of("# c\n\n- {k: v, l: [w]}\n") == "[{k@3:4=v@3:7, l@3:10=[w@3:14]@3:13}@3:3]@3:1");
    CHECK(places_of("a:  # c\n\n  # d\n  b: |\n    x\nc: >\n  y\n") ==
          "{a@1:1={b@4:3='x\n'@4:6}@4:3, c@6:1='y\n'@6:4}@1:1");
    CHECK(places_of("[a: b]") == "[{a@1:2=b@1:5}@1:2]@1:1");
}

TEST_CASE("empty values stand where they were left out") {
    CHECK(places_of("a:\nb:  # c\n\nc: ~\n") == "{a@1:1=~@1:3, b@2:1=~@2:3, c@4:1=~@4:4}@1:1");
    CHECK(places_of("-\n-   # x\n- a\n-\n") == "[~@1:2, ~@2:2, a@3:3, ~@4:2]@1:1");
    CHECK(places_of("x:\n  - |\n    t\n  -\n  - y") == "{x@1:1=['t\n'@2:5, ~@4:4, y@5:5]@2:3}@1:1");
    CHECK(places_of("{a, b: , \"c\" : }") == "{a@1:2=~@1:3, b@1:5=~@1:7, 'c'@1:10=~@1:15}@1:1");
    CHECK(places_of("- a: [1, 2]\n  b:\n- {c: {}}\n-\n") ==
          "[{a@1:3=[1@1:7, 2@1:10]@1:6, b@2:3=~@2:5}@1:3, {c@3:4={}@3:7}@3:3, ~@4:2]@1:1");
    CHECK(places_of("- - 'a'\n  - \"b\n    c\"\n  -\n-\n") == "[['a'@1:5, 'b c'@2:5, ~@4:4]@1:3, ~@5:2]@1:1");
}

TEST_CASE("columns count characters, whatever they take in bytes") {
    CHECK(places_of("名字: 王丽\n说明: {时间: 早上, 人: 张伟}\n") ==
          "{名字@1:1=王丽@1:5, 说明@2:1={时间@2:6=早上@2:10, 人@2:14=张伟@2:17}@2:5}@1:1");
    CHECK(places_of("\xEF\xBB\xBF"
                    "a: 1\r\nb: \"x\"\r\n") == "{a@1:1=1@1:4, b@2:1='x'@2:4}@1:1");
    CHECK(places_of("a:\t1\nb:\t\t2\n") == "{a@1:1=1@1:4, b@2:1=2@2:5}@1:1");
    CHECK(places_of("a: |\r\n  x\r\n  y\r\nb:\r\n- c\r\n") == "{a@1:1='x\ny\n'@1:4, b@4:1=[c@5:3]@5:1}@1:1");
}

TEST_CASE("nodes are walked and found by key") {
    Diagnostics diagnostics;
    const auto document = parse("team/x.yaml", "a: 1\nb: {c: [d, e]}\n", diagnostics);
    REQUIRE(document != nullptr);
    const auto root = document->root();
    CHECK(root.size() == 2);
    CHECK(root.get("b").get("c").first().next().text() == "e");
    CHECK_FALSE(root.get("z"));
    CHECK(root.get("z").is_null());
    CHECK(root.get("b").place().excerpt == "b: {c: [d, e]}");
    CHECK(to_string(root.get("b").get("c").place()) == "team/x.yaml:2:8");
    CHECK(Node{}.kind() == Kind::null);
    CHECK(Node{}.text().empty());
}

TEST_CASE("excerpts of long lines are windows around the place") {
    const std::string text =
        "- {note: '" + std::string(300, 'x') + "', a: 1, a: 2, b: '" + std::string(300, 'y') + "'}";
    const auto shown = excerpt_of(text);
    CHECK(shown.starts_with("…xxxx"));
    CHECK(shown.find("a: 1, [a]: 2, b: 'yyy") != std::string::npos);
    CHECK(shown.ends_with("yyy…"));
    CHECK(excerpt_of("a: 1\n王: \xE2\x80\xAE 2\n") == "王: [�] 2");
}

TEST_CASE("a place can be found without parsing") {
    const auto place = place_in("a.yaml", "x\r\n王丽: 1\n", 9);
    CHECK(to_string(place) == "a.yaml:2:3");
    CHECK(place.excerpt == "王丽: 1");
    CHECK(place.caret == 3);
    CHECK(to_string(place_in("a.yaml", "", 5)) == "a.yaml:1:1");
}
