#include <doctest/doctest.h>

#include "base/text.hpp"
#include "render/render.hpp"
#include "samples.hpp"

using namespace teamctl;
using samples::zh;

namespace {

/// A strict reader of RFC 8259 that only says whether the text is JSON.
class Checker {
  public:
    explicit Checker(std::string_view text) : text_{text} {}

    bool is_document() {
        const bool good = value();
        blanks();
        return good && pos_ == text_.size();
    }

  private:
    void blanks() {
        while (pos_ < text_.size() && (text_[pos_] == ' ' || text_[pos_] == '\n')) ++pos_;
    }
    bool take(std::string_view word) {
        if (text_.substr(pos_, word.size()) != word) return false;
        pos_ += word.size();
        return true;
    }
    bool digits() {
        const auto start = pos_;
        while (pos_ < text_.size() && text_[pos_] >= '0' && text_[pos_] <= '9') ++pos_;
        return pos_ > start;
    }
    bool number() {
        take("-");
        if (!take("0") && !digits()) return false;
        return !take(".") || digits();
    }
    bool string() {
        if (!take("\"")) return false;
        while (pos_ < text_.size() && text_[pos_] != '"') {
            if (static_cast<unsigned char>(text_[pos_]) < 0x20) return false;
            if (text_[pos_] != '\\') {
                ++pos_;
            } else if (!escape()) {
                return false;
            }
        }
        return take("\"");
    }
    bool escape() {
        ++pos_;
        if (take("u")) {
            const auto hex = text_.substr(pos_, 4);
            pos_ += 4;
            return hex.size() == 4 && hex.find_first_not_of("0123456789abcdef") == std::string_view::npos;
        }
        const bool good =
            pos_ < text_.size() && std::string_view{"\"\\nt"}.find(text_[pos_]) != std::string_view::npos;
        ++pos_;
        return good;
    }
    bool members(char end, bool with_keys) {
        ++pos_;
        blanks();
        if (take({&end, 1})) return true;
        do {
            blanks();
            if (with_keys && (!string() || !take(": "))) return false;
            if (!value()) return false;
            blanks();
        } while (take(","));
        return take({&end, 1});
    }
    bool value() {
        blanks();
        if (pos_ >= text_.size()) return false;
        if (text_[pos_] == '{') return members('}', true);
        if (text_[pos_] == '[') return members(']', false);
        if (text_[pos_] == '"') return string();
        return take("true") || take("false") || take("null") || number();
    }

    std::string_view text_;
    std::size_t pos_ = 0;
};

bool is_json(std::string_view text) {
    return Checker{text}.is_document();
}

}  // namespace

TEST_CASE("a value tree is written in its order, two blanks a level") {
    Json json;
    json.set("b", 1).set("a", Json::array()).set("c", Json::object()).set("m", Money{1825000});
    json.set("list", Json{Json::Array{true, nullptr, JsonDecimal{{8, 9}, 4}}});
    CHECK(render::to_json(json) ==
          "{\n  \"b\": 1,\n  \"a\": [],\n  \"c\": {},\n  \"m\": \"18250.00\",\n"
          "  \"list\": [\n    true,\n    null,\n    0.8889\n  ]\n}\n");
}

TEST_CASE("strings are escaped, and broken UTF-8 is replaced") {
    CHECK(render::to_json("a\"b\\c\n\t\x1b晨") == "\"a\\\"b\\\\c\\n\\t\\u001b晨\"\n");
    CHECK(render::to_json("\xE2\x80\xAE") == "\"\\u202e\"\n");
    CHECK(render::to_json("\xF3\xA0\x80\x81") == "\"\\udb40\\udc01\"\n");
    CHECK(render::to_json("a\xFF") == "\"a\uFFFD\"\n");
}

TEST_CASE("the body comes from the report's data or from its tables") {
    Report report;
    report.name = "test";
    Table table;
    table.id = "rows";
    table.columns = {{"who", {}}, {"n", {}}, {"m", {}}, {"r", {}},
                     {"d", {}},   {"t", {}}, {"x", {}}, {"w", {}}};
    table.rows = {{Cell{verbatim("王丽"), "wangli"}, Cell{3}, Cell{Money{-450}}, Cell{Ratio{2, 3}},
                   Cell{make_date(2026, 11, 23)}, Cell{TimeOfDay{540}}, Cell{}, Cell{say("render.none")}}};
    report.add(table);
    report.add(table);
    const std::string expected =
        "{\n  \"schema\": \"teamctl/test/1\",\n  \"rows\": [\n    {\n      \"who\": \"wangli\",\n      "
        "\"n\": 3,\n"
        "      \"m\": \"-4.50\",\n      \"r\": 0.666667,\n      \"d\": \"2026-11-23\",\n      \"t\": "
        "\"09:00\",\n"
        "      \"x\": null,\n      \"w\": \"（无）\"\n    },\n    {\n";
    CHECK(render::json(report, zh).substr(0, expected.size()) == expected);
    report.data.set("schema", "other").set("value", 1);
    CHECK(render::json(report, zh) == "{\n  \"schema\": \"teamctl/test/1\",\n  \"value\": 1\n}\n");
}

TEST_CASE("whatever the texts, the output is JSON and safe to look at") {
    CHECK(is_json(render::json(samples::month_summary(), zh)));
    for (const auto& text : samples::hostile_texts()) {
        CAPTURE(text);
        const auto json = render::json(samples::saying(text), zh);
        CHECK(is_json(json));
        CHECK(made_harmless(json, true) == json);
    }
    CHECK_FALSE(is_json("{\"a\": 1,}"));
}
