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

void add_split_weeks(const Team& team, const Plan& plan, const Period& period, Report& report) {
    for (const auto& week : rota::split_weeks(team, plan, period)) {
        const auto& series = team[week.line->series];
        report.add(Paragraph{say("schedule.split_week", week.line->date, series.name,
                                 role_title(series.roles[static_cast<std::size_t>(week.role)].name),
                                 names_of(team, week.who), week.other->date, names_of(team, week.others)),
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
    add_split_weeks(team, plan, period, report);
}

}  // namespace teamctl::report
