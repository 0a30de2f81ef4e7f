// Agenda items that look ahead: checklists, today, tomorrow (D1.1).
#include <algorithm>

#include "report/agenda/away.hpp"
#include "report/agenda/content.hpp"
#include "report/agenda/due.hpp"
#include "report/naming.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::Show;

void add_due(const AgendaDay& day, Content& content, const std::vector<DueItem>& items) {
    for (const auto& item : items) {
        content.line(due_text(day, item), item.urgent && !item.done ? Tone::warn : Tone::plain, item.done);
        content.data.push(due_json(day, item));
    }
}

/// Who has to call whom today.
void add_follow_ups(const AgendaDay& day, Content& content) {
    auto calls = waiting::due_calls(day);
    std::erase_if(calls, [&](const auto& call) { return call.date() != day.date; });
    for (const auto& call : calls) content.data.push(due_json(day, call));
    for (auto& line : follow_up_lines(day, calls)) content.lines.push_back(std::move(line));
}

void add_other_meetings(const AgendaMeeting& meeting, Content& content) {
    for (const auto& sitting : meeting.day.sittings) {
        if (!sitting.series->meeting || sitting.when.series == meeting.sitting.when.series) continue;
        if (sitting.when.start && sitting.when.start < meeting.sitting.when.start) continue;  // it is over
        const Phrase span = time_span(sitting.when.start, sitting.when.end);
        content.line(sitting.cancelled != nullptr
                         ? say("agenda.today.meeting_cancelled", span, sitting.series->name)
                     : sitting.series->place.empty()
                         ? say("agenda.spaced", span, sitting.series->name)
                         : say("agenda.today.meeting", span, sitting.series->name, sitting.series->place));
        content.data.push(Json::object()
                              .set("kind", "meeting")
                              .set("series", sitting.series->id)
                              .set("cancelled", sitting.cancelled != nullptr));
    }
}

/// The pairs who are both there today (D1.14).
void add_pairs(const AgendaDay& day, Content& content) {
    std::vector<Phrase> pairs;
    for (const auto* pair : waiting::pairs_there(day))
        pairs.push_back(
            say("agenda.today.pair", name_of(day.team, pair->first), name_of(day.team, pair->second)));
    if (!pairs.empty()) content.line(say("agenda.today.pairs", listed(std::move(pairs))));
}

/// Records that the rules ask for on a date: 日报 18:00 前.
void add_deadlines(const AgendaDay& day, Date date, Content& content) {
    std::vector<Phrase> parts;
    for (const auto* rule : waiting::deadlines_on(day, date)) {
        const auto& spec = team::record_spec(rule->record);
        parts.push_back(say("agenda.tomorrow.deadline", bilingual(spec.zh, spec.en), rule->by));
        content.data.push(Json::object()
                              .set("kind", "deadline")
                              .set("record", rule->record)
                              .set("by", to_string(rule->by)));
    }
    if (!parts.empty()) content.line(say("agenda.tomorrow.deadlines", listed(std::move(parts))));
}

/// Who does what at the next occurrence.
void add_next(const AgendaMeeting& meeting, Content& content) {
    if (!meeting.next) return;
    const auto& team = meeting.day.team;
    const auto sitting = rules::sitting_of(team, *meeting.next);
    Json data = Json::object();
    data.set("kind", "next").set("series", sitting.series->id).set("date", to_string(meeting.next->date));
    if (sitting.cancelled != nullptr) {
        content.line(say("agenda.tomorrow.cancelled", meeting.next->date, sitting.series->name));
        content.data.push(data.set("cancelled", true));
        return;
    }
    std::vector<Phrase> parts;
    Json roles = Json::object();
    for (const auto& turn : sitting.turns) {
        roles.set(turn.role->name, ids_of(team, turn.who));
        if (turn.who.empty()) continue;
        parts.push_back(say("agenda.role", role_title(turn.role->name), turn_holders(team, turn)));
    }
    if (parts.empty()) parts.push_back(say("agenda.nobody_planned"));
    content.line(
        say("agenda.tomorrow.roles", meeting.next->date, sitting.series->name, clauses(std::move(parts))));
    const std::string topic = sitting.plan != nullptr ? sitting.plan->topic : "";
    const std::string format = sitting.plan != nullptr ? sitting.plan->format : "";
    if (!topic.empty()) {
        const Phrase text = say("agenda.tomorrow.topic", topic);
        content.line(format.empty() ? text : say("agenda.tomorrow.topic_format", topic, format));
    }
    content.data.push(
        data.set("roles", std::move(roles)).set("topic", text_json(topic)).set("format", text_json(format)));
}

}  // namespace

Content checklists_content(const AgendaMeeting& meeting) {
    const auto& day = meeting.day;
    Content content;
    for (const auto& run : rules::check_runs(day.team, day.days, day_period(day.date), day.now)) {
        if (run.due == day.date || run.open == run.due) continue;
        content.line(say("agenda.checklists.window", day.team[run.list].name, run.due), Tone::plain,
                     run.check != nullptr);
        content.data.push(Json::object()
                              .set("kind", "checklist")
                              .set("id", day.team[run.list].id)
                              .set("date", to_string(run.due))
                              .set("done", run.check != nullptr));
    }
    add_due(day, content, due_checklists(day, day_period(day.date)));
    append(content, past_checks(day));
    return content;
}

Content today_content(const AgendaMeeting& meeting) {
    const auto& day = meeting.day;
    Content content;
    // What an item of its own shows is not said twice.
    if (!meeting.shows(Show::duty)) append(content, duty_content(meeting.everybody()));
    if (!meeting.shows(Show::birthdays)) append(content, birthdays_content(meeting));
    add_due(day, content, due_actions(day, day_period(day.date)));
    if (!meeting.shows(Show::checklists)) add_due(day, content, due_checklists(day, day_period(day.date)));
    for (auto items : {due_trainings(day), due_onboarding(day)}) {
        std::erase_if(items, [&](const auto& item) { return item.date() < day.date; });
        add_due(day, content, items);
    }
    add_due(day, content, waiting::due_documents(day.team, day.days, day.date));
    add_follow_ups(day, content);
    add_other_meetings(meeting, content);
    add_pairs(day, content);
    return content;
}

Content tomorrow_content(const AgendaMeeting& meeting) {
    const auto& day = meeting.day;
    const Date until = meeting.until();
    Content content;
    add_next(meeting, content);
    add_due(day, content, due_actions(day, {day.date + Days{1}, until, Period::Unit::range}));
    if (!meeting.shows(Show::checklists)) add_due(day, content, waiting::coming_checklists(meeting));
    add_due(day, content, due_trainings(day, until));
    for (Date date = day.date + Days{1}; date <= until; date += Days{1})
        add_due(day, content, waiting::due_documents(day.team, day.days, date));
    add_deadlines(day, until, content);
    return content;
}

}  // namespace teamctl::report
