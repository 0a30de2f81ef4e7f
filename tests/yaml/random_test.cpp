// Laws over random and broken input.
#include <doctest/doctest.h>

#include <array>

#include "invariants.hpp"
#include "yaml_helpers.hpp"

using namespace teamctl;
using namespace teamctl::yaml;

namespace {

constexpr std::string_view pieces[] = {
    "a",  "王",    "丽",         " ",   "  ",  ":",  ": ",   " #",   "#",        "-",
    "- ", "?",     "? ",         ",",   "[",   "]",  "{",    "}",    "&",        "*",
    "!",  "|",     ">",          "'",   "\"",  "%",  "@",    "`",    "~",        "\\",
    "\n", "\t",    "--",         "---", "...", "<<", "null", "NULL", "yes",      "1",
    "0",  "09:00", "2026-01-01", "1e3", "-1",  "+1", ".5",   "=",    "\xC2\xA0", "　",
    "é",  "𝄞",     "\xCC\x81",   "/",   "\\n", "''", "\"\"", ".",    "0x1f",     "12_000"};

constexpr std::string_view samples[] = {
    R"(team: 城南营业部
language: zh                 # zh | en
workdays: [mon, tue, wed, thu, fri]
hours: ["08:30-12:00", "13:30-18:00"]     # working hours
)",
    R"(units:
  - {id: presales, name: 售前组, lead: wangli, parent: service, size: [3, 8]}
people:
  - id: wangli               # required
    name: 王丽
    skills: [host, lecturer]
    credentials: [{type: 健康证, expires: 2027-03-31}]
    phone: "13800000000"
    mentor:
pairs: [[wangli, zhangwei]]
)",
    "- attendance: {meeting: morning, late: [zhangwei], absent: [], present: rest}\r\n"
    "- diary: {who: zhangwei, at: \"17:50\", did: \"电话 12 个, 拜访 2 家\", plan: 'it''s'}\r\n"
    "- note: {text: 什么? 好}\r\n",
    R"(name: 晨会
agenda:
- {item: 点名, minutes: 2, by: host}
-   item: 总结
    text: |
      第一行
        第二行

      第三行
    more: >-
      folded
      text
- "quoted \u738b \\ \
   over lines"
- plain text
  over lines
-
- ~
)",
};

std::string random_text(Random& random, std::size_t most) {
    std::string text;
    for (std::size_t i = below(random, most); i > 0; --i) text += pieces[below(random, std::size(pieces))];
    return text;
}

/// Some bytes changed, left out, doubled or put in.
std::string mutated(Random& random, std::string text) {
    for (std::size_t i = below(random, 4) + 1; i > 0 && !text.empty(); --i) {
        const std::size_t at = below(random, text.size());
        switch (below(random, 5)) {
            case 0:
                text[at] = static_cast<char>(below(random, 256));
                break;
            case 1:
                text.erase(at, below(random, 8) + 1);
                break;
            case 2:
                text.insert(at, text.substr(below(random, text.size()), below(random, 20)));
                break;
            case 3:
                text.resize(at);
                break;
            default:
                text.insert(at, pieces[below(random, std::size(pieces))]);
        }
    }
    return text;
}

/// The only value of a file that holds one scalar in the given surroundings.
Node only_value(const Document& document) {
    Node node = document.root().first();
    if (document.root().is_mapping()) return node.value();
    return node.is_mapping() ? node.first().value() : node;
}

}  // namespace

TEST_CASE("quoted scalars read back as they were") {
    Random random{1};
    for (int i = 0; i < 20'000; ++i) {
        const auto text = random_text(random, 12);
        const auto quoted = quoted_scalar(text);
        CAPTURE(text);
        CAPTURE(quoted);
        for (const auto* pattern :
             {"- {{k: {0}, l: 1}}\n", "[{0}]", "k: {0}  # c\n", "- {0}\n", "{{k: {0}}}"}) {
            Diagnostics diagnostics;
            const auto document = parse("f.yaml", fmt::format(fmt::runtime(pattern), quoted), diagnostics);
            REQUIRE(document != nullptr);
            const auto value = only_value(*document);
            REQUIRE(value.is_scalar());
            REQUIRE(value.text() == text);
        }
        Diagnostics diagnostics;
        const auto document = parse("f.yaml", "- {" + quoted + ": 1}\n", diagnostics);
        REQUIRE(document != nullptr);
        REQUIRE(document->root().first().first().text() == text);
    }
}

TEST_CASE("text that could be taken for something else is quoted, other text is not") {
    for (const auto* plain :
         {"王丽", "zhangwei", "2026-11-23", "2026-11", "18250.00", "-450.00", "12", "it's", "a b",
          "c261123-zhangwei-1", "http://x/y#z", "a/b", "5%", "50#", "同意再谈", "°C", "0", "0.5"})
        CHECK(quoted_scalar(plain) == plain);
    CHECK(quoted_scalar("09:00") == "\"09:00\"");
    CHECK(quoted_scalar("012") == "\"012\"");
    CHECK(quoted_scalar("") == "\"\"");
    CHECK(quoted_scalar("null") == "\"null\"");
    CHECK(quoted_scalar("No") == "\"No\"");
    CHECK(quoted_scalar("a: b") == "\"a: b\"");
    CHECK(quoted_scalar("a, b") == "\"a, b\"");
    CHECK(quoted_scalar(" a") == "\" a\"");
    CHECK(quoted_scalar("say \"x\\y\"\n\t") == "\"say \\\"x\\\\y\\\"\\n\\t\"");
    CHECK(quoted_scalar("+86") == "\"+86\"");
    CHECK(quoted_scalar("\x1b") == "\"\\x1b\"");
    CHECK(quoted_scalar("\xFF") == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("broken files are refused with a place, or read with every node in its place") {
    for (const auto sample : samples) CHECK(problems_of(sample) == "");
    Random random{2};
    for (int i = 0; i < 20'000; ++i) {
        const auto text = mutated(random, std::string{samples[below(random, std::size(samples))]});
        const auto law = broken_law(text);
        CAPTURE(text);
        REQUIRE(law == "");
    }
}

TEST_CASE("random pieces of syntax are refused with a place, or read with every node in its place") {
    Random random{3};
    for (int i = 0; i < 40'000; ++i) {
        const auto text = random_text(random, 30);
        const auto law = broken_law(text);
        CAPTURE(text);
        REQUIRE(law == "");
    }
}

TEST_CASE("marks of an encoding before, behind and within a text shift no place") {
    constexpr std::array<std::string_view, 11> marks{
        "\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE", "\n", ",", ": ", "a", "王", "]", "\x01", "\r"};
    Random random{4};
    for (int i = 0; i < 40'000; ++i) {
        std::string text;
        for (auto left = below(random, 9); left > 0; --left) text += marks[below(random, marks.size())];
        const auto law = broken_law(text);
        CAPTURE(text);
        REQUIRE(law == "");
    }
}
