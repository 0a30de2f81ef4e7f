#include <doctest/doctest.h>

#include "calendar/working_days.hpp"
#include "intake/intake.hpp"

using namespace teamctl;
using namespace teamctl::intake;

namespace {

Intake import_events(const std::string& inside, const std::string& zone = "Asia/Shanghai") {
    team::Team team;
    team.settings.timezone = zone;
    auto& ann = team.people.emplace_back();
    ann.id = "ann";
    ann.name = "Ann";
    ann.email = "ann@example.org";
    Request request;
    request.bytes = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n";
    return find_importer("ics")->read(request, team, calendar::WorkingDays{team});
}

/// The `when:` of the first meeting.
std::string when(const Intake& intake) {
    if (!intake.problem.empty() || intake.files.empty()) return "nothing";
    const auto& text = intake.files.front().text;
    const auto from = text.find("when: ") + 6;
    return text.substr(from, text.find('\n', from) - from);
}

std::string event(const std::string& lines) {
    return "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\n" + lines + "END:VEVENT\r\n";
}

/// The reasons why something was not taken as it stands.
std::string doubts(const Intake& intake) {
    std::string out;
    for (const auto& doubt : intake.doubts) {
        if (!doubt.plain) out += (out.empty() ? "" : " ") + doubt.why.key.substr(7);
    }
    return out;
}

std::string in_zone(const std::string& tzid, const std::string& rules = {}) {
    return when(import_events(rules + event("DTSTART;TZID=" + tzid + ":20261104T090000\r\n")));
}

std::string rules(const std::string& tzid, const std::string& summer = {}) {
    return "BEGIN:VTIMEZONE\r\nTZID:" + tzid + "\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\n" +
           (summer.empty()
                ? "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\n"
                : "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n") +
           "END:STANDARD\r\n" + summer + "END:VTIMEZONE\r\n";
}

}  // namespace

TEST_CASE("a zone is known by its name, its name in Windows, or its rules in the file") {
    CHECK(in_zone("Asia/Shanghai") == "{on: 2026-11-04, start: \"09:00\"}");
    CHECK(in_zone("China Standard Time") == "{on: 2026-11-04, start: \"09:00\"}");
    CHECK(in_zone("W. Europe Standard Time") ==
          "{on: 2026-11-04, start: \"09:00\", timezone: Europe/Berlin}");
    CHECK(in_zone("/mozilla.org/20050126_1/America/Argentina/Salta").find("America/Argentina/Salta") !=
          std::string::npos);
    CHECK(in_zone("tzone://Microsoft/Utc").find("timezone: UTC") != std::string::npos);
    CHECK(in_zone("GMT+0800") == "{on: 2026-11-04, start: \"09:00\"}");
    CHECK(in_zone("Nowhere/At All") == "nothing");
    CHECK(in_zone("../../etc/passwd") == "nothing");
    CHECK(in_zone("印度", rules("印度")).find("timezone: Asia/Kolkata") != std::string::npos);
    const std::string summer =
        "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n";
    const auto central = import_events(
        rules("Mitte", summer) + event("DTSTART;TZID=Mitte:20260704T090000\r\n"), "Europe/Vienna");
    CHECK(when(central) == "{on: 2026-07-04, start: \"09:00\"}");
    const auto other =
        import_events(rules("Asia/Shanghai") + event("DTSTART;TZID=Asia/Shanghai:20261104T090000\r\n"));
    CHECK(doubts(other) == "zone_contradicted");
}

TEST_CASE("what is excluded or added has the date of the series' own clock") {
    const std::string series =
        "DTSTART;TZID=Pacific/Auckland:20261104T090000\r\nRRULE:FREQ=WEEKLY;BYDAY=WE\r\n";
    CHECK(when(import_events(event(series + "EXDATE:20261110T200000Z\r\n"))).find("except: [2026-11-11]") !=
          std::string::npos);
    CHECK(when(import_events(event(series + "RDATE:20261119T200000Z\r\n"))).find("also: [2026-11-20]") !=
          std::string::npos);
    const auto misses = import_events(event(series + "EXDATE:20261110T210000Z\r\n"));
    CHECK(when(misses).find("except") == std::string::npos);
    CHECK(doubts(misses) == "except_misses");
    CHECK(when(import_events(event(series + "EXDATE;VALUE=DATE:20261118,20261125\r\n")))
              .find("except: [2026-11-18, 2026-11-25]") != std::string::npos);
    CHECK(when(import_events(event(series + "RDATE:20261110T200000Z\r\nEXDATE:20261110T200000Z\r\n")))
              .find("except: [2026-11-11]}") != std::string::npos);
}

TEST_CASE("single occurrences that were cancelled or moved") {
    const auto with = [](const std::string& lines) {
        return import_events(event("DTSTART:20261102T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\n") +
                             lines);
    };
    const auto instead = [](const std::string& of, const std::string& lines) {
        return event("RECURRENCE-ID:" + of + "\r\n" + lines);
    };
    CHECK(when(with(instead("20261109T090000", "STATUS:CANCELLED\r\n"))).find("except: [2026-11-09]}") !=
          std::string::npos);
    const auto moved = with(instead("20261109T090000", "DTSTART:20261110T090000\r\nDURATION:PT1H\r\n"));
    CHECK(when(moved).find("except: [2026-11-09], also: [2026-11-10]") != std::string::npos);
    CHECK(doubts(moved).empty());
    const auto later = with(instead("20261109T090000", "DTSTART:20261109T140000\r\nDURATION:PT1H\r\n"));
    CHECK(when(later).find("except") == std::string::npos);
    CHECK(doubts(later) == "also_time");
    // One after the other moves on by a day: no date stands in both lists.
    const auto chain = with(instead("20261109T090000", "DTSTART:20261116T090000\r\nDURATION:PT1H\r\n") +
                            instead("20261116T090000", "DTSTART:20261117T090000\r\nDURATION:PT1H\r\n"));
    CHECK(when(chain).find("except: [2026-11-09], also: [2026-11-17]") != std::string::npos);
    CHECK(doubts(with(
              instead("20261109T090000", "DTSTART:20261109T090000\r\nDURATION:PT1H\r\nLOCATION:y\r\n"))) ==
          "other_words");
    CHECK(doubts(with("BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261109T090000\r\n"
                      "DTSTART:20261109T100000\r\nEND:VEVENT\r\n")) == "from_then_on");
    CHECK(doubts(import_events(instead("20261109T090000", "DTSTART:20261110T090000\r\n"))) == "single");
}

TEST_CASE("added occurrences that were cancelled or moved") {
    const auto with = [](const std::string& lines) {
        return import_events(event("DTSTART:20261102T090000\r\nDURATION:PT1H\r\n"
                                   "RDATE:20261109T090000,20261116T090000\r\n") +
                             event("RECURRENCE-ID:20261109T090000\r\n" + lines));
    };
    CHECK(when(with("STATUS:CANCELLED\r\n")).find("also: [2026-11-16]}") != std::string::npos);
    CHECK(
        when(with("DTSTART:20261111T090000\r\nDURATION:PT1H\r\n")).find("also: [2026-11-11, 2026-11-16]}") !=
        std::string::npos);
    const auto later = with("DTSTART:20261109T140000\r\nDURATION:PT1H\r\n");
    CHECK(when(later).find("also: [2026-11-09, 2026-11-16]}") != std::string::npos);
    CHECK(doubts(later) == "also_time");
    const auto chain = with(
        "DTSTART:20261116T090000\r\nDURATION:PT1H\r\n"
        "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "RECURRENCE-ID:20261116T090000\r\nDTSTART:20261117T090000\r\nDURATION:PT1H\r\n");
    CHECK(when(chain).find("also: [2026-11-16, 2026-11-17]}") != std::string::npos);
}

TEST_CASE("several rules, several days") {
    const auto two =
        import_events(event("DTSTART:20261102T090000\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=2\r\n"
                            "RRULE:FREQ=MONTHLY;BYDAY=3MO;COUNT=2\r\n"));
    CHECK(when(two).find("also: [2026-11-16, 2026-12-21]") != std::string::npos);
    const auto endless =
        import_events(event("DTSTART:20261102T090000\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO\r\n"
                            "RRULE:FREQ=MONTHLY;BYDAY=3MO\r\n"));
    CHECK(endless.files.size() == 2);
    CHECK(doubts(endless) == "second_rule id_known");
    CHECK(when(import_events(event("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\n"))) ==
          "{on: 2026-12-24, also: [2026-12-25, 2026-12-26]}");
    CHECK(when(import_events(event("DTSTART;VALUE=DATE:20261104\r\nDTEND;VALUE=DATE:20261106\r\n"
                                   "RRULE:FREQ=WEEKLY;COUNT=2\r\n")))
              .find("also: [2026-11-05, 2026-11-12]") != std::string::npos);
    CHECK(doubts(import_events(event("DTSTART;VALUE=DATE:20261104\r\nDTEND;VALUE=DATE:20261106\r\n"
                                     "RRULE:FREQ=WEEKLY\r\n"))) == "several_days");
    const auto long_one = import_events(event("DTSTART:20261104T090000\r\nDTEND:20261106T170000\r\n"));
    CHECK(when(long_one) == "{on: 2026-11-04, start: \"09:00\"}");
    CHECK(doubts(long_one) == "longer_than_a_day");
    for (const char* length : {"DTEND:20261104T083000", "DURATION:-PT30M"}) {
        const auto backwards =
            import_events(event("DTSTART:20261104T090000\r\n" + std::string{length} + "\r\n"));
        CHECK(when(backwards) == "{on: 2026-11-04, start: \"09:00\"}");
        CHECK(doubts(backwards) == "ends_before");
    }
    const auto periods = import_events(event(
        "DTSTART:20261104T090000\r\nDURATION:PT45M\r\n"
        "RDATE;VALUE=PERIOD:20261106T090000/PT45M,20261107T090000/20261107T094500,20261109T090000/PT1H\r\n"));
    CHECK(when(periods).find("also: [2026-11-06, 2026-11-07, 2026-11-09]") != std::string::npos);
    CHECK(doubts(periods) == "also_time");
    CHECK(doubts(import_events(event("DTSTART:20261102T090000\r\nRRULE:FREQ=WEEKLY\r\n"
                                     "EXRULE:FREQ=MONTHLY;BYDAY=1MO\r\n"))) == "exception_rule");
    const auto beside = import_events(event("DTSTART:20261103T090000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n"));
    CHECK(when(beside).find("also: [2026-11-03]") != std::string::npos);
}

TEST_CASE("lengths are those of the clock on the wall, or of two clocks") {
    CHECK(when(import_events(event("DTSTART;TZID=Asia/Shanghai:20261104T090000\r\n"
                                   "DTEND;TZID=Asia/Tokyo:20261104T110000\r\n"))) ==
          "{on: 2026-11-04, start: \"09:00\", minutes: 60}");
    CHECK(when(import_events(event("DTSTART:20261104T090000\r\nDTEND:20261104T080000\r\n"))) ==
          "{on: 2026-11-04, start: \"09:00\"}");
    CHECK(when(import_events(event("DTSTART:20261104T090000\r\nDURATION:P1D\r\n"))) ==
          "{on: 2026-11-04, start: \"09:00\", minutes: 1440}");
}

TEST_CASE("what is no event, or says no time, is named") {
    for (const auto* broken :
         {"DTSTART:00010102T140000\r\n", "DTSTART:20261304T090000\r\n", "DTSTART:x\r\n", ""}) {
        CAPTURE(broken);
        const auto intake = import_events(event(broken));
        CHECK(intake.files.empty());
        CHECK_FALSE(doubts(intake).empty());
    }
    CHECK(doubts(import_events(event("DTSTART:20261102T090000\r\nRRULE:FREQ=HOURLY\r\n"))) == "no_form");
    CHECK(doubts(import_events(event("DTSTART:20261102T090000\r\nRRULE:gibberish\r\n"))) == "unread_time");
    CHECK(doubts(import_events(event("DTSTART:20261102T090000\r\nSTATUS:CANCELLED\r\n"))) == "cancelled");
    const auto todo = import_events("BEGIN:VTODO\r\nUID:2\r\nSUMMARY:y\r\nEND:VTODO\r\n");
    REQUIRE(todo.doubts.size() == 1);
    CHECK(todo.doubts[0].row == 3);
    CHECK(todo.doubts[0].cell == "VTODO");
    const auto who =
        import_events(event("DTSTART:20261102T090000\r\nATTENDEE;CN=Ann:mailto:ANN@example.org\r\n"
                            "ATTENDEE:mailto:eve@example.org\r\n"));
    CHECK(who.files.front().text.find("attend: [ann]") != std::string::npos);
    CHECK(doubts(who) == "strange_attendees");
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "BEGIN:VEVENT\r\n";
    CHECK(import_events(deep).problem.key == "import.calendar_too_large");
}
