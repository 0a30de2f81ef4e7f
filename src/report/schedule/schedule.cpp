#include "report/schedule.hpp"

#include <algorithm>

#include "report/calendar.hpp"
#include "report/naming.hpp"
#include "report/schedule/grid.hpp"
#include "report/schedule/json.hpp"
#include "report/schedule/notes.hpp"
#include "report/schedule/posts.hpp"
#include "report/schedule/proof.hpp"
#include "report/schedule/turns.hpp"
#include "rota/limits/rules.hpp"
#include "rota/review.hpp"
#include "rules/look_back.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using rota::Plan;
using rota::RuleKind;
using team::PersonId;
using team::Series;
using team::SeriesId;
using team::Team;

Phrase person_name(const Team& team, int index) {
    return name_of(team, PersonId{index});
}

Phrase slot_name(const Team& team, const rota::SlotInfo& info) {
    const Series& series = team[info.series];
    return say("schedule.slot", info.occurrence.date, series.name,
               role_title(series.roles[static_cast<std::size_t>(info.role)].name));
}

/// One table a series: a row an occurrence. A page that has all posts in one table needs none where they say
/// no more than people.
void add_series_table(const Team& team, const Plan& plan, SeriesId id, bool for_page, Report& report) {
    const Series& series = team[id];
    Table table{series.id, verbatim(series.name), {{"date", say("schedule.date"), ColumnType::date}}, {}, {}};
    for (const auto& role : series.roles)
        table.columns.push_back({role.name, role_title(role.name), ColumnType::text});
    const bool formats = !series.formats.empty();
    const bool topics = std::any_of(plan.lines.begin(), plan.lines.end(), [&](const auto& line) {
        return line.series == id && !line.topic.empty();
    });
    if (for_page && !topics && !formats) return;
    if (topics) table.columns.push_back({"topic", say("schedule.topic"), ColumnType::text});
    if (formats) table.columns.push_back({"format", say("schedule.format"), ColumnType::text});
    for (const auto& line : plan.lines) {
        if (line.series != id) continue;
        std::vector<Cell> row{Cell{line.date}};
        for (const auto& planned : line.roles) row.push_back(holders_cell(team, planned));
        if (topics) row.emplace_back(line.topic);
        if (formats) row.emplace_back(line.format);
        table.rows.push_back(std::move(row));
    }
    if (!table.rows.empty()) report.add(std::move(table));
}

/// Why H1 keeps the person out.
Phrase absence_text(const Team& team, const Plan& plan, const rota::Reason& reason) {
    const auto& exclusion = plan.question.exclusions[static_cast<std::size_t>(reason.detail)];
    if (exclusion.kind == rota::Exclusion::Kind::not_employed) return say("schedule.not_employed");
    if (exclusion.kind == rota::Exclusion::Kind::works) return say("schedule.not_working");
    for (const auto& leave : team.leave) {
        if (leave.origin == exclusion.at) return leave_title(leave);
    }
    return say("schedule.on_leave");
}

}  // namespace

Phrase reason_text(const Team& team, const Plan& plan, const rota::Reason& reason) {
    if (!reason.rule) return say("schedule.time_ran_out");
    if (*reason.rule == RuleKind::available) return absence_text(team, plan, reason);
    const rota::RuleForm& rule = rota::form_of(*reason.rule);
    if (reason.partner) return say(rule.because, person_name(team, *reason.partner));
    if (rule.count.windows != nullptr) return say(rule.because, reason.detail);
    if (reason.past) {
        const auto& turn = plan.question.past[static_cast<std::size_t>(*reason.past)];
        return say(rule.because_past, turn.date);
    }
    const auto& other = plan.question.slots[static_cast<std::size_t>(reason.other.value_or(0))];
    return say(rule.because, slot_name(team, other));
}

namespace {

Phrase joint_text(const Plan& plan, const Team& team, const rota::Joint& joint) {
    const auto& [series, role] = plan.question.roles[static_cast<std::size_t>(joint.role)];
    const auto title = role_title(team[series].roles[static_cast<std::size_t>(role)].name);
    const Date first{Days{joint.first_day}};
    if (joint.first_day == joint.last_day)
        return say("schedule.joint_day", first, joint.slots, title, joint.people, joint.fill);
    return say("schedule.joint", first, Date{Days{joint.last_day}}, joint.slots, title, joint.people,
               joint.fill);
}

void add_uncovered(const store::Loaded& loaded, const Plan& plan, Report& report) {
    if (plan.result.uncovered.empty()) return;
    const Team& team = loaded.team;
    report.add(Heading{2, say("schedule.uncovered", plan.result.uncovered.size())});
    List list;
    for (const auto& uncovered : plan.result.uncovered) {
        const auto& info = plan.question.slots[static_cast<std::size_t>(uncovered.slot)];
        ListItem item{slot_name(team, info), Tone::bad, {}, {}};
        if (uncovered.joint)
            item.children.push_back({joint_text(plan, team, *uncovered.joint), Tone::plain, {}, {}});
        for (const auto& reason : uncovered.because) {
            const auto place = loaded.place(reason_origin(team, plan, reason, uncovered.slot));
            item.children.push_back({say("schedule.because", person_name(team, reason.person),
                                         reason_text(team, plan, reason), to_string(place)),
                                     Tone::plain,
                                     {},
                                     {}});
        }
        list.items.push_back(std::move(item));
    }
    report.add(std::move(list));
}

/// What the warning's turn breaks; of two people the other one by name.
Phrase rule_text(const Team& team, const rota::Warning& warning) {
    if (warning.rule == RuleKind::available) return say("schedule.breaks_available");
    const auto words = rota::form_of(warning.rule).breaks;
    return warning.partner ? say(words, person_name(team, *warning.partner)) : say(words);
}

/// The line of the published plan that holds a slot.
Phrase slot_place(const store::Loaded& loaded, const rota::SlotInfo& info) {
    for (const auto& line : loaded.team.plan) {
        if (line.date == info.occurrence.date && line.series == info.series)
            return verbatim(to_string(loaded.place(line.origin)));
    }
    return slot_name(loaded.team, info);
}

void add_warnings(const store::Loaded& loaded, const Plan& plan, Report& report) {
    for (const auto& warning : plan.result.warnings)
        report.add(Notice{warning_text(loaded, plan, warning), Tone::warn});
    if (!plan.result.warnings.empty()) report.add(Paragraph{say("schedule.undo_pin"), Tone::muted});
}

Phrase change_text(const Team& team, const rota::Change& change) {
    const Series& series = team[change.series];
    const Phrase role = role_title(series.roles[static_cast<std::size_t>(change.role)].name);
    if (!change.before)
        return say("schedule.filled_one", change.date, series.name, role, name_of(team, change.after));
    return say(change.steps_up ? "schedule.change_up" : "schedule.change", change.date, series.name, role,
               name_of(team, change.before),
               change.after ? name_of(team, change.after) : say("schedule.nobody"));
}

/// The changes as one sentence for the chat group; nothing where there are too many for that.
Phrase chat_text(const Team& team, const Plan& plan) {
    constexpr std::size_t most = 4;
    std::vector<Phrase> parts;
    for (const auto& change : plan.changes)
        if (change.before) parts.push_back(takes_over(team, change));
    return parts.empty() || parts.size() > most ? Phrase{} : listed(std::move(parts));
}

/// What differs from the published plan: turns lost, and empty places filled.
void add_changes(const Team& team, const Plan& plan, Report& report) {
    if (!plan.question.published) return;
    List lost, filled;
    for (const auto& change : plan.changes)
        (change.before ? lost : filled)
            .items.push_back({change_text(team, change), change.before ? Tone::warn : Tone::good, {}, {}});
    if (plan.changes.empty() && rota::is_published(team, plan))
        report.add(Paragraph{say("schedule.no_changes"), Tone::muted});
    if (!lost.items.empty()) {
        const int count = rota::lost_turns(plan);
        const int up = static_cast<int>(lost.items.size()) - count;
        report.add(
            Heading{2, up == 0 ? say("schedule.changes", count) : say("schedule.changes_up", count, up)});
        report.add(std::move(lost));
    }
    if (const auto words = chat_text(team, plan); !words.empty())
        report.add(Paragraph{say("schedule.for_the_group", words), Tone::plain});
    if (!filled.items.empty()) {
        report.add(Heading{2, say("schedule.filled", filled.items.size())});
        report.add(std::move(filled));
    }
}

/// The slots flat, for CSV.
Table slots_table(const Team& team, const Plan& plan) {
    Table table{"slots",
                {},
                {{"date", say("schedule.date"), ColumnType::date},
                 {"series", say("schedule.series"), ColumnType::text},
                 {"role", say("schedule.role"), ColumnType::text},
                 {"place", say("schedule.place"), ColumnType::number},
                 {"who", say("schedule.who"), ColumnType::person}},
                {},
                {}};
    for (std::size_t i = 0; i < plan.question.slots.size(); ++i) {
        const auto& info = plan.question.slots[i];
        const auto& who = plan.result.who[i];
        table.rows.push_back({Cell{info.occurrence.date}, Cell{team[info.series].id},
                              Cell{team[info.series].roles[static_cast<std::size_t>(info.role)].name},
                              Cell{info.place}, who ? person_cell(team, PersonId{*who}) : Cell{}});
    }
    return table;
}

}  // namespace

Phrase warning_text(const store::Loaded& loaded, const Plan& plan, const rota::Warning& warning,
                    std::string_view key) {
    const auto& info = plan.question.slots[static_cast<std::size_t>(warning.slot)];
    const auto who = plan.result.who[static_cast<std::size_t>(warning.slot)];
    std::vector<Phrase> places{slot_place(loaded, info)};
    if (warning.other) {
        const auto& other = plan.question.slots[static_cast<std::size_t>(*warning.other)];
        const bool same_line = other.series == info.series && other.occurrence.date == info.occurrence.date;
        if (!same_line) places.push_back(slot_place(loaded, other));
    }
    if (warning.past)
        places.push_back(verbatim(
            to_string(loaded.place(plan.question.past[static_cast<std::size_t>(*warning.past)].at))));
    for (const auto& excluded :
         plan.question.problem.slots[static_cast<std::size_t>(warning.slot)].excluded) {
        if (warning.rule == RuleKind::available && who && excluded.person == *who)
            places.push_back(verbatim(to_string(
                loaded.place(plan.question.exclusions[static_cast<std::size_t>(excluded.reason)].at))));
    }
    const auto& role = loaded.team[info.series].roles[static_cast<std::size_t>(info.role)];
    const bool stranger = warning.rule == RuleKind::available && who &&
                          !team::selects(loaded.team, role.who, PersonId{*who}, info.occurrence.date);
    if (stranger) places.push_back(verbatim(to_string(loaded.place(role.origin))));
    return say(key, slot_name(loaded.team, info), person_name(loaded.team, who.value_or(-1)),
               stranger ? say("schedule.breaks_selected") : rule_text(loaded.team, warning), listed(places));
}

Phrase takes_over(const Team& team, const rota::Change& change) {
    const Series& series = team[change.series];
    const Phrase role = role_title(series.roles[static_cast<std::size_t>(change.role)].name);
    if (!change.before)
        return say("schedule.takes", change.date, series.name, role, name_of(team, change.after));
    if (!change.after)
        return say("schedule.nobody_takes", change.date, series.name, role, name_of(team, change.before));
    return say("schedule.takes_over", change.date, series.name, role, name_of(team, change.after),
               name_of(team, change.before));
}

Report schedule_report(const store::Loaded& loaded, const calendar::WorkingDays& days, const Plan& plan,
                       const Period& period, const ScheduleView& view) {
    const Team& team = loaded.team;
    Report report;
    report.name = "schedule";
    report.title = plan_title(team, plan, view, say("schedule.title", team.settings.team, period));
    report.rows = slots_table(team, plan);
    report.add(Heading{1, report.title});
    if (!plan.question.slots.empty()) add_certificate(team, plan, view.exact, report);
    if (auto text = uncovered_text(days, period); text && !plan.lines.empty())
        report.add(Notice{std::move(*text)});
    for (auto& text : second_start_texts(team, days, period)) report.add(Notice{std::move(text)});
    add_warnings(loaded, plan, report);
    add_stale_lines(loaded, plan, report);
    add_uncovered(loaded, plan, report);
    if (!plan.question.slots.empty()) add_changes(team, plan, report);
    add_wishes(team, plan, report);
    if (plan.lines.empty()) report.add(Paragraph{say("schedule.nothing"), Tone::muted});
    if (view.for_page && !plan.lines.empty()) report.add(posts_table(team, days, plan, period));
    const std::size_t details = report.blocks.size();
    if (!plan.lines.empty())
        report.add(Heading{2, say(view.for_page ? "schedule.by_series" : "schedule.by_day")});
    for (std::size_t s = 0; s < team.series.size(); ++s)
        add_series_table(team, plan, SeriesId{static_cast<std::int32_t>(s)}, view.for_page, report);
    if (view.for_page && report.blocks.size() == details + 1) report.blocks.pop_back();
    add_plan_notes(team, plan, period, report);
    if (!view.brief) add_grid(team, plan, view.for_page, report);
    if (!view.brief && !plan.question.slots.empty()) add_fairness(team, plan, report);
    for (std::size_t i = details; view.for_page && i < report.blocks.size(); ++i)
        if (auto* heading = std::get_if<Heading>(&report.blocks[i])) heading->folded = heading->level == 2;
    report.data = schedule_json(loaded, plan, period);
    return report;
}

store::Need schedule_need(const team::Team& team, const Period& period, Date today) {
    const Period turns = rota::plans_needed(team, period);
    const Period plans{std::min(turns.from, rules::topics_from(team, period.from)), turns.to,
                       Period::Unit::range};
    auto need = rules::look_back(team, plans, period, today);
    need.records->to = period.to;
    need.leave = turns;
    return need;
}

}  // namespace teamctl::report
