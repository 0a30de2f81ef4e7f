// Tickets of several teams: the figures of each and of all, and what waits, the most urgent first.
#include <algorithm>

#include "report/naming.hpp"
#include "report/teams/parts.hpp"
#include "report/ticket/parts.hpp"

namespace teamctl::report {
namespace {

constexpr std::size_t tickets_shown = 30;

struct OneTicket {
    const TeamTickets* team;
    const TeamTicket* ticket;
};

/// Late ones first, then by what is due next; closed ones last, each team's in its order.
bool sooner(const OneTicket& a, const OneTicket& b) {
    const auto rank = [](const TeamTicket& ticket) { return ticket.late ? 0 : ticket.open ? 1 : 2; };
    const int left = rank(*a.ticket);
    const int right = rank(*b.ticket);
    if (left != right) return left < right;
    if (left == 2 || a.ticket->due == b.ticket->due) return false;
    if (!a.ticket->due || !b.ticket->due) return a.ticket->due.has_value();
    return *a.ticket->due < *b.ticket->due;
}

Table all_tickets_table(const std::vector<OneTicket>& tickets) {
    Table table{"tickets", {}, {team_column()}, {}, {}};
    const auto columns = ticket_table().columns;
    table.columns.insert(table.columns.end(), columns.begin(), columns.end());
    table.columns.push_back({"at", say("due.column.at"), ColumnType::place});
    for (const auto& [team, ticket] : tickets) {
        auto& row = table.rows.emplace_back(1, team_cell(team->team));
        row.insert(row.end(), ticket->row.begin(), ticket->row.end());
        row.push_back(place_cell(ticket->at));
    }
    return table;
}

rules::TicketCounts total_of(const std::vector<TeamTickets>& teams) {
    rules::TicketCounts total;
    for (const auto& team : teams) total += team.sums.total;
    return total;
}

Json tickets_json(const TeamsPage& page, const std::vector<TeamTickets>& teams,
                  const std::vector<OneTicket>& tickets) {
    auto by_team = Json::array();
    for (const auto& team : teams)
        by_team.push(label_json(team.team)
                         .set("open", team.open)
                         .set("late", team.late)
                         .set("figures", ticket_counts_json(team.sums.total)));
    auto list = Json::array();
    for (const auto& [team, ticket] : tickets)
        list.push(Json::object()
                      .set("team", team->team.id)
                      .set("at", place_json(ticket->at))
                      .set("ticket", ticket->json));
    return page_json(page)
        .set("teams", std::move(by_team))
        .set("total", ticket_counts_json(total_of(teams)))
        .set("tickets", std::move(list));
}

}  // namespace

TeamTickets tickets_of_team(const rules::Context& context, const Period& period, const TeamLabel& label) {
    const rules::Books books{context, period};
    const auto list = rules::ticket_list(books);
    TeamTickets result{label, list.open, list.closed, list.late, rules::ticket_sums(books), {}};
    for (const auto& state : list.tickets) {
        result.tickets.push_back({state.ticket->closed == nullptr, rules::is_late(state),
                                  rules::next_deadline(state), ticket_row(context.team, state),
                                  place_in(label, context.team, state.ticket->opened->origin),
                                  ticket_json(context.team, state, context.now.date)});
    }
    return result;
}

Report tickets_of_teams(const TeamsPage& page, const std::vector<TeamTickets>& teams) {
    Report report;
    report.name = "ticket-teams";
    begin_page(report, page, say("teams.tickets_title", teams.size(), page.period));
    std::vector<OneTicket> tickets;
    std::int64_t open = 0;
    std::int64_t late = 0;
    std::int64_t closed = 0;
    Table by_team = ticket_figures("teams", say("teams.team"));
    for (const auto& team : teams) {
        open += team.open;
        late += team.late;
        closed += team.closed;
        by_team.rows.push_back(ticket_counts_row(team_cell(team.team), team.sums.total));
        for (const auto& ticket : team.tickets) tickets.push_back({&team, &ticket});
    }
    by_team.footer = ticket_counts_row({say("teams.all"), "all"}, total_of(teams));
    report.add(Paragraph{say("ticket.sum", open, late, closed)});
    report.add(std::move(by_team));
    std::ranges::stable_sort(tickets, sooner);
    report.data = tickets_json(page, teams, tickets);
    report.rows = all_tickets_table(tickets);
    const auto shown = page.full ? tickets.size() : std::min(tickets.size(), tickets_shown);
    const auto beyond = tickets.size() - shown;
    tickets.resize(shown);
    if (!tickets.empty()) report.add(all_tickets_table(tickets));
    if (beyond > 0) report.add(Paragraph{say("teams.more_tickets", beyond), Tone::muted});
    return report;
}

}  // namespace teamctl::report
