// iCalendar files: every VEVENT becomes a meeting, its rule kept as it is (RFC 5545).
#include <fmt/format.h>
#include <libical/ical.h>

#include <memory>

#include "base/text.hpp"
#include "calendar/occurrences.hpp"
#include "intake/meetings.hpp"
#include "intake/readers.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {
namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

std::string text_of(icalcomponent* event, icalproperty_kind kind) {
    auto* property = icalcomponent_get_first_property(event, kind);
    const char* text = property != nullptr ? icalproperty_get_value_as_string(property) : nullptr;
    return text != nullptr ? std::string{text} : std::string{};
}

std::string date_of_time(const icaltimetype& time) {
    return fmt::format("{:04}-{:02}-{:02}", time.year, time.month, time.day);
}

/// A summary or place as people read it: without the escapes of the format.
std::string plain(icalcomponent* event, icalproperty_kind kind) {
    auto* property = icalcomponent_get_first_property(event, kind);
    if (property == nullptr) return {};
    const char* text = icalvalue_get_text(icalproperty_get_value(property));
    return text != nullptr ? made_harmless(text) : std::string{};
}

std::string zone_of(icalcomponent* event, const icaltimetype& start) {
    if (icaltime_is_utc(start)) return "UTC";
    auto* property = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    auto* parameter =
        property != nullptr ? icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER) : nullptr;
    return parameter != nullptr ? std::string{icalparameter_get_tzid(parameter)} : std::string{};
}

std::string exceptions_of(icalcomponent* event) {
    std::string out;
    for (auto* property = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY); property != nullptr;
         property = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY))
        out += (out.empty() ? "" : ", ") + date_of_time(icalproperty_get_exdate(property));
    return out;
}

void read_event(icalcomponent* event, const team::Team& team, Intake& intake) {
    const auto start = icalcomponent_get_dtstart(event);
    NewMeeting meeting;
    meeting.name = plain(event, ICAL_SUMMARY_PROPERTY);
    const auto doubt = [&](std::string cell, std::string taken, Phrase why) {
        intake.doubts.push_back({0, 0, meeting.name, std::move(cell), std::move(taken), std::move(why)});
    };
    if (meeting.name.empty() || icaltime_is_null_time(start))
        return doubt(text_of(event, ICAL_UID_PROPERTY), {}, say("import.no_event"));
    meeting.id = as_id(meeting.name);
    if (meeting.id.empty()) meeting.id = "meeting";
    meeting.place = plain(event, ICAL_LOCATION_PROPERTY);
    const auto rule = text_of(event, ICAL_RRULE_PROPERTY);
    if (!rule.empty() && calendar::rrule_problem(rule)) return doubt(rule, {}, say("import.no_form"));
    if (rule.empty())
        meeting.when = "{on: " + date_of_time(start);
    else
        meeting.when = fmt::format("{{rrule: \"{}\", from: {}", rule, date_of_time(start));
    if (!start.is_date) {
        meeting.when += fmt::format(", start: \"{:02}:{:02}\"", start.hour, start.minute);
        const int minutes = icaldurationtype_as_int(icalcomponent_get_duration(event)) / 60;
        if (minutes > 0) meeting.when += fmt::format(", minutes: {}", minutes);
        const auto zone = zone_of(event, start);
        if (!zone.empty() && zone != team.settings.timezone)
            meeting.when += ", timezone: " + yaml::quoted_scalar(zone);
    }
    if (const auto except = exceptions_of(event); !except.empty())
        meeting.when += ", except: [" + except + "]";
    meeting.when += "}";
    add_meeting(team, std::move(meeting), intake);
}

}  // namespace

Intake read_ics(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    const Component calendar{icalparser_parse_string(request.bytes.c_str()), &icalcomponent_free};
    if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT) {
        intake.problem = say("import.no_calendar");
        return intake;
    }
    for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
         event != nullptr; event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        // A changed single occurrence of a series belongs to its series.
        if (icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) != nullptr) {
            intake.doubts.push_back({0,
                                     0,
                                     plain(event, ICAL_SUMMARY_PROPERTY),
                                     text_of(event, ICAL_RECURRENCEID_PROPERTY),
                                     {},
                                     say("import.moved_one")});
            continue;
        }
        read_event(event, team, intake);
    }
    intake.facts.emplace_back(say("import.taken"), Cell{static_cast<std::int64_t>(intake.files.size())});
    return intake;
}

}  // namespace teamctl::intake
