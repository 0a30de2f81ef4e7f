// The turns of a summary: who had how many, how many were due, who had none; the forms of the meetings.
#include <algorithm>

#include "report/summary/page.hpp"
#include "rules/scope/turns.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;

Cell turns_cell(std::int64_t parts) {
    if (parts == 0) return {};
    return {verbatim(decimals({parts, rules::turn_parts}, 1)), decimals({parts, rules::turn_parts}, 2)};
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
    const auto due = rules::due_turns(page, role);
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
void add_due_bars(SummaryPage& page, const std::string& host) {
    const auto due = rules::due_turns(page, host);
    Bars bars{say("summary.chart_turns"), {}};
    for (const auto person : page.people) {
        const auto found = due.find(person);
        if (found == due.end() || found->second < rules::turn_parts / 1000) continue;
        const auto done = std::get<std::int64_t>(page.figures.value("turns_" + host, page.row(person)));
        bars.rows.push_back(
            {name_of(page.team(), person), {done * rules::turn_parts, found->second}, {}, Tone::plain});
    }
    if (bars.rows.size() >= 3) page.report.add(std::move(bars));
}

/// Who was to host or speak and had no turn (D1.29).
void add_silent(SummaryPage& page) {
    for (const auto function : {team::RoleFunction::leads, team::RoleFunction::speaks}) {
        for (const auto& role : team::roles_of(page.team(), function)) {
            const auto people = rules::without_turn(page, role);
            if (!people.empty())
                page.report.add(
                    Paragraph{say("summary.no_turn", role_title(role), names_of(page.team(), people))});
        }
    }
}

void add_formats(SummaryPage& page) {
    List list;
    for (const auto& use : rules::forms_used(page)) {
        std::vector<Phrase> parts;
        for (const auto& [format, times] : use.times)
            parts.push_back(say("summary.format_times", format, times));
        list.items.push_back(
            {say("summary.formats_of", page.team()[use.series].name, std::move(parts)), {}, {}, {}});
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
    const auto hosts = team::roles_of(page.team(), team::RoleFunction::leads);
    if (!page.is_day()) {
        for (const auto& role : hosts) add_due(page, table, role);
        for (const auto& role : team::roles_of(page.team(), team::RoleFunction::speaks))
            add_due(page, table, role);
    }
    page.report.add(std::move(table));
    if (!page.is_day() && !page.subject.person) {
        for (const auto& host : hosts) add_due_bars(page, host);
    }
    if (!page.is_day()) add_silent(page);
    if (page.subject.is_team()) add_formats(page);
}

}  // namespace teamctl::report
