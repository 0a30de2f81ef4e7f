// Sections of a summary on business: customers, sales against targets, tickets, what was learned.
#include <algorithm>
#include <array>

#include "report/summary_page.hpp"
#include "rules/faults.hpp"

namespace teamctl::report {
namespace {

using rules::Subject;

std::int64_t fen_of(const rules::Value& value) {
    const auto* money = std::get_if<Money>(&value);
    return money != nullptr ? money->fen : 0;
}

/// One bar: sales against the subject's target; nothing without one.
void add_bar(const SummaryPage& page, Bars& bars, Phrase label, const Subject& subject) {
    const auto target = rules::target_of(page.team(), "sales", page.books.period(), subject);
    if (!target || target->amount <= 0) return;
    const std::int64_t sales = fen_of(page.figures.value("sales", subject));
    bars.rows.push_back({std::move(label),
                         {sales, target->amount},
                         say("summary.of_target", Money{sales}, Money{target->amount}),
                         sales >= target->amount ? Tone::good : Tone::plain});
}

Bars target_bars(const SummaryPage& page) {
    Bars bars{say("summary.against_target"), {}};
    const auto& team = page.team();
    if (!page.subject.person) add_bar(page, bars, page.total_title(), page.subject);
    if (!page.subject.person) {
        for (const auto unit : rules::leaf_units(team)) {
            const bool inside = page.subject.unit != unit &&
                                (page.subject.is_team() ||
                                 std::any_of(page.people.begin(), page.people.end(),
                                             [&](auto person) { return team[person].unit == unit; }));
            if (inside) add_bar(page, bars, verbatim(team[unit].name), {{}, unit});
        }
    }
    for (const auto person : page.people) add_bar(page, bars, name_of(team, person), {person, {}});
    return bars;
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
        list.items.push_back({say("summary.repeat_fault", asset.name.empty() ? asset.id : asset.name,
                                  fault.tickets.size(), std::move(causes)),
                              Tone::warn,
                              {},
                              {}});
    }
    if (list.items.empty()) return;
    page.report.add(Heading{3, say("summary.repeat_faults")});
    page.report.add(std::move(list));
}

bool concerns(const SummaryPage& page, const rules::Ticket& ticket) {
    if (page.subject.is_team()) return true;
    const auto who = ticket.opened->person("who");
    return page.shows(ticket.handler()) || (who && page.shows(who));
}

}  // namespace

void summary_customers(SummaryPage& page) {
    auto table = metric_table(
        page, "customers", {},
        {{"visits"}, {"contacts"}, {"customers_new"}, {"customers_won"}, {"follow_ups_overdue"}});
    const auto title = say("summary.customers");
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    page.report.add(std::move(table));
}

void summary_sales(SummaryPage& page) {
    auto table = metric_table(page, "sales", {},
                              {{"sales"}, {"refunds"}, {"refund_rate"}, {"commission"}, {"receivables"}});
    auto bars = target_bars(page);
    const auto title = say("summary.sales");
    if (table.rows.empty() && bars.rows.empty()) return page.nothing(title);
    page.section(title);
    if (!bars.rows.empty()) page.report.add(std::move(bars));
    if (!table.rows.empty()) page.report.add(std::move(table));
}

void summary_tickets(SummaryPage& page) {
    static constexpr std::array<std::string_view, 4> kinds{"fault", "request", "complaint", "incident"};
    std::array<TicketCounts, kinds.size()> counts;
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
    if (page.subject.is_team()) add_repeat_faults(page);
}

void summary_growth(SummaryPage& page) {
    auto scores = metric_table(
        page, "scores", {},
        {{"score_exam"}, {"score_lecture"}, {"score_customer"}, {"score_appraisal"}, {"score_skill"}});
    auto work = metric_table(page, "growth", {},
                             {{"training_minutes"},
                              {"suggestions"},
                              {"suggestions_accepted"},
                              {"mistakes"},
                              {"complaints"},
                              {"checks_done"},
                              {"checks_missed"}});
    const auto title = say("summary.growth");
    if (scores.rows.empty() && work.rows.empty()) return page.nothing(title);
    page.section(title);
    if (!scores.rows.empty()) page.report.add(std::move(scores));
    if (!work.rows.empty()) page.report.add(std::move(work));
}

}  // namespace teamctl::report
