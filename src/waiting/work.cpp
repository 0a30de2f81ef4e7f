// What waits of the team's own work: actions, checklists, documents, attendance, diaries and their reviews.
#include <algorithm>

#include "rules/meetings/attendance.hpp"
#include "rules/meetings/sittings.hpp"
#include "rules/people/deadlines.hpp"
#include "rules/people/reviews.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/matters.hpp"
#include "team/known_roles.hpp"
#include "waiting/due.hpp"
#include "waiting/proposals.hpp"

namespace teamctl::waiting {
namespace {

using Kind = DueItem::Kind;

/// From the working day before, so that a weekend hides nothing.
Date yesterday(const DueDay& day) {
    return std::min(day.days.previous(day.date), day.date - Days{1});
}

/// Those with a date that is near, then those without one.
void add_actions(const DueDay& day, std::vector<DueItem>& items) {
    auto actions = all_actions(day.entities);
    std::erase_if(actions,
                  [&](const auto& item) { return item.due && day.until(promised_days) < *item.due; });
    std::stable_partition(actions.begin(), actions.end(),
                          [](const auto& item) { return item.due.has_value(); });
    append(items, std::move(actions));
}

bool same_check(const rules::CheckRun& a, const rules::CheckRun& b) {
    return a.list == b.list && a.asset == b.asset && a.meeting == b.meeting;
}

/// What was missed waits no longer once a later run of the same list is done; longer ago than the working day
/// before, once it comes due again; before a meeting, once it sits.
bool superseded(const DueDay& day, const std::vector<rules::CheckRun>& runs, std::size_t place) {
    const auto& run = runs[place];
    if (run.due >= day.date) return false;
    if (run.meeting) return run.meeting_date < day.date;
    const bool long_ago = run.due < yesterday(day);
    return std::any_of(runs.begin() + static_cast<std::ptrdiff_t>(place) + 1, runs.end(),
                       [&](const auto& later) {
                           return same_check(later, run) && run.due < later.due && later.due <= day.date &&
                                  (long_ago || later.check != nullptr);
                       });
}

/// Whether a later run says anything of the item.
bool looked_at_again(const DueDay& day, const std::vector<rules::CheckRun>& runs, std::size_t place,
                     std::size_t item) {
    return std::any_of(runs.begin() + static_cast<std::ptrdiff_t>(place) + 1, runs.end(),
                       [&](const auto& later) {
                           if (later.records.empty() || !same_check(later, runs[place])) return false;
                           const auto state = rules::item_states(day.team, later)[item];
                           return state.ticked || state.failed || state.reading != nullptr;
                       });
}

/// What a check found wrong, until a ticket is open for it or a later check finds it in order (D4.2, D6.3).
void add_findings(const DueDay& day, const std::vector<rules::CheckRun>& runs, std::size_t place,
                  std::vector<DueItem>& items) {
    const auto& run = runs[place];
    for (const auto& ticket : proposed_tickets(day.team, run)) {
        if (looked_at_again(day, runs, place, ticket.item)) continue;
        auto item = checklist_item(day.team, run);
        item.kind = Kind::reading;
        if (ticket.found_in->person("by")) item.who = {ticket.found_in->person("by")};
        item.what = say("due.finding_of", item.what, ticket.finding);
        item.due = ticket.found_in->date;
        item.at.reset();
        item.important = true;
        item.origin = ticket.found_in->origin;
        items.push_back(std::move(item));
    }
}

void add_checklists(const DueDay& day, std::vector<DueItem>& items) {
    const Period period{day.date - Days{remembered_days}, day.until(0), Period::Unit::range};
    const auto runs = rules::check_runs(day.team, day.days, period, day.now);
    std::vector<DueItem> open;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        add_findings(day, runs, i, items);
        if (runs[i].check == nullptr && runs[i].due >= period.from && !superseded(day, runs, i))
            open.push_back(checklist_item(day.team, runs[i]));
    }
    append(items, folded(std::move(open)));
}

void add_onboarding(const DueDay& day, std::vector<DueItem>& items) {
    auto steps = due_onboarding(day.context(), day.date, day.until(promised_days));
    std::erase_if(steps, [](const auto& step) { return step.done; });
    append(items, std::move(steps));
}

void add_trainings(const DueDay& day, std::vector<DueItem>& items) {
    auto trainings = due_trainings(day.context(), day.date, day.until(promised_days));
    std::erase_if(trainings, [](const auto& training) { return training.done; });
    append(items, std::move(trainings));
}

/// Documents go out today and on the next working day; one that is late waits until its meeting (D1.27).
void add_documents(const DueDay& day, std::vector<DueItem>& items) {
    const Date until = std::max(day.until(0), std::max(day.days.next(day.date), day.date + Days{1}));
    std::vector<DueItem> documents;
    for (Date date = day.date - Days{remembered_days}; date <= until; date += Days{1})
        append(documents, due_documents(day.team, day.days, date));
    std::erase_if(documents, [&](const auto& item) { return item.done || *item.meeting_on < day.date; });
    append(items, std::move(documents));
}

void add_attendance(const DueDay& day, std::vector<DueItem>& items) {
    const Period period{day.date - Days{remembered_days}, day.date, Period::Unit::range};
    auto held = rules::attendance(day.context(), day.absences, period);
    for (const auto& when : rules::still_to_record(day.team, day.date, std::move(held.not_recorded))) {
        auto item = attendance_item(day.team, when);
        const auto sitting = rules::sitting_of(day.team, when);
        for (const auto function : {team::RoleFunction::records, team::RoleFunction::leads}) {
            const auto* turn = sitting.turn(function);
            if (turn != nullptr && item.who.empty()) item.who = rules::acting(*turn);
        }
        items.push_back(std::move(item));
    }
}

/// Diaries and other records that the rules ask for: missing yesterday, or still to be handed in today.
void add_deadlines(const DueDay& day, std::vector<DueItem>& items) {
    const Period period{yesterday(day), std::min(day.date, day.now.date), Period::Unit::range};
    if (period.to < period.from) return;
    const rules::Context by_night{day.team, day.days, {period.to, end_of_day}};
    for (const auto& judged : rules::judgements(by_night, day.absences, period)) {
        const bool there = judged.verdict != rules::Judgement::Verdict::missing && judged.record != nullptr &&
                           rules::known_at(*judged.record, day.now);
        if (there) continue;
        const auto& rule = day.team.rules.deadlines[judged.rule];
        if (!rule.field.empty() && judged.record != nullptr && !rules::known_at(*judged.record, day.now))
            continue;  // the visit has not begun
        // Who is out waits as such (D3.4).
        if (rule.record == "visit" && rule.field == "back" && judged.record != nullptr &&
            judged.record->get<TimeOfDay>("out") != nullptr)
            continue;
        const auto& spec = team::record_spec(rule.record);
        auto item =
            item_of(rule.record == "diary" ? Kind::diary : Kind::deadline, rule.id, rule.record, rule.origin);
        item.who = {judged.who};
        item.what = bilingual(spec.zh, spec.en);
        if (item.kind == Kind::deadline)
            item.what = rule.field == "back" ? say("due.not_back") : say("due.hand_in", item.what);
        item.due = judged.date;
        item.at = rule.by;
        items.push_back(std::move(item));
    }
}

/// D3.7: the day's diaries, until somebody other than the author has reviewed them.
void add_reviews(const DueDay& day, std::vector<DueItem>& items) {
    const Period period{day.date - Days{remembered_days}, day.date, Period::Unit::range};
    for (const auto* diary : rules::unreviewed_diaries(day.context(), period)) {
        const auto who = rules::reviewer(day.context(), day.absences, diary->person("who"), day.date);
        if (!who) continue;  // nobody stands above the author
        const auto& author = day.team[diary->person("who")];
        auto item = item_of(Kind::review, author.id, author.name, diary->origin);
        item.who = {who};
        item.what = say("due.diary_of", author.name, diary->date);
        item.due = diary->date;
        items.push_back(std::move(item));
    }
}

}  // namespace

std::vector<DueItem> due_work(const DueDay& day) {
    std::vector<DueItem> items;
    add_attendance(day, items);
    add_actions(day, items);
    add_deadlines(day, items);
    add_reviews(day, items);
    add_checklists(day, items);
    add_onboarding(day, items);
    add_trainings(day, items);
    add_documents(day, items);
    return items;
}

}  // namespace teamctl::waiting
