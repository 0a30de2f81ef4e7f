// What comes after a summary's period: what runs out, the plan (D3.3, D12.4, D10.2, D10.3, D17.1).
#include <algorithm>
#include <map>

#include "calendar/occurrences.hpp"
#include "report/summary/page.hpp"
#include "report/trainings.hpp"
#include "rules/attendance.hpp"
#include "rules/scope/open.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;

constexpr int days_in_full = 8;            // so many days of a plan are told meeting by meeting
constexpr std::size_t rare_checklist = 5;  // a checklist that falls so seldom is a report to hand in

const team::PlanLine* plan_of(const team::Team& team, const calendar::Occurrence& occurrence) {
    const auto found = std::find_if(team.plan.begin(), team.plan.end(), [&](const auto& line) {
        return line.series == occurrence.series && line.date == occurrence.date;
    });
    return found != team.plan.end() ? &*found : nullptr;
}

std::vector<calendar::Occurrence> coming(const SummaryPage& page, const Period& next) {
    auto list = calendar::occurrences(page.team(), page.days, next);
    const auto off = rules::cancellations(page.team(), page.books.end());
    std::erase_if(list, [&](const auto& o) { return off.contains({o.series, o.date}); });
    if (page.subject.is_team()) return list;
    std::erase_if(list, [&](const auto& occurrence) {
        const auto* line = plan_of(page.team(), occurrence);
        if (line == nullptr) return true;
        return std::none_of(line->roles.begin(), line->roles.end(),
                            [&](const auto& role) { return page.shows_any(role.who); });
    });
    return list;
}

/// `主持 王丽；主讲 张伟`, or that nobody is planned.
Cell roles_cell(const team::Team& team, const calendar::Occurrence& occurrence) {
    const auto& roles = team[occurrence.series].roles;
    if (roles.empty()) return {};
    const auto* line = plan_of(team, occurrence);
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
        const auto* line = plan_of(team, occurrence);
        table.rows.push_back({Cell{occurrence.date}, occurrence.start ? Cell{*occurrence.start} : Cell{},
                              Cell{verbatim(team[occurrence.series].name), team[occurrence.series].id},
                              roles_cell(team, occurrence), line != nullptr ? Cell{line->topic} : Cell{}});
    }
    page.report.add(std::move(table));
}

/// A long plan: a line a meeting, with how often each person has its first role.
void add_series(SummaryPage& page, const std::vector<calendar::Occurrence>& list) {
    const auto& team = page.team();
    struct Count {
        std::int64_t times = 0;
        std::int64_t planned = 0;
        std::map<PersonId, std::int64_t> turns;
    };
    std::map<team::SeriesId, Count> counts;
    for (const auto& occurrence : list) {
        auto& count = counts[occurrence.series];
        ++count.times;
        const auto* line = plan_of(team, occurrence);
        count.planned += line != nullptr ? 1 : 0;
        if (line == nullptr || line->roles.empty()) continue;
        for (const auto person : line->roles.front().who) {
            if (person) ++count.turns[person];
        }
    }
    List lines;
    for (const auto& [series, count] : counts) {
        std::vector<Phrase> turns;
        for (const auto& [person, times] : count.turns)
            turns.push_back(say("summary.format_times", team[person].name, times));
        const auto& roles = team[series].roles;
        if (roles.empty())
            lines.items.push_back({say("summary.next_series", team[series].name, count.times), {}, {}, {}});
        else if (turns.empty())
            lines.items.push_back(
                {say("summary.next_unplanned", team[series].name, count.times), Tone::warn, {}, {}});
        else
            lines.items.push_back(
                {say(count.planned < count.times ? "summary.next_partly" : "summary.next_planned",
                     team[series].name, count.times, role_title(roles.front().name), listed(std::move(turns)),
                     count.planned),
                 {},
                 {},
                 {}});
    }
    page.report.add(std::move(lines));
}

/// The training plan of the next period, as far as this summary's people are meant (D17.4).
void add_trainings(const SummaryPage& page, const Period& next, List& list) {
    for (const auto& state : rules::trainings(page.at_end(), next)) {
        if (state.is_held() || state.due() < next.from || !page.shows_any(state.expected)) continue;
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
    for (const auto& metric : page.figures.catalogue()) {
        const auto share = rules::target_of(page.team(), metric.name, next, page.subject);
        if (!share) continue;
        if (metric.unit == rules::Unit::money)
            list.items.push_back(
                {say("summary.next_target", metric.title, grouped(Money{share->amount})), {}, {}, {}});
        else
            list.items.push_back(
                {say("summary.next_target", metric.title, decimals({share->amount, 100}, 2)), {}, {}, {}});
    }
    for (const auto* action : rules::open_actions(page)) {
        const auto* due = action->opened->get<Date>("due");
        if (due == nullptr || !next.contains(*due)) continue;
        list.items.push_back({say("summary.next_action", *due, action->opened->text("text"),
                                  name_of(page.team(), action->opened->person("who"))),
                              {},
                              {},
                              {}});
    }
    add_trainings(page, next, list);
    if (!page.subject.is_team()) return list;
    for (const auto& checklist : page.team().checklists) {
        if (!checklist.when) continue;
        const auto windows = calendar::windows(*checklist.when, page.days, next);
        std::vector<Phrase> dates;
        for (const auto& window : windows) {
            if (next.contains(window.due)) dates.push_back(say("summary.missed_on", window.due));
        }
        const bool rare =
            dates.size() <= rare_checklist && (next.days() > days_in_full || checklist.when->window);
        if (!dates.empty() && rare)
            list.items.push_back(
                {say("summary.next_report", checklist.name, listed(std::move(dates))), {}, {}, {}});
    }
    return list;
}

}  // namespace

void summary_soon(SummaryPage& page) {
    const auto& team = page.team();
    const Period soon{page.books.end().date, rules::period_after(page).to, Period::Unit::range};
    Table table{"running_out", {}, {}, {}, {}};
    table.columns = {{"date", say("summary.until_day"), ColumnType::date},
                     {"kind", say("summary.kind"), ColumnType::text},
                     {"what", say("summary.what"), ColumnType::text}};
    for (const auto person : page.people) {
        for (const auto& credential : team[person].credentials) {
            if (credential.expires && soon.contains(*credential.expires))
                table.rows.push_back(
                    {Cell{*credential.expires}, Cell{say("summary.credential"), "credential"},
                     Cell{say("summary.credential_of", team[person].name, credential.type)}});
        }
    }
    for (const auto& asset : team.assets) {
        if (!page.subject.is_team() && !(asset.owner && page.shows(asset.owner))) continue;
        if (asset.warranty && soon.contains(*asset.warranty))
            table.rows.push_back(
                {Cell{*asset.warranty}, Cell{say("summary.warranty"), "warranty"}, Cell{asset_name(asset)}});
        if (asset.min_stock && asset.quantity < *asset.min_stock)
            table.rows.push_back(
                {Cell{}, Cell{say("summary.stock"), "stock", Tone::warn},
                 Cell{say("summary.stock_of", asset_name(asset), asset.quantity, *asset.min_stock)}});
        if (!asset.inspect_every_months || !asset.inspected) continue;
        const auto due = add_months(*asset.inspected, *asset.inspect_every_months);
        if (due <= soon.to)
            table.rows.push_back({Cell{due, due < soon.from ? Tone::bad : Tone::plain},
                                  Cell{say("summary.inspection"), "inspection"}, Cell{asset_name(asset)}});
    }
    if (table.rows.empty()) return;
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
        const auto* x = std::get_if<Date>(&a[0].value);
        const auto* y = std::get_if<Date>(&b[0].value);
        return x != nullptr && (y == nullptr || *x < *y);
    });
    page.section(say("summary.soon"));
    page.report.add(std::move(table));
}

void summary_next(SummaryPage& page) {
    const auto next = rules::period_after(page);
    const auto list = coming(page, next);
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
