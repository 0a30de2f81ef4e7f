// What waits, for a page: one table by urgency.
#include <algorithm>
#include <array>

#include "base/period.hpp"
#include "report/due/parts.hpp"
#include "report/naming.hpp"

namespace teamctl::report {
namespace {

using waiting::DueState;

/// The parts of the table, in their order.
enum class Part { overdue, today, week, later, undated };
constexpr std::array part_titles{"due.state.overdue", "due.state.today", "due.week", "due.later",
                                 "due.state.undated"};

Part part_of(const DueDay& day, const DueItem& item) {
    const auto state = state_of(day, item);
    if (state == DueState::overdue) return Part::overdue;
    if (state == DueState::today) return Part::today;
    if (state == DueState::undated || !item.due) return Part::undated;
    const Date sunday = monday_of(day.date) + Days{6};
    return *item.due <= sunday ? Part::week : Part::later;
}

/// How it stands, as a badge: `逾期 7 天`, `15:00 前`, `11月27日 周五`.
Cell badge_of(const DueDay& day, const DueItem& item) {
    const auto state = state_of(day, item);
    const auto tone = due_tone(item, state);
    const auto over = days_over(day, item);
    if (state == DueState::overdue && over > 0) return {say("due.late_by", over), {}, tone};
    if (item.at && item.due == day.date)
        return {say(item.fixed                   ? "due.at_time"
                    : state == DueState::overdue ? "due.since_time"
                                                 : "due.by_time",
                    *item.at),
                {},
                tone};
    if (state == DueState::overdue) return {say("due.state.overdue"), {}, tone};
    if (state == DueState::today) return {say("due.state.today"), {}, tone};
    if (!item.due) return {};
    return {item.at ? say("now.on_day_at", *item.due, *item.at) : say("now.on_day", *item.due), {}, tone};
}

Phrase what_of(const DueItem& item) {
    if (item.urgent) return say("due.with", due_said(item), say("due.urgent"));
    return item.important ? say("due.with", due_said(item), say("due.important")) : due_said(item);
}

Cell owner_of(const DueDay& day, const DueItem& item) {
    if (item.who.empty()) return {say("due.team"), {}, Tone::muted};
    return item.who.size() == 1 ? person_cell(day.team, item.who.front())
                                : Cell{names_of(day.team, item.who)};
}

}  // namespace

// phrase keys: due.state.*
Table due_table(const DueDay& day, std::vector<const DueItem*> items, bool owners) {
    std::ranges::stable_sort(items, [&](const auto* a, const auto* b) {
        const auto first = part_of(day, *a);
        const auto second = part_of(day, *b);
        if (first != second) return first < second;
        if (first == Part::overdue || first == Part::today)
            return due_urgency(day, *a) > due_urgency(day, *b);
        return a->due < b->due;
    });
    Table table{"due", {}, {{"what", say("due.column.what"), ColumnType::text}}, {}, {}};
    table.form = RowForm{0, owners ? 2 : 1, owners ? std::optional<std::size_t>{1} : std::nullopt, {}};
    if (owners) table.columns.push_back({"who", say("due.column.who"), ColumnType::person});
    table.columns.push_back({"state", say("due.column.state"), ColumnType::text});
    table.columns.push_back({"due", say("due.column.due"), ColumnType::date});
    std::optional<Part> last;
    for (const auto* item : items) {
        const auto part = part_of(day, *item);
        if (part != last) {
            const auto count =
                std::ranges::count_if(items, [&](const auto* one) { return part_of(day, *one) == part; });
            table.groups.push_back(
                {table.rows.size(),
                 say("due.group", say(part_titles[static_cast<std::size_t>(part)]), count)});
            last = part;
        }
        auto& row = table.rows.emplace_back();
        row.push_back(Cell{what_of(*item)});
        if (owners) row.push_back(owner_of(day, *item));
        row.push_back(badge_of(day, *item));
        // The badge has the day of what is to come.
        const bool dated = item->due && (part == Part::overdue || part == Part::today);
        row.push_back(dated ? Cell{*item->due, Tone::muted} : Cell{});
    }
    return table;
}

Table due_table_of(const DueDay& day, const std::vector<DueItem>& items) {
    std::vector<const DueItem*> all;
    for (const auto& item : items) all.push_back(&item);
    return due_table(day, std::move(all), false);
}

}  // namespace teamctl::report
