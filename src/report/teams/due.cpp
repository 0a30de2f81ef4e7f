// What waits in several teams, the most urgent over all of them first.
#include <algorithm>
#include <array>

#include "report/naming.hpp"
#include "report/teams/parts.hpp"

namespace teamctl::report {
namespace {

using waiting::DueState;

constexpr std::size_t most_shown = 20;
constexpr std::array counted_states{DueState::overdue, DueState::today, DueState::soon, DueState::undated};

std::int64_t count_of(const std::vector<TeamDueItem>& items, DueState state) {
    return std::ranges::count(items, state, &TeamDueItem::state);
}

/// How much waits in each team: a row each, and all of them.
// phrase keys: due.state.*
Table counts_by_team(const std::vector<TeamDue>& teams) {
    Table table{"teams", {}, {team_column()}, {}, {Cell{say("teams.all"), "all"}}};
    for (const auto state : counted_states) {
        const std::string name{state_name(state)};
        table.columns.push_back({name, say("due.state." + name), ColumnType::number});
    }
    std::array<std::int64_t, counted_states.size()> sums{};
    for (const auto& team : teams) {
        auto& row = table.rows.emplace_back(1, team_cell(team.team));
        for (std::size_t i = 0; i < counted_states.size(); ++i) {
            const auto count = count_of(team.items, counted_states[i]);
            sums[i] += count;
            row.push_back(count > 0 ? Cell{count} : Cell{});
        }
    }
    for (const auto sum : sums) table.footer.emplace_back(sum);
    return table;
}

struct Waiting {
    const TeamDue* team;
    const TeamDueItem* item;
};

void write_waiting(Report& report, std::vector<Waiting> items, bool full) {
    std::ranges::stable_sort(items,
                             [](const auto& a, const auto& b) { return a.item->urgency > b.item->urgency; });
    const auto beyond = full || items.size() <= most_shown ? 0 : items.size() - most_shown;
    items.resize(items.size() - beyond);
    Table table{"items", {}, {team_column()}, {}, {}};
    table.columns.push_back({"what", say("due.column.what"), ColumnType::text});
    table.columns.push_back({"at", say("due.column.at"), ColumnType::place});
    for (const auto& [team, item] : items)
        table.rows.push_back({team_cell(team->team), Cell{item->line, {}, item->tone}, item->row.back()});
    if (table.rows.empty()) return;
    report.add(Heading{2, say("due.most_urgent")});
    report.add(std::move(table));
    if (beyond > 0) report.add(Paragraph{say("teams.more_items", beyond), Tone::muted});
}

/// What CSV carries: an item a row, the team before it.
Table all_rows(const std::vector<TeamDue>& teams) {
    Table table{"items", {}, {team_column()}, {}, {}};
    const auto columns = due_columns();
    table.columns.insert(table.columns.end(), columns.begin(), columns.end());
    for (const auto& team : teams) {
        for (const auto& item : team.items) {
            auto& row = table.rows.emplace_back(1, team_cell(team.team));
            row.insert(row.end(), item.row.begin(), item.row.end());
        }
    }
    return table;
}

}  // namespace

TeamDue due_of_team(const rules::Context& context, Date date, const DueOptions& options,
                    const TeamLabel& label) {
    const auto day = waiting::due_day(context.team, context.days, date, context.now, options.days);
    TeamDue result{label, {}};
    for (const auto& item : waiting::all_due(day)) {
        const auto state = state_of(day, item);
        TeamDueItem one{
            state, due_urgency(day, item),  due_line(day, item), due_tone(item, state), due_row(day, item),
            {},    due_item_json(day, item)};
        if (item.origin) {
            one.at = place_in(label, context.team, *item.origin);
            one.row.back() = place_cell(*one.at);
        }
        result.items.push_back(std::move(one));
    }
    return result;
}

Report due_of_teams(const TeamsPage& page, const std::vector<TeamDue>& teams) {
    Report report;
    report.name = "due-teams";
    begin_page(report, page, say("teams.due_title", teams.size(), page.period.from));
    std::vector<Waiting> items;
    auto list = Json::array();
    auto counts = Json::array();
    for (const auto& team : teams) {
        auto counted = label_json(team.team);
        for (const auto state : counted_states) counted.set(state_name(state), count_of(team.items, state));
        counts.push(std::move(counted));
        for (const auto& item : team.items) {
            items.push_back({&team, &item});
            list.push(Json::object()
                          .set("team", team.team.id)
                          .set("at", item.at ? place_json(*item.at) : Json{})
                          .set("item", item.json));
        }
    }
    if (items.empty()) report.add(Paragraph{say("due.nothing"), Tone::good});
    report.add(counts_by_team(teams));
    write_waiting(report, std::move(items), page.full);
    report.rows = all_rows(teams);
    report.data = page_json(page).set("teams", std::move(counts)).set("items", std::move(list));
    return report;
}

}  // namespace teamctl::report
