// What waits for somebody: one item a thing, whatever it comes from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"
#include "calendar/occurrences.hpp"
#include "rules/context.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/entities.hpp"

namespace teamctl::waiting {

struct DueItem {
    enum class Kind {
        follow_up,
        action,
        checklist,
        reading,  ///< a finding of a check that nobody has opened a ticket for
        preparation,
        onboarding,  ///< an item of a newcomer's list
        leaving,     ///< an item of a leaver's list
        training,    ///< a planned one that is not held yet
        document,
        attendance,
        diary,
        deadline,  ///< another record that the rules ask for
        review,
        ticket_answer,
        ticket_resolve,
        escalation,
        call_back,
        receivable,
        renewal,
        credential,
        credential_missing,  ///< one that the rules ask for (D10.2)
        warranty,
        inspection,
        stock,
        plan,
        award,
        outing,      ///< somebody who went out and is not back (D3.4)
        handover,    ///< what somebody who leaves still has (D7, D9)
        suggestion,  ///< waits for a decision, up the line (D15.3)
        problem,
        talk,     ///< a conversation to be had
        proposal  ///< of an award (D2.1)
    };
    Kind kind = Kind::action;
    std::vector<team::PersonId> who;
    std::string id;           ///< of the customer, action, checklist, series ...
    std::string name;         ///< of the thing, as the files have it
    Phrase what;              ///< the same in words, without who and when
    std::optional<Date> due;  ///< when it is (or was) due; none: nobody said
    std::optional<TimeOfDay> at;
    bool urgent = false;
    bool important = false;
    bool fixed = false;                  ///< it happens then, rather than by then
    bool done = false;                   ///< on the day itself
    std::optional<team::Origin> origin;  ///< the line behind it
    std::optional<Money> amount;         ///< of a receivable: what is open
    std::optional<Date> meeting_on;      ///< of a preparation or document: when the meeting is
    bool of_asset = false;               ///< a check of one asset that nobody has begun

    Date date() const { return due.value_or(Date{}); }
};

/// An item of that kind, said by the name of the thing.
DueItem item_of(DueItem::Kind kind, std::string_view id, std::string_view name, team::Origin origin);

/// As JSON names it: follow_up, action ...
std::string_view kind_name(DueItem::Kind kind);

/// Whether such a thing is there once, whenever it is due: put off, it moves in a phone and is not shown
/// twice. Of others, such as a monthly duty, each occurrence is a thing of its own.
bool is_one_thing(DueItem::Kind kind);

/// Before everything that waits.
inline constexpr Date long_ago{Days{-1000000}};

/// The items of `more` after those of `all`.
void append(std::vector<DueItem>& all, std::vector<DueItem> more);

/// Open actions, the most urgent first (D15.2); those with a date in the period.
std::vector<DueItem> all_actions(const rules::Entities& entities);
std::vector<DueItem> due_actions(const rules::Entities& entities, const Period& period);
/// Open customers to be contacted by then, the longest overdue first (teamctl-rules(7), example 4; D13.3).
std::vector<DueItem> due_follow_ups(const team::Rules& rules, const rules::Entities& entities, Date until);
DueItem checklist_item(const team::Team& team, const rules::CheckRun& run);
/// Checks of many assets of one list that are due together as one item with their number.
std::vector<DueItem> folded(std::vector<DueItem> items);
/// Runs of checklists that come due in the period, done ones too.
std::vector<DueItem> due_checklists(const rules::Context& context, const Period& period);
/// Items of newcomers' lists that are due by then and wait, and those ticked on that day (D7.1).
std::vector<DueItem> due_onboarding(const rules::Context& context, Date ticked_on, Date until);
/// Planned trainings due by then that are not held, and those held on that day (D17.4).
std::vector<DueItem> due_trainings(const rules::Context& context, Date held_on, Date until);
/// Documents that go out on a date (D1.27): so many days before the meeting, on a working day.
std::vector<DueItem> due_documents(const team::Team& team, const calendar::WorkingDays& days, Date date);
/// A meeting whose attendance nobody recorded (teamctl-rules(7), example 3).
DueItem attendance_item(const team::Team& team, const calendar::Occurrence& when);

}  // namespace teamctl::waiting
