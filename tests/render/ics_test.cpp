#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.hpp"
#include "lang/lang.hpp"
#include "render/render.hpp"
#include "samples.hpp"

using namespace teamctl;
using samples::lines_of;

namespace {

const Translator& zh = lang::translator(lang::Language::zh);

Event meeting(std::string timezone) {
    Event event;
    event.uid = "morning-2026-12-01@team.example";
    event.date = make_date(2026, 12, 1);
    event.start = TimeOfDay{9 * 60};
    event.minutes = 15;
    event.summary = verbatim("晨会, 主持; 王丽");
    event.timezone = std::move(timezone);
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
    report.events = {meeting("Asia/Shanghai")};
    CHECK(render::ics(report, zh) ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//teamctl//teamctl//EN\r\nCALSCALE:GREGORIAN\r\n"
          "METHOD:PUBLISH\r\nX-WR-CALNAME:晨会\r\nBEGIN:VEVENT\r\nUID:morning-2026-12-01@team.example\r\n"
          "DTSTAMP:20261123T000000Z\r\nDTSTART:20261201T010000Z\r\nDTEND:20261201T011500Z\r\n"
          "SUMMARY:晨会\\, 主持\\; 王丽\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("times are instants, in every zone and season") {
    auto event = meeting("Europe/Berlin");
    CHECK(value_of(event, "DTSTART:") == "20261201T080000Z");
    event.date = make_date(2026, 7, 1);
    CHECK(value_of(event, "DTSTART:") == "20260701T070000Z");
    event.timezone = "Asia/Kolkata";
    CHECK(value_of(event, "DTSTART:") == "20260701T033000Z");
    event.timezone = "Asia/Shanghai";
    event.start = TimeOfDay{7 * 60};
    CHECK(value_of(event, "DTSTART:") == "20260630T230000Z");
    event.start = end_of_day;
    CHECK(value_of(event, "DTSTART:") == "20260701T160000Z");
    event.timezone = "Nowhere/Land";
    CHECK(value_of(event, "DTSTART:") == "20260702T000000");
    event.timezone = "../../etc/localtime";
    CHECK(value_of(event, "DTSTART:") == "20260702T000000");
}

TEST_CASE("whole days, cancelled events, long texts") {
    auto event = meeting("Asia/Shanghai");
    event.start.reset();
    CHECK(value_of(event, "DTSTART;VALUE=DATE:") == "20261201");
    CHECK(value_of(event, "DTEND;VALUE=DATE:") == "20261202");
    event.minutes = 3 * 24 * 60;
    CHECK(value_of(event, "DTEND;VALUE=DATE:") == "20261204");
    event.cancelled = true;
    CHECK(value_of(event, "STATUS:") == "CANCELLED");
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
        CHECK(std::count(lines.begin(), lines.end(), "BEGIN:VALARM") == 0);
        for (const auto& line : lines) CHECK(made_harmless(line) == line);
    }
}
