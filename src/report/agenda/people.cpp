// Agenda items about people: roll call, birthdays, praise, duty.
#include <algorithm>

#include "report/agenda/away.hpp"
#include "report/agenda/content.hpp"
#include "report/naming.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;

/// Who was named in a list of an attendance record.
void add_named(const AgendaMeeting& meeting, const team::Record& record, std::string_view field,
               std::string_view key, std::vector<Phrase>& parts) {
    const auto* people = record.get<std::vector<PersonId>>(field);
    if (people != nullptr && !people->empty()) parts.push_back(say(key, names_of(meeting.day.team, *people)));
}

}  // namespace

Content attendance_content(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    Content content;
    std::vector<PersonId> expected;
    std::vector<PersonId> newcomers;
    std::vector<Phrase> missing;
    for (const auto& [person, away, first_day] : waiting::roll_call(meeting)) {
        if (away) {
            missing.push_back(away_text_with_pair(team, *away));
            content.data.push(away_json(team, *away, meeting.day.date).set("status", "away"));
            continue;
        }
        expected.push_back(person);
        if (first_day) newcomers.push_back(person);
        content.data.push(Json::object().set("who", id_of(team, person)).set("status", "expected"));
    }
    content.line(say("agenda.attendance.expected", expected.size(), names_of(team, expected)));
    if (!missing.empty()) content.line(say("agenda.attendance.away", missing.size(), listed(missing)));
    if (!newcomers.empty())
        content.line(say("agenda.attendance.newcomers", names_of(team, newcomers)), Tone::good);
    if (const auto* record = rules::attendance_record(team, meeting.sitting.when)) {
        std::vector<Phrase> parts;
        add_named(meeting, *record, "absent", "agenda.attendance.absent", parts);
        add_named(meeting, *record, "late", "agenda.attendance.late", parts);
        add_named(meeting, *record, "left_early", "agenda.attendance.left_early", parts);
        add_named(meeting, *record, "excused", "agenda.attendance.excused", parts);
        if (parts.empty()) parts.push_back(say("agenda.attendance.all_there"));
        content.line(say("agenda.attendance.recorded", clauses(std::move(parts))), Tone::muted);
    }
    return content;
}

Content praise_content(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    Content content;
    for (const auto* record : waiting::records_since_last(meeting, "praise")) {
        const auto by = record->person("by");
        const Phrase text =
            say("agenda.praise.line", name_of(team, record->person("who")), record->text("for"));
        content.line(by ? say("agenda.praise.by", text, name_of(team, by)) : text, Tone::good);
        content.data.push(Json::object()
                              .set("who", id_of(team, record->person("who")))
                              .set("for", record->text("for"))
                              .set("by", id_of(team, by))
                              .set("date", to_string(record->date)));
    }
    return content;
}

Content birthdays_content(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    Content content;
    for (const auto& [date, person] : waiting::birthdays(meeting)) {
        content.line(date == meeting.day.date ? say("agenda.birthdays.today", name_of(team, person))
                                              : say("agenda.birthdays.on", name_of(team, person), date));
        content.data.push(Json::object().set("who", id_of(team, person)).set("date", to_string(date)));
    }
    return content;
}

Content duty_content(const AgendaDay& day, std::optional<team::SeriesId> only) {
    const auto& team = day.team;
    Content content;
    for (const auto& sitting : day.sittings) {
        if (sitting.series->meeting || (only && *only != sitting.when.series)) continue;
        std::vector<Phrase> roles;
        Json data = Json::object();
        for (const auto& turn : sitting.turns) {
            roles.push_back(sitting.turns.size() == 1
                                ? turn_holders(team, turn)
                                : say("agenda.role", role_title(turn.role->name), turn_holders(team, turn)));
            data.set(turn.role->name, ids_of(team, turn.who));
        }
        const bool hole = std::any_of(sitting.turns.begin(), sitting.turns.end(),
                                      [](const auto& turn) { return turn.has_hole(); });
        const Phrase span = time_span(sitting.when.start, sitting.when.end);
        content.line(say("agenda.duty.line", sitting.series->name, span, clauses(std::move(roles))),
                     hole ? Tone::warn : Tone::plain);
        content.data.push(Json::object().set("series", sitting.series->id).set("roles", std::move(data)));
    }
    return content;
}

}  // namespace teamctl::report
