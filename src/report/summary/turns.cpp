// The turns of a summary: who had how many, how many were due, who had none; the forms of the meetings.
#include <algorithm>
#include <map>

#include "report/summary/page.hpp"
#include "rules/attendance.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;

constexpr std::int64_t micro = 1'000'000;  // what is due is counted in so many parts of a turn

/// Employed, meant by the role, working that weekday, and not on leave other than company business
/// (teamctl-rota(7)).
bool accountable(const team::Team& team, const team::Role& role, PersonId person, Date date) {
    if (!team::selects(team, role.who, person) || !team::employed(team[person], date) ||
        !team::works_on(team[person], date))
        return false;
    const auto* leave = team::leave_on(team, person, date);
    return leave == nullptr || leave->kind == team::LeaveKind::business;
}

/// Lines of the plan in the period whose meeting or duty has begun and was not cancelled.
std::vector<const team::PlanLine*> held_lines(const SummaryPage& page) {
    const auto off = rules::cancellations(page.team(), page.books.end());
    std::vector<const team::PlanLine*> lines;
    for (const auto& line : page.team().plan) {
        const Moment start{line.date, page.team()[line.series].when.start.value_or(TimeOfDay{})};
        if (page.books.period().contains(line.date) && start <= page.books.end() &&
            !off.contains({line.series, line.date}))
            lines.push_back(&line);
    }
    return lines;
}

/// Each person's share of the places of a role, in millionths of a turn, each place divided by `share` among
/// those accountable for it (D1.17).
std::map<PersonId, std::int64_t> due_turns(const SummaryPage& page, std::string_view role_name) {
    const auto& team = page.team();
    std::map<PersonId, std::int64_t> due;
    for (const auto* line : held_lines(page)) {
        for (const auto& role : team[line->series].roles) {
            if (role.name != role_name) continue;
            Ratio whole{0, 1};
            std::vector<PersonId> people;
            for (const auto person : team::everybody(team)) {
                if (!accountable(team, role, person, line->date)) continue;
                people.push_back(person);
                whole = rules::sum(whole, team[person].share);
            }
            if (whole.num <= 0) continue;
            for (const auto person : people) {
                const auto& share = team[person].share;
                due[person] += scaled(micro * role.count, {share.num * whole.den, share.den * whole.num});
            }
        }
    }
    return due;
}

Cell turns_cell(std::int64_t millionths) {
    if (millionths == 0) return {};
    return {verbatim(decimals({millionths, micro}, 1)), decimals({millionths, micro}, 2)};
}

/// Behind the turns of a role those that were due.
void add_due(const SummaryPage& page, Table& table, std::string_view role) {
    const auto id = "turns_" + std::string{role};
    const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                 [&](const auto& column) { return column.id == id; });
    if (at == table.columns.end()) return;
    const auto place = at - table.columns.begin() + 1;
    table.columns.insert(table.columns.begin() + place,
                         {"due_" + std::string{role}, say("summary.turns_due"), ColumnType::number});
    const auto due = due_turns(page, role);
    std::int64_t total = 0;
    for (auto& row : table.rows) {
        const auto who = std::find_if(page.people.begin(), page.people.end(), [&](PersonId person) {
            return page.team()[person].id == row.front().raw;
        });
        const auto found = due.find(*who);
        total += found != due.end() ? found->second : 0;
        row.insert(row.begin() + place, found != due.end() ? turns_cell(found->second) : Cell{});
    }
    if (!table.footer.empty()) table.footer.insert(table.footer.begin() + place, turns_cell(total));
}

/// Hosting: the turns that a person had of those that were due.
void add_due_bars(SummaryPage& page) {
    const auto host = team::role_that(team::RoleFunction::leads);
    const auto due = due_turns(page, host);
    Bars bars{say("summary.chart_turns"), {}};
    for (const auto person : page.people) {
        const auto found = due.find(person);
        if (found == due.end() || found->second < micro / 1000) continue;
        const auto done =
            std::get<std::int64_t>(page.figures.value("turns_" + std::string{host}, {person, {}}));
        bars.rows.push_back({name_of(page.team(), person),
                             {done * 1000, scaled(1000, {found->second, micro})},
                             {},
                             Tone::plain});
    }
    if (bars.rows.size() >= 3) page.report.add(std::move(bars));
}

/// Who was to host or speak and had no turn (D1.29).
void add_silent(SummaryPage& page) {
    for (const auto function : {team::RoleFunction::leads, team::RoleFunction::speaks}) {
        const auto role = team::role_that(function);
        const auto* metric = page.figures.find("turns_" + std::string{role});
        if (metric == nullptr) continue;
        const auto due = due_turns(page, role);
        std::vector<Phrase> names;
        for (const auto& [person, turns] : due) {
            if (page.shows(person) && rules::is_nothing(page.figures.value(*metric, {person, {}})))
                names.push_back(name_of(page.team(), person));
        }
        if (!names.empty())
            page.report.add(Paragraph{say("summary.no_turn", role_title(role), listed(std::move(names)))});
    }
}

/// How often each form was used in each meeting, the most frequent first.
void add_formats(SummaryPage& page) {
    const auto& team = page.team();
    const auto off = rules::cancellations(team, page.books.end());
    std::map<team::SeriesId, std::map<std::string, int>> uses;
    for (const auto& line : team.plan) {
        const bool held = page.books.period().contains(line.date) && line.date <= page.books.end().date &&
                          !off.contains({line.series, line.date});
        if (held && !line.format.empty()) ++uses[line.series][line.format];
    }
    List list;
    for (const auto& [series, formats] : uses) {
        std::vector<std::pair<int, std::string>> sorted;
        for (const auto& [format, count] : formats) sorted.emplace_back(-count, format);
        std::sort(sorted.begin(), sorted.end());
        std::vector<Phrase> parts;
        for (const auto& [count, format] : sorted)
            parts.push_back(say("summary.format_times", format, -count));
        list.items.push_back({say("summary.formats_of", team[series].name, std::move(parts)), {}, {}, {}});
    }
    if (list.items.empty()) return;
    page.report.add(Heading{3, say("summary.formats")});
    page.report.add(std::move(list));
}

}  // namespace

void summary_turns(SummaryPage& page) {
    std::vector<MetricColumn> columns;
    for (const auto& metric : page.figures.catalogue()) {
        if (!metric.role.empty()) columns.push_back({metric.name, role_title(metric.role)});
    }
    auto table = metric_table(page, "turns", {}, columns);
    const auto title = say("summary.turns");
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    if (!page.is_day()) {
        add_due(page, table, team::role_that(team::RoleFunction::leads));
        add_due(page, table, team::role_that(team::RoleFunction::speaks));
    }
    page.report.add(std::move(table));
    if (!page.is_day() && !page.subject.person) add_due_bars(page);
    if (!page.is_day()) add_silent(page);
    if (page.subject.is_team()) add_formats(page);
}

}  // namespace teamctl::report
