// Agenda items about what is open: topic, problems, announcements, what is overdue, tickets, stand-in
// content.
#include <optional>

#include "report/agenda/content.hpp"
#include "report/agenda/due.hpp"
#include "report/naming.hpp"
#include "rules/work/matters.hpp"
#include "rules/work/service.hpp"
#include "team/known_roles.hpp"

namespace teamctl::report {
namespace {

/// What the topic came from: the problem that it names, or one that is planned in its own words.
const team::Record* problem_behind(const AgendaDay& day, const team::Topic* topic, std::string_view title) {
    const team::Record* found = nullptr;
    if (topic != nullptr) {
        const auto* problem = day.by_night.problems.find(topic->from);
        return problem != nullptr ? problem->opened : nullptr;
    }
    for (const auto& problem : day.by_night.problems) {
        if (problem.opened->text("text") == title) found = problem.opened;
    }
    return found;
}

}  // namespace

Content topic_content(const AgendaMeeting& meeting) {
    Content content;
    const auto* plan = meeting.sitting.plan;
    if (plan == nullptr || plan->topic.empty()) return content;
    const auto& team = meeting.day.team;
    const auto* topic = waiting::topic_titled(team, plan->topic);
    const std::string title = topic != nullptr ? topic->title : plan->topic;
    const auto* lecturer = meeting.sitting.turn(team::RoleFunction::speaks);
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
    const auto* problem = problem_behind(meeting.day, topic, title);
    const bool from = topic != nullptr && !topic->from.empty();
    if (from)
        data.set("from", topic->from);
    else if (problem != nullptr)
        data.set("from", problem->text("id"));
    if (problem != nullptr)
        content.line(say("agenda.topic.origin", name_of(team, problem->person("who")), problem->date,
                         problem->text("text")));
    else if (from)
        content.line(say("agenda.topic.origin_id", topic->from));
    if (topic != nullptr && !topic->ordered_by.empty())
        content.line(say("agenda.topic.ordered_by", topic->ordered_by));
    if (topic != nullptr && !topic->purpose.empty())
        content.line(say("agenda.topic.purpose", topic->purpose));
    if (topic != nullptr && !topic->note.empty()) content.line(say("agenda.topic.note", topic->note));
    content.data.push(std::move(data));
    return content;
}

Content problems_content(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    Content content;
    for (const auto* matter : waiting::clinic(meeting.day)) {
        const auto* problem = matter->opened;
        const Phrase text = say("agenda.problems.line", problem->text("text"),
                                name_of(team, problem->person("who")), problem->date);
        const auto planned = waiting::planned_as_topic(meeting.day, *problem);
        Json data = Json::object();
        data.set("id", problem->text("id"))
            .set("who", id_of(team, problem->person("who")))
            .set("text", problem->text("text"))
            .set("date", to_string(problem->date))
            .set("topic_on", date_json(planned));
        content.line(planned ? say("agenda.problems.planned", text, *planned) : text);
        content.data.push(std::move(data));
    }
    return content;
}

Content overdue_content(const AgendaMeeting& meeting) {
    const auto& day = meeting.day;
    Content content;
    for (const auto& item : waiting::overdue_items(day)) {
        const bool action = item.kind == DueItem::Kind::action;
        content.line(due_text(day, item), action && item.urgent ? Tone::bad : Tone::warn,
                     item.done && !action ? std::optional{true} : std::nullopt);
        content.data.push(due_json(day, item));
    }
    const auto calls = waiting::overdue_calls(day);
    for (const auto& call : calls) content.data.push(due_json(day, call));
    for (auto& line : follow_up_lines(day, calls)) content.lines.push_back(std::move(line));
    return content;
}

Content announcements_content(const AgendaMeeting& meeting) {
    const Date today = meeting.day.date;
    Content content;
    for (const auto& [record, until, is_new] : waiting::announcements(meeting)) {
        Phrase text = verbatim(std::string{record->text("text")});
        if (is_new) text = say("agenda.announcements.new", text);
        content.line(until && *until != today ? say("agenda.announcements.until", text, *until) : text);
        content.data.push(Json::object()
                              .set("text", record->text("text"))
                              .set("date", to_string(record->date))
                              .set("until", date_json(until))
                              .set("new", is_new));
    }
    return content;
}

// phrase keys: choice.*
Content tickets_content(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    Content content;
    for (const auto* open : rules::open_tickets(meeting.day.open)) {
        const auto& ticket = *open->opened;
        std::vector<Phrase> aside;
        if (ticket.text("priority") == "high") {
            aside.push_back(say("agenda.tickets.high"));
        } else if (ticket.text("priority") == "urgent") {
            aside.push_back(priority_name("urgent"));
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
            rules::is_pressing(ticket) || open->answered == nullptr ? Tone::warn : Tone::plain);
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

Content reserve_content(const AgendaMeeting& meeting) {
    const auto choices = waiting::reserve_choices(meeting.day);
    Content content;
    for (const auto& [item, last_used] : choices) {
        // The first is there to be told; the others are named for choice.
        if (item == choices.front().item) content.line(say("agenda.reserve.first", item->title, item->text));
        content.data.push(Json::object()
                              .set("id", item->id)
                              .set("kind", item->kind)
                              .set("title", item->title)
                              .set("text", item->text)
                              .set("last_used", date_json(last_used)));
    }
    if (choices.size() > 1) {
        std::vector<Phrase> others;
        for (std::size_t i = 1; i < choices.size(); ++i) others.push_back(verbatim(choices[i].item->title));
        content.line(say("agenda.reserve.others", listed(std::move(others))), Tone::muted);
    }
    return content;
}

}  // namespace teamctl::report
