#include "rules/work/tickets.hpp"

#include <algorithm>
#include <tuple>

#include "rules/work/matters.hpp"
#include "team/people.hpp"

namespace teamctl::rules {
namespace {

/// 0 is the most urgent.
std::size_t rank(const team::Team& team, const TicketState& state) {
    if (is_pressing(*state.ticket->opened)) return 0;
    const auto& levels = team.rules.service_levels;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (&levels[i] == state.level) return i + 1;
    }
    return levels.size() + 1;
}

Moment moment_of(const team::Record& record) {
    return {record.date, record.at.value_or(TimeOfDay{})};
}

constexpr Moment never{Date{Days{10'000'000}}, {}};

/// Who leads a unit, where somebody does that day.
void add_lead(const team::Team& team, const team::Unit& unit, Date date, std::vector<team::PersonId>& all) {
    if (unit.lead && team::employed(team[unit.lead], date)) all.push_back(unit.lead);
}

/// With whom an incident begins that nobody handles and that is about nobody: who answers for the asset, the
/// lead of the unit that reports it, or the leads of the units that are part of no other.
std::vector<team::PersonId> answer_for(const team::Team& team, const team::Record& opened, Date date) {
    std::vector<team::PersonId> all;
    const auto* asset = opened.get<team::AssetId>("asset");
    if (asset != nullptr && *asset && team[*asset].owner && team::employed(team[team[*asset].owner], date))
        all.push_back(team[*asset].owner);
    if (all.empty()) {
        if (const auto unit = team::find_unit(team, opened.text("from")))
            add_lead(team, team[*unit], date, all);
    }
    if (!all.empty()) return all;
    for (const auto& unit : team.units) {
        if (!unit.parent) add_lead(team, unit, date, all);
    }
    return all;
}

}  // namespace

std::optional<Moment> next_deadline(const TicketState& state) {
    if (state.ticket->closed != nullptr) return std::nullopt;
    return state.answer.done == nullptr ? state.answer.due : state.resolve.due;
}

std::string_view waits_for(const Ticket& ticket) {
    return ticket.waits() ? ticket.pauses.back().from->text("for") : std::string_view{};
}

bool is_late(const TicketState& state) {
    if (state.ticket->closed != nullptr) return false;
    return state.resolve.late || (state.answer.done == nullptr && state.answer.late);
}

std::vector<team::PersonId> escalated_to(const team::Team& team, const TicketState& state, Date date) {
    const bool incident = state.ticket->closed == nullptr && state.ticket->opened->text("kind") == "incident";
    auto below = state.ticket->handler();
    if (incident && !below) below = state.ticket->opened->person("who");
    std::vector<team::PersonId> line;
    if (!incident && (!below || !is_late(state))) return line;
    const auto first = below ? std::vector{team::reports_to(team, below, date)}
                             : answer_for(team, *state.ticket->opened, date);
    for (auto above : first) {
        for (; above && std::find(line.begin(), line.end(), above) == line.end();
             above = team::reports_to(team, above, date)) {
            line.push_back(above);
            if (!incident) break;
        }
    }
    return line;
}

void sort_by_urgency(const team::Team& team, std::vector<TicketState>& tickets) {
    std::stable_sort(tickets.begin(), tickets.end(), [&](const auto& a, const auto& b) {
        const bool a_closed = a.ticket->closed != nullptr;
        const bool b_closed = b.ticket->closed != nullptr;
        if (a_closed != b_closed) return b_closed;
        if (a_closed) return moment_of(*b.ticket->closed) < moment_of(*a.ticket->closed);
        return std::tuple{rank(team, a), next_deadline(a).value_or(never)} <
               std::tuple{rank(team, b), next_deadline(b).value_or(never)};
    });
}

std::optional<Moment> call_back_due(const Context& context, const WorkingTime& time, const Ticket& ticket) {
    const auto& rule = context.team.rules.call_back;
    const auto* closed = ticket.closed;
    if (!rule || !asks_call_back(*rule, ticket)) return std::nullopt;
    if (!rule->within.days)
        return time.after({closed->date, closed->at.value_or(end_of_day)}, rule->within.amount);
    Moment due{closed->date, end_of_day};
    for (int i = 0; i < rule->within.amount; ++i) due.date = context.days.next(due.date);
    return due;
}

}  // namespace teamctl::rules
