// The rota seen two other ways: as a poster, and as one person's own turns.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "report/events.hpp"
#include "report/naming.hpp"
#include "report/schedule.hpp"
#include "report/schedule/json.hpp"
#include "report/schedule/notes.hpp"

namespace teamctl::report {

using rota::Plan;
using team::PersonId;
using team::Team;

/// A turn is prepared the day before (D1.2): a phone tells of it a day ahead, and before it begins.
static const std::vector<int> alarms{24 * 60, 30};
static const std::vector<int> whole_day_alarms{15 * 60};  // at nine on the day before

/// What a day's cell says of one meeting or duty: one role alone is named by its series, several stand under
/// it.
static void add_poster_entry(const Team& team, const team::PlanLine& line, MonthGrid::Day& day) {
    const auto& series = team[line.series];
    const bool alone = line.roles.size() == 1;
    Phrase entry = alone ? Phrase{} : verbatim(series.name);
    const auto add = [&entry](Phrase next) {
        entry =
            entry.empty() ? std::move(next) : say("schedule.poster_more", std::move(entry), std::move(next));
    };
    for (const auto& planned : line.roles) {
        std::vector<Phrase> names;
        for (const auto who : planned.who) names.push_back(who ? name_of(team, who) : say("schedule.nobody"));
        const auto& role = series.roles[static_cast<std::size_t>(planned.role)].name;
        add(say("schedule.poster_line", alone ? verbatim(series.name) : role_title(role),
                listed(std::move(names))));
    }
    if (!line.topic.empty()) add(say("schedule.poster_topic", line.topic));
    day.lines.push_back(std::move(entry));
    day.about.resize(day.lines.size());
    if (alone) day.about.back() = verbatim(series.name);
}

/// When each meeting and duty of the month is held: once, for all its days.
static Phrase poster_times(const Team& team, const Plan& plan) {
    std::map<int, std::vector<Phrase>> times;
    std::set<std::tuple<int, std::optional<TimeOfDay>, std::optional<TimeOfDay>>> told;
    for (const auto& info : plan.question.slots) {
        const auto& held = info.occurrence;
        if (held.start && told.emplace(info.series.index, held.start, held.end).second)
            times[info.series.index].push_back(time_span(held.start, held.end));
    }
    std::vector<Phrase> entries;
    for (auto& [series, spans] : times)
        entries.push_back(
            say("schedule.poster_time", team[team::SeriesId{series}].name, listed(std::move(spans))));
    return entries.empty() ? Phrase{} : say("schedule.poster_times", clauses(std::move(entries)));
}

Report poster_report(const store::Loaded& loaded, const calendar::WorkingDays& days, const Plan& plan,
                     const Period& period, const ScheduleView& view) {
    const Team& team = loaded.team;
    Report report;
    report.name = "schedule";
    report.title = plan_title(team, plan, view, say("schedule.poster", team.settings.team, period));
    report.web_address = team.settings.site_url;
    report.add(Heading{1, report.title});
    if (auto times = poster_times(team, plan); !times.empty())
        report.add(Paragraph{std::move(times), Tone::muted});
    report.data = schedule_json(loaded, plan, period);
    std::map<Month, MonthGrid> grids;
    for (Date date = period.from; date <= period.to; date += Days{1}) {
        auto& grid = grids[month_of(date)];
        grid.month = month_of(date);
        grid.days.push_back({date, days.is_workday(date) ? Tone::plain : Tone::muted, {}});
        if (const auto* holiday = days.holiday(date))
            grid.days.back().lines.push_back(verbatim(holiday->name));
    }
    for (const auto& line : plan.lines) {
        auto& cells = grids[month_of(line.date)].days;
        const auto cell =
            std::find_if(cells.begin(), cells.end(), [&](const auto& day) { return day.date == line.date; });
        if (cell == cells.end()) continue;
        add_poster_entry(team, line, *cell);
    }
    for (auto& [month, grid] : grids) report.add(std::move(grid));
    return report;
}

/// How often a place was taken and given away by the person, from the first time on: even where it is held.
static int handovers(const Team& team, const std::vector<std::vector<team::PlanLine>>& versions,
                     const rota::SlotInfo& info, PersonId who, bool held_now) {
    int changes = 0;
    bool held = false;
    bool ever = false;
    const auto see = [&](bool now) {
        if (ever && now != held) ++changes;
        ever = ever || now;
        held = now;
    };
    const auto has = [&](const std::vector<team::PlanLine>& plan) {
        for (const auto& line : plan) {
            if (line.date != info.occurrence.date || line.series != info.series) continue;
            for (const auto& planned : line.roles)
                if (planned.role == info.role && std::ranges::find(planned.who, who) != planned.who.end())
                    return true;
        }
        return false;
    };
    for (const auto& version : versions)
        if (!version.empty() && month_of(version.front().date) == month_of(info.occurrence.date))
            see(has(version));
    see(has(team.plan));
    see(held_now);
    return changes;
}

Report turns_report(const store::Loaded& loaded, const Plan& plan, const Period& period, PersonId who,
                    Date today, const TurnsView& view) {
    const Team& team = loaded.team;
    Report report;
    report.name = "turns";
    report.made = today;
    report.title = say("schedule.turns_of", name_of(team, who), period);
    report.calendar = say("schedule.turns_calendar", name_of(team, who));
    report.add(Heading{1, report.title});
    Table table{"turns",
                {},
                {{"date", say("schedule.date"), ColumnType::date},
                 {"time", say("schedule.time"), ColumnType::text},
                 {"series", say("schedule.series"), ColumnType::text},
                 {"role", say("schedule.role"), ColumnType::text}},
                {},
                {}};
    const Events events{team, plan.lines};
    std::set<std::string> told;
    const auto add_event = [&](const rota::SlotInfo& info, bool held) {
        const auto& series = team[info.series];
        const auto& role = series.roles[static_cast<std::size_t>(info.role)].name;
        Event event = events.of(info.occurrence);
        event.uid = team[who].id + "-" + role + "-" + event.uid;
        event.sequence = handovers(team, view.before, info, who, held);
        if ((!held && event.sequence == 0) || !told.insert(event.uid).second) return;
        event.summary = say("schedule.role_of", series.name, role_title(role));
        if (!held) {
            event.cancelled = true;
            event.description = say("schedule.given_away");
        }
        event.alarms = view.alarms ? *view.alarms : event.start ? alarms : whole_day_alarms;
        report.events.push_back(std::move(event));
    };
    for (std::size_t i = 0; i < plan.question.slots.size(); ++i) {
        if (plan.result.who[i] != who.index) continue;
        const auto& info = plan.question.slots[i];
        const auto& series = team[info.series];
        const auto& role = series.roles[static_cast<std::size_t>(info.role)].name;
        table.rows.push_back({Cell{info.occurrence.date},
                              Cell{time_span(info.occurrence.start, info.occurrence.end)},
                              Cell{verbatim(series.name), series.id}, Cell{role_title(role), role}});
        add_event(info, true);
    }
    for (const auto& info : plan.question.slots) add_event(info, false);  // what was theirs once
    report.add(std::move(table));
    return report;
}

}  // namespace teamctl::report
