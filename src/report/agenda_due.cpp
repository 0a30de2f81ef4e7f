#include "report/agenda_due.hpp"

#include <algorithm>

#include "report/naming.hpp"

namespace teamctl::report {
namespace {

using Kind = DueItem::Kind;

bool flag(const team::Record& record, std::string_view field) {
    const auto* value = record.get<bool>(field);
    return value != nullptr && *value;
}

bool still_open(const std::vector<const team::Record*>& open, const team::Record* action) {
    return std::find(open.begin(), open.end(), action) != open.end();
}

DueItem follow_up_item(const AgendaDay& day, const FollowUp& follow_up) {
    const auto& later = day.by_night.follow_ups;
    const bool waits = std::any_of(later.begin(), later.end(), [&](const auto& other) {
        return other.customer == follow_up.customer && other.due <= day.date;
    });
    return {Kind::follow_up,
            {follow_up.owner},
            std::string{follow_up.customer->text("id")},
            std::string{follow_up.customer->text("name")},
            verbatim(std::string{follow_up.customer->text("name")}),
            follow_up.due,
            {},
            false,
            !waits,
            false};
}

DueItem action_item(const AgendaDay& day, const team::Record& action, Date due) {
    return {Kind::action,
            {action.person("who")},
            std::string{action.text("id")},
            std::string{action.text("text")},
            verbatim(std::string{action.text("text")}),
            due,
            {},
            flag(action, "urgent"),
            !still_open(day.by_night.actions, &action),
            false};
}

DueItem checklist_item(const AgendaDay& day, const rules::CheckRun& run) {
    const auto& list = day.team[run.list];
    Phrase what = verbatim(list.name);
    if (run.asset) what = say("agenda.due.of_asset", list.name, day.team[run.asset].name);
    if (run.meeting)
        what = say("agenda.due.of_meeting", list.name, run.meeting_date, day.team[run.meeting].name);
    // Who of many may do it is not said: the list says so by itself.
    const auto who = run.who.size() <= 3 ? run.who : std::vector<team::PersonId>{};
    return {run.meeting ? Kind::preparation : Kind::checklist,
            who,
            list.id,
            list.name,
            what,
            run.due,
            list.due,
            false,
            run.check != nullptr,
            false};
}

/// A meeting whose agenda has a roll call, or for which one was ever recorded.
bool takes_attendance(const team::Team& team, team::SeriesId id) {
    const auto& agenda = team[id].agenda;
    const auto& records = team.records;
    return std::any_of(agenda.begin(), agenda.end(),
                       [](const auto& item) { return item.show == team::Show::attendance; }) ||
           std::any_of(records.begin(), records.end(),
                       [&](const auto& record) { return is_about(record, "attendance", id); });
}

void append(std::vector<DueItem>& all, std::vector<DueItem> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

std::vector<DueItem> due_checklists(const AgendaDay& day, Date date) {
    std::vector<DueItem> items;
    for (const auto& run : rules::check_runs(day.team, day.days, day_period(date), day.now)) {
        if (run.due == date) items.push_back(checklist_item(day, run));
    }
    return items;
}

std::vector<DueItem> due_documents(const AgendaDay& day, Date date) {
    std::vector<DueItem> items;
    for (std::size_t i = 0; i < day.team.series.size(); ++i) {
        const auto& series = day.team.series[i];
        int reach = 0;
        for (const auto& document : series.documents) reach = std::max(reach, document.days_before);
        if (series.documents.empty()) continue;
        // A day that is not worked moves the sending forward to the working day before it.
        const Period period{date, std::max(day.days.next(date), date) + Days{reach}, Period::Unit::range};
        for (const auto& when :
             calendar::occurrences(day.team, day.days, {static_cast<std::int32_t>(i)}, period)) {
            for (const auto& document : series.documents) {
                Date send = when.date - Days{document.days_before};
                if (!day.days.is_workday(send)) send = day.days.previous(send);
                if (send != date) continue;
                const auto who = document.by ? std::vector{document.by} : std::vector<team::PersonId>{};
                const Phrase name = document.asks.empty()
                                        ? verbatim(document.name)
                                        : say("agenda.due.document_asks", document.name, document.asks);
                items.push_back({Kind::document,
                                 who,
                                 series.id,
                                 document.name,
                                 say("agenda.due.of_meeting", name, when.date, series.name),
                                 date,
                                 {},
                                 false,
                                 false,
                                 false});
            }
        }
    }
    return items;
}

std::vector<DueItem> due_actions(const AgendaDay& day, const Period& period) {
    std::vector<DueItem> items;
    for (const auto* action : day.open.actions) {
        const auto* due = action->get<Date>("due");
        if (due != nullptr && period.contains(*due)) items.push_back(action_item(day, *action, *due));
    }
    return items;
}

std::vector<Sitting> unrecorded_meetings(const AgendaDay& day) {
    std::vector<Sitting> unrecorded;
    const Period past{day.past_from, day.past_to, Period::Unit::range};
    for (const auto& when : calendar::occurrences(day.team, day.days, past)) {
        const auto& series = day.team[when.series];
        if (!series.meeting) continue;
        auto sitting = sitting_of(day.team, when);
        if (sitting.cancelled == nullptr && takes_attendance(day.team, when.series) &&
            attendance_record(day.team, when) == nullptr)
            unrecorded.push_back(std::move(sitting));
    }
    return unrecorded;
}

std::vector<DueItem> due_items(const AgendaDay& day) {
    std::vector<DueItem> items;
    for (const auto& sitting : unrecorded_meetings(day)) {
        items.push_back({Kind::attendance,
                         {},
                         sitting.series->id,
                         sitting.series->name,
                         verbatim(sitting.series->name),
                         sitting.when.date,
                         {},
                         false,
                         false,
                         true});
    }
    append(items, due_actions(day, {Date{Days{-1000000}}, day.date, Period::Unit::range}));
    append(items, due_checklists(day, day.date));
    append(items, due_documents(day, day.date));
    for (const auto& follow_up : day.open.follow_ups) {
        if (follow_up.due <= day.date) items.push_back(follow_up_item(day, follow_up));
    }
    return items;
}

// phrase keys: agenda.due.*
Phrase due_text(const AgendaDay& day, const DueItem& item) {
    std::vector<Phrase> aside;
    if (!item.who.empty()) aside.push_back(names_of(day.team, item.who));
    if (item.urgent) aside.push_back(say("agenda.due.urgent"));
    if (item.at) aside.push_back(say("agenda.due.by_time", *item.at));
    const auto past = (day.date - item.date).count();
    if (item.kind != Kind::attendance && past > 0)
        aside.push_back(say("agenda.due.days_past", item.date, static_cast<std::int64_t>(past)));
    if (past < 0 && item.kind != Kind::document) aside.push_back(say("agenda.due.on", item.date));
    const std::string key = "agenda.due." + std::string{kind_name(item.kind)};
    const Phrase text = item.kind == Kind::attendance ? say(key, item.what, item.date)
                        : item.kind == Kind::document && past < 0
                            ? say("agenda.due.document_on", item.what, item.date)
                            : say(key, item.what);
    return aside.empty() ? text : say("agenda.due.with", text, commas(std::move(aside)));
}

Json due_json(const AgendaDay& day, const DueItem& item) {
    Json json = Json::object();
    json.set("kind", kind_name(item.kind));
    if (item.who.size() == 1) {
        json.set("who", id_of(day.team, item.who.front()));
    } else {
        json.set("who", item.who.empty() ? Json{} : ids_of(day.team, item.who));
    }
    json.set("what", item.name).set("date", to_string(item.date)).set("id", item.id);
    if (item.at) json.set("by", to_string(*item.at));
    return json.set("done", item.done);
}

std::string_view kind_name(Kind kind) {
    switch (kind) {
        case Kind::follow_up:
            return "follow_up";
        case Kind::action:
            return "action";
        case Kind::checklist:
            return "checklist";
        case Kind::preparation:
            return "preparation";
        case Kind::document:
            return "document";
        case Kind::attendance:
            break;
    }
    return "attendance";
}

}  // namespace teamctl::report
