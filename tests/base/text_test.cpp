#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace teamctl;

TEST_CASE("width counts terminal columns") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("晨会") == 4);
    CHECK(display_width("e\xCC\x81") == 1);
    CHECK(fitted("晨会安排", 5) == "晨会…");
    CHECK(fitted("晨会", 4) == "晨会");
    CHECK(padded("晨", 4) == "晨  ");
    CHECK(padded("7", 3, true) == "  7");
}

TEST_CASE("wrapping loses nothing and keeps within the columns") {
    const std::string text = "今天的晨会请大家准时参加，主题是 objection handling 和价格谈判。";
    for (std::size_t columns = 8; columns < 80; ++columns) {
        std::string together;
        for (const auto& line : wrapped(text, columns)) {
            CHECK(display_width(line) <= columns);
            together += line;
        }
        std::string squeezed = text;
        std::erase(squeezed, ' ');
        std::erase(together, ' ');
        CHECK(together == squeezed);
    }
    CHECK(wrapped("a bc d", 4) == std::vector<std::string>{"a bc", "d"});
    CHECK(wrapped("客户“华泰”来电", 6) == std::vector<std::string>{"客户", "“华泰”", "来电"});
    CHECK(wrapped("主题是objection", 10) == std::vector<std::string>{"主题是", "objection"});
    CHECK(wrapped("完成 72.1 %、漏", 10) == std::vector<std::string>{"完成", "72.1 %、漏"});
    CHECK(wrapped("晨会（周一）", 6) == std::vector<std::string>{"晨会", "（周", "一）"});
    CHECK(wrapped("今天晨会由李强代", 14) == std::vector<std::string>{"今天晨会由李", "强代"});
    CHECK(wrapped("今天晨会由李强代。", 14) == std::vector<std::string>{"今天晨会由李", "强代。"});
    CHECK(wrapped("今天一共排了 12 个班", 15) == std::vector<std::string>{"今天一共排了", "12 个班"});
    CHECK(wrapped("2026-12-10（还有", 14) == std::vector<std::string>{"2026-12-10", "（还有"});
    CHECK(wrapped("排到了12月30日", 12) == std::vector<std::string>{"排到了", "12月30日"});
    CHECK(wrapped("大家只来过两次吧", 12) == std::vector<std::string>{"大家只来过", "两次吧"});
    CHECK(wrapped("周一排到几个", 10) == std::vector<std::string>{"周一排到", "几个"});
    CHECK(wrapped("", 10) == std::vector<std::string>{""});
    CHECK(wrapped("a\n\nb", 10) == std::vector<std::string>{"a", "", "b"});
}

TEST_CASE("harmful characters become visible") {
    CHECK(made_harmless("a\x1b[31mb") == "a\\x1b[31mb");
    CHECK(made_harmless("a\xE2\x80\xAE"
                        "b") == "a\\u202eb");
    CHECK(made_harmless("a\nb") == "a\\x0ab");
    CHECK(made_harmless("a\nb", true) == "a\nb");
    CHECK(made_harmless("\xFF") == "\\xff");
}

TEST_CASE("the nearest word is found within a third of its length") {
    const std::vector<std::string> keys{"name", "unit", "position", "reports_to"};
    CHECK(nearest("nmae", keys) == "name");
    CHECK(nearest("postion", keys) == "position");
    CHECK_FALSE(nearest("salary", keys));
}

TEST_CASE("broken UTF-8 is found where it stands") {
    CHECK_FALSE(invalid_utf8("晨会"));
    CHECK(invalid_utf8("a\xC0\xAF") == 1);
    CHECK(invalid_utf8("ab\xE6\x99") == 2);
    CHECK(invalid_utf8("\xED\xA0\x80") == 0);
}
