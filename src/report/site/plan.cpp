// The published plan of a month as a table.
#include <algorithm>

#include "report/explain/parts.hpp"
#include "report/naming.hpp"
#include "report/site/parts.hpp"

namespace teamctl::report {
namespace {

/// The roles of the series in the order of its file, those of all lines together.
std::vector<std::string> role_names(const team::Series& series) {
    std::vector<std::string> names;
    for (const auto& role : series.roles) names.push_back(role.name);
    return names;
}

Cell holders_cell(const team::Team& team, const team::PlanLine& line, std::size_t role) {
    for (const auto& planned : line.roles) {
        if (planned.role != static_cast<int>(role)) continue;
        if (planned.who.size() == 1) return person_cell(team, planned.who.front());
        return Cell{names_of(team, planned.who)};
    }
    return {};
}

Table series_table(const team::Team& team, team::SeriesId id,
                   const std::vector<const team::PlanLine*>& lines) {
    const auto& series = team[id];
    Table table{"plan_" + series.id, {}, {{"date", say("explain.date"), ColumnType::date}}, {}, {}};
    const auto names = role_names(series);
    for (const auto& name : names) table.columns.push_back({name, role_title(name), ColumnType::person});
    const bool topics = std::ranges::any_of(lines, [](const auto* line) { return !line->topic.empty(); });
    if (topics) table.columns.push_back({"topic", say("summary.topic"), ColumnType::text});
    table.columns.push_back({"place", say("explain.place"), ColumnType::place});
    for (const auto* line : lines) {
        auto& row = table.rows.emplace_back(1, Cell{line->date});
        for (std::size_t role = 0; role < names.size(); ++role)
            row.push_back(holders_cell(team, *line, role));
        if (topics) row.push_back(text_cell(line->topic));
        row.push_back(place_cell(team, line->origin));
    }
    return table;
}

}  // namespace

Report plan_page(const rules::Context& context, const Period& month) {
    const auto& team = context.team;
    Report report;
    report.name = "site";
    report.year = year_of(month.from);
    report.made = context.now.date;
    report.title = say("site.plan_title", team.settings.team, month);
    report.add(Heading{1, report.title});
    std::map<std::int32_t, std::vector<const team::PlanLine*>> by_series;
    for (const auto& line : team.plan)
        if (month.contains(line.date)) by_series[line.series.index].push_back(&line);
    for (auto& [index, lines] : by_series) {
        std::ranges::stable_sort(lines, {}, [](const auto* line) { return line->date; });
        const team::SeriesId id{index};
        report.add(Heading{2, verbatim(team[id].name)});
        report.add(series_table(team, id, lines));
    }
    if (by_series.empty()) report.add(Paragraph{say("site.no_plan"), Tone::muted});
    return report;
}

}  // namespace teamctl::report
