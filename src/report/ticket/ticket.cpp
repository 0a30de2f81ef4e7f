// The list of tickets, and the figures of a period.
#include "report/ticket.hpp"

#include "report/naming.hpp"
#include "report/ticket/parts.hpp"
#include "rules/scope/tickets.hpp"
#include "rules/work/faults.hpp"

namespace teamctl::report {
namespace {

using rules::Context;
using rules::Response;
using rules::TicketCounts;
using rules::TicketState;

Json moment_json(const std::optional<Moment>& moment) {
    return moment ? Json{to_string(moment->date) + "T" + to_string(moment->time)} : Json{};
}

Json response_json(const Response& response) {
    return Json::object()
        .set("due", moment_json(response.due))
        .set("done", response.done != nullptr ? Json{to_string(response.done->date)} : Json{})
        .set("done_at",
             response.done != nullptr && response.done->at ? Json{to_string(*response.done->at)} : Json{})
        .set("met", response.met)
        .set("late", response.late);
}

Cell due_cell(const TicketState& state) {
    const auto due = rules::next_deadline(state);
    if (!due) return {};
    return {moment_text(*due), to_string(due->date) + "T" + to_string(due->time),
            rules::is_late(state) ? Tone::bad : Tone::plain};
}

void write_list(Report& report, const team::Team& team, const std::vector<TicketState>& tickets, Date date) {
    Table table = ticket_table();
    List escalated;
    for (const auto& state : tickets) {
        const auto& opened = *state.ticket->opened;
        table.rows.push_back(ticket_row(team, state));
        if (const auto above = rules::escalated_to(team, state, date); !above.empty())
            escalated.items.push_back(
                {say("ticket.escalation", opened.text("text"), names_of(team, above)), Tone::bad, {}, {}});
    }
    report.add(std::move(table));
    if (escalated.items.empty()) return;
    report.add(Heading{2, say("ticket.escalations")});
    report.add(std::move(escalated));
}

Json kept_json(const rules::Kept& kept) {
    return Json::object().set("in_time", kept.met).set("late", kept.late);
}

Json write_figures(Report& report, const rules::Books& books) {
    auto sums = rules::ticket_sums(books);
    const auto quiet = [](const auto& entry) { return !entry.second.moved(); };
    std::erase_if(sums.by_kind, quiet);
    std::erase_if(sums.by_priority, quiet);
    Table of_kinds = ticket_figures("by_kind", say("ticket.kind"));
    Table of_priorities = ticket_figures("by_priority", say("ticket.priority"));
    Json kinds = Json::object();
    Json priorities = Json::object();
    for (const auto& [kind, counts] : sums.by_kind) {
        of_kinds.rows.push_back(ticket_counts_row({say("ticket.kind." + kind), kind}, counts));
        kinds.set(kind, ticket_counts_json(counts));
    }
    for (const auto& [priority, counts] : sums.by_priority) {
        of_priorities.rows.push_back(ticket_counts_row({priority_name(priority), priority}, counts));
        priorities.set(priority, ticket_counts_json(counts));
    }
    // A sum of one row, and one row cut another way, say the same again.
    if (of_kinds.rows.size() > 1) of_kinds.footer = ticket_counts_row(Cell{say("ticket.total")}, sums.total);
    report.add(Heading{2, say("ticket.figures", books.period())});
    if (sums.by_kind.empty()) {
        report.add(Paragraph{say("ticket.no_figures"), Tone::muted});
    } else {
        report.add(std::move(of_kinds));
        if (of_priorities.rows.size() > 1) report.add(std::move(of_priorities));
    }
    return Json::object()
        .set("by_kind", std::move(kinds))
        .set("by_priority", std::move(priorities))
        .set("total", ticket_counts_json(sums.total));
}

/// Causes from the closings, and what was decided about it (D6.5, D17.7).
Json write_faults(Report& report, const rules::Books& books) {
    const auto& team = books.team();
    auto json = Json::array();
    List list;
    for (const auto& fault : rules::repeat_faults(books.entities(), books.period())) {
        const auto& asset = team[fault.asset];
        ListItem item{
            say("ticket.repeat_fault", asset_name(asset), fault.tickets.size()), Tone::warn, {}, {}};
        auto ids = Json::array();
        for (const auto* ticket : fault.tickets) {
            const auto cause = ticket->closed->text("cause");
            item.children.push_back({say("asset.fault_on", to_string(ticket->opened->date),
                                         cause.empty() ? ticket->opened->text("text") : cause),
                                     Tone::plain,
                                     {},
                                     {}});
            ids.push(ticket->opened->text("id"));
        }
        auto actions = Json::array();
        for (const auto* action : rules::actions_on(team, books.entities(), fault)) {
            item.children.push_back({say("ticket.measure", action->opened->text("text"),
                                         name_of(team, action->opened->person("who"))),
                                     Tone::plain,
                                     action->closed != nullptr,
                                     {}});
            actions.push(action->opened->text("id"));
        }
        list.items.push_back(std::move(item));
        json.push(Json::object()
                      .set("asset", asset.id)
                      .set("tickets", std::move(ids))
                      .set("actions", std::move(actions)));
    }
    if (list.items.empty()) return json;
    report.add(Heading{2, say("ticket.repeat_faults")});
    report.add(std::move(list));
    return json;
}

}  // namespace

Table ticket_table() {
    Table table;
    table.id = "tickets";
    table.columns = {{"id", say("ticket.id"), ColumnType::text},
                     {"priority", say("ticket.priority"), ColumnType::text},
                     {"kind", say("ticket.kind"), ColumnType::text},
                     {"text", say("ticket.what"), ColumnType::text},
                     {"who", say("ticket.who"), ColumnType::person},
                     {"state", say("ticket.state"), ColumnType::text},
                     {"due", say("ticket.due"), ColumnType::text}};
    table.form = RowForm{3, 5, 4, 6};
    return table;
}

std::vector<Cell> ticket_row(const team::Team& team, const TicketState& state) {
    const auto& opened = *state.ticket->opened;
    const std::string kind{opened.text("kind")};
    return {Cell{std::string{opened.text("id")}},
            Cell{priority_text(opened), std::string{rules::priority_of(opened)}},
            Cell{say("ticket.kind." + kind), kind},
            Cell{std::string{opened.text("text")}},
            person_cell(team, state.ticket->handler()),
            ticket_state_cell(state),
            due_cell(state)};
}

std::vector<Cell> ticket_counts_row(Cell name, const TicketCounts& counts) {
    const auto late = [](const rules::Kept& kept) {
        return Cell{kept.late, kept.late > 0 ? Tone::warn : Tone::muted};
    };
    const auto share = [](const rules::Kept& kept) {
        const auto ratio = kept.share();
        return ratio ? Cell{*ratio} : Cell{};
    };
    const auto& answer = counts.answer;
    const auto& resolve = counts.resolve;
    return {std::move(name), Cell{counts.opened}, Cell{counts.closed}, Cell{answer.met}, late(answer),
            share(answer),   Cell{resolve.met},   late(resolve),       share(resolve)};
}

Json ticket_counts_json(const TicketCounts& counts) {
    return Json::object()
        .set("opened", counts.opened)
        .set("closed", counts.closed)
        .set("answer", kept_json(counts.answer))
        .set("resolve", kept_json(counts.resolve));
}

Table ticket_figures(std::string id, Phrase of) {
    Table table;
    table.id = std::move(id);
    table.columns = {{"name", std::move(of), ColumnType::text},
                     {"opened", say("ticket.opened_count"), ColumnType::number},
                     {"closed", say("ticket.closed_count"), ColumnType::number},
                     {"answered_in_time", say("ticket.answered_in_time"), ColumnType::number},
                     {"answered_late", say("ticket.answered_late"), ColumnType::number},
                     {"answered_share", say("ticket.share"), ColumnType::ratio},
                     {"resolved_in_time", say("ticket.resolved_in_time"), ColumnType::number},
                     {"resolved_late", say("ticket.resolved_late"), ColumnType::number},
                     {"resolved_share", say("ticket.share"), ColumnType::ratio}};
    return table;
}

std::string_view ticket_state_name(const TicketState& state) {
    if (state.ticket->closed != nullptr) return "closed";
    return state.ticket->answered != nullptr ? "answered" : "waiting";
}

// phrase keys: ticket.state.*
// phrase keys: ticket.kind.*
Cell ticket_state_cell(const TicketState& state) {
    const std::string name{ticket_state_name(state)};
    Phrase text = say("ticket.state." + name);
    const bool late = rules::is_late(state);
    if (late) text = say("ticket.state_late", text);
    if (const auto reason = rules::waits_for(*state.ticket); !reason.empty())
        text = say("ticket.waits_for", text, reason);
    return {text, name, late ? Tone::bad : name == "waiting" ? Tone::warn : Tone::plain};
}

Phrase moment_text(Moment moment) {
    return say("ticket.moment", moment.date, moment.time);
}

Phrase priority_text(const team::Record& opened) {
    return priority_name(rules::priority_of(opened));
}

Json ticket_json(const team::Team& team, const TicketState& state, Date date) {
    const auto& opened = *state.ticket->opened;
    const auto* asset = opened.get<team::AssetId>("asset");
    Json json = Json::object();
    json.set("id", opened.text("id"))
        .set("kind", opened.text("kind"))
        .set("priority", rules::priority_of(opened))
        .set("from", text_json(opened.text("from")))
        .set("asset", asset != nullptr && *asset ? Json{team[*asset].id} : Json{})
        .set("text", opened.text("text"))
        .set("who", id_of(team, state.ticket->handler()))
        .set("opened", to_string(opened.date))
        .set("opened_at", opened.at ? Json{to_string(*opened.at)} : Json{});
    const auto above = rules::escalated_to(team, state, date);
    json.set("state", ticket_state_name(state))
        .set("late", rules::is_late(state))
        .set("waits_for", text_json(rules::waits_for(*state.ticket)))
        .set("answer", response_json(state.answer))
        .set("resolve", response_json(state.resolve))
        .set("escalated_to", above.empty() ? Json{} : Json{team[above.front()].id});
    return json;
}

Report ticket_list(const Context& context, const Period& period) {
    const auto& team = context.team;
    const rules::Books books{context, period};
    const auto list = rules::ticket_list(books);
    Report report;
    report.name = "ticket";
    report.main_table = "tickets";
    report.year = year_of(period.to);
    report.title = say("ticket.title", team.settings.team, period);
    report.add(Heading{1, report.title});
    report.add(Paragraph{say("ticket.sum", list.open, list.late, list.closed)});
    if (!list.tickets.empty()) write_list(report, team, list.tickets, context.now.date);
    auto figures = write_figures(report, books);
    auto faults = write_faults(report, books);
    auto entries = Json::array();
    for (const auto& state : list.tickets) entries.push(ticket_json(team, state, context.now.date));
    report.data =
        Json::object()
            .set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)))
            .set("tickets", std::move(entries))
            .set("figures", std::move(figures))
            .set("repeat_faults", std::move(faults));
    return report;
}

}  // namespace teamctl::report
