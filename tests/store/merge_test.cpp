#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "store/merge.hpp"

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
