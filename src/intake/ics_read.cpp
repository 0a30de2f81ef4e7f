#include "intake/ics_read.hpp"

#include <algorithm>
#include <mutex>
#include <string_view>

#include "base/text.hpp"
#include "intake/ics_library.hpp"
#include "intake/sheet.hpp"

namespace teamctl::intake {
namespace {

constexpr int deepest = 8;
constexpr std::size_t most_events = 20'000;
constexpr std::size_t most_description_lines = 12;

/// The lines at which components begin, by depth of nesting; libical does not say.
struct Outline {
    std::vector<std::size_t> events;  ///< of the calendar itself
    std::vector<std::size_t> others;
    bool sound = true;
};

bool same_word(std::string_view line, std::string_view word) {
    return line.size() >= word.size() &&
           std::equal(word.begin(), word.end(), line.begin(),
                      [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? b - 32 : b); });
}

Outline outline_of(std::string_view text) {
    Outline outline;
    int depth = 0;
    std::size_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (same_word(line, "BEGIN:")) {
            if (++depth > deepest) outline.sound = false;
            if (depth != 2) continue;
            (same_word(line, "BEGIN:VEVENT") ? outline.events : outline.others).push_back(number);
        } else if (same_word(line, "END:")) {
            --depth;
        }
    }
    return outline;
}

std::string one_line(const char* text) {
    return text != nullptr ? tidied(text) : std::string{};
}

std::string text_of(icalcomponent* component, icalproperty_kind kind) {
    auto* property = icalcomponent_get_first_property(component, kind);
    return property != nullptr ? one_line(icalvalue_get_text(icalproperty_get_value(property)))
                               : std::string{};
}

template <class Take>
void each(icalcomponent* component, icalproperty_kind kind, const Take& take) {
    for (auto* property = icalcomponent_get_first_property(component, kind); property != nullptr;
         property = icalcomponent_get_next_property(component, kind))
        take(property);
}

/// Nothing for a day that does not exist, or of a year that no file of ours may name.
std::optional<IcsTime> time_of(const icaltimetype& time, icalproperty* property) {
    if (icaltime_is_null_time(time) || time.year < first_year || time.year > last_year || time.month < 1 ||
        time.day < 1)
        return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year{time.year},
                                          std::chrono::month{static_cast<unsigned>(time.month)},
                                          std::chrono::day{static_cast<unsigned>(time.day)}};
    if (!day.ok()) return std::nullopt;
    IcsTime out;
    out.local.date = day;
    out.whole_day = time.is_date != 0;
    if (out.whole_day) return out;
    if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59) return std::nullopt;
    out.local.time = TimeOfDay{time.hour * 60 + time.minute};
    out.seconds = time.second != 0;
    auto* zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char* tzid = zone != nullptr ? icalparameter_get_tzid(zone) : nullptr;
    if (icaltime_is_utc(time))
        out.tzid = "UTC";
    else if (tzid != nullptr)
        out.tzid = tzid;
    return out;
}

/// A property that is a time, where the component has it.
std::optional<IcsTime> time_property(icalcomponent* component, icalproperty_kind kind,
                                     const Late<icaltimetype(const icalproperty*)>& get) {
    auto* property = icalcomponent_get_first_property(component, kind);
    return property != nullptr ? time_of(get(property), property) : std::nullopt;
}

void read_dates(icalcomponent* component, IcsEvent& event) {
    const auto unread = [&](icalproperty* property) {
        event.unread.push_back(one_line(icalproperty_get_value_as_string(property)));
    };
    each(component, ICAL_EXDATE_PROPERTY, [&](icalproperty* property) {
        if (auto time = time_of(icalproperty_get_exdate(property), property))
            event.except.push_back(std::move(*time));
        else
            unread(property);
    });
    each(component, ICAL_RDATE_PROPERTY, [&](icalproperty* property) {
        const auto value = icalproperty_get_rdate(property);
        const bool is_period = icaltime_is_null_time(value.time) != 0;
        auto time = time_of(is_period ? value.period.start : value.time, property);
        if (!time) return unread(property);
        if (is_period)
            time->length =
                icaltime_is_null_time(value.period.end) != 0
                    ? icaldurationtype_as_int(value.period.duration)
                    : icaldurationtype_as_int(icaltime_subtract(value.period.end, value.period.start));
        event.also.push_back(std::move(*time));
    });
    each(component, ICAL_RRULE_PROPERTY, [&](icalproperty* property) {
        event.rules.push_back(one_line(icalproperty_get_value_as_string(property)));
    });
    each(component, ICAL_EXRULE_PROPERTY, [&](icalproperty* property) {
        event.exception_rules.push_back(one_line(icalproperty_get_value_as_string(property)));
    });
}

void read_attendees(icalcomponent* component, IcsEvent& event) {
    each(component, ICAL_ATTENDEE_PROPERTY, [&](icalproperty* property) {
        std::string address = one_line(icalproperty_get_attendee(property));
        if (same_word(address, "MAILTO:")) address.erase(0, 7);
        auto* name = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER);
        if (address.empty() && name != nullptr) address = one_line(icalparameter_get_cn(name));
        if (!address.empty()) event.attendees.push_back(std::move(address));
    });
}

void read_description(icalcomponent* component, IcsEvent& event) {
    auto* property = icalcomponent_get_first_property(component, ICAL_DESCRIPTION_PROPERTY);
    const char* raw = property != nullptr ? icalvalue_get_text(icalproperty_get_value(property)) : nullptr;
    std::string_view text{raw != nullptr ? raw : ""};
    while (!text.empty() && event.description.size() < most_description_lines) {
        const auto end = std::min(text.find('\n'), text.size());
        if (auto line = tidied(text.substr(0, end)); !line.empty())
            event.description.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// libical notes what it could not read beside what it could.
void read_errors(icalcomponent* component, IcsEvent& event) {
    static constexpr std::string_view times[] = {"DTSTART", "DTEND",  "DURATION",      "RRULE", "RDATE",
                                                 "EXDATE",  "EXRULE", "RECURRENCE-ID", "STATUS"};
    each(component, ICAL_XLICERROR_PROPERTY, [&](icalproperty* property) {
        const auto text = one_line(icalproperty_get_xlicerror(property));
        event.unread_time |= std::any_of(std::begin(times), std::end(times),
                                         [&](auto name) { return text.find(name) != std::string::npos; });
        event.unread.push_back(text);
    });
}

IcsEvent read_event(icalcomponent* component, std::size_t line) {
    IcsEvent event;
    event.line = line;
    event.uid = text_of(component, ICAL_UID_PROPERTY);
    event.summary = text_of(component, ICAL_SUMMARY_PROPERTY);
    event.place = text_of(component, ICAL_LOCATION_PROPERTY);
    event.start = time_property(component, ICAL_DTSTART_PROPERTY, icalproperty_get_dtstart);
    if (auto* property = icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY);
        property != nullptr && !event.start) {
        event.unread_time = true;
        event.unread.push_back(one_line(icalproperty_get_value_as_string(property)));
    }
    event.end = time_property(component, ICAL_DTEND_PROPERTY, icalproperty_get_dtend);
    event.instead_of = time_property(component, ICAL_RECURRENCEID_PROPERTY, icalproperty_get_recurrenceid);
    if (auto* property = icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY)) {
        if (!event.instead_of) event.unread_time = true;
        event.and_later = icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) != nullptr;
    }
    if (auto* property = icalcomponent_get_first_property(component, ICAL_DURATION_PROPERTY))
        event.duration = icaldurationtype_as_int(icalproperty_get_duration(property));
    if (auto* property = icalcomponent_get_first_property(component, ICAL_SEQUENCE_PROPERTY))
        event.sequence = icalproperty_get_sequence(property);
    if (auto* property = icalcomponent_get_first_property(component, ICAL_STATUS_PROPERTY))
        event.cancelled = icalproperty_get_status(property) == ICAL_STATUS_CANCELLED;
    read_dates(component, event);
    read_attendees(component, event);
    read_description(component, event);
    read_errors(component, event);
    return event;
}

}  // namespace

void IcsFile::Free::operator()(icalcomponent* component) const {
    icalcomponent_free(component);
}

IcsFile read_ics_file(const std::string& bytes) {
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); });
    IcsFile file;
    const auto text = decoded(bytes);
    if (!text || text->first.find('\0') != std::string::npos) {
        file.problem = say("import.not_text");
        return file;
    }
    const auto outline = outline_of(text->first);
    if (!outline.sound || outline.events.size() > most_events) {
        file.problem = say("import.calendar_too_large");
        return file;
    }
    file.calendar.reset(icalparser_parse_string(text->first.c_str()));
    auto* calendar = file.calendar.get();
    if (calendar == nullptr || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        file.problem = say("import.no_calendar");
        return file;
    }
    std::size_t events = 0;
    std::size_t others = 0;
    for (auto* part = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT); part != nullptr;
         part = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
        const auto kind = icalcomponent_isa(part);
        const auto line = [](const std::vector<std::size_t>& lines, std::size_t n) {
            return n < lines.size() ? lines[n] : 0;
        };
        if (kind == ICAL_VEVENT_COMPONENT) {
            file.events.push_back(read_event(part, line(outline.events, events++)));
        } else {
            const auto at = line(outline.others, others++);
            if (kind == ICAL_VTIMEZONE_COMPONENT) continue;
            file.others.push_back(
                {at, one_line(icalcomponent_kind_to_string(kind)), text_of(part, ICAL_SUMMARY_PROPERTY)});
        }
    }
    return file;
}

}  // namespace teamctl::intake
