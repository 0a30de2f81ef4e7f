// Newcomers and leavers: checklists dated from the day each joins (D7.1, D10.1) or from the last day (D7.2),
// gone through over weeks.
#pragma once

#include <vector>

#include "rules/context.hpp"
#include "rules/look_back.hpp"
#include "rules/work/checks.hpp"

namespace teamctl::rules {

/// One item of a newcomer's or leaver's list.
struct OnboardingStep {
    const team::ChecklistItem* item = nullptr;
    Date due{};
    std::vector<team::PersonId> who;       ///< who sees to it, as things stand; empty: nobody
    ItemState state;                       ///< by the last record that names it
    const team::Record* record = nullptr;  ///< that record

    bool done() const { return state.ticked && !state.wrong(); }
};

/// One newcomer or leaver going through one list.
struct Onboarding {
    team::ChecklistId list;
    team::PersonId newcomer;            ///< or leaver
    Date day{};                         ///< the first day, or the last
    team::PersonId mentor;              ///< who is there; empty: none is named, or the mentor has left
    std::vector<OnboardingStep> steps;  ///< by due date, then in the list's order
    bool gone = false;                  ///< the newcomer has left: nothing waits any more
    bool leaves = false;                ///< of a list for leavers

    std::int64_t done() const;
    /// Steps that were due before that day and wait.
    std::int64_t overdue(Date date) const;
    /// Steps that wait and are due after that day.
    std::int64_t later(Date date) const;
    /// Whether it is the person's own, or asks something of the person.
    bool concerns(team::PersonId person) const;
    /// The first step that waits; null where none does.
    const OnboardingStep* next() const;
    bool waits(const OnboardingStep& step) const { return !gone && !step.done(); }
};

/// Whether the list is gone through for that person: chosen by `newcomers`, and joined not before the list's
/// `from`; without one, not before the team's first record; where it has none yet, a week ago or later.
bool is_newcomer(const Context& context, team::ChecklistId list, team::PersonId person);
/// The same of those whom `leavers` chooses, by the last day.
bool is_leaver(const Context& context, team::ChecklistId list, team::PersonId person);
/// Whose passage the record of a checklist is of: its newcomer or its leaver; none of any other record.
team::PersonId newcomer_or_leaver(const team::Record& record);

/// When the step is due for somebody who joined, or leaves, on that day: calendar days on; what then falls on
/// a day off moves to the working day after, before that day to the one before. The day itself stays.
Date step_due(const team::ChecklistItem& item, Date day, const calendar::WorkingDays& days);

/// The newcomers and leavers of the period, a list each: begun by its end, and still going on in it, or
/// finished in it.
std::vector<Onboarding> onboardings(const Context& context, const Period& period);
/// Those that leave, or those that join.
std::vector<Onboarding> only(const std::vector<Onboarding>& all, bool leaving);

}  // namespace teamctl::rules
