#include <doctest/doctest.h>
#include <libical/ical.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/render.hpp"
#include "samples.hpp"

using namespace teamctl;
using samples::lines_of;
using samples::zh;

namespace {

Event meeting() {
    Event event;
    event.uid = "morning-2026-12-01@team.example";
    event.date = make_date(2026, 12, 1);
    event.start = event.date + std::chrono::hours{1};
    event.end = *event.start + std::chrono::minutes{15};
    event.summary = verbatim("晨会, 主持; 王丽");
    return event;
}

/// The calendar's lines, unfolded.
std::vector<std::string> content_of(const std::string& calendar) {
    std::vector<std::string> lines;
    for (auto& line : lines_of(calendar)) {
        CHECK(line.size() <= 76);  // 75 octets and the carriage return
        REQUIRE(line.ends_with("\r"));
        line.pop_back();
        CHECK_FALSE(invalid_utf8(line));
        if (line.starts_with(" ")) {
            lines.back() += line.substr(1);
        } else {
            lines.push_back(line);
        }
    }
    return lines;
}

std::string value_of(const Event& event, const std::string& name) {
    Report report;
    report.made = make_date(2026, 11, 23);
    report.events = {event};
    for (const auto& line : content_of(render::ics(report, zh))) {
        if (line.starts_with(name)) return line.substr(name.size());
    }
    return "none";
}

}  // namespace

TEST_CASE("an event is a VEVENT") {
    Report report;
    report.title = verbatim("晨会");
    report.made = make_date(2026, 11, 23);
    report.events = {meeting()};
    report.events.front().alarms = {1440, 15, -540};
    CHECK(
        render::ics(report, zh) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//teamctl//teamctl//EN\r\nCALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\nX-WR-CALNAME:晨会\r\n"
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\nBEGIN:VEVENT\r\nUID:morning-2026-12-01@team.example\r\n"
        "DTSTAMP:20261123T000000Z\r\nSEQUENCE:0\r\nDTSTART:20261201T010000Z\r\nDTEND:20261201T011500Z\r\n"
        "SUMMARY:晨会\\, 主持\\; 王丽\r\nSTATUS:CONFIRMED\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT24H\r\nDESCRIPTION:晨会\\, 主持\\; "
        "王丽\r\nEND:VALARM\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:晨会\\, 主持\\; "
        "王丽\r\nEND:VALARM\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT9H\r\nDESCRIPTION:晨会\\, 主持\\; 王丽\r\nEND:VALARM\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("whole days, cancelled events, long texts") {
    auto event = meeting();
    event.start.reset();
    CHECK(value_of(event, "DTSTART;VALUE=DATE:") == "20261201");
    CHECK(value_of(event, "DTEND;VALUE=DATE:") == "20261202");
    event.days = 3;
    CHECK(value_of(event, "DTEND;VALUE=DATE:") == "20261204");
    event.cancelled = true;
    event.alarms = {15};
    CHECK(value_of(event, "STATUS:") == "CANCELLED");
    CHECK(value_of(event, "SEQUENCE:") == "1");  // above that of the event it calls off
    CHECK(value_of(event, "TRIGGER:") == "none");
    CHECK(value_of(event, "SUMMARY:") == "（取消）晨会\\, 主持\\; 王丽");
    std::string text;
    for (int i = 0; i < 100; ++i) text += "第一项" + std::string(static_cast<std::size_t>(i % 4), 'x');
    event.description = verbatim(text + "\n又一行");
    CHECK(value_of(event, "DESCRIPTION:") == text + "\\n又一行");
}

TEST_CASE("hostile text adds no line") {
    for (const auto& text : samples::hostile_texts()) {
        CAPTURE(text);
        const auto lines = content_of(render::ics(samples::saying(text), zh));
        CHECK(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT") == 1);
        CHECK(std::count(lines.begin(), lines.end(), "END:VEVENT") == 1);
        CHECK(std::count(lines.begin(), lines.end(), "BEGIN:VALARM") <= 1);  // the event's own
        for (const auto& line : lines) CHECK(made_harmless(line) == line);
    }
}

TEST_CASE("libical reads back what was said") {
    using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;
    for (const auto& text : samples::hostile_texts()) {
        CAPTURE(text);
        const Component calendar{icalparser_parse_string(render::ics(samples::saying(text), zh).c_str()),
                                 icalcomponent_free};
        REQUIRE(calendar != nullptr);
        CHECK(icalcomponent_count_errors(calendar.get()) == 0);
        CHECK(icalcomponent_count_components(calendar.get(), ICAL_ANY_COMPONENT) == 1);
        auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
        REQUIRE(event != nullptr);
        const std::string shown = made_harmless(render::on_one_line(text, "\n"), true);
        const char* summary = icalcomponent_get_summary(event);
        CHECK((summary != nullptr ? std::string{summary} : std::string{}) ==
              (trimmed(shown).empty() ? std::string{} : shown));
        CHECK(icaltime_as_timet(icalcomponent_get_dtstart(event)) == 1772240400);  // 2026-02-28 01:00 UTC
        CHECK(icaltime_as_timet(icalcomponent_get_dtend(event)) == 1772241300);
        CHECK(icalcomponent_get_status(event) == ICAL_STATUS_CONFIRMED);
        CHECK(icalcomponent_count_components(event, ICAL_VALARM_COMPONENT) ==
              (trimmed(shown).empty() ? 0 : 1));
    }
}
