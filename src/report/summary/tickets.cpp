// The tickets of a summary: counts, causes, service levels, complaints, faults that come again.
#include <map>

#include "report/summary/page.hpp"
#include "rules/scope/tickets.hpp"
#include "rules/work/faults.hpp"

namespace teamctl::report {
namespace {

constexpr std::int64_t few_tickets = 5;  // fewer are not worth a chart
constexpr std::size_t few_causes = 6;    // of more, those that came once are told in a line

Phrase ticket_kind_title(std::string_view kind) {
    if (kind == "fault") return say("summary.ticket_fault");
    if (kind == "request") return say("summary.ticket_request");
    if (kind == "opinion") return say("summary.ticket_opinion");
    return say(kind == "complaint" ? "summary.ticket_complaint" : "summary.ticket_incident");
}

std::vector<Cell> kind_row(Cell first, const rules::TicketCounts& counts) {
    const auto late = [](const rules::Kept& kept) {
        return Cell{kept.late, kept.late > 0 ? Tone::warn : Tone::muted};
    };
    return {std::move(first),    Cell{counts.opened},      Cell{counts.closed},  Cell{counts.answer.met},
            late(counts.answer), Cell{counts.resolve.met}, late(counts.resolve), Cell{counts.open}};
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
        const auto flow = rules::ticket_flow(page, part);
        if (flow.opened + flow.closed == 0 && part.unit == Period::Unit::day &&
            !page.days.is_workday(part.from))
            continue;
        all += flow.opened;
        chart.points.push_back(part_point(page, part));
        chart.lines[0].values.emplace_back(flow.opened);
        chart.lines[1].values.emplace_back(flow.closed);
    }
    if (all >= few_tickets && chart.points.size() >= 3) page.report.add(std::move(chart));
}

/// Why tickets that were closed in the period had come, the most frequent cause first (D6.5).
void add_causes(SummaryPage& page) {
    const auto causes = rules::causes_of(page);
    Table table{"ticket_causes", say("summary.causes"), {}, {}, {}};
    table.columns = {{"kind", say("summary.ticket_kind"), ColumnType::text},
                     {"times", say("summary.times"), ColumnType::number},
                     {"cause", say("summary.cause"), ColumnType::text}};
    const bool short_enough = causes.list.size() <= few_causes;
    std::map<std::string, Phrase> once;
    for (const auto& [kind, cause, times] : causes.list) {
        if (times > 1 || short_enough) {
            table.rows.push_back({Cell{ticket_kind_title(kind), kind}, Cell{times}, Cell{cause}});
            continue;
        }
        Phrase& all = once[kind];
        all = all.empty() ? verbatim(cause) : say("summary.causes_more", std::move(all), verbatim(cause));
    }
    if (!table.rows.empty()) page.report.add(std::move(table));
    List singles;
    for (auto& [kind, all] : once)
        singles.items.push_back(
            {say("summary.causes_once", ticket_kind_title(kind), std::move(all)), Tone::muted, {}, {}});
    if (!singles.items.empty()) page.report.add(std::move(singles));
    if (causes.cost.fen != 0) page.report.add(Paragraph{say("summary.ticket_cost", causes.cost)});
}

std::vector<Cell> missed_row(const SummaryPage& page, const rules::MissedLevel& missed) {
    const auto& ticket = *missed.state->ticket;
    const auto& due = *missed.response->due;
    Cell done{say("summary.not_yet"), "", Tone::bad};
    if (const auto* record = missed.response->done)
        done = Cell{record->at ? say("summary.date_time", record->date, *record->at)
                               : say("summary.date_only", record->date)};
    return {Cell{ticket.opened->date},
            Cell{say(missed.is_answer() ? "summary.level_answer" : "summary.level_resolve")},
            Cell{say("summary.date_time", due.date, due.time)},
            std::move(done),
            person_cell(page.team(), ticket.handler()),
            Cell{text_of(*ticket.opened, "text")}};
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
    for (const auto& missed : rules::missed_levels(page)) table.rows.push_back(missed_row(page, missed));
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
    for (const auto* complaint : rules::complaints_of(page)) {
        const auto& ticket = *complaint;
        const auto& record = *ticket.opened;
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
    const auto sums = rules::ticket_sums(page.books, page.subject);
    if (!sums.total.any()) return page.nothing(say("summary.tickets"));
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
    for (const auto& kind : team::choices_of("ticket", "kind")) {
        const auto counts = sums.by_kind.find(std::string{kind});
        if (counts != sums.by_kind.end() && counts->second.any())
            table.rows.push_back(kind_row(Cell{ticket_kind_title(kind), std::string{kind}}, counts->second));
    }
    table.footer = kind_row(Cell{say("summary.sum")}, sums.total);
    page.report.add(std::move(table));
    add_ticket_chart(page);
    add_causes(page);
    add_missed_levels(page);
    add_complaints(page);
    if (page.subject.is_team()) add_repeat_faults(page);
}

}  // namespace teamctl::report
