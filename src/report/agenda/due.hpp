// What is due on a day of an agenda, or was due before and still waits; with what was done of it on the day.
#pragma once

#include <optional>
#include <vector>

#include "base/report.hpp"
#include "report/agenda/day.hpp"
#include "report/due/items.hpp"

namespace teamctl::report {

/// Everything due on the day or overdue as it begins: what nobody recorded (attendance), actions (urgent and
/// important first, D15.2), checklists of the day, preparations, documents to send, follow-ups.
std::vector<DueItem> due_items(const AgendaDay& day);

/// Checklists that come due in the period.
std::vector<DueItem> due_checklists(const AgendaDay& day, const Period& period);
/// Items of newcomers' lists due that day or before, with those ticked that day (D7.1).
std::vector<DueItem> due_onboarding(const AgendaDay& day);
/// Trainings planned for the days after `day` up to then, or with no `until`: due that day or before, with
/// those held that day (D17.4).
std::vector<DueItem> due_trainings(const AgendaDay& day, std::optional<Date> until = {});
/// Documents that go out on a date (D1.27): so many days before the meeting, on a working day.
std::vector<DueItem> due_documents(const AgendaDay& day, Date date);
/// Actions due in the period, the most urgent first.
std::vector<DueItem> due_actions(const AgendaDay& day, const Period& period);

/// Whom each owner has to call, a line an owner in roster order, how late it is included.
std::vector<ListItem> follow_up_lines(const AgendaDay& day, const std::vector<DueItem>& calls);

/// One line of a list: `待办：整理合同（李强，11月23日到期，过 1 天）`
Phrase due_text(const AgendaDay& day, const DueItem& item);
Json due_json(const AgendaDay& day, const DueItem& item);

/// The meetings of `yesterday` whose attendance nobody recorded (teamctl-rules(7), example 3).
std::vector<calendar::Occurrence> unrecorded_meetings(const AgendaDay& day);

}  // namespace teamctl::report
