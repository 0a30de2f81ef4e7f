#include "report/proposals.hpp"

#include <algorithm>

#include "report/naming.hpp"

namespace teamctl::report {
namespace {

/// As it stands between single quotes of a shell.
std::string between_quotes(std::string_view text) {
    std::string quoted;
    for (const char c : text) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return quoted;
}

bool has_ticket(const team::Team& team, const rules::CheckRun& run, const team::ChecklistItem& item) {
    return std::any_of(team.records.begin(), team.records.end(), [&](const team::Record& record) {
        if (!record.is("ticket") || record.date < run.check->date) return false;
        if (run.asset) {
            const auto* asset = record.get<team::AssetId>("asset");
            return asset != nullptr && *asset == run.asset;
        }
        return record.text("text").find(item.text) != std::string_view::npos;
    });
}

/// `油温 92 °C > 85 °C`: the same in every language.
std::string out_of_limits(const team::ChecklistItem& item, const team::Reading& reading) {
    const auto unit = item.unit.empty() ? std::string{} : " " + item.unit;
    const bool above = item.max && reading.value > *item.max;
    const auto& limit = above ? *item.max : *item.min;
    return item.text + " " + plain_number(reading.value) + unit + (above ? " > " : " < ") +
           plain_number(limit) + unit;
}

}  // namespace

std::vector<ProposedTicket> proposed_tickets(const team::Team& team, const rules::CheckRun& run) {
    std::vector<ProposedTicket> proposed;
    const auto states = rules::item_states(team, run);
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto& item = team[run.list].items[i];
        const bool asks = states[i].out_of_limits || (states[i].failed && run.asset);
        if (!asks || has_ticket(team, run, item)) continue;
        const std::string asset = run.asset ? " asset=" + team[run.asset].id : std::string{};
        if (states[i].out_of_limits)
            proposed.push_back({i, say("checklist.ticket_out", asset,
                                       between_quotes(out_of_limits(item, *states[i].reading)))});
        else
            proposed.push_back({i, say("checklist.ticket_failed", asset, between_quotes(item.text))});
    }
    return proposed;
}

}  // namespace teamctl::report
