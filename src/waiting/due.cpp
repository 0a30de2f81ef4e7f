#include "waiting/due.hpp"

#include <algorithm>
#include <tuple>

#include "team/people.hpp"

namespace teamctl::waiting {
namespace {

/// Who stands above in the line, and is there.
team::PersonId successor_of(const DueDay& day, team::PersonId person) {
    for (std::size_t steps = 0; person && steps <= day.team.people.size(); ++steps) {
        person = team::reports_to(day.team, person, day.date);
        if (person && team::employed(day.team[person], day.date)) break;
    }
    return person;
}

/// Nobody looks after what is theirs once they have left: it goes up the line.
void hand_over(const DueDay& day, DueItem& item) {
    const auto& team = day.team;
    for (auto& person : item.who) {
        if (!person || !team[person].left || day.date <= *team[person].left) continue;
        const auto left = person;
        person = successor_of(day, left);
        // Whoever has it anyway is told of it once.
        if (std::ranges::count(item.who, person) > 1)
            person = {};
        else
            item.what = say("due.taken_over", item.what, team[left].name);
    }
    std::erase(item.who, team::PersonId{});
}

auto rank(const DueDay& day, const DueItem& item) {
    return std::tuple{state_of(day, item),          !item.urgent, !item.important, item.date(),
                      item.at.value_or(end_of_day), item.kind};
}

}  // namespace

DueDay due_day(const team::Team& team, const calendar::WorkingDays& days, Date date, Moment now,
               std::optional<int> ahead) {
    const Moment known = std::min(now, Moment{date, end_of_day});
    return {team, days, date, known, ahead, rules::Absences{team}, rules::entities_at(team, known)};
}

DueState state_of(const DueDay& day, const DueItem& item) {
    if (!item.due) return DueState::undated;
    if (*item.due < day.date) return DueState::overdue;
    if (*item.due > day.date) return DueState::soon;
    const bool past = item.at && day.now.date == day.date && *item.at < day.now.time;
    return past ? DueState::overdue : DueState::today;
}

std::string_view state_name(DueState state) {
    static constexpr std::string_view names[]{"overdue", "today", "soon", "undated"};
    return names[static_cast<std::size_t>(state)];
}

std::int64_t days_over(const DueDay& day, const DueItem& item) {
    return item.due && *item.due < day.date ? (day.date - *item.due).count() : 0;
}

std::vector<DueItem> all_due(const DueDay& day) {
    auto items = due_work(day);
    append(items, due_business(day));
    append(items, due_people(day));
    append(items, due_things(day));
    for (auto& item : items) hand_over(day, item);
    std::stable_sort(items.begin(), items.end(),
                     [&](const auto& a, const auto& b) { return rank(day, a) < rank(day, b); });
    return items;
}

std::vector<DueItem> due_of(const DueDay& day, team::PersonId person) {
    auto items = all_due(day);
    std::erase_if(items, [&](const auto& item) {
        return std::find(item.who.begin(), item.who.end(), person) == item.who.end();
    });
    return items;
}

std::vector<const DueItem*> in_state(const DueDay& day, const std::vector<const DueItem*>& items,
                                     DueState state) {
    std::vector<const DueItem*> some;
    std::copy_if(items.begin(), items.end(), std::back_inserter(some),
                 [&](const auto* item) { return state_of(day, *item) == state; });
    return some;
}

}  // namespace teamctl::waiting
