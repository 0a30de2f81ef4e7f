// Agenda items that look ahead: checklists, today, tomorrow (D1.1).
#include <algorithm>

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
    std::vector<DueItem> calls;
    for (auto& item : due_items(day)) {
        if (item.kind != DueItem::Kind::follow_up || item.date() != day.date) continue;
        content.data.push(due_json(day, item));
        calls.push_back(std::move(item));
    }
    for (auto& line : follow_up_lines(day, calls)) content.lines.push_back(std::move(line));
}

void add_other_meetings(const MeetingPage& page, Content& content) {
    for (const auto& sitting : page.day.sittings) {
        if (!sitting.series->meeting || sitting.when.series == page.sitting.when.series) continue;
        if (sitting.when.start && sitting.when.start < page.sitting.when.start) continue;  // it is over
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
    for (const auto& pair : day.team.pairs) {
        if (away_on(day.team, pair.first, day.date) || away_on(day.team, pair.second, day.date)) continue;
        pairs.push_back(
            say("agenda.today.pair", name_of(day.team, pair.first), name_of(day.team, pair.second)));
    }
    if (!pairs.empty()) content.line(say("agenda.today.pairs", listed(std::move(pairs))));
}

/// Records that the rules ask for on a date: 日报 18:00 前.
void add_deadlines(const AgendaDay& day, Date date, Content& content) {
    if (!day.days.is_workday(date)) return;
    std::vector<Phrase> parts;
    for (const auto& rule : day.team.rules.deadlines) {
        const int kind = team::record_kind(rule.record);
        if (kind < 0 || !rule.field.empty() || (rule.from && date < *rule.from)) continue;
        const auto& spec = team::record_specs()[static_cast<std::size_t>(kind)];
        parts.push_back(say("agenda.tomorrow.deadline", bilingual(spec.zh, spec.en), rule.by));
        content.data.push(
            Json::object().set("kind", "deadline").set("record", rule.record).set("by", to_string(rule.by)));
    }
    if (!parts.empty()) content.line(say("agenda.tomorrow.deadlines", listed(std::move(parts))));
}

/// Who does what at the next occurrence.
void add_next(const MeetingPage& page, Content& content) {
    if (!page.next) return;
    const auto& team = page.day.team;
    const auto sitting = sitting_of(team, *page.next);
    Json data = Json::object();
    data.set("kind", "next").set("series", sitting.series->id).set("date", to_string(page.next->date));
    if (sitting.cancelled != nullptr) {
        content.line(say("agenda.tomorrow.cancelled", page.next->date, sitting.series->name));
        content.data.push(data.set("cancelled", true));
        return;
    }
    std::vector<Phrase> parts;
    Json roles = Json::object();
    for (const auto& turn : sitting.turns) {
        roles.set(turn.role->name, ids_of(team, turn.who));
        if (turn.who.empty()) continue;
        std::vector<Phrase> people;
        for (const auto person : turn.who) {
            const auto away = std::find_if(turn.away.begin(), turn.away.end(),
                                           [&](const auto& a) { return a.who == person; });
            people.push_back(away == turn.away.end() ? name_of(team, person) : away_text(team, *away));
        }
        parts.push_back(say("agenda.role", role_title(turn.role->name), listed(std::move(people))));
    }
    if (parts.empty()) parts.push_back(say("agenda.nobody_planned"));
    content.line(
        say("agenda.tomorrow.roles", page.next->date, sitting.series->name, clauses(std::move(parts))));
    const std::string topic = sitting.plan != nullptr ? sitting.plan->topic : "";
    const std::string format = sitting.plan != nullptr ? sitting.plan->format : "";
    if (!topic.empty()) {
        const Phrase text = say("agenda.tomorrow.topic", topic);
        content.line(format.empty() ? text : say("agenda.tomorrow.topic_format", topic, format));
    }
    content.data.push(
        data.set("roles", std::move(roles)).set("topic", text_json(topic)).set("format", text_json(format)));
}

/// Checklists that come due after today, up to the next meeting; daily ones only where that is the next day.
void add_coming_checklists(const MeetingPage& page, Date until, Content& content) {
    const auto& day = page.day;
    const bool far = until > std::max(day.days.next(day.date), day.date + Days{1});
    for (const auto& item : due_checklists(day, {day.date + Days{1}, until, Period::Unit::range})) {
        const auto& lists = day.team.checklists;
        const auto list =
            std::find_if(lists.begin(), lists.end(), [&](const auto& l) { return l.id == item.id; });
        const bool windowed = list != lists.end() && list->when && list->when->window;
        const bool daily = list == lists.end() || !list->when || list->when->every == team::Every::day ||
                           list->when->every == team::Every::workday;
        if (!item.done && (windowed || (!far && !daily))) add_due(day, content, {item});
    }
}

}  // namespace

Content checklists_content(const MeetingPage& page) {
    const auto& day = page.day;
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

Content today_content(const MeetingPage& page) {
    const auto& day = page.day;
    Content content;
    // What an item of its own shows is not said twice.
    if (!page.shows(Show::duty)) append(content, duty_content(day));
    if (!page.shows(Show::birthdays)) append(content, birthdays_content(page));
    add_due(day, content, due_actions(day, day_period(day.date)));
    if (!page.shows(Show::checklists)) add_due(day, content, due_checklists(day, day_period(day.date)));
    for (auto items : {due_trainings(day), due_onboarding(day)}) {
        std::erase_if(items, [&](const auto& item) { return item.date() < day.date; });
        add_due(day, content, items);
    }
    add_due(day, content, due_documents(day, day.date));
    add_follow_ups(day, content);
    add_other_meetings(page, content);
    add_pairs(day, content);
    return content;
}

Content tomorrow_content(const MeetingPage& page) {
    const auto& day = page.day;
    const Date until = page.next ? page.next->date : std::max(day.days.next(day.date), day.date + Days{1});
    Content content;
    add_next(page, content);
    add_due(day, content, due_actions(day, {day.date + Days{1}, until, Period::Unit::range}));
    if (!page.shows(Show::checklists)) add_coming_checklists(page, until, content);
    add_due(day, content, due_trainings(day, until));
    for (Date date = day.date + Days{1}; date <= until; date += Days{1})
        add_due(day, content, due_documents(day, date));
    add_deadlines(day, until, content);
    return content;
}

}  // namespace teamctl::report
