#include <doctest/doctest.h>

#include <chrono>

#include "china_2026.hpp"
#include "lang/lang.hpp"

using namespace teamctl;
using team::Every;
using team::IfHoliday;
using team::Ordinal;
using team::When;

namespace {

const calendar::WorkingDays plain = test::working_days({});
const Period all_years{make_date(1970, 1, 1), make_date(2100, 12, 31), Period::Unit::range};

When rule(const char* text, const char* from) {
    When when;
    when.every = Every::rrule;
    when.rrule = text;
    when.from = parse_date(from);
    return when;
}

/// The first dates of a rule, as `1997-09-02 12 22 1997-10-02`: the year and month where they change.
std::string first(const char* text, const char* from, std::size_t count) {
    std::string shown;
    Date before{};
    auto dates = calendar::dates(rule(text, from), plain, all_years);
    if (dates.size() > count) dates.resize(count);
    for (const Date date : dates) {
        if (!shown.empty()) shown += ' ';
        shown += to_string(date).substr(!shown.empty() && month_of(date) == month_of(before) ? 8 : 0);
        before = date;
    }
    return shown;
}

When every_kept(Every unit, int interval, const char* from) {
    When when;
    when.every = unit;
    when.interval = interval;
    when.from = parse_date(from);
    when.if_holiday = IfHoliday::keep;
    return when;
}

void check_same(const char* text, const When& own) {
    auto when = rule(text, to_string(*own.from).c_str());
    CHECK_MESSAGE(test::list(calendar::dates(when, plain, all_years)) ==
                      test::list(calendar::dates(own, plain, all_years)),
                  text);
}

std::string problem(const std::string& text) {
    const auto found = calendar::rrule_problem(text);
    if (!found) return "sound";
    CHECK(lang::translator(lang::Language::zh).say(*found).find("[[") == std::string::npos);
    return found->key.substr(found->key.find('.') + 1);
}

}  // namespace

TEST_CASE("the examples of RFC 5545, section 3.8.5.3") {
    CHECK(first("FREQ=DAILY;COUNT=10", "1997-09-02", 99) == "1997-09-02 03 04 05 06 07 08 09 10 11");
    CHECK(first("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", 99) == "1997-09-02 12 22 1997-10-02 12");
    CHECK(first("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02", 99) ==
          "1997-09-02 04 16 18 30 1997-10-02 14 16");
    CHECK(first("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", 99) ==
          "1997-08-05 10 19 24");
    CHECK(first("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", 99) ==
          "1997-08-05 17 19 31");
    CHECK(
        first("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05", 99) ==
        "1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 "
        "1998-06-05");
    CHECK(first("FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07", 99) ==
          "1997-09-07 28 1997-11-02 30 1998-01-04 25 1998-03-01 29 1998-05-03 31");
    CHECK(first("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", 99) ==
          "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16");
    CHECK(first("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", 6) ==
          "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26");
    CHECK(first("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30", 99) ==
          "1997-09-30 1997-10-01 31 1997-11-01 30 1997-12-01 31 1998-01-01 31 1998-02-01");
    CHECK(first("FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10", 99) ==
          "1997-09-10 11 12 13 14 15 1999-03-10 11 12 13");
    CHECK(first("FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10", 99) ==
          "1997-06-10 1997-07-10 1998-06-10 1998-07-10");
    CHECK(
        first("FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997-01-01", 99) ==
        "1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18 2003-01-01 2003-04-10 2003-07-19 "
        "2006-01-01");
    CHECK(first("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", 3) == "1997-05-19 1998-05-18 1999-05-17");
    CHECK(first("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", 3) == "1997-05-12 1998-05-11 1999-05-17");
    CHECK(first("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", 5) == "1997-03-13 20 27 1998-03-05 12");
    CHECK(first("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02", 5) ==
          "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13");
    CHECK(first("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13", 6) ==
          "1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10 1998-02-07");
    CHECK(first("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05", 3) ==
          "1996-11-05 2000-11-07 2004-11-02");
    CHECK(first("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", 99) ==
          "1997-09-04 1997-10-07 1997-11-06");
    CHECK(first("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29", 7) ==
          "1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26 1998-03-30");
    CHECK(first("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", 99) ==
          "2007-01-15 30 2007-02-15 2007-03-15 30");
}

TEST_CASE("what a rule leaves out comes from its first day") {
    CHECK(first("FREQ=WEEKLY", "2026-01-02", 3) == "2026-01-02 09 16");
    CHECK(first("FREQ=MONTHLY", "2026-01-31", 3) == "2026-01-31 2026-03-31 2026-05-31");
    CHECK(first("FREQ=YEARLY", "2024-02-29", 3) == "2024-02-29 2028-02-29 2032-02-29");
    CHECK(first("FREQ=YEARLY;BYWEEKNO=1", "2024-12-30", 3) == "2024-12-30 2025-12-29 2027-01-04");
    CHECK(first("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2026-01-01", 3) == "2027-01-03 2028-01-02 2028-12-31");
    CHECK(first("freq=monthly;byday=+2mo", "2026-01-01", 2) == "2026-01-12 2026-02-09");
    CHECK(first("FREQ=MONTHLY;BYDAY=MO,3FR", "2026-01-01", 6) == "2026-01-05 12 16 19 26 2026-02-02");
}

TEST_CASE("UNTIL is inclusive, and in UTC it is read in the rule's zone") {
    CHECK(first("FREQ=DAILY;UNTIL=20260103", "2026-01-01", 9) == "2026-01-01 02 03");
    auto when = rule("FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", "1998-01-01");
    when.timezone = "America/New_York";
    when.start = TimeOfDay{9 * 60};
    CHECK(calendar::dates(when, plain, all_years).size() == 93);
    when.start = TimeOfDay{9 * 60 + 1};
    CHECK(calendar::dates(when, plain, all_years).size() == 92);
    when = rule("FREQ=DAILY;UNTIL=20260103T160000Z", "2026-01-01");  // midnight of the 4th in China
    CHECK(test::list(calendar::dates(when, plain, all_years)) == "01-01 01-02 01-03 01-04");
    when.rrule = "FREQ=DAILY;UNTIL=20260103T120000";
    when.start = TimeOfDay{13 * 60};
    CHECK(test::list(calendar::dates(when, plain, all_years)) == "01-01 01-02");
}

TEST_CASE("rules say the same as our own forms") {
    auto own = every_kept(Every::week, 2, "2026-01-02");
    own.weekdays = {std::chrono::Friday};
    check_same("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", own);
    own.from = make_date(1970, 1, 4);  // a Sunday: the week of Monday 1969-12-29
    own.weekdays = {std::chrono::Monday, std::chrono::Sunday, std::chrono::Wednesday};
    check_same("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,MO,SU", own);
    check_same("FREQ=DAILY;INTERVAL=3", every_kept(Every::day, 3, "1971-05-06"));
    own = every_kept(Every::month, 1, "1970-01-01");
    own.month_days = {31, 1};
    check_same("FREQ=MONTHLY;BYMONTHDAY=31,1", own);
    own = every_kept(Every::month, 5, "1999-12-31");
    own.ordinals = {{5, Ordinal::What::weekday, std::chrono::Friday}};
    check_same("FREQ=MONTHLY;INTERVAL=5;BYDAY=5FR", own);
    own.ordinals = {{-1, Ordinal::What::workday, {}}};
    check_same("FREQ=MONTHLY;INTERVAL=5;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", own);
    own = every_kept(Every::quarter, 1, "1970-01-01");
    own.ordinals = {{-1, Ordinal::What::day, {}}};
    check_same("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", own);
    own = every_kept(Every::year, 4, "2000-03-01");
    own.year_day = std::chrono::February / 29;
    check_same("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", own);
    own = every_kept(Every::year, 1, "1970-01-01");
    own.ordinals = {{5, Ordinal::What::weekday, std::chrono::Tuesday},
                    {-1, Ordinal::What::weekday, std::chrono::Tuesday}};
    check_same("FREQ=YEARLY;BYDAY=5TU,-1TU", own);
}

TEST_CASE("holidays move a rule's dates only where asked, by its weekdays or by days off") {
    const auto china = test::working_days();
    auto when = rule("FREQ=MONTHLY;BYMONTHDAY=15", "2026-01-01");
    const auto in = [&](const char* period) {
        return test::list(calendar::dates(when, china, test::period(period)));
    };
    CHECK(in("2026-11") == "11-15");
    when.if_holiday = IfHoliday::next;
    CHECK(in("2026-11") == "11-16");
    when.rrule = "FREQ=WEEKLY;BYDAY=SU";
    CHECK(in("2026-11") == "11-01 11-08 11-15 11-22 11-29");
    CHECK(in("2026-10") == "10-08 10-11 10-18 10-25");
}

TEST_CASE("a rule takes no longer for having begun long ago, or for yielding nothing") {
    const auto begin = std::chrono::steady_clock::now();
    for (const auto* text :
         {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
          "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9",
          "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
          "FREQ=YEARLY;BYMONTH=4;BYYEARDAY=366", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2;BYMONTHDAY=1",
          "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2"}) {
        CHECK_MESSAGE(calendar::dates(rule(text, "1970-01-01"), plain, test::period("2100")).empty(), text);
        CHECK_MESSAGE(calendar::dates(rule(text, "1970-01-01"), plain, all_years).empty(), text);
    }
    for (const auto* text :
         {"FREQ=DAILY", "FREQ=DAILY;COUNT=100000", "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=100000"}) {
        CHECK(calendar::dates(rule(text, "1970-01-01"), plain, test::period("2100")).size() == 365);
    }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{2});
}

TEST_CASE("an unsound rule is named for what is wrong with it, and yields nothing") {
    CHECK(problem("FREQ=MONTHLY;BYDAY=2MO") == "sound");
    CHECK(problem("FREQ=YEARLY;BYYEARDAY=-366,1;BYSETPOS=-366") == "sound");
    CHECK(problem("") == "rrule_malformed");
    CHECK(problem(std::string(5000, 'A')) == "rrule_malformed");
    CHECK(problem("RRULE:FREQ=DAILY") == "rrule_unknown_part");
    CHECK(problem("FREQ=DAILY;") == "rrule_unknown_part");
    CHECK(problem("FREQ=DAILY;BYHOUR=9") == "rrule_unknown_part");
    CHECK(problem("RSCALE=CHINESE;FREQ=YEARLY") == "rrule_unknown_part");
    CHECK(problem("FREQ=DAILY;FREQ=DAILY") == "rrule_twice");
    CHECK(problem("FREQ=HOURLY") == "rrule_frequency");
    CHECK(problem("FREQ=SECONDLY") == "rrule_frequency");
    CHECK(problem("INTERVAL=2") == "rrule_frequency");
    CHECK(problem("FREQ=WEEKLY;BYMONTHDAY=1") == "rrule_not_together");
    CHECK(problem("FREQ=MONTHLY;BYWEEKNO=1") == "rrule_not_together");
    CHECK(problem("FREQ=DAILY;BYYEARDAY=1") == "rrule_not_together");
    CHECK(problem("FREQ=DAILY;COUNT=3;UNTIL=20260101") == "rrule_not_together");
    CHECK(problem("FREQ=MONTHLY;BYSETPOS=1") == "rrule_set_position");
    for (const auto* bad :
         {"FREQ=DAILY;UNTIL=20260231", "FREQ=DAILY;UNTIL=2026", "FREQ=DAILY;UNTIL=20260101T2500",
          "FREQ=DAILY;UNTIL=20260101T250000", "FREQ=DAILY;UNTIL=20260101X000000", "FREQ=DAILY;UNTIL=99999999",
          "FREQ=DAILY;UNTIL=20260101T000061Z", "FREQ=DAILY;INTERVAL=", "FREQ=DAILY;INTERVAL=99999",
          "FREQ=MONTHLY;BYDAY=MO,", "FREQ=MONTHLY;BYDAY=,MO", "FREQ=MONTHLY;BYDAY=MO,,TU",
          "FREQ=MONTHLY;BYDAY=300MO", "FREQ=MONTHLY;BYDAY=2 MO", "FREQ=DAILY;COUNT=1e3;X"}) {
        const auto found = problem(bad);
        CHECK_MESSAGE((found == "rrule_bad_value" || found == "rrule_unknown_part"), bad << ": " << found);
    }
    for (const auto* bad : {"FREQ=MONTHLY;BYDAY=6MO",
                            "FREQ=WEEKLY;BYDAY=1MO",
                            "FREQ=DAILY;BYDAY=-1MO",
                            "FREQ=YEARLY;BYDAY=54MO",
                            "FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO",
                            "FREQ=YEARLY;BYWEEKNO=54;BYDAY=MO",
                            "FREQ=MONTHLY;BYMONTHDAY=32",
                            "FREQ=MONTHLY;BYMONTHDAY=0",
                            "FREQ=YEARLY;BYMONTH=13",
                            "FREQ=YEARLY;BYMONTH=-1",
                            "FREQ=YEARLY;BYYEARDAY=367",
                            "FREQ=DAILY;COUNT=0",
                            "FREQ=DAILY;INTERVAL=0",
                            "FREQ=DAILY;INTERVAL=-1",
                            "FREQ=DAILY;COUNT=-1",
                            "FREQ=MONTHLY;BYDAY=XX",
                            "FREQ=DAILY;WKST=XX",
                            "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367",
                            "FREQ=DAILY;COUNT=A",
                            "FREQ=YEARLY;BYMONTH=5L"}) {
        const auto found = problem(bad);
        CHECK_MESSAGE((found == "rrule_out_of_range" || found == "rrule_malformed"), bad << ": " << found);
        CHECK(calendar::dates(rule(bad, "2026-01-01"), plain, all_years).empty());
    }
}
