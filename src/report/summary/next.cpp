// What comes after a summary's period: what runs out, the plan (D3.3, D12.4, D10.2, D10.3, D17.1).
#include "report/summary/page.hpp"
#include "report/trainings.hpp"
#include "rules/meetings/sittings.hpp"
#include "rules/scope/ahead.hpp"
#include "rules/scope/open.hpp"

namespace teamctl::report {
namespace {

constexpr int days_in_full = 8;            // so many days of a plan are told meeting by meeting
constexpr std::size_t rare_checklist = 5;  // a checklist that falls so seldom is a report to hand in

/// `主持 王丽；主讲 张伟`, or that nobody is planned.
Cell roles_cell(const team::Team& team, const calendar::Occurrence& occurrence) {
    const auto& roles = team[occurrence.series].roles;
    if (roles.empty()) return {};
    const auto* line = rules::plan_line(team, occurrence);
    std::vector<Phrase> parts;
    if (line != nullptr) {
        for (const auto& planned : line->roles)
            parts.push_back(say("summary.role_of",
                                role_title(roles[static_cast<std::size_t>(planned.role)].name),
                                names_of(team, planned.who)));
    }
    if (parts.empty()) return {say("summary.not_planned"), "", Tone::warn};
    return Cell{clauses(std::move(parts))};
}

/// A short plan: every meeting and duty with its people.
void add_days(SummaryPage& page, const std::vector<calendar::Occurrence>& list) {
    const auto& team = page.team();
    Table table{"next", {}, {}, {}, {}};
    table.columns = {{"date", say("summary.date"), ColumnType::date},
                     {"time", say("summary.time"), ColumnType::time},
                     {"series", say("summary.occasion"), ColumnType::text},
                     {"roles", say("summary.roles"), ColumnType::text},
                     {"topic", say("summary.topic"), ColumnType::text}};
    for (const auto& occurrence : list) {
        const auto* line = rules::plan_line(team, occurrence);
        table.rows.push_back({Cell{occurrence.date}, occurrence.start ? Cell{*occurrence.start} : Cell{},
                              Cell{verbatim(team[occurrence.series].name), team[occurrence.series].id},
                              roles_cell(team, occurrence), line != nullptr ? Cell{line->topic} : Cell{}});
    }
    page.report.add(std::move(table));
}

/// A long plan: a line a meeting, with how often each person has its first role.
void add_series(SummaryPage& page, const std::vector<calendar::Occurrence>& list) {
    const auto& team = page.team();
    List lines;
    for (const auto& count : rules::plan_by_series(team, list)) {
        const auto& series = team[count.series];
        std::vector<Phrase> turns;
        for (const auto& [person, times] : count.turns)
            turns.push_back(say("summary.format_times", team[person].name, times));
        const auto& roles = series.roles;
        if (roles.empty())
            lines.items.push_back({say("summary.next_series", series.name, count.times), {}, {}, {}});
        else if (turns.empty())
            lines.items.push_back(
                {say("summary.next_unplanned", series.name, count.times), Tone::warn, {}, {}});
        else
            lines.items.push_back(
                {say(count.planned < count.times ? "summary.next_partly" : "summary.next_planned",
                     series.name, count.times, role_title(roles.front().name), listed(std::move(turns)),
                     count.planned),
                 {},
                 {},
                 {}});
    }
    page.report.add(std::move(lines));
}

/// The training plan of the next period, as far as this summary's people are meant (D17.4).
void add_trainings(const SummaryPage& page, const Period& next, List& list) {
    for (const auto& state : rules::trainings_ahead(page, next)) {
        const auto& plan = *state.plan;
        list.items.push_back(
            {plan.by ? say("training.next_by", plan.topic, training_day(plan), name_of(page.team(), plan.by))
                     : say("training.next", plan.topic, training_day(plan)),
             {},
             {},
             {}});
    }
}

/// Targets, actions and reports of the next period.
List next_matters(const SummaryPage& page, const Period& next) {
    List list;
    for (const auto& [metric, share] : rules::targets_in(page, next)) {
        if (metric->unit == rules::Measure::money)
            list.items.push_back(
                {say("summary.next_target", metric->title, grouped(Money{share.amount})), {}, {}, {}});
        else
            list.items.push_back(
                {say("summary.next_target", metric->title, number_text({share.amount * 100})), {}, {}, {}});
    }
    for (const auto* action : rules::actions_due(page, next)) {
        list.items.push_back(
            {say("summary.next_action", *rules::due_of(*action), action->opened->text("text"),
                 name_of(page.team(), action->opened->person("who"))),
             {},
             {},
             {}});
    }
    add_trainings(page, next, list);
    if (!page.subject.is_team()) return list;
    for (const auto& [checklist, days] : rules::checklists_ahead(page, next)) {
        std::vector<Phrase> dates;
        for (const auto day : days) dates.push_back(say("summary.missed_on", day));
        const bool rare =
            days.size() <= rare_checklist && (next.days() > days_in_full || checklist->when->window);
        if (rare)
            list.items.push_back(
                {say("summary.next_report", checklist->name, listed(std::move(dates))), {}, {}, {}});
    }
    return list;
}

}  // namespace

namespace {

std::vector<Cell> running_row(const SummaryPage& page, const rules::RunsOut& one) {
    using Kind = rules::RunsOut::Kind;
    Cell date = one.date ? Cell{*one.date} : Cell{};
    switch (one.kind) {
        case Kind::credential:
            return {std::move(date), Cell{say("summary.credential"), "credential"},
                    Cell{say("summary.credential_of", page.team()[one.who].name, one.credential->type)}};
        case Kind::warranty:
            return {std::move(date), Cell{say("summary.warranty"), "warranty"}, Cell{asset_name(*one.asset)}};
        case Kind::stock:
            return {std::move(date), Cell{say("summary.stock"), "stock", Tone::warn},
                    Cell{say("summary.stock_of", asset_name(*one.asset), one.asset->quantity,
                             *one.asset->min_stock)}};
        case Kind::inspection:
            break;
    }
    date.tone = *one.date < page.end().date ? Tone::bad : Tone::plain;
    return {std::move(date), Cell{say("summary.inspection"), "inspection"}, Cell{asset_name(*one.asset)}};
}

}  // namespace

void summary_soon(SummaryPage& page) {
    const auto list = rules::running_out(page, rules::period_after(page).to);
    if (list.empty()) return;
    Table table{"running_out", {}, {}, {}, {}};
    table.columns = {{"date", say("summary.until_day"), ColumnType::date},
                     {"kind", say("summary.kind"), ColumnType::text},
                     {"what", say("summary.what"), ColumnType::text}};
    for (const auto& one : list) table.rows.push_back(running_row(page, one));
    page.section(say("summary.soon"));
    page.report.add(std::move(table));
}

void summary_next(SummaryPage& page) {
    const auto next = rules::period_after(page);
    const auto list = rules::coming(page, next);
    auto matters = next_matters(page, next);
    if (list.empty() && matters.items.empty()) return;
    page.section(say("summary.next", next));
    if (!matters.items.empty()) page.report.add(std::move(matters));
    if (list.empty()) return;
    if (next.days() <= days_in_full)
        add_days(page, list);
    else
        add_series(page, list);
}

}  // namespace teamctl::report
