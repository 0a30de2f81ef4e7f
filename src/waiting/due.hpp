// Everything that waits on a day, of every kind: whose it is, and how pressing (D15.2).
#pragma once

#include <optional>
#include <vector>

#include "rules/people/absences.hpp"
#include "waiting/items.hpp"

namespace teamctl::waiting {

/// How far ahead `due` looks where nobody says: what is promised to somebody, and what expires.
inline constexpr int promised_days = 7;
inline constexpr int expiry_days = 30;
/// How far back it looks for what was not recorded, reviewed or ticked.
inline constexpr int remembered_days = 31;

/// One day as `due` sees it.
struct DueDay {
    const team::Team& team;
    const calendar::WorkingDays& days;
    Date date{};
    Moment now;                ///< up to when records count: the end of the day where it is past
    std::optional<int> ahead;  ///< --days: every kind so many days ahead
    rules::Absences absences;
    rules::Entities entities;

    rules::Context context() const { return {team, days, now}; }
    /// The last day of what is listed.
    Date until(int days_ahead) const { return date + Days{ahead.value_or(days_ahead)}; }
};
DueDay due_day(const team::Team& team, const calendar::WorkingDays& days, Date date, Moment now,
               std::optional<int> ahead);

enum class DueState { overdue, today, soon, undated };
DueState state_of(const DueDay& day, const DueItem& item);
std::string_view state_name(DueState state);
/// Days past the due day; 0 where it is not past.
std::int64_t days_over(const DueDay& day, const DueItem& item);

/// All that waits, by state, then urgent and important first (D15.2), then by date. What belongs to somebody
/// who has left goes to whom that person reported.
std::vector<DueItem> all_due(const DueDay& day);
/// What waits for one person.
std::vector<DueItem> due_of(const DueDay& day, team::PersonId person);
/// Those in that state, in their order.
std::vector<const DueItem*> in_state(const DueDay& day, const std::vector<const DueItem*>& items,
                                     DueState state);

// Its parts, a file each.
std::vector<DueItem> due_work(const DueDay& day);      // actions, checklists, documents, diaries, reviews
std::vector<DueItem> due_business(const DueDay& day);  // customers, money, tickets
std::vector<DueItem> due_people(const DueDay& day);    // outings, leavers, what goes up the line, talks
std::vector<DueItem> due_things(const DueDay& day);    // papers, assets, the plan, awards

}  // namespace teamctl::waiting
