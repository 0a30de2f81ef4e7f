// The tickets of a summary: counts, causes, service levels, complaints, faults that come again.
#include <algorithm>
#include <map>

#include "report/summary/page.hpp"
#include "rules/faults.hpp"

namespace teamctl::report {
namespace {

constexpr std::int64_t few_tickets = 5;  // fewer are not worth a chart
constexpr std::size_t few_causes = 6;    // of more, those that came once are told in a line

bool concerns(const SummaryPage& page, const rules::Ticket& ticket) {
    if (page.subject.is_team()) return true;
    const auto who = ticket.opened->person("who");
    return page.shows(ticket.handler()) || (who && page.shows(who));
}

Phrase ticket_kind_title(std::string_view kind) {
    if (kind == "fault") return say("summary.ticket_fault");
    if (kind == "request") return say("summary.ticket_request");
    return say(kind == "complaint" ? "summary.ticket_complaint" : "summary.ticket_incident");
}

/// The tickets of one kind that the period saw.
struct TicketCounts {
    std::int64_t opened = 0;
    std::int64_t closed = 0;
    std::int64_t answered_in_time = 0;
    std::int64_t answered_late = 0;
    std::int64_t resolved_in_time = 0;
    std::int64_t resolved_late = 0;
    std::int64_t open = 0;

    bool any() const { return opened + closed + open > 0; }
    std::vector<Cell> row(Cell first) const {
        return {std::move(first),
                Cell{opened},
                Cell{closed},
                Cell{answered_in_time},
                Cell{answered_late, answered_late > 0 ? Tone::warn : Tone::muted},
                Cell{resolved_in_time},
                Cell{resolved_late, resolved_late > 0 ? Tone::warn : Tone::muted},
                Cell{open}};
    }
};

/// Counts one ticket: by when it was opened, answered and closed; what is late while it waits counts in the
/// period in which it was opened.
void count_ticket(const SummaryPage& page, const rules::TicketState& state, TicketCounts& counts) {
    const bool opened = page.books.holds(*state.ticket->opened);
    const auto in_period = [&](const rules::Response& response) {
        return response.done != nullptr ? page.books.holds(*response.done) : opened;
    };
    counts.opened += opened ? 1 : 0;
    counts.closed += state.ticket->closed != nullptr && page.books.holds(*state.ticket->closed) ? 1 : 0;
    counts.open += state.ticket->closed == nullptr ? 1 : 0;
    counts.answered_in_time += state.answer.met && in_period(state.answer) ? 1 : 0;
    counts.answered_late += state.answer.late && in_period(state.answer) ? 1 : 0;
    counts.resolved_in_time += state.resolve.met && in_period(state.resolve) ? 1 : 0;
    counts.resolved_late += state.resolve.late && in_period(state.resolve) ? 1 : 0;
}

/// What was done about a fault that came again: actions that name the asset or one of its tickets (D17.7).
std::vector<ListItem> measures(const SummaryPage& page, const rules::RepeatFault& fault) {
    std::vector<ListItem> items;
    for (const auto* action : rules::actions_on(page.team(), page.books.entities(), fault)) {
        items.push_back({say("summary.measure", action->opened->text("text"),
                             name_of(page.team(), action->opened->person("who"))),
                         Tone::plain,
                         action->closed != nullptr,
                         {}});
    }
    if (items.empty()) items.push_back({say("summary.no_measure"), Tone::plain, {}, {}});
    return items;
}

/// Assets that failed again and again, with what their tickets say of the causes (D6.5).
void add_repeat_faults(SummaryPage& page) {
    List list;
    for (const auto& fault : rules::repeat_faults(page.books.entities(), page.books.period())) {
        std::vector<Phrase> causes;
        for (const auto* ticket : fault.tickets) {
            const auto cause = ticket->closed->text("cause");
            causes.push_back(say("summary.fault_on", ticket->opened->date,
                                 cause.empty() ? ticket->opened->text("text") : cause));
        }
        const auto& asset = page.team()[fault.asset];
        list.items.push_back(
            {say("summary.repeat_fault", asset_name(asset), fault.tickets.size(), std::move(causes)),
             Tone::warn,
             {},
             measures(page, fault)});
    }
    if (list.items.empty()) return;
    page.report.add(Heading{3, say("summary.repeat_faults")});
    page.report.add(std::move(list));
}

/// Tickets opened and closed over the period.
void add_ticket_chart(SummaryPage& page) {
    const auto parts = rules::parts_of(page);
    Chart chart{say("summary.chart_tickets"),
                {},
                {{say("summary.ticket_opened"), {}}, {say("summary.ticket_closed"), {}}}};
    std::int64_t all = 0;
    for (const auto& part : parts) {
        std::int64_t opened = 0;
        std::int64_t closed = 0;
        for (const auto& state : page.books.tickets()) {
            if (!concerns(page, *state.ticket)) continue;
            opened += part.contains(state.ticket->opened->date) ? 1 : 0;
            closed += state.ticket->closed != nullptr && part.contains(state.ticket->closed->date) ? 1 : 0;
        }
        if (opened + closed == 0 && part.unit == Period::Unit::day && !page.days.is_workday(part.from))
            continue;
        all += opened;
        chart.points.push_back(part_point(page, part));
        chart.lines[0].values.emplace_back(opened);
        chart.lines[1].values.emplace_back(closed);
    }
    if (all >= few_tickets && chart.points.size() >= 3) page.report.add(std::move(chart));
}

/// Why tickets that were closed in the period had come, the most frequent cause first (D6.5).
void add_causes(SummaryPage& page) {
    std::map<std::pair<std::string, std::string>, std::int64_t> times;
    Money cost;
    for (const auto& state : page.books.tickets()) {
        const auto* closed = state.ticket->closed;
        if (closed == nullptr || !page.books.holds(*closed) || !concerns(page, *state.ticket)) continue;
        cost += closed->money("cost");
        const std::string cause{closed->text("cause")};
        if (!cause.empty()) ++times[{std::string{state.ticket->opened->text("kind")}, cause}];
    }
    std::vector<std::pair<std::int64_t, std::pair<std::string, std::string>>> sorted;
    for (const auto& [key, count] : times) sorted.emplace_back(-count, key);
    std::sort(sorted.begin(), sorted.end());
    Table table{"ticket_causes", say("summary.causes"), {}, {}, {}};
    table.columns = {{"kind", say("summary.ticket_kind"), ColumnType::text},
                     {"times", say("summary.times"), ColumnType::number},
                     {"cause", say("summary.cause"), ColumnType::text}};
    const bool short_enough = sorted.size() <= few_causes;
    std::map<std::string, Phrase> once;
    for (const auto& [count, key] : sorted) {
        if (count < -1 || short_enough) {
            table.rows.push_back(
                {Cell{ticket_kind_title(key.first), key.first}, Cell{-count}, Cell{key.second}});
            continue;
        }
        Phrase& all = once[key.first];
        all = all.empty() ? verbatim(key.second)
                          : say("summary.causes_more", std::move(all), verbatim(key.second));
    }
    if (!table.rows.empty()) page.report.add(std::move(table));
    List singles;
    for (auto& [kind, all] : once)
        singles.items.push_back(
            {say("summary.causes_once", ticket_kind_title(kind), std::move(all)), {}, {}, {}});
    if (!singles.items.empty()) page.report.add(std::move(singles));
    if (cost.fen != 0) page.report.add(Paragraph{say("summary.ticket_cost", cost)});
}

void add_level(const SummaryPage& page, Table& table, const rules::TicketState& state,
               const rules::Response& response, std::string_view key) {
    const bool opened = page.books.holds(*state.ticket->opened);
    const bool of_period = response.done != nullptr ? page.books.holds(*response.done) : opened;
    if (!response.late || !of_period || !response.due) return;
    const auto& record = *state.ticket->opened;
    Cell done{say("summary.not_yet"), "", Tone::bad};
    if (response.done != nullptr)
        done = Cell{response.done->at ? say("summary.date_time", response.done->date, *response.done->at)
                                      : say("summary.date_only", response.done->date)};
    table.rows.push_back({Cell{record.date}, Cell{say(key)},
                          Cell{say("summary.date_time", response.due->date, response.due->time)},
                          std::move(done), person_cell(page.team(), state.ticket->handler()),
                          Cell{std::string{record.text("text")}}});
}

/// The tickets whose service level was missed.
void add_missed_levels(SummaryPage& page) {
    Table table{"missed_levels", say("summary.missed_levels"), {}, {}, {}};
    table.columns = {{"since", say("summary.since"), ColumnType::date},
                     {"level", say("summary.level"), ColumnType::text},
                     {"due", say("summary.due"), ColumnType::text},
                     {"done", say("summary.done_at"), ColumnType::text},
                     {"who", say("summary.handler"), ColumnType::person},
                     {"text", say("summary.what"), ColumnType::text}};
    for (const auto& state : page.books.tickets()) {
        if (!concerns(page, *state.ticket)) continue;
        add_level(page, table, state, state.answer, "summary.level_answer");
        add_level(page, table, state, state.resolve, "summary.level_resolve");
    }
    if (!table.rows.empty()) page.report.add(std::move(table));
}

/// Complaints with what became of them (D12.1).
void add_complaints(SummaryPage& page) {
    Table table{"complaints", say("summary.complaints"), {}, {}, {}};
    table.columns = {{"since", say("summary.since"), ColumnType::date},
                     {"from", say("summary.from"), ColumnType::text},
                     {"text", say("summary.what"), ColumnType::text},
                     {"who", say("summary.handler"), ColumnType::person},
                     {"state", say("summary.outcome"), ColumnType::text}};
    for (const auto& state : page.books.tickets()) {
        const auto& ticket = *state.ticket;
        const auto& record = *ticket.opened;
        const bool of_period =
            ticket.closed == nullptr || page.books.holds(record) || page.books.holds(*ticket.closed);
        if (record.text("kind") != "complaint" || !of_period || !concerns(page, ticket)) continue;
        Cell outcome{say("summary.complaint_new"), "open", Tone::warn};
        if (ticket.closed != nullptr) {
            const auto cause = ticket.closed->text("cause");
            outcome = {cause.empty() ? say("summary.solved", ticket.closed->date)
                                     : say("summary.solved_by", ticket.closed->date, cause),
                       "closed", Tone::good};
        } else if (ticket.answered != nullptr) {
            outcome = {say("summary.complaint_answered", ticket.answered->date), "answered", Tone::warn};
        }
        table.rows.push_back({Cell{record.date}, Cell{std::string{record.text("from")}},
                              Cell{std::string{record.text("text")}},
                              person_cell(page.team(), ticket.handler()), std::move(outcome)});
    }
    if (!table.rows.empty()) page.report.add(std::move(table));
}

}  // namespace

void summary_tickets(SummaryPage& page) {
    const auto& kinds = team::choices_of("ticket", "kind");
    std::vector<TicketCounts> counts(kinds.size());
    TicketCounts total;
    for (const auto& state : page.books.tickets()) {
        if (!concerns(page, *state.ticket)) continue;
        const auto kind = std::find(kinds.begin(), kinds.end(), state.ticket->opened->text("kind"));
        if (kind == kinds.end()) continue;
        count_ticket(page, state, counts[static_cast<std::size_t>(kind - kinds.begin())]);
        count_ticket(page, state, total);
    }
    if (!total.any()) return page.nothing(say("summary.tickets"));
    page.section(say("summary.tickets"));
    Table table{"tickets", {}, {}, {}, {}};
    table.columns = {{"kind", say("summary.ticket_kind"), ColumnType::text},
                     {"opened", say("summary.ticket_opened"), ColumnType::number},
                     {"closed", say("summary.ticket_closed"), ColumnType::number},
                     {"answered_in_time", say("metric.tickets_answered_in_time"), ColumnType::number},
                     {"answered_late", say("summary.answered_late"), ColumnType::number},
                     {"resolved_in_time", say("metric.tickets_resolved_in_time"), ColumnType::number},
                     {"resolved_late", say("summary.resolved_late"), ColumnType::number},
                     {"open", say("summary.ticket_open"), ColumnType::number}};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (counts[i].any())
            table.rows.push_back(counts[i].row(Cell{ticket_kind_title(kinds[i]), std::string{kinds[i]}}));
    }
    table.footer = total.row(Cell{say("summary.sum")});
    page.report.add(std::move(table));
    add_ticket_chart(page);
    add_causes(page);
    add_missed_levels(page);
    add_complaints(page);
    if (page.subject.is_team()) add_repeat_faults(page);
}

}  // namespace teamctl::report
