// The meeting files of the OpenDev community: a project, a chair, and a list of weekly or two-weekly slots.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "intake/cells.hpp"
#include "intake/meetings.hpp"
#include "intake/readers.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {
namespace {

constexpr std::string_view usual_minutes = "60";  // what such a file means by saying nothing

std::string text_of(yaml::Node node, std::string_view key) {
    const auto value = node.get(key);
    std::string out{value.is_scalar() ? value.text() : std::string_view{}};
    std::replace(out.begin(), out.end(), '\n', ' ');
    return std::string{trimmed(out)};
}

std::optional<Weekday> weekday_of_word(const std::string& word) {
    std::string first = word.substr(0, 3);
    for (char& c : first) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return parse_weekday(first);
}

/// The first such weekday from `start` on, in a week of that parity (0 or 1; -1: any).
Date first_on(Date start, Weekday weekday, int parity) {
    Date date = start;
    while (weekday_of(date) != weekday || (parity >= 0 && iso_week(date).week % 2 != parity)) date += Days{1};
    return date;
}

/// `when:` of one slot; empty where it has no form of ours.
std::string when_of(const std::string& frequency, Weekday weekday, Date start, const std::string& time,
                    const std::string& minutes) {
    const std::string tail = fmt::format("start: \"{}:{}\", minutes: {}, timezone: UTC}}", time.substr(0, 2),
                                         time.substr(2), minutes);
    const auto weeks = [&](std::string_view every, int parity) {
        return fmt::format("{{every: {}, on: [{}], from: {}, {}", every, to_string(weekday),
                           to_string(first_on(start, weekday, parity)), tail);
    };
    if (frequency == "weekly") return weeks("week", -1);
    if (frequency == "biweekly-odd") return weeks("2 weeks", 1);
    if (frequency == "biweekly-even") return weeks("2 weeks", 0);
    if (frequency == "quadweekly") return weeks("4 weeks", -1);
    static const std::vector<std::string> ordinals{"first", "second", "third", "fourth", "fifth", "last"};
    const auto dash = frequency.find('-');
    if (dash == std::string::npos ||
        std::find(ordinals.begin(), ordinals.end(), frequency.substr(0, dash)) == ordinals.end())
        return {};
    const auto day = weekday_of_word(frequency.substr(dash + 1));
    if (!day) return {};
    return fmt::format("{{every: month, on: {} {}, from: {}, {}", frequency.substr(0, dash), to_string(*day),
                       to_string(start), tail);
}

void read_slot(yaml::Node slot, const NewMeeting& project, const team::Team& team, Intake& intake) {
    const auto doubt = [&](std::string cell, Phrase why) {
        intake.doubts.push_back({slot.mark().line, 0, {}, std::move(cell), {}, std::move(why)});
    };
    const auto weekday = weekday_of_word(text_of(slot, "day"));
    const auto start = date_of(text_of(slot, "start_date"));
    const auto time = text_of(slot, "time");
    const auto frequency = text_of(slot, "frequency");
    const bool is_time = time.size() == 4 && parse_time(time.substr(0, 2) + ":" + time.substr(2)).has_value();
    if (!weekday || !start || !is_time)
        return doubt(text_of(slot, "day") + " " + time, say("import.no_slot"));
    const auto given = text_of(slot, "duration");
    const std::string minutes =
        whole_of(given) ? std::to_string(*whole_of(given)) : std::string{usual_minutes};
    NewMeeting meeting = project;
    meeting.line = slot.mark().line;
    meeting.when = when_of(frequency, *weekday, *start, time, minutes);
    if (meeting.when.empty()) return doubt(frequency, say("import.no_form"));
    if (const auto room = text_of(slot, "irc"); !room.empty()) meeting.place = "#" + room;
    add_meeting(team, std::move(meeting), intake);
}

}  // namespace

Intake read_irc_meetings(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    Diagnostics diagnostics;
    const auto document = yaml::parse(request.name, request.bytes, diagnostics);
    if (!document || diagnostics.has_errors() || !document->root().is_mapping() ||
        !document->root().get("schedule").is_sequence()) {
        intake.problem = say("import.no_schedule");
        return intake;
    }
    const auto root = document->root();
    NewMeeting project;
    project.name = text_of(root, "project");
    if (project.name.empty()) project.name = request.name;
    const auto id = as_id(text_of(root, "meeting_id"));
    project.id = id.empty() ? as_id(request.name) : id;
    for (const auto* key : {"chair", "agenda_url", "description"}) {
        const auto text = made_harmless(text_of(root, key));
        for (const auto& line : wrapped(text, 100)) project.comments.push_back(line);
    }
    for (auto slot = root.get("schedule").first(); slot; slot = slot.next()) {
        if (slot.is_mapping()) read_slot(slot, project, team, intake);
    }
    intake.facts.emplace_back(say("import.taken"), Cell{static_cast<std::int64_t>(intake.files.size())});
    return intake;
}

}  // namespace teamctl::intake
