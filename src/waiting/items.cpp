#include "waiting/items.hpp"

#include <algorithm>
#include <iterator>

#include "rules/meetings/sittings.hpp"
#include "rules/people/onboarding.hpp"
#include "rules/people/trainings.hpp"
#include "rules/work/customers.hpp"
#include "rules/work/matters.hpp"

namespace teamctl::waiting {
namespace {

using Kind = DueItem::Kind;

DueItem document_item(const team::Series& series, const team::MeetingDocument& document, Date meeting,
                      Date send) {
    const Phrase name = document.asks.empty() ? verbatim(document.name)
                                              : say("agenda.due.document_asks", document.name, document.asks);
    auto item = item_of(Kind::document, series.id, document.name, document.origin);
    if (document.by) item.who = {document.by};
    item.what = say("agenda.due.of_meeting", name, meeting, series.name);
    item.due = send;
    item.meeting_on = meeting;
    return item;
}

/// Whether the document was sent for the meeting of that day: since the one before it.
bool is_sent(const team::Team& team, const calendar::WorkingDays& days, const calendar::Occurrence& when,
             const team::MeetingDocument& document) {
    const auto before = rules::previous_occurrence(team, days, when.series, when.date);
    return std::any_of(team.records.begin(), team.records.end(), [&](const auto& record) {
        return rules::is_about(record, "document_sent", when.series) &&
               record.text("document") == document.name && record.date <= when.date &&
               (!before || before->date < record.date);
    });
}

}  // namespace

DueItem item_of(Kind kind, std::string_view id, std::string_view name, team::Origin origin) {
    DueItem item;
    item.kind = kind;
    item.id = id;
    item.name = name;
    item.what = verbatim(item.name);
    item.origin = origin;
    return item;
}

std::vector<DueItem> all_actions(const rules::Entities& entities) {
    std::vector<DueItem> items;
    for (const auto* action : rules::open_actions(entities)) {
        const auto& opened = *action->opened;
        auto item = item_of(Kind::action, opened.text("id"), opened.text("text"), opened.origin);
        item.who = {action->holder};
        if (const auto* due = opened.get<Date>("due")) item.due = *due;
        item.urgent = rules::flag(opened, "urgent");
        item.important = rules::flag(opened, "important");
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<DueItem> due_actions(const rules::Entities& entities, const Period& period) {
    auto items = all_actions(entities);
    std::erase_if(items, [&](const auto& item) { return !item.due || !period.contains(*item.due); });
    return items;
}

std::vector<DueItem> due_follow_ups(const team::Rules& rules, const rules::Entities& entities, Date until) {
    std::vector<DueItem> items;
    for (const auto& follow_up : rules::follow_ups(rules, entities)) {
        if (follow_up.due > until) continue;
        const auto& customer = *follow_up.customer;
        const auto& opened = *customer.opened;
        auto item = item_of(Kind::follow_up, opened.text("id"), opened.text("name"), opened.origin);
        item.who = {customer.owner};
        item.due = follow_up.due;
        items.push_back(std::move(item));
    }
    return items;
}

DueItem checklist_item(const team::Team& team, const rules::CheckRun& run) {
    const auto& list = team[run.list];
    auto item = item_of(run.meeting ? Kind::preparation : Kind::checklist, list.id, list.name, list.origin);
    // Who of many may do it is not said: the list says so by itself.
    item.who = run.who.size() <= 3 ? run.who : std::vector<team::PersonId>{};
    if (run.asset) item.what = say("agenda.due.of_asset", list.name, team[run.asset].name);
    item.of_asset = run.asset && run.records.empty();
    if (run.meeting) {
        item.what = say("agenda.due.of_meeting", list.name, run.meeting_date, team[run.meeting].name);
        item.meeting_on = run.meeting_date;
    }
    if (run.check == nullptr && !run.records.empty())
        item.what = say("due.begun_of", item.what.empty() ? verbatim(list.name) : item.what, run.dealt_with,
                        list.items.size());
    item.due = run.due;
    item.at = list.due;
    item.done = run.check != nullptr;
    return item;
}

std::vector<DueItem> folded(std::vector<DueItem> items) {
    constexpr std::ptrdiff_t told_each = 3;
    std::vector<DueItem> kept;
    for (auto& item : items) {
        const auto same = [&](const DueItem& other) {
            return other.of_asset && other.kind == item.kind && other.id == item.id &&
                   other.due == item.due && other.who == item.who && other.done == item.done;
        };
        const auto many = item.of_asset ? std::count_if(items.begin(), items.end(), same) : 0;
        if (many <= told_each) {
            kept.push_back(item);
        } else if (std::none_of(kept.begin(), kept.end(), same)) {
            item.what = say("due.of_assets", item.name, many);
            kept.push_back(item);
        }
    }
    return kept;
}

std::vector<DueItem> due_checklists(const rules::Context& context, const Period& period) {
    std::vector<DueItem> items;
    for (const auto& run : rules::check_runs(context.team, context.days, period, context.now)) {
        if (period.contains(run.due)) items.push_back(checklist_item(context.team, run));
    }
    return folded(std::move(items));
}

std::vector<DueItem> due_onboarding(const rules::Context& context, Date ticked_on, Date until) {
    std::vector<DueItem> items;
    for (const auto& onboarding : rules::onboardings(context, {ticked_on, until, Period::Unit::range})) {
        for (const auto& step : onboarding.steps) {
            const bool ticked = step.done() && step.record->date == ticked_on;
            if (!ticked && (!onboarding.waits(step) || step.due > until)) continue;
            const auto kind = onboarding.leaves ? Kind::leaving : Kind::onboarding;
            auto item = item_of(kind, context.team[onboarding.list].id, step.item->text, step.item->origin);
            item.who = step.who;
            item.what = say(onboarding.leaves ? "due.step_of_leaver" : "due.step_of",
                            context.team[onboarding.newcomer].name, step.item->text);
            item.due = step.due;
            item.done = ticked;
            items.push_back(std::move(item));
        }
    }
    return items;
}

std::vector<DueItem> due_trainings(const rules::Context& context, Date held_on, Date until) {
    std::vector<DueItem> items;
    for (const auto& state : rules::trainings(context, {held_on, until, Period::Unit::range})) {
        const auto& plan = *state.plan;
        const bool held = state.is_held() && state.held.front()->date == held_on;
        if ((state.is_held() && !held) || until < state.due()) continue;
        auto item = item_of(Kind::training, plan.id.empty() ? plan.topic : plan.id, plan.topic, plan.origin);
        if (plan.by) item.who = {plan.by};
        if (plan.minutes > 0) item.what = say("training.with_minutes", plan.topic, plan.minutes);
        item.due = state.due();
        item.at = plan.start;
        item.fixed = plan.on.from == plan.on.to;
        item.done = held;
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<DueItem> due_documents(const team::Team& team, const calendar::WorkingDays& days, Date date) {
    std::vector<DueItem> items;
    for (std::size_t i = 0; i < team.series.size(); ++i) {
        const auto& series = team.series[i];
        if (series.documents.empty()) continue;
        int reach = 0;
        for (const auto& document : series.documents) reach = std::max(reach, document.days_before);
        // A day that is not worked moves the sending forward to the working day before it.
        const Period period{date, std::max(days.next(date), date) + Days{reach}, Period::Unit::range};
        for (const auto& when : calendar::occurrences(team, days, {static_cast<std::int32_t>(i)}, period)) {
            for (const auto& document : series.documents) {
                Date send = when.date - Days{document.days_before};
                if (!days.is_workday(send)) send = days.previous(send);
                // Nobody could send it before the team began.
                send = std::max(send, rules::blamed_from(team, series.when.from, send));
                if (send != date || when.date < send) continue;
                items.push_back(document_item(series, document, when.date, send));
                items.back().done = is_sent(team, days, when, document);
            }
        }
    }
    return items;
}

DueItem attendance_item(const team::Team& team, const calendar::Occurrence& when) {
    const auto& series = team[when.series];
    auto item = item_of(Kind::attendance, series.id, series.name, series.origin);
    item.due = when.date;
    return item;
}

bool is_one_thing(DueItem::Kind kind) {
    switch (kind) {
        case Kind::follow_up:
        case Kind::action:
        case Kind::ticket_answer:
        case Kind::ticket_resolve:
        case Kind::call_back:
        case Kind::receivable:
        case Kind::renewal:
        case Kind::credential:
        case Kind::credential_missing:
        case Kind::warranty:
        case Kind::inspection:
        case Kind::stock:
        case Kind::handover:
        case Kind::suggestion:
        case Kind::problem:
        case Kind::proposal:
        case Kind::plan:
            return true;
        default:
            return false;
    }
}

void append(std::vector<DueItem>& all, std::vector<DueItem> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::string_view kind_name(Kind kind) {
    static constexpr std::string_view names[]{"follow_up",  "action",        "checklist",
                                              "reading",    "preparation",   "onboarding",
                                              "leaving",    "training",      "document",
                                              "attendance", "diary",         "deadline",
                                              "review",     "ticket_answer", "ticket_resolve",
                                              "escalation", "call_back",     "receivable",
                                              "renewal",    "credential",    "credential_missing",
                                              "warranty",   "inspection",    "stock",
                                              "plan",       "award",         "outing",
                                              "handover",   "suggestion",    "problem",
                                              "talk",       "proposal"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace teamctl::waiting
