#include "report/agenda_due.hpp"

#include <algorithm>
#include <map>

#include "report/naming.hpp"
#include "rules/customers.hpp"
#include "rules/matters.hpp"

namespace teamctl::report {
namespace {

using Kind = DueItem::Kind;

/// Whether the customer still has to be called that day.
bool still_waits(const AgendaDay& day, const rules::Customer& customer) {
    const auto* later = day.by_night.customers.find(customer.opened->text("id"));
    if (later == nullptr || later->closed != nullptr) return false;
    const auto due = rules::contact_due(day.team.rules, *later);
    return due && *due <= day.date;
}

DueItem follow_up_item(const AgendaDay& day, const rules::FollowUp& follow_up) {
    const auto& customer = *follow_up.customer;
    const std::string name{customer.opened->text("name")};
    DueItem item;
    item.kind = Kind::follow_up;
    item.who = {customer.owner};
    item.id = customer.opened->text("id");
    item.name = name;
    item.what = verbatim(name);
    item.date = follow_up.due;
    item.done = !still_waits(day, customer);
    return item;
}

DueItem action_item(const AgendaDay& day, const team::Record& action, Date due) {
    const auto* later = day.by_night.actions.find(action.text("id"));
    const std::string text{action.text("text")};
    DueItem item;
    item.kind = Kind::action;
    item.who = {action.person("who")};
    item.id = action.text("id");
    item.name = text;
    item.what = verbatim(text);
    item.date = due;
    item.urgent = rules::flag(action, "urgent");
    item.done = later != nullptr && later->closed != nullptr;
    return item;
}

DueItem checklist_item(const AgendaDay& day, const rules::CheckRun& run) {
    const auto& list = day.team[run.list];
    Phrase what = verbatim(list.name);
    if (run.asset) what = say("agenda.due.of_asset", list.name, day.team[run.asset].name);
    if (run.meeting)
        what = say("agenda.due.of_meeting", list.name, run.meeting_date, day.team[run.meeting].name);
    // Who of many may do it is not said: the list says so by itself.
    const auto who = run.who.size() <= 3 ? run.who : std::vector<team::PersonId>{};
    DueItem item;
    item.kind = run.meeting ? Kind::preparation : Kind::checklist;
    item.who = who;
    item.id = list.id;
    item.name = list.name;
    item.what = what;
    item.date = run.due;
    item.at = list.due;
    item.done = run.check != nullptr;
    return item;
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

std::vector<DueItem> due_checklists(const AgendaDay& day, const Period& period) {
    std::vector<DueItem> items;
    for (const auto& run : rules::check_runs(day.team, day.days, period, day.now)) {
        if (period.contains(run.due)) items.push_back(checklist_item(day, run));
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
                DueItem item;
                item.kind = Kind::document;
                item.who = who;
                item.id = series.id;
                item.name = document.name;
                item.what = say("agenda.due.of_meeting", name, when.date, series.name);
                item.date = date;
                items.push_back(std::move(item));
            }
        }
    }
    return items;
}

std::vector<DueItem> due_actions(const AgendaDay& day, const Period& period) {
    std::vector<DueItem> items;
    for (const auto* action : rules::open_actions(day.open)) {
        const auto* due = action->opened->get<Date>("due");
        if (due != nullptr && period.contains(*due)) items.push_back(action_item(day, *action->opened, *due));
    }
    return items;
}

std::vector<calendar::Occurrence> unrecorded_meetings(const AgendaDay& day) {
    auto unrecorded = day.past.not_recorded;
    std::erase_if(unrecorded, [&](const auto& when) { return !takes_attendance(day.team, when.series); });
    return unrecorded;
}

std::vector<DueItem> due_items(const AgendaDay& day) {
    std::vector<DueItem> items;
    for (const auto& when : unrecorded_meetings(day)) {
        const auto& series = day.team[when.series];
        DueItem item;
        item.kind = Kind::attendance;
        item.id = series.id;
        item.name = series.name;
        item.what = verbatim(series.name);
        item.date = when.date;
        items.push_back(std::move(item));
    }
    append(items, due_actions(day, {Date{Days{-1000000}}, day.date, Period::Unit::range}));
    append(items, due_checklists(day, day_period(day.date)));
    append(items, due_documents(day, day.date));
    for (const auto& follow_up : rules::follow_ups(day.team.rules, day.open)) {
        if (follow_up.due <= day.date) items.push_back(follow_up_item(day, follow_up));
    }
    return items;
}

std::vector<ListItem> follow_up_lines(const AgendaDay& day, const std::vector<DueItem>& calls) {
    struct Line {
        std::vector<Phrase> customers;
        bool late = false;
    };
    std::map<team::PersonId, Line> by_owner;  // in roster order
    for (const auto& call : calls) {
        auto& line = by_owner[call.who.front()];
        const auto past = (day.date - call.date).count();
        Phrase customer = past > 0 ? say("agenda.overdue.customer", call.what, past) : call.what;
        line.customers.push_back(call.done ? say("agenda.today.called", customer) : std::move(customer));
        line.late = line.late || (past > 0 && !call.done);
    }
    std::vector<ListItem> lines;
    for (auto& [owner, line] : by_owner) {
        const auto* key = line.late ? "agenda.overdue.follow_ups" : "agenda.today.follow_ups";
        lines.push_back({say(key, name_of(day.team, owner), listed(std::move(line.customers))),
                         line.late ? Tone::warn : Tone::plain,
                         {},
                         {}});
    }
    return lines;
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
