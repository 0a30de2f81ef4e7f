#include "rules/scope/open.hpp"

#include <algorithm>

#include "rules/meetings/attendance.hpp"
#include "rules/meetings/topics.hpp"

namespace teamctl::rules {
namespace {

std::vector<const Matter*> shown_only(const Scope& scope, std::vector<const Matter*> matters) {
    std::erase_if(matters, [&](const auto* matter) { return !scope.shows(matter->opened->person("who")); });
    return matters;
}

std::vector<const Matter*> touched(const Scope& scope, const EntityList<Matter>& list) {
    std::vector<const Matter*> found;
    for (const auto& matter : list) {
        const auto& opened = *matter.opened;
        if (scope.touches(matter) && scope.shows(opened.person("who"), opened.date)) found.push_back(&matter);
    }
    return found;
}

/// The topic that was made of a problem (D1.8).
const team::Topic* topic_from(const team::Team& team, const Matter& problem) {
    const auto found = std::find_if(team.topics.begin(), team.topics.end(), [&](const auto& topic) {
        return topic.from == problem.opened->text("id");
    });
    return found == team.topics.end() ? nullptr : &*found;
}

/// When the topic was treated, by the plan up to the end of the period.
std::optional<Date> treated_on(const Scope& scope, const team::Topic& topic) {
    const auto off = cancellations(scope.team(), scope.end());
    for (const auto& line : scope.team().plan) {
        const bool held = line.date <= scope.end().date && !off.contains({line.series, line.date});
        if (held && is_topic(topic, line.topic)) return line.date;
    }
    return topic.used;
}

/// The first action that was taken on a problem.
const Matter* action_on(const Scope& scope, const Matter& problem) {
    for (const auto& action : scope.books.entities().actions) {
        if (action.opened->text("from") == problem.opened->text("id")) return &action;
    }
    return nullptr;
}

}  // namespace

std::vector<const Matter*> open_actions(const Scope& scope) {
    return shown_only(scope, open_actions(scope.books.entities()));
}

std::vector<const Matter*> open_problems(const Scope& scope) {
    return shown_only(scope, open_matters(scope.books.entities().problems));
}

std::vector<const Matter*> open_suggestions(const Scope& scope) {
    return shown_only(scope, open_matters(scope.books.entities().suggestions));
}

std::vector<FollowUp> overdue_customers(const Scope& scope) {
    auto all = follow_ups(scope.team().rules, scope.books.entities());
    std::erase_if(all, [&](const auto& follow_up) {
        return follow_up.overdue_on(scope.end().date) == 0 || !scope.shows(follow_up.customer->owner);
    });
    return all;
}

std::vector<Receivable> open_receivables(const Scope& scope) {
    auto all = receivables(scope.books.entities());
    std::erase_if(all, [&](const auto& open) { return !scope.shows(open.deal->opened->person("who")); });
    return all;
}

std::vector<const TicketState*> open_tickets(const Scope& scope) {
    std::vector<const TicketState*> open;
    for (const auto& state : scope.books.tickets()) {
        if (state.ticket->closed == nullptr &&
            (scope.subject.is_team() || scope.shows(state.ticket->handler())))
            open.push_back(&state);
    }
    return open;
}

std::optional<Date> due_of(const Matter& action) {
    const auto* due = action.opened->get<Date>("due");
    return due != nullptr ? std::optional{*due} : std::nullopt;
}

std::int64_t days_past(const std::optional<Date>& due, Date today) {
    return due && *due < today ? std::int64_t{(today - *due).count()} : 0;
}

std::size_t count_overdue(const std::vector<const Matter*>& actions, Date today) {
    return static_cast<std::size_t>(std::count_if(actions.begin(), actions.end(), [&](const auto* action) {
        return days_past(due_of(*action), today) > 0;
    }));
}

std::size_t count_late(const std::vector<const TicketState*>& tickets) {
    return static_cast<std::size_t>(
        std::count_if(tickets.begin(), tickets.end(), [](const auto* state) { return state->resolve.late; }));
}

Money sum_open(const std::vector<Receivable>& list) {
    Money sum;
    for (const auto& receivable : list) sum += receivable.open;
    return sum;
}

Money sum_overdue(const std::vector<Receivable>& list, Date today) {
    Money sum;
    for (const auto& receivable : list) sum += receivable.overdue_on(today) ? receivable.open : Money{};
    return sum;
}

std::vector<const Matter*> problems_of(const Scope& scope) {
    return touched(scope, scope.books.entities().problems);
}

std::vector<const Matter*> suggestions_of(const Scope& scope) {
    return touched(scope, scope.books.entities().suggestions);
}

Outcome outcome_of(const Scope& scope, const Matter& problem) {
    using Kind = Outcome::Kind;
    if (problem.closed != nullptr) return {Kind::solved, problem.closed->date, nullptr, nullptr};
    if (const auto* topic = topic_from(scope.team(), problem)) {
        const auto date = treated_on(scope, *topic);
        return {date ? Kind::treated : Kind::topic, date.value_or(Date{}), topic, nullptr};
    }
    const auto* action = action_on(scope, problem);
    if (action == nullptr) return {};
    if (action->closed == nullptr) return {Kind::action, {}, nullptr, action};
    return {Kind::action_done, action->closed->date, nullptr, action};
}

bool taken_up(const Scope& scope, const Matter& problem) {
    return topic_from(scope.team(), problem) != nullptr || action_on(scope, problem) != nullptr;
}

}  // namespace teamctl::rules
