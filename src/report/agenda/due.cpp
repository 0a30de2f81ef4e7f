#include "report/agenda/due.hpp"

#include <map>

#include "report/naming.hpp"

namespace teamctl::report {
using DueKind = DueItem::Kind;

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
    if (item.kind != DueKind::attendance && past > 0)
        aside.push_back(say("agenda.due.days_past", item.date(), static_cast<std::int64_t>(past)));
    if (past < 0 && item.kind != DueKind::document) aside.push_back(say("agenda.due.on", item.date()));
    const std::string key = "agenda.due." + std::string{kind_name(item.kind)};
    const Phrase text = item.kind == DueKind::attendance ? say(key, item.what, item.date())
                        : item.kind == DueKind::document && past < 0
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
