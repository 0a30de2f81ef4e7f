// iCalendar as RFC 5545 has it. Timed events go out in UTC: each is one occurrence, so that a phone needs no
// description of the time zone to show it at the right hour.
#include <fmt/format.h>
#include <libical/ical.h>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/render.hpp"

namespace teamctl::render {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line end

/// TEXT values: visible controls, escaped separators, line feeds as \n.
std::string escaped(std::string_view text) {
    const std::string safe = made_harmless(on_one_line(text, "\n"), true);
    std::string out;
    for (const char c : safe) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        out += c;
    }
    return out;
}

/// A wall-clock moment as whole minutes since 1970; may leave the day.
std::int64_t minutes_of(Date date, int minutes) {
    return std::int64_t{date.time_since_epoch().count()} * 24 * 60 + minutes;
}

std::string stamp(std::int64_t minutes, std::string_view zone) {
    constexpr std::int64_t day = 24 * 60;
    const auto days = minutes >= 0 ? minutes / day : -((-minutes + day - 1) / day);
    const auto rest = minutes - days * day;
    std::string date = to_string(Date{Days{static_cast<int>(days)}});
    std::erase(date, '-');
    return fmt::format("{}T{:02}{:02}00{}", date, rest / 60, rest % 60, zone);
}

std::string day_stamp(Date date) {
    return stamp(minutes_of(date, 0), "").substr(0, 8);
}

/// The moment in UTC, as whole minutes since 1970; nothing where the zone is not known.
std::optional<std::int64_t> in_utc(std::int64_t minutes, const std::string& zone_name) {
    icaltimezone* zone = icaltimezone_get_builtin_timezone(zone_name.c_str());
    if (zone == nullptr) return std::nullopt;
    icaltimetype time = icaltime_from_string(stamp(minutes, "").c_str());
    if (icaltime_is_null_time(time) != 0) return std::nullopt;
    const int offset = icaltimezone_get_utc_offset(zone, &time, nullptr);
    return minutes - offset / 60;
}

class Calendar {
  public:
    Calendar(const Report& report, const Translator& words) : report_{report}, words_{words} {}

    std::string written() {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//teamctl//teamctl//EN");
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
        line_of_text("X-WR-CALNAME", words_.say(report_.title));
        for (const auto& event : report_.events) write(event);
        line("END", "VCALENDAR");
        return std::move(out_);
    }

  private:
    /// Folds after at most 75 octets, between characters.
    void line(std::string_view name, std::string_view value) {
        const std::string whole = fmt::format("{}:{}", name, value);
        std::size_t used = 0;
        for (std::size_t pos = 0; pos < whole.size();) {
            const std::size_t bytes = code_point_at(whole, pos).bytes;
            if (used + bytes > longest_line) {
                out_ += "\r\n ";
                used = 1;
            }
            out_.append(whole, pos, bytes);
            used += bytes;
            pos += bytes;
        }
        out_ += "\r\n";
    }

    /// Nothing where the text is blank: readers refuse empty values.
    void line_of_text(std::string_view name, std::string_view text) {
        if (!trimmed(text).empty()) line(name, escaped(text));
    }

    void write_times(const Event& event) {
        if (!event.start) {
            const int days = std::max(1, (event.minutes + 24 * 60 - 1) / (24 * 60));
            line("DTSTART;VALUE=DATE", day_stamp(event.date));
            line("DTEND;VALUE=DATE", day_stamp(event.date + Days{days}));
            line("TRANSP", "TRANSPARENT");
            return;
        }
        const auto local = minutes_of(event.date, event.start->minutes);
        const auto utc = in_utc(local, event.timezone);
        const std::string_view zone = utc ? "Z" : "";
        line("DTSTART", stamp(utc.value_or(local), zone));
        if (event.minutes > 0) line("DTEND", stamp(utc.value_or(local) + event.minutes, zone));
    }

    void write(const Event& event) {
        const std::string summary = words_.say(event.summary);
        line("BEGIN", "VEVENT");
        line("UID", escaped(event.uid));
        line("DTSTAMP", stamp(minutes_of(report_.made, 0), "Z"));
        write_times(event);
        line_of_text("SUMMARY", event.cancelled ? words_.say(say("render.cancelled", summary)) : summary);
        line_of_text("DESCRIPTION", words_.say(event.description));
        line_of_text("LOCATION", event.place);
        line("STATUS", event.cancelled ? "CANCELLED" : "CONFIRMED");
        line("END", "VEVENT");
    }

    const Report& report_;
    const Translator& words_;
    std::string out_;
};

}  // namespace

std::string ics(const Report& report, const Translator& words) {
    return Calendar{report, words}.written();
}

}  // namespace teamctl::render
