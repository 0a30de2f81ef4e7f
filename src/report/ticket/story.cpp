// One ticket's story: what happened and what was due, in the order of time.
#include <algorithm>

#include "report/naming.hpp"
#include "report/ticket.hpp"
#include "rules/work/matters.hpp"

namespace teamctl::report {
namespace {

using rules::Context;
using rules::Response;
using rules::TicketState;
using team::Record;

struct Step {
    Moment at;
    bool timed = true;  ///< else only the day is known
    std::string code;
    Phrase what;
    Cell who;
    Phrase detail;
    Tone tone = Tone::plain;
    std::string reason;  ///< what a ticket that waits waits for
};

Step happened(const Context& context, const Record& record, std::string_view person, std::string code,
              Phrase what, Phrase detail) {
    return {{record.date, record.at.value_or(TimeOfDay{})},
            record.at.has_value(),
            std::move(code),
            std::move(what),
            person_cell(context.team, record.person(person)),
            std::move(detail),
            Tone::strong,
            {}};
}

/// The deadline, and how it went.
void add_deadline(std::vector<Step>& steps, const Response& response, std::string code,
                  std::string_view key) {
    if (!response.due) return;
    Phrase went = response.met    ? say("ticket.met")
                  : response.late ? say(response.done != nullptr ? "ticket.missed" : "ticket.late")
                                  : say("ticket.still_time");
    steps.push_back({*response.due,
                     true,
                     std::move(code),
                     say(key),
                     Cell{},
                     std::move(went),
                     response.met    ? Tone::good
                     : response.late ? Tone::bad
                                     : Tone::plain,
                     {}});
}

Phrase cause_and_cost(const Record& closed) {
    std::vector<Phrase> parts;
    const std::string cause{closed.text("cause")};
    if (!cause.empty()) parts.push_back(say("ticket.cause_of", cause));
    if (closed.money("cost").fen != 0) parts.push_back(say("ticket.cost_of", closed.money("cost")));
    const std::string note{closed.text("note")};
    if (!note.empty()) parts.push_back(verbatim(note));
    return parts.empty() ? Phrase{} : commas(std::move(parts));
}

void add_call_back(std::vector<Step>& steps, const Context& context, const rules::Ticket& ticket) {
    const auto due = rules::call_back_due(context, rules::WorkingTime{context}, ticket);
    if (due) {
        const auto& rule = *context.team.rules.call_back;
        const bool called = !rules::owes_call_back(rule, ticket);
        const bool late = !called && *due < context.now;
        steps.push_back({*due,
                         !rule.within.days,
                         "call_back_due",
                         say("ticket.call_back_due"),
                         Cell{},
                         called ? say("ticket.done") : say(late ? "ticket.late" : "ticket.still_time"),
                         late ? Tone::bad : Tone::plain,
                         {}});
    }
    if (ticket.called_back != nullptr)
        steps.push_back(happened(context, *ticket.called_back, "by", "called_back", say("ticket.called_back"),
                                 verbatim(std::string{ticket.called_back->text("note")})));
}

/// When its clock stood still, and for what it waited (D10.5).
void add_pauses(std::vector<Step>& steps, const Context& context, const rules::Ticket& ticket) {
    for (const auto& pause : ticket.pauses) {
        const std::string note{pause.from->text("note")};
        std::vector<Phrase> why{verbatim(std::string{pause.from->text("for")})};
        if (!note.empty()) why.push_back(verbatim(note));
        steps.push_back(
            happened(context, *pause.from, "by", "waits", say("ticket.waits"), commas(std::move(why))));
        steps.back().reason = pause.from->text("for");
        if (pause.to != nullptr)
            steps.push_back(happened(context, *pause.to, "by", "resumed", say("ticket.resumed"),
                                     verbatim(std::string{pause.to->text("note")})));
    }
}

/// The parts that went into it (D10.3).
void add_parts(std::vector<Step>& steps, const Context& context, std::string_view id) {
    for (const auto& record : context.team.records) {
        if (!record.is("part_taken") || record.text("ticket") != id || !rules::known_at(record, context.now))
            continue;
        const auto& part = team::asset_name(context.team[*record.get<team::AssetId>("asset")]);
        const std::string note{record.text("note")};
        std::vector<Phrase> what{say("ticket.part", part, record.integer("count"))};
        if (!note.empty()) what.push_back(verbatim(note));
        steps.push_back(
            happened(context, record, "by", "part_taken", say("ticket.part_taken"), commas(std::move(what))));
    }
}

std::vector<Step> steps_of(const Context& context, const TicketState& state) {
    const auto& ticket = *state.ticket;
    const std::string from{ticket.opened->text("from")};
    std::vector<Step> steps{happened(context, *ticket.opened, "owner", "opened",
                                     from.empty() ? say("ticket.opened") : say("ticket.opened_by", from),
                                     verbatim(std::string{ticket.opened->text("note")}))};
    if (ticket.answered != nullptr)
        steps.push_back(happened(context, *ticket.answered, "by", "answered", say("ticket.answered"),
                                 verbatim(std::string{ticket.answered->text("note")})));
    add_pauses(steps, context, ticket);
    add_parts(steps, context, ticket.opened->text("id"));
    if (ticket.closed != nullptr)
        steps.push_back(happened(context, *ticket.closed, "by", "closed", say("ticket.closed"),
                                 cause_and_cost(*ticket.closed)));
    add_deadline(steps, state.answer, "answer_due", "ticket.answer_by");
    add_deadline(steps, state.resolve, "resolve_due", "ticket.resolve_by");
    add_call_back(steps, context, ticket);
    std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return steps;
}

void write_facts(Report& report, const Context& context, const TicketState& state) {
    const auto& team = context.team;
    const Record& opened = *state.ticket->opened;
    const std::string kind{opened.text("kind")};
    Facts facts;
    facts.rows.push_back({say("ticket.what"), Cell{std::string{opened.text("text")}}});
    facts.rows.push_back({say("ticket.kind"), Cell{say("ticket.kind." + kind), kind}});
    facts.rows.push_back({say("ticket.priority"), Cell{priority_text(opened)}});
    if (const auto* asset = opened.get<team::AssetId>("asset")) {
        const auto& it = team[*asset];
        facts.rows.push_back(
            {say("ticket.asset"),
             Cell{it.name.empty() ? verbatim(it.id) : say("asset.name_and_id", it.name, it.id), it.id}});
    }
    if (const auto handler = state.ticket->handler())
        facts.rows.push_back({say("ticket.who"), person_cell(team, handler)});
    facts.rows.push_back({say("ticket.state"), ticket_state_cell(state)});
    if (state.level != nullptr)
        facts.rows.push_back(
            {say("ticket.clock"),
             Cell{say(state.level->working_hours ? "ticket.clock_working" : "ticket.clock_round")}});
    report.add(std::move(facts));
}

constexpr std::size_t cured_shown = 5;

/// What was wrong with the asset before, and what cured it, the newest first (D6.5, D10.4).
Json write_cured(Report& report, const Context& context, const rules::Ticket& ticket) {
    auto json = Json::array();
    const auto* asset = ticket.opened->get<team::AssetId>("asset");
    if (asset == nullptr || !*asset) return json;
    List list;
    const auto entities = rules::entities_at(context.team, context.now);
    std::vector<const rules::Ticket*> cured;
    for (const auto& other : entities.tickets) {
        const auto* of = other.opened->get<team::AssetId>("asset");
        const bool before = other.closed != nullptr && other.opened->date <= ticket.opened->date &&
                            other.opened->text("id") != ticket.opened->text("id");
        if (of != nullptr && *of == *asset && before &&
            other.opened->text("kind") == ticket.opened->text("kind"))
            cured.push_back(&other);
    }
    std::ranges::reverse(cured);
    if (cured.size() > cured_shown) cured.resize(cured_shown);
    for (const auto* other : cured) {
        const auto text = other->opened->text("text");
        const auto cause = other->closed->text("cause");
        list.items.push_back({cause.empty() ? say("ticket.was", other->opened->date, text)
                                            : say("ticket.was_cured", other->opened->date, text, cause),
                              Tone::plain,
                              {},
                              {}});
        json.push(Json::object()
                      .set("id", other->opened->text("id"))
                      .set("date", to_string(other->opened->date))
                      .set("text", text)
                      .set("cause", text_json(std::string{cause})));
    }
    if (list.items.empty()) return json;
    report.add(Heading{2, say("ticket.cured")});
    report.add(std::move(list));
    return json;
}

}  // namespace

Report ticket_story(const Context& context, const rules::Ticket& ticket) {
    const auto state = rules::ticket_state(context, rules::WorkingTime{context}, ticket);
    Report report;
    report.name = "ticket";
    report.year = year_of(context.now.date);
    report.title = say("ticket.title_one", ticket.opened->text("id"));
    report.add(Heading{1, report.title});
    write_facts(report, context, state);
    if (state.level == nullptr) report.add(Paragraph{say("ticket.no_level"), Tone::muted});
    if (const auto above = rules::escalated_to(context.team, state, context.now.date); !above.empty())
        report.add(Notice{say("ticket.escalated", names_of(context.team, above)), Tone::bad});
    Table table;
    table.id = "steps";
    table.columns = {{"date", say("ticket.date"), ColumnType::date},
                     {"at", say("ticket.at"), ColumnType::time},
                     {"step", say("ticket.step"), ColumnType::text},
                     {"who", say("ticket.who"), ColumnType::person},
                     {"detail", say("ticket.detail"), ColumnType::text}};
    auto steps = Json::array();
    for (auto& step : steps_of(context, state)) {
        steps.push(Json::object()
                       .set("step", step.code)
                       .set("date", to_string(step.at.date))
                       .set("at", step.timed ? Json{to_string(step.at.time)} : Json{})
                       .set("who", text_json(step.who.raw))
                       .set("for", step.code == "waits" ? text_json(step.reason) : Json{}));
        table.rows.push_back(
            {Cell{step.at.date}, step.timed ? Cell{step.at.time} : Cell{},
             Cell{step.what, step.code, step.tone == Tone::strong ? Tone::plain : Tone::muted},
             std::move(step.who),
             step.detail.empty()
                 ? Cell{}
                 : Cell{step.detail, {}, step.tone == Tone::strong ? Tone::plain : step.tone}});
    }
    report.add(std::move(table));
    auto cured = write_cured(report, context, ticket);
    report.data = Json::object()
                      .set("now", to_string(context.now.date) + "T" + to_string(context.now.time))
                      .set("ticket", ticket_json(context.team, state, context.now.date))
                      .set("steps", std::move(steps))
                      .set("before", std::move(cured));
    return report;
}

}  // namespace teamctl::report
