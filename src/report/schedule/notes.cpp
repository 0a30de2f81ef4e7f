#include "report/schedule/notes.hpp"

#include "report/naming.hpp"
#include "rota/review.hpp"

namespace teamctl::report {
namespace {

using rota::Plan;
using team::Team;

/// How many meetings lack the topic that their agenda is to show.
void add_missing_topics(const Team& team, const Plan& plan, Report& report) {
    const auto [count, first] = rota::missing_topics(team, plan);
    if (first != nullptr)
        report.add(
            Paragraph{say("schedule.no_topic", count, first->date, team[first->series].name), Tone::muted});
}

void add_split_blocks(const Team& team, const Plan& plan, const Period& period, Report& report) {
    for (const auto& block : rota::split_blocks(team, plan, period)) {
        const auto& series = team[block.line->series];
        report.add(Paragraph{say("schedule.split_week", block.line->date, series.name,
                                 role_title(series.roles[static_cast<std::size_t>(block.role)].name),
                                 names_of(team, block.who), block.other->date, names_of(team, block.others)),
                             Tone::warn});
    }
}

void add_part_timers(const Team& team, const Plan& plan, Report& report) {
    for (const auto& [role, who] : rota::never_whole(plan)) {
        const auto& [series, index] = plan.question.roles[static_cast<std::size_t>(role)];
        report.add(Notice{say("schedule.never_whole", name_of(team, who), team[series].name,
                              role_title(team[series].roles[static_cast<std::size_t>(index)].name)),
                          Tone::warn});
    }
}

}  // namespace

void add_stale_lines(const store::Loaded& loaded, const Plan& plan, Report& report) {
    constexpr std::size_t most = 6;
    const auto& stale = plan.question.stale;
    if (stale.empty()) return;
    std::vector<Phrase> lines;
    for (const auto& line : stale) {
        if (lines.size() == most) break;
        lines.push_back(say("schedule.stale_line", line.date, loaded.team[line.series].name,
                            to_string(loaded.place(line.at))));
    }
    if (stale.size() > most) lines.push_back(say("schedule.stale_more", stale.size() - most));
    report.add(Notice{say("schedule.stale", stale.size(), listed(std::move(lines))), Tone::warn});
}

Phrase plan_title(const Team& team, const Plan& plan, const ScheduleView& view, Phrase title) {
    return view.written || rota::is_published(team, plan) ? title : say("schedule.draft", std::move(title));
}

void add_plan_notes(const Team& team, const Plan& plan, const Period& period, Report& report) {
    if (rota::has_pin(plan)) report.add(Paragraph{say("schedule.pin_legend"), Tone::muted});
    add_missing_topics(team, plan, report);
    add_split_blocks(team, plan, period, report);
    add_part_timers(team, plan, report);
}

}  // namespace teamctl::report
