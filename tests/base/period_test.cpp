#include "base/period.hpp"

#include <doctest/doctest.h>

using namespace teamctl;

namespace {
const Date today = make_date(2026, 11, 24);
std::string read_back(std::string_view word) {
    const auto period = parse_period(word, today);
    return period ? to_string(period->from) + " " + to_string(period->to) + " " + to_string(*period) : "none";
}
}  // namespace

TEST_CASE("period words name the days that a calendar names") {
    CHECK(read_back("2026-11-23") == "2026-11-23 2026-11-23 2026-11-23");
    CHECK(read_back("2026-11") == "2026-11-01 2026-11-30 2026-11");
    CHECK(read_back("2026-W48") == "2026-11-23 2026-11-29 2026-W48");
    CHECK(read_back("2026-Q4") == "2026-10-01 2026-12-31 2026-Q4");
    CHECK(read_back("2026") == "2026-01-01 2026-12-31 2026");
    CHECK(read_back("2026-11-01..2026-11-15") == "2026-11-01 2026-11-15 2026-11-01..2026-11-15");
    CHECK(read_back("-3d") == "2026-11-21 2026-11-21 2026-11-21");
    CHECK(read_back("上月") == "2026-10-01 2026-10-31 2026-10");
    CHECK(read_back("next week") == "2026-11-30 2026-12-06 2026-W49");
    CHECK(read_back("去年") == "2025-01-01 2025-12-31 2025");
}

TEST_CASE("dates as people write them; without a year the nearest") {
    CHECK(read_back("2026年12月1日") == "2026-12-01 2026-12-01 2026-12-01");
    CHECK(read_back("2025年3月") == "2025-03-01 2025-03-31 2025-03");
    CHECK(read_back("2027年") == "2027-01-01 2027-12-31 2027");
    CHECK(read_back("12月1日") == "2026-12-01 2026-12-01 2026-12-01");
    CHECK(read_back("12月1号") == "2026-12-01 2026-12-01 2026-12-01");
    CHECK(read_back("1月5日") == "2027-01-05 2027-01-05 2027-01-05");
    CHECK(read_back("6月") == "2026-06-01 2026-06-30 2026-06");
    CHECK(read_back("12-04") == "2026-12-04 2026-12-04 2026-12-04");
    CHECK(read_back("12月1日..12月5日") == "2026-12-01 2026-12-05 2026-12-01..2026-12-05");
    CHECK(read_back("下周一") == "2026-11-30 2026-11-30 2026-11-30");
    CHECK(read_back("本周五") == "2026-11-27 2026-11-27 2026-11-27");
    CHECK(read_back("上周日") == "2026-11-22 2026-11-22 2026-11-22");
    for (const auto* word :
         {"13月1日",        "12月32日", "月",   "12月1",    "12-32", "13-01",         "0年",   "2026年13月",
          "2026年12月1日x", "下周八",   "-12",  "12-",      "周月",  "2月29日",       "12/32", "13/1",
          "2026/13",        "周底",     "月尾", "3 days",   "in 3",  "in 3 days ago", "3天",   "dec 32",
          "1 dec 2",        "2026-w54", "week", "下下下周", "next",  "mon tue"}) {
        CHECK_MESSAGE(!parse_period(word, today), word);
    }
}

TEST_CASE("days that are told by words, of any case, in both languages") {
    CHECK(read_back("后天") == "2026-11-26 2026-11-26 2026-11-26");
    CHECK(read_back("大后天") == "2026-11-27 2026-11-27 2026-11-27");
    CHECK(read_back("前天") == "2026-11-22 2026-11-22 2026-11-22");
    CHECK(read_back("下个月") == "2026-12-01 2026-12-31 2026-12");
    CHECK(read_back("上个月") == "2026-10-01 2026-10-31 2026-10");
    CHECK(read_back("上上周") == "2026-11-09 2026-11-15 2026-W46");
    CHECK(read_back("这个星期") == "2026-11-23 2026-11-29 2026-W48");
    CHECK(read_back("月底") == "2026-11-30 2026-11-30 2026-11-30");
    CHECK(read_back("下月初") == "2026-12-01 2026-12-01 2026-12-01");
    CHECK(read_back("年底") == "2026-12-31 2026-12-31 2026-12-31");
    CHECK(read_back("周末") == "2026-11-28 2026-11-29 2026-11-28..2026-11-29");
    CHECK(read_back("Next Month") == "2026-12-01 2026-12-31 2026-12");
    CHECK(read_back("in 3 days") == "2026-11-27 2026-11-27 2026-11-27");
    CHECK(read_back("2 weeks ago") == "2026-11-09 2026-11-15 2026-W46");
    CHECK(read_back("三天后") == "2026-11-27 2026-11-27 2026-11-27");
    CHECK(read_back("2个月前") == "2026-09-01 2026-09-30 2026-09");
    CHECK(read_back("2026-w53") == "2026-12-28 2027-01-03 2026-W53");
    CHECK(read_back("2026-W1") == "2025-12-29 2026-01-04 2026-W01");
}

TEST_CASE("dates with slashes, points and names of months") {
    CHECK(read_back("12/1") == "2026-12-01 2026-12-01 2026-12-01");
    CHECK(read_back("12.1") == "2026-12-01 2026-12-01 2026-12-01");
    CHECK(read_back("2026/3/5") == "2026-03-05 2026-03-05 2026-03-05");
    CHECK(read_back("2026.12") == "2026-12-01 2026-12-31 2026-12");
    CHECK(read_back("Dec 1") == "2026-12-01 2026-12-01 2026-12-01");
    CHECK(read_back("1 December 2027") == "2027-12-01 2027-12-01 2027-12-01");
    CHECK(read_back("nov") == "2026-11-01 2026-11-30 2026-11");
    CHECK(read_back("12月1日到12月5日") == "2026-12-01 2026-12-05 2026-12-01..2026-12-05");
}

TEST_CASE("a weekday alone leans to the past or to what is to come") {
    const auto day = [](std::string_view word, Lean lean) {
        return to_string(*parse_period(word, today, lean));
    };
    for (const auto* tuesday : {"周二", "星期二", "礼拜二", "Tuesday", "tue"}) {  // which today is
        CHECK(day(tuesday, Lean::before) == "2026-11-17");
        CHECK(day(tuesday, Lean::back) == "2026-11-24");
        CHECK(day(tuesday, Lean::ahead) == "2026-11-24");
        CHECK(day(tuesday, Lean::after) == "2026-12-01");
    }
    CHECK(day("周一", Lean::back) == "2026-11-23");
    CHECK(day("周一", Lean::ahead) == "2026-11-30");
    // With a word before it the day is the same whichever way.
    for (const auto lean : {Lean::before, Lean::back, Lean::ahead, Lean::after}) {
        CHECK(day("上周五", lean) == "2026-11-20");
        CHECK(day("last friday", lean) == "2026-11-20");
        CHECK(day("next monday", lean) == "2026-11-30");
        CHECK(day("本周六", lean) == "2026-11-28");
        CHECK(day("this sat", lean) == "2026-11-28");
    }
}

TEST_CASE("files hold only what means the same on every day") {
    CHECK(parse_fixed_period("2026-11..2026-12")->to == make_date(2026, 12, 31));
    for (const auto* word : {"12月", "12-04", "本月", "-3d", "下周一"})
        CHECK_MESSAGE(!parse_fixed_period(word), word);
}

TEST_CASE("what names no period is refused") {
    for (const auto* word : {"", "2026-13", "2026-W54", "2026-W00", "2027-W53", "2026-Q5", "26", "2026-02-30",
                             "-d", "2026-11-15..2026-11-01", "2026-11..", "tomorow"}) {
        CHECK_MESSAGE(!parse_period(word, today), word);
    }
}

TEST_CASE("a period's word reads back as the period") {
    for (Date day = make_date(1970, 1, 1); day < make_date(2101, 1, 1); day += Days{1}) {
        for (const auto& period :
             {day_period(day), week_period(day), month_period(month_of(day)), quarter_period(day),
              year_period(year_of(day)), Period{day, day + Days{9}, Period::Unit::range}}) {
            REQUIRE(period.contains(day));
            REQUIRE(parse_period(to_string(period), today) == period);
            REQUIRE(shifted(shifted(period, 1), -1) == period);
            REQUIRE(shifted(period, 1).from == period.to + Days{1});
        }
    }
}
