#include "waiting/proposals.hpp"

#include <algorithm>

namespace teamctl::waiting {
namespace {

/// As it stands between single quotes of a shell.
std::string between_quotes(std::string_view text) {
    std::string quoted;
    for (const char c : text) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return quoted;
}

/// Whether the ticket was closed before the day.
bool closed_before(const team::Team& team, const team::Record& ticket, Date day) {
    return std::any_of(team.records.begin(), team.records.end(), [&](const team::Record& record) {
        return record.is("ticket_closed") && record.date < day && record.text("ticket") == ticket.text("id");
    });
}

bool has_ticket(const team::Team& team, const rules::CheckRun& run, const team::ChecklistItem& item,
                Date day) {
    const auto about = [&](const team::Record& ticket) {
        if (!run.asset) return ticket.text("text").find(item.text) != std::string_view::npos;
        const auto* asset = ticket.get<team::AssetId>("asset");
        return asset != nullptr && *asset == run.asset;
    };
    return std::any_of(team.records.begin(), team.records.end(), [&](const team::Record& record) {
        if (!record.is("ticket") || !about(record)) return false;
        return record.date >= day || !closed_before(team, record, day);
    });
}

}  // namespace

std::vector<ProposedTicket> proposed_tickets(const team::Team& team, const rules::CheckRun& run) {
    std::vector<ProposedTicket> proposed;
    if (team[run.list].of_people()) return proposed;  // an exam is sat again; nothing is broken
    const auto states = rules::item_states(team, run);
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto& item = team[run.list].items[i];
        const bool asks = states[i].out_of_limits || (states[i].failed && run.asset);
        if (!asks || has_ticket(team, run, item, states[i].found_in->date)) continue;
        const std::string asset = run.asset ? " asset=" + team[run.asset].id : std::string{};
        if (states[i].out_of_limits) {
            const auto text = rules::beyond_limit(item, *states[i].reading);
            proposed.push_back({i, states[i].found_in, verbatim(text),
                                say("checklist.ticket_out", asset, between_quotes(text))});
        } else {
            proposed.push_back({i, states[i].found_in, say("checklist.item_failed", item.text),
                                say("checklist.ticket_failed", asset, between_quotes(item.text))});
        }
    }
    return proposed;
}

}  // namespace teamctl::waiting
