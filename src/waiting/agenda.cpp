#include "waiting/agenda.hpp"

#include <algorithm>

#include "rules/work/customers.hpp"

namespace teamctl::waiting {
namespace {

/// Whether the customer still has to be called that day.
bool still_waits(const AgendaDay& day, std::string_view customer) {
    const auto* later = day.by_night.customers.find(customer);
    if (later == nullptr || later->closed != nullptr) return false;
    const auto due = rules::contact_due(day.team.rules, *later);
    return due && *due <= day.date;
}

/// A meeting whose agenda has a roll call, or for which one was ever recorded.
bool takes_attendance(const team::Team& team, team::SeriesId id) {
    const auto& agenda = team[id].agenda;
    const auto& records = team.records;
    return std::any_of(agenda.begin(), agenda.end(),
                       [](const auto& item) { return item.show == team::Show::attendance; }) ||
           std::any_of(records.begin(), records.end(),
                       [&](const auto& record) { return rules::is_about(record, "attendance", id); });
}

/// Whether any of them attends, where the day is that of a meeting of some.
bool are_theirs(const AgendaDay& day, const std::vector<team::PersonId>& who) {
    return day.only.empty() || std::ranges::any_of(who, [&](const auto person) {
               return std::ranges::find(day.only, person) != day.only.end();
           });
}

std::vector<DueItem> theirs(const AgendaDay& day, std::vector<DueItem> items) {
    std::erase_if(items, [&](const auto& item) { return !are_theirs(day, item.who); });
    return items;
}

}  // namespace

bool is_past(const AgendaDay& day, const team::Record& record) {
    if (record.date == day.date) return day.past_end && record.at && *record.at < *day.past_end;
    if (record.date < day.past_from || day.past_to < record.date) return false;
    return record.date != day.past_from || !record.at || day.past_start <= *record.at;
}

AgendaDay agenda_day(const team::Team& team, const calendar::WorkingDays& days, Date date, Moment now) {
    const Date past_from = std::min(days.previous(date), date - Days{1});
    const Date past_to = date - Days{1};
    const rules::Absences absences{team};
    const rules::Context before{team, days, {past_to, end_of_day}};
    const Moment known = std::min(now, Moment{date, end_of_day});
    AgendaDay day{team,
                  days,
                  date,
                  known,
                  {},
                  past_from,
                  past_to,
                  {},
                  {},
                  {},
                  absences,
                  rules::attendance(before, absences, {past_from, past_to, Period::Unit::range}),
                  rules::entities_at(team, {past_to, end_of_day}),
                  rules::entities_at(team, std::max(known, before.now))};
    for (const auto& when : calendar::occurrences(team, days, day_period(date)))
        day.sittings.push_back(rules::sitting_of(team, when));
    return day;
}

std::vector<DueItem> due_checklists(const AgendaDay& day, const Period& period) {
    return theirs(day, due_checklists(day.context(), period));
}

std::vector<DueItem> due_onboarding(const AgendaDay& day) {
    return due_onboarding(day.context(), day.date, day.date);
}

std::vector<DueItem> due_trainings(const AgendaDay& day, std::optional<Date> until) {
    auto items = due_trainings(day.context(), day.date, until.value_or(day.date));
    if (until) std::erase_if(items, [&](const auto& item) { return item.done || item.date() <= day.date; });
    return items;
}

std::vector<DueItem> due_actions(const AgendaDay& day, const Period& period) {
    auto items = due_actions(day.open, period);
    for (auto& item : items) {
        const auto* later = day.by_night.actions.find(item.id);
        item.done = later != nullptr && later->closed != nullptr;
    }
    return items;
}

std::vector<calendar::Occurrence> unrecorded_meetings(const AgendaDay& day) {
    auto unrecorded = rules::still_to_record(day.team, day.date, day.past.not_recorded);
    std::erase_if(unrecorded, [&](const auto& when) { return !takes_attendance(day.team, when.series); });
    return unrecorded;
}

std::vector<DueItem> due_items(const AgendaDay& day) {
    std::vector<DueItem> items;
    for (const auto& when : unrecorded_meetings(day)) items.push_back(attendance_item(day.team, when));
    append(items, due_actions(day, {long_ago, day.date, Period::Unit::range}));
    append(items, due_checklists(day, day_period(day.date)));
    append(items, due_trainings(day));
    append(items, due_onboarding(day));
    append(items, due_documents(day.team, day.days, day.date));
    append(items, due_calls(day));
    return items;
}

std::vector<DueItem> due_calls(const AgendaDay& day) {
    auto calls = due_follow_ups(day.team.rules, day.open, day.date);
    for (auto& call : calls) call.done = !still_waits(day, call.id);
    return calls;
}

std::vector<DueItem> overdue_items(const AgendaDay& day) {
    auto items = due_actions(day, {long_ago, day.date - Days{1}, Period::Unit::range});
    append(items, due_trainings(day));
    append(items, due_onboarding(day));
    std::erase_if(items, [&](const auto& item) { return item.date() >= day.date; });
    return items;
}

std::vector<DueItem> overdue_calls(const AgendaDay& day) {
    auto calls = due_calls(day);
    std::erase_if(calls, [&](const auto& call) { return call.date() >= day.date || call.done; });
    return calls;
}

std::vector<rules::CheckRun> past_runs(const AgendaDay& day) {
    auto runs = rules::check_runs(day.team, day.days, day.past_period(), day.now);
    std::erase_if(runs, [&](const auto& run) {
        const bool in_order = run.check != nullptr && !rules::has_findings(day.team, run);
        return in_order || !are_theirs(day, run.who) || !day.past_period().contains(run.due);
    });
    return runs;
}

std::vector<const team::PersonPair*> pairs_there(const AgendaDay& day) {
    std::vector<const team::PersonPair*> there;
    for (const auto& pair : day.team.pairs) {
        if (!rules::away_on(day.team, pair.first, day.date) &&
            !rules::away_on(day.team, pair.second, day.date))
            there.push_back(&pair);
    }
    return there;
}

std::vector<const team::DeadlineRule*> deadlines_on(const AgendaDay& day, Date date) {
    std::vector<const team::DeadlineRule*> found;
    if (!day.days.is_workday(date)) return found;
    for (const auto& rule : day.team.rules.deadlines) {
        const bool begun = !rule.from || *rule.from <= date;
        if (team::record_kind(rule.record) >= 0 && rule.field.empty() && begun) found.push_back(&rule);
    }
    return found;
}

}  // namespace teamctl::waiting
