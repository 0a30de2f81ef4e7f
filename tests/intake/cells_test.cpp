#include <doctest/doctest.h>

#include "intake/cells.hpp"
#include "intake/intake.hpp"
#include "intake/sheet.hpp"

using namespace teamctl;
using namespace teamctl::intake;

TEST_CASE("a date is taken where it says one day plainly") {
    for (const auto* text : {"2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "20260305", " 2026/03/05 ",
                             "２０２６／３／５", "2026/3/5 0:00:00", "2026-03-05 00:00"}) {
        CAPTURE(text);
        CHECK(date_of(text) == make_date(2026, 3, 5));
    }
    for (const auto* text : {"", "3/5/2026", "05-03", "2026/3", "2026-13-01", "2026/2/30", "约2019年", "2026/3-5",
                             "2026年3月", "2026/3/5 8:30", "202635", "2026-3-5-1", "x2026-03-05", "2026/3/5号"}) {
        CAPTURE(text);
        CHECK_FALSE(date_of(text));
    }
}

TEST_CASE("a whole number may carry its counting word, and nothing else") {
    CHECK(whole_of("3") == 3);
    CHECK(whole_of("３台") == 3);
    CHECK(whole_of("12 个月") == 12);
    CHECK(whole_of("1,200") == 1200);
    CHECK(whole_of("3.0") == 3);
    for (const auto* text : {"", "若干", "3-5", "约3", "3.5", "-3", "1,20", "3台5", "12345678", "3 boxes"}) {
        CAPTURE(text);
        CHECK_FALSE(whole_of(text));
    }
}

TEST_CASE("a time of day stands alone or behind a date") {
    CHECK(time_of("8:57") == TimeOfDay{8 * 60 + 57});
    CHECK(time_of("2026-11-03 08:57:31") == TimeOfDay{8 * 60 + 57});
    for (const auto* text : {"", "缺卡", "25:00", "8.57", "8:57 迟到"}) CHECK_FALSE(time_of(text));
}

TEST_CASE("sheets are read in every encoding and with every separator") {
    const std::string utf8 = "\xEF\xBB\xBF编号,名称\r\n1,\"水泵, \"\"大\"\"\n号\"\r\n";
    const std::string gbk = "\xB1\xE0\xBA\xC5;\xC3\xFB\xB3\xC6\n1;\xCB\xAE\xB1\xC3\n";
    const auto text = decoded(utf8);
    REQUIRE(text);
    CHECK(text->second == "UTF-8");
    const auto sheet = read_sheet(text->first);
    REQUIRE(sheet.rows.size() == 2);
    CHECK(sheet.rows[0].cells == std::vector<std::string>{"编号", "名称"});
    CHECK(sheet.rows[1].cells == std::vector<std::string>{"1", "水泵, \"大\"\n号"});
    CHECK(tidied(sheet.rows[1].cells[1]) == "水泵, \"大\" 号");
    const auto other = decoded(gbk);
    REQUIRE(other);
    CHECK(other->second == "GB18030");
    CHECK(read_sheet(other->first).rows[1].cells == std::vector<std::string>{"1", "水泵"});
    CHECK_FALSE(decoded("\xFF\xFF\xFF"));
    CHECK(read_sheet("a,b\n\"never closed, 1\n2").rows[1].cells[0] == "never closed, 1\n2");
    CHECK(read_sheet("").rows.empty());
}

TEST_CASE("an id has no blanks and signs") {
    CHECK(as_id("AB－12 (备)") == "AB-12-备");
    CHECK(as_id("打印机 3号") == "打印机-3号");
    CHECK(as_id("../etc/passwd").find('/') == std::string::npos);
    CHECK(as_id("！！").empty());
}
