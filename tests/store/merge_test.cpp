#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "store/git/merge.hpp"

using teamctl::store::merged_list;

namespace {

std::string list(const std::vector<std::string>& items) {
    std::string text;
    for (const auto& item : items) text += "- note: {text: " + item + "}\n";
    return text;
}

}  // namespace

TEST_CASE("what two branches added is there once, ours first") {
    CHECK(merged_list(list({"a"}), list({"a", "b"}), list({"a", "c"})) == list({"a", "b", "c"}));
    CHECK(merged_list(list({"a"}), list({"a", "b"}), list({"a", "b"})) == list({"a", "b"}));
    CHECK(merged_list("", list({"b"}), list({"c"})) == list({"b", "c"}));
    CHECK(merged_list(list({"a"}), list({"a"}), list({"a", "a"})) == list({"a", "a"}));
    CHECK(merged_list("", "- note: {text: b}", list({"c"})) == list({"b", "c"}));
}

TEST_CASE("what one took away or changed is so") {
    CHECK(merged_list(list({"a", "b"}), list({"a", "b", "c"}), list({"b"})) == list({"b", "c"}));
    CHECK(merged_list(list({"a", "b"}), list({"b"}), list({"a", "b", "c"})) == list({"b", "c"}));
    CHECK(merged_list(list({"a"}), list({"x"}), list({"a", "c"})) == list({"x", "c"}));
    CHECK(merged_list(list({"a"}), list({"a", "c"}), list({"x"})) == list({"c", "x"}));
}

TEST_CASE("both changed one record: a person decides") {
    CHECK_FALSE(merged_list(list({"a"}), list({"x"}), list({"y"})));
    CHECK(merged_list(list({"a"}), list({"x"}), list({"x"})) == list({"x"}));
    CHECK(merged_list(list({"a", "b"}), list({"b"}), list({"b"})) == list({"b"}));
}

TEST_CASE("comments go with the record below them, blocks stay whole") {
    const std::string base = "# the day\n\n- note: {text: a}\n";
    const std::string theirs = base + "# why\n- note:\n    text: |\n      two\n      lines\n";
    CHECK(merged_list(base, base + "- note: {text: b}\n", theirs) ==
          "# the day\n\n- note: {text: a}\n- note: {text: b}\n# why\n- note:\n    text: |\n      two\n      "
          "lines\n");
}

TEST_CASE("one changed what the other took away, or a comment of it: a person decides") {
    CHECK_FALSE(merged_list(list({"a", "b"}), list({"x", "b"}), list({"b"})));
    CHECK_FALSE(merged_list("# c\n" + list({"a"}), "# d\n" + list({"a"}), "# e\n" + list({"a"})));
    CHECK_FALSE(merged_list(list({"a", "a", "a"}), list({"a", "a"}), list({"a"})));
    CHECK(merged_list(list({"a", "a"}), list({"a"}), list({"a"})) == list({"a"}));
    CHECK(merged_list(list({"a"}), "# why\n" + list({"a"}), list({"a", "b"})) ==
          "# why\n" + list({"a", "b"}));
}

TEST_CASE("what they added goes before what follows it there") {
    CHECK(merged_list(list({"a", "b"}), list({"a", "b", "o"}), list({"a", "t", "b"})) ==
          list({"a", "t", "b", "o"}));
    CHECK(merged_list(list({"a", "b"}), list({"a", "o", "b"}), list({"a", "t", "b"})) ==
          list({"a", "o", "t", "b"}));
}

TEST_CASE("a dash on its own line, a text with a hash sign, an empty list") {
    CHECK(merged_list("-\n  note: {text: a}\n", "-\n  note: {text: a}\n- note: {text: b}\n",
                      "-\n  note: {text: a}\n-\n  note: {text: c}\n") ==
          "-\n  note: {text: a}\n- note: {text: b}\n-\n  note: {text: c}\n");
    const std::string block = "- note:\n    text: |\n      a\n\n      # b\n";
    CHECK(merged_list(block + list({"c"}), block + list({"c", "o"}), block + list({"t", "c"})) ==
          block + list({"t", "c", "o"}));
    CHECK(merged_list("[]\n", list({"a"}), list({"b"})) == list({"a", "b"}));
    CHECK(merged_list("# head\n\n[]\n", "# head\n\n[]\n# more", "# head\n\n" + list({"b"})) ==
          "# head\n\n# more\n" + list({"b"}));
    CHECK(merged_list("# head\n\n", "# head", "# head\n\n" + list({"b"})) == "# head\n" + list({"b"}));
}

TEST_CASE("one id opened by both with different records: a person decides") {
    const std::string ours = "- action: {id: a-1, who: ann, text: rent}\n";
    const std::string theirs = "- action: {id: a-1, who: ann, text: bank}\n";
    CHECK_FALSE(merged_list("", ours, theirs));
    CHECK(merged_list("", ours, "- problem: {id: a-1, who: ann, text: bank}\n"));
    CHECK(merged_list("", ours + theirs, list({"t"})));
}

TEST_CASE("marks stand around the lines that differ") {
    CHECK(teamctl::store::marked("a\nb", "a\nc\n") == "a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n");
    CHECK(teamctl::store::marked("", "c") == "<<<<<<< ours\n=======\nc\n>>>>>>> theirs\n");
}

TEST_CASE("what is no list is left to a person") {
    for (const auto* text : {"a: b\n", "- \"never closed\n", "<<<<<<< ours\n", "[1, 2]\n"})
        CHECK_FALSE(merged_list("", text, list({"a"})));
}

TEST_CASE("nothing that either branch added is lost, whatever they do") {
    std::mt19937 random{7};
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::string> base;
        for (int i = pick(5); i > 0; --i) base.push_back(std::to_string(pick(6)));
        const auto grown = [&](const std::string& name) {
            auto version = base;
            for (int i = pick(4); i > 0; --i) version.push_back(name + std::to_string(pick(3)));
            return version;
        };
        const auto ours = grown("o");
        const auto theirs = grown("t");
        const auto merged = merged_list(list(base), list(ours), list(theirs));
        REQUIRE(merged);
        auto all = ours;
        all.insert(all.end(), theirs.begin() + static_cast<std::ptrdiff_t>(base.size()), theirs.end());
        CHECK(*merged == list(all));
    }
}
