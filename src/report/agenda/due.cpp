#include "report/agenda/due.hpp"

#include <algorithm>
#include <map>

#include "report/naming.hpp"
#include "rules/customers.hpp"

namespace teamctl::report {
namespace {

using Kind = DueItem::Kind;

/// Whether the customer still has to be called that day.
bool still_waits(const AgendaDay& day, std::string_view customer) {
    const auto* later = day.by_night.customers.find(customer);
    if (later == nullptr || later->closed != nullptr) return false;
    const auto due = rules::contact_due(day.team.rules, *later);
    return due && *due <= day.date;
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

}  // namespace

std::vector<DueItem> due_checklists(const AgendaDay& day, const Period& period) {
    return due_checklists({day.team, day.days, day.now}, period);
}

std::vector<DueItem> due_onboarding(const AgendaDay& day) {
    return due_onboarding({day.team, day.days, day.now}, day.date, day.date);
}

std::vector<DueItem> due_trainings(const AgendaDay& day, std::optional<Date> until) {
    auto items = due_trainings({day.team, day.days, day.now}, day.date, until.value_or(day.date));
    if (until) std::erase_if(items, [&](const auto& item) { return item.done || item.date() <= day.date; });
    return items;
}

std::vector<DueItem> due_documents(const AgendaDay& day, Date date) {
    return due_documents(day.team, day.days, date);
}

std::vector<DueItem> due_actions(const AgendaDay& day, const Period& period) {
    auto items = due_actions(day.open, period);
    for (auto& item : items) {
        const auto* later = day.by_night.actions.find(item.id);
        item.done = later != nullptr && later->closed != nullptr;
    }
    return items;
}

std::vector<calendar::Occurrence> unrecorded_meetings(const AgendaDay& day) {
    auto unrecorded = rules::still_to_record(day.team, day.date, day.past.not_recorded);
    std::erase_if(unrecorded, [&](const auto& when) { return !takes_attendance(day.team, when.series); });
    return unrecorded;
}

std::vector<DueItem> due_items(const AgendaDay& day) {
    std::vector<DueItem> items;
    for (const auto& when : unrecorded_meetings(day)) items.push_back(attendance_item(day.team, when));
    append(items, due_actions(day, {Date{Days{-1000000}}, day.date, Period::Unit::range}));
    append(items, due_checklists(day, day_period(day.date)));
    append(items, due_trainings(day));
    append(items, due_onboarding(day));
    append(items, due_documents(day, day.date));
    auto calls = due_follow_ups(day.team.rules, day.open, day.date);
    for (auto& call : calls) call.done = !still_waits(day, call.id);
    append(items, std::move(calls));
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
        const auto past = (day.date - call.date()).count();
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
    if (item.at) aside.push_back(say(item.fixed ? "agenda.due.at_time" : "agenda.due.by_time", *item.at));
    const auto past = (day.date - item.date()).count();
    if (item.kind != Kind::attendance && past > 0)
        aside.push_back(say("agenda.due.days_past", item.date(), static_cast<std::int64_t>(past)));
    if (past < 0 && item.kind != Kind::document) aside.push_back(say("agenda.due.on", item.date()));
    const std::string key = "agenda.due." + std::string{kind_name(item.kind)};
    const Phrase text = item.kind == Kind::attendance ? say(key, item.what, item.date())
                        : item.kind == Kind::document && past < 0
                            ? say("agenda.due.document_on", item.what, item.date())
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
    json.set("what", item.name).set("date", to_string(item.date())).set("id", item.id);
    if (item.at) json.set("by", to_string(*item.at));
    return json.set("done", item.done);
}

}  // namespace teamctl::report
