// iCalendar as RFC 5545 has it. Timed events go out in UTC: each is one occurrence, so that a phone needs no
// description of the time zone to show it at the right hour.
#include <fmt/format.h>

#include <algorithm>

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

std::string day_stamp(Date date) {
    std::string text = to_string(date);
    std::erase(text, '-');
    return text;
}

std::string stamp(std::chrono::sys_seconds instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time{instant - day};
    return fmt::format("{}T{:02}{:02}{:02}Z", day_stamp(day), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

/// `-PT15M`: so many minutes before the start.
std::string trigger(int minutes_before) {
    const int minutes = std::abs(minutes_before);
    const bool hours = minutes % 60 == 0;
    return fmt::format("{}PT{}{}", minutes_before > 0 ? "-" : "", hours ? minutes / 60 : minutes,
                       hours ? "H" : "M");
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
        line_of_text("X-WR-CALNAME", words_.say(report_.calendar.empty() ? report_.title : report_.calendar));
        // Who subscribes asks again so often: RFC 7986, and what was there before it.
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        line("X-PUBLISHED-TTL", "PT6H");
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
        if (event.start) {
            line("DTSTART", stamp(*event.start));
            if (event.end) line("DTEND", stamp(*event.end));
        } else {
            line("DTSTART;VALUE=DATE", day_stamp(event.date));
            line("DTEND;VALUE=DATE", day_stamp(event.date + Days{event.days}));
        }
        if (!event.start || event.cancelled) line("TRANSP", "TRANSPARENT");
    }

    void write_alarms(const Event& event, const std::string& summary) {
        for (const int minutes : event.alarms) {
            line("BEGIN", "VALARM");
            line("ACTION", "DISPLAY");
            line("TRIGGER", trigger(minutes));
            line("DESCRIPTION", escaped(summary));
            line("END", "VALARM");
        }
    }

    void write(const Event& event) {
        const std::string summary = words_.say(event.summary);
        line("BEGIN", "VEVENT");
        line("UID", escaped(event.uid));
        line("DTSTAMP", stamp(report_.made));
        // Calling off is the one change that a calendar must take whatever it holds (RFC 5546, 2.1.4).
        line("SEQUENCE", std::to_string(std::max(event.sequence, event.cancelled ? 1 : 0)));
        write_times(event);
        line_of_text("SUMMARY", event.cancelled ? words_.say(say("render.cancelled", summary)) : summary);
        line_of_text("DESCRIPTION", words_.say(event.description));
        line_of_text("LOCATION", event.place);
        line("STATUS", event.cancelled ? "CANCELLED" : "CONFIRMED");
        if (!event.cancelled && !trimmed(summary).empty()) write_alarms(event, summary);
        line("END", "VEVENT");
    }

    const Report& report_;
    const Translator& words_;
    std::string out_;
};

}  // namespace

std::string ics(const Report& report, const Translator& words, const Style& /*style*/) {
    return Calendar{report, words}.written();
}

}  // namespace teamctl::render
