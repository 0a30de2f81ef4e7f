// Agenda items about what is open: topic, problems, announcements, what is overdue, tickets, stand-in
// content.
#include <algorithm>

#include "report/agenda/content.hpp"
#include "report/agenda/due.hpp"
#include "report/naming.hpp"
#include "rules/matters.hpp"
#include "team/known_roles.hpp"

namespace teamctl::report {
namespace {

constexpr std::size_t reserve_choices = 3;

const team::Topic* topic_titled(const team::Team& team, std::string_view title) {
    for (const auto& topic : team.topics) {
        if (topic.title == title || topic.id == title) return &topic;
    }
    return nullptr;
}

const team::Record* problem_record(const AgendaDay& day, std::string_view id) {
    const auto* problem = day.by_night.problems.find(id);
    return problem != nullptr ? problem->opened : nullptr;
}

/// When a topic made of the problem is planned, from that day on, or was last spoken about.
struct AsTopic {
    std::optional<Date> planned;
    std::optional<Date> told;
};
AsTopic as_topic(const MeetingPage& page, std::string_view problem) {
    AsTopic found;
    for (const auto& line : page.day.team.plan) {
        const auto* topic = line.topic.empty() ? nullptr : topic_titled(page.day.team, line.topic);
        if (topic == nullptr || topic->from != problem) continue;
        if (line.date >= page.day.date && !found.planned) found.planned = line.date;
        if (line.date < page.day.date) found.told = line.date;
    }
    for (const auto& topic : page.day.team.topics) {
        if (topic.from == problem && topic.used && *topic.used < page.day.date)
            found.told = std::max(found.told.value_or(*topic.used), *topic.used);
    }
    return found;
}

std::optional<Date> last_used(const team::ReserveItem& item, Date before) {
    std::optional<Date> last;
    for (const auto used : item.used) {
        if (used < before && (!last || *last < used)) last = used;
    }
    return last;
}

bool is_new(const MeetingPage& page, const team::Record& record) {
    if (!page.previous) return true;
    return record.date > page.previous->date ||
           (record.date == page.previous->date && record.at && record.at > page.previous->start);
}

}  // namespace

Content topic_content(const MeetingPage& page) {
    Content content;
    const auto* plan = page.sitting.plan;
    if (plan == nullptr || plan->topic.empty()) return content;
    const auto& team = page.day.team;
    const auto* topic = topic_titled(team, plan->topic);
    const std::string title = topic != nullptr ? topic->title : plan->topic;
    const Turn* lecturer = page.sitting.turn(team::role_that(team::RoleFunction::speaks));
    Json data = Json::object();
    data.set("topic", title).set("format", text_json(plan->format));
    std::vector<Phrase> aside;
    if (lecturer != nullptr && !lecturer->who.empty()) {
        aside.push_back(say("agenda.role", role_title(lecturer->role->name), names_of(team, lecturer->who)));
        data.set("lecturer", ids_of(team, lecturer->who));
    }
    if (!plan->format.empty()) aside.push_back(say("agenda.topic.format", plan->format));
    content.line(aside.empty() ? say("agenda.topic.title", title)
                               : say("agenda.topic.title_with", title, commas(std::move(aside))),
                 Tone::strong);
    if (topic != nullptr && !topic->from.empty()) {
        data.set("from", topic->from);
        if (const auto* problem = problem_record(page.day, topic->from)) {
            content.line(say("agenda.topic.origin", name_of(team, problem->person("who")), problem->date,
                             problem->text("text")));
        } else {
            content.line(say("agenda.topic.origin_id", topic->from));
        }
    }
    if (topic != nullptr && !topic->note.empty()) content.line(say("agenda.topic.note", topic->note));
    content.data.push(std::move(data));
    return content;
}

Content problems_content(const MeetingPage& page) {
    const auto& team = page.day.team;
    Content content;
    for (const auto* matter : rules::open_matters(page.day.open.problems)) {
        const auto* problem = matter->opened;
        const Phrase text = say("agenda.problems.line", problem->text("text"),
                                name_of(team, problem->person("who")), problem->date);
        const auto topic = as_topic(page, problem->text("id"));
        Json data = Json::object();
        data.set("id", problem->text("id"))
            .set("who", id_of(team, problem->person("who")))
            .set("text", problem->text("text"))
            .set("date", to_string(problem->date))
            .set("topic_on", date_json(topic.planned));
        content.line(topic.planned ? say("agenda.problems.planned", text, *topic.planned)
                     : topic.told  ? say("agenda.problems.told", text, *topic.told)
                                   : text);
        content.data.push(std::move(data));
    }
    return content;
}

Content overdue_content(const MeetingPage& page) {
    const auto& day = page.day;
    Content content;
    for (const auto& item :
         due_actions(day, {Date{Days{-1000000}}, day.date - Days{1}, Period::Unit::range})) {
        content.line(due_text(day, item), item.urgent ? Tone::bad : Tone::warn);
        content.data.push(due_json(day, item));
    }
    for (const auto& items : {due_trainings(day), due_onboarding(day)}) {
        for (const auto& item : items) {
            if (item.date() >= day.date) continue;
            content.line(due_text(day, item), Tone::warn, item.done ? std::optional{true} : std::nullopt);
            content.data.push(due_json(day, item));
        }
    }
    std::vector<DueItem> calls;
    for (auto& item : due_items(day)) {
        if (item.kind != DueItem::Kind::follow_up || item.date() >= day.date || item.done) continue;
        content.data.push(due_json(day, item));
        calls.push_back(std::move(item));
    }
    for (auto& line : follow_up_lines(day, calls)) content.lines.push_back(std::move(line));
    return content;
}

Content announcements_content(const MeetingPage& page) {
    const Date today = page.day.date;
    std::vector<const team::Record*> shown;
    for (const auto& record : page.day.team.records) {
        if (!record.is("announce") || record.date > today) continue;
        const auto* until = record.get<Date>("until");
        // Without a last day it is said once, at the first meeting after it.
        const Date since = page.previous ? page.previous->date : today - first_reach;
        if (until != nullptr ? today <= *until : since <= record.date) shown.push_back(&record);
    }
    std::stable_partition(shown.begin(), shown.end(),
                          [&](const auto* record) { return is_new(page, *record); });
    Content content;
    for (const auto* record : shown) {
        const auto* until = record->get<Date>("until");
        Phrase text = verbatim(std::string{record->text("text")});
        if (is_new(page, *record)) text = say("agenda.announcements.new", text);
        content.line(until != nullptr && *until != today ? say("agenda.announcements.until", text, *until)
                                                         : text);
        content.data.push(Json::object()
                              .set("text", record->text("text"))
                              .set("date", to_string(record->date))
                              .set("until", until != nullptr ? Json{to_string(*until)} : Json{})
                              .set("new", is_new(page, *record)));
    }
    return content;
}

// phrase keys: choice.*
Content tickets_content(const MeetingPage& page) {
    const auto& team = page.day.team;
    Content content;
    for (const auto* open : rules::open_tickets(page.day.open)) {
        const auto& ticket = *open->opened;
        std::vector<Phrase> aside;
        if (ticket.text("priority") == "high") {
            aside.push_back(say("agenda.tickets.high"));
        } else if (ticket.text("priority") == "low") {
            aside.push_back(say("agenda.tickets.low"));
        } else if (!ticket.text("priority").empty() && ticket.text("priority") != "normal") {
            aside.push_back(verbatim(std::string{ticket.text("priority")}));
        }
        if (!ticket.text("from").empty()) aside.push_back(verbatim(std::string{ticket.text("from")}));
        if (ticket.person("owner")) aside.push_back(name_of(team, ticket.person("owner")));
        aside.push_back(say("agenda.tickets.since", ticket.date));
        if (open->answered == nullptr) aside.push_back(say("agenda.tickets.unanswered"));
        content.line(
            say("agenda.tickets.line", say(std::string{"choice."} + std::string{ticket.text("kind")}),
                ticket.text("text"), commas(std::move(aside))),
            ticket.text("priority") == "high" || open->answered == nullptr ? Tone::warn : Tone::plain);
        content.data.push(Json::object()
                              .set("id", ticket.text("id"))
                              .set("kind", ticket.text("kind"))
                              .set("priority", ticket.text("priority"))
                              .set("text", ticket.text("text"))
                              .set("date", to_string(ticket.date))
                              .set("answered", open->answered != nullptr));
    }
    return content;
}

Content reserve_content(const MeetingPage& page) {
    std::vector<const team::ReserveItem*> items;
    for (const auto& item : page.day.team.reserve) items.push_back(&item);
    std::stable_sort(items.begin(), items.end(), [&](const auto* a, const auto* b) {
        return last_used(*a, page.day.date) < last_used(*b, page.day.date);
    });
    if (items.size() > reserve_choices) items.resize(reserve_choices);
    Content content;
    for (const auto* item : items) {
        // The first is there to be told; the others are named for choice.
        if (item == items.front()) content.line(say("agenda.reserve.first", item->title, item->text));
        const auto used = last_used(*item, page.day.date);
        content.data.push(Json::object()
                              .set("id", item->id)
                              .set("kind", item->kind)
                              .set("title", item->title)
                              .set("text", item->text)
                              .set("last_used", date_json(used)));
    }
    if (items.size() > 1) {
        std::vector<Phrase> others;
        for (std::size_t i = 1; i < items.size(); ++i) others.push_back(verbatim(items[i]->title));
        content.line(say("agenda.reserve.others", listed(std::move(others))), Tone::muted);
    }
    return content;
}

}  // namespace teamctl::report
