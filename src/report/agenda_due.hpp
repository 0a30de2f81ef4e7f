// What is due on a day, or was due before and still waits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/report.hpp"
#include "report/agenda_day.hpp"
#include "rules/checks.hpp"

namespace teamctl::report {

struct DueItem {
    enum class Kind { follow_up, action, checklist, preparation, document, attendance };
    Kind kind = Kind::action;
    std::vector<team::PersonId> who;
    std::string id;    ///< of the customer, action, checklist or series
    std::string name;  ///< of the thing, as the files have it
    Phrase what;       ///< the same in words, without who and when
    Date date{};       ///< when it is (or was) due
    std::optional<TimeOfDay> at;
    bool urgent = false;
    bool done = false;  ///< on the day itself
};

/// Everything due on the day or overdue as it begins: what nobody recorded (attendance), actions (urgent and
/// important first, D15.2), checklists of the day, preparations, documents to send, follow-ups.
std::vector<DueItem> due_items(const AgendaDay& day);

/// Checklists that come due in the period.
std::vector<DueItem> due_checklists(const AgendaDay& day, const Period& period);
/// Documents that go out on a date (D1.27): so many days before the meeting, on a working day.
std::vector<DueItem> due_documents(const AgendaDay& day, Date date);
/// Actions due in the period, the most urgent first.
std::vector<DueItem> due_actions(const AgendaDay& day, const Period& period);

/// Whom each owner has to call, a line an owner in roster order, how late it is included.
std::vector<ListItem> follow_up_lines(const AgendaDay& day, const std::vector<DueItem>& calls);

/// One line of a list: `待办：整理合同（李强，11月23日到期，过 1 天）`
Phrase due_text(const AgendaDay& day, const DueItem& item);
Json due_json(const AgendaDay& day, const DueItem& item);
std::string_view kind_name(DueItem::Kind kind);

/// The meetings of `yesterday` whose attendance nobody recorded (rules.md, example 3).
std::vector<calendar::Occurrence> unrecorded_meetings(const AgendaDay& day);

}  // namespace teamctl::report
