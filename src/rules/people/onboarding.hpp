// Newcomers: checklists dated from the day each joined, gone through over weeks (D7.1, D10.1).
#pragma once

#include <vector>

#include "rules/context.hpp"
#include "rules/look_back.hpp"
#include "rules/work/checks.hpp"

namespace teamctl::rules {

/// One item of a newcomer's list.
struct OnboardingStep {
    const team::ChecklistItem* item = nullptr;
    Date due{};
    std::vector<team::PersonId> who;       ///< who sees to it, as things stand; empty: nobody
    ItemState state;                       ///< by the last record that names it
    const team::Record* record = nullptr;  ///< that record

    bool done() const { return state.ticked && !state.wrong(); }
};

/// One newcomer going through one list.
struct Onboarding {
    team::ChecklistId list;
    team::PersonId newcomer;
    team::PersonId mentor;              ///< who is there; empty: none is named, or the mentor has left
    std::vector<OnboardingStep> steps;  ///< by due date, then in the list's order
    bool gone = false;                  ///< the newcomer has left: nothing waits any more

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
/// `from`; without one, not before the team's first record.
bool is_newcomer(const Context& context, team::ChecklistId list, team::PersonId person);

/// When the step is due for somebody who joined that day: calendar days on; what then falls on a day off
/// moves to the working day after, before the first day to the one before. The first day itself stays.
Date step_due(const team::ChecklistItem& item, Date joined, const calendar::WorkingDays& days);

/// The newcomers of the period, a list each: begun by its end, and still going on in it, or finished in it.
std::vector<Onboarding> onboardings(const Context& context, const Period& period);

}  // namespace teamctl::rules
