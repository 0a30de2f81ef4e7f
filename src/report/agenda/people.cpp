// Agenda items about people: roll call, birthdays, praise, duty.
#include <algorithm>

#include "report/agenda/content.hpp"
#include "report/naming.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;

constexpr Days joins_soon{14};  // how long before the day a newcomer is announced

/// Who was named in a list of an attendance record.
void add_named(const MeetingPage& page, const team::Record& record, std::string_view field,
               std::string_view key, std::vector<Phrase>& parts) {
    const auto* people = record.get<std::vector<PersonId>>(field);
    if (people != nullptr && !people->empty()) parts.push_back(say(key, names_of(page.day.team, *people)));
}

Phrase turn_holders(const team::Team& team, const Turn& turn) {
    if (turn.who.empty()) return say("agenda.nobody_planned");
    std::vector<Phrase> parts;
    for (const auto person : turn.who) {
        const auto away =
            std::find_if(turn.away.begin(), turn.away.end(), [&](const auto& a) { return a.who == person; });
        parts.push_back(away == turn.away.end() ? name_of(team, person) : away_text(team, *away));
    }
    return listed(std::move(parts));
}

}  // namespace

std::vector<const team::Record*> records_since_last(const MeetingPage& page, std::string_view kind) {
    const auto& when = page.sitting.when;
    const Date from = page.previous ? page.previous->date : when.date - first_reach;
    const TimeOfDay last_start = page.previous ? page.previous->start.value_or(TimeOfDay{0}) : TimeOfDay{0};
    std::vector<const team::Record*> records;
    for (const auto& record : page.day.team.records) {
        if (record.date < from || record.date > when.date || !record.is(kind)) continue;
        if (record.at && record.date == from && *record.at < last_start) continue;
        if (record.at && record.date == when.date && *record.at >= when.start.value_or(end_of_day)) continue;
        records.push_back(&record);
    }
    return records;
}

Content attendance_content(const MeetingPage& page) {
    const auto& team = page.day.team;
    Content content;
    std::vector<PersonId> expected;
    std::vector<PersonId> newcomers;
    std::vector<Phrase> missing;
    const auto& when = page.sitting.when;
    for (const auto person : team::selected(team, page.sitting.series->attend)) {
        const auto away = away_during(team, person, when);
        if (!away || rules::expected(team, page.day.absences, when, person)) {
            expected.push_back(person);
            if (team[person].joined == page.day.date) newcomers.push_back(person);
            content.data.push(Json::object().set("who", id_of(team, person)).set("status", "expected"));
            continue;
        }
        if (away->why == Away::Why::gone) continue;
        if (away->why == Away::Why::not_joined && page.day.date + joins_soon < *team[person].joined) continue;
        missing.push_back(away_text_with_pair(team, *away));
        content.data.push(away_json(team, *away).set("status", "away"));
    }
    content.line(say("agenda.attendance.expected", expected.size(), names_of(team, expected)));
    if (!missing.empty()) content.line(say("agenda.attendance.away", missing.size(), listed(missing)));
    if (!newcomers.empty())
        content.line(say("agenda.attendance.newcomers", names_of(team, newcomers)), Tone::good);
    if (const auto* record = attendance_record(team, page.sitting.when)) {
        std::vector<Phrase> parts;
        add_named(page, *record, "absent", "agenda.attendance.absent", parts);
        add_named(page, *record, "late", "agenda.attendance.late", parts);
        add_named(page, *record, "left_early", "agenda.attendance.left_early", parts);
        add_named(page, *record, "excused", "agenda.attendance.excused", parts);
        if (parts.empty()) parts.push_back(say("agenda.attendance.all_there"));
        content.line(say("agenda.attendance.recorded", clauses(std::move(parts))), Tone::muted);
    }
    return content;
}

Content praise_content(const MeetingPage& page) {
    const auto& team = page.day.team;
    Content content;
    for (const auto* record : records_since_last(page, "praise")) {
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

Content birthdays_content(const MeetingPage& page) {
    const auto& team = page.day.team;
    const Date until = page.next ? page.next->date - Days{1} : page.day.date;
    std::vector<std::pair<Date, PersonId>> coming;
    for (const auto person : team::everybody(team)) {
        const auto& birthday = team[person].birthday;
        if (!birthday) continue;
        for (const int year : {year_of(page.day.date), year_of(page.day.date) + 1}) {
            const Date date = birthday_in(*birthday, year);
            if (page.day.date <= date && date <= until && team::employed(team[person], date))
                coming.emplace_back(date, person);
        }
    }
    std::sort(coming.begin(), coming.end());
    Content content;
    for (const auto& [date, person] : coming) {
        content.line(date == page.day.date ? say("agenda.birthdays.today", name_of(team, person))
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
        const bool hole = std::any_of(sitting.turns.begin(), sitting.turns.end(), [](const auto& turn) {
            return turn.who.empty() || !turn.away.empty();
        });
        const Phrase span = time_span(sitting.when.start, sitting.when.end);
        content.line(say("agenda.duty.line", sitting.series->name, span, clauses(std::move(roles))),
                     hole ? Tone::warn : Tone::plain);
        content.data.push(Json::object().set("series", sitting.series->id).set("roles", std::move(data)));
    }
    return content;
}

}  // namespace teamctl::report
