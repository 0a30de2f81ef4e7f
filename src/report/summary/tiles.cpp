// The key figures that the page of a summary opens with: at most four.
#include <algorithm>

#include "report/summary/page.hpp"
#include "rules/scope/open.hpp"

namespace teamctl::report {
namespace {

constexpr std::size_t most_tiles = 4;
/// Of the figures without a target these matter, in this order.
constexpr rules::MetricName telling[]{"sales",           "tickets_resolved_in_time",
                                      "attendance_rate", "customers_won",
                                      "checks_done",     "visits",
                                      "contacts",        "points"};

std::vector<Cell> trend_of(const SummaryPage& page, const rules::Metric& metric) {
    std::vector<Cell> trend;
    const auto parts = rules::parts_of(page);
    const auto values = rules::values_by_part(page, metric, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool day_off = parts[i].unit == Period::Unit::day && !page.days.is_workday(parts[i].from);
        if (!day_off || !rules::is_nothing(values[i])) trend.push_back(value_cell(metric, values[i]));
    }
    return trend;
}

Phrase target_text(const rules::Reached& row) {
    const auto amount = row.metric->unit == rules::Measure::money ? Cell{Money{row.target}}
                                                                  : Cell{number_text({row.target * 100})};
    const auto* money = std::get_if<Money>(&amount.value);
    const Phrase text = money != nullptr ? say("standings.value", *money) : std::get<Phrase>(amount.value);
    if (row.at_most && !row.is_full())
        return say("summary.tile_over", text, amount_phrase(*row.metric, {-row.gap.num, row.gap.den}));
    return say(row.at_most ? "summary.tile_limit" : "summary.tile_target", text, row.share);
}

/// Of the subject's own targets; a target of another period than the summary's is no tile of it.
void add_target_tiles(const SummaryPage& page, std::vector<Tile>& tiles) {
    const auto& made = page.progress;
    if (made.period != page.books.period()) return;
    for (const auto& row : made.rows) {
        if (row.subject.person != page.subject.person || row.subject.unit != page.subject.unit) continue;
        if (tiles.size() + 1 >= most_tiles) return;
        auto value = value_cell(*row.metric, row.value);
        const bool behind = made.is_running() ? row.behind().num > 0 : !row.is_full();
        value.tone = behind ? Tone::warn : Tone::good;
        tiles.push_back({row.metric->name, row.metric->title, std::move(value), target_text(row), row.share,
                         trend_of(page, *row.metric)});
    }
}

void add_value_tiles(const SummaryPage& page, std::vector<Tile>& tiles, std::size_t most) {
    for (const auto name : telling) {
        const auto& metric = page.figures.metric(name);
        const auto value = page.figures.value(metric, page.subject);
        const bool there = std::ranges::any_of(tiles, [&](const auto& t) { return t.metric == metric.name; });
        if (tiles.size() >= most || there || rules::is_nothing(value)) continue;
        Tile tile{metric.name, metric.title, value_cell(metric, value), {}, {}, trend_of(page, metric)};
        if (page.before != nullptr)
            tile.note =
                say("summary.tile_before", value_phrase(metric, page.before->value(metric, page.subject)));
        tiles.push_back(std::move(tile));
    }
}

/// What is late and still open: things to be done, tickets, calls.
void add_late_tile(const SummaryPage& page, std::vector<Tile>& tiles) {
    std::vector<Phrase> parts;
    std::int64_t late = 0;
    const auto part = [&](std::string_view key, std::size_t count) {
        if (count > 0) parts.push_back(say("summary.key_count", say(key), std::to_string(count)));
        late += static_cast<std::int64_t>(count);
    };
    part("summary.open_actions", rules::count_overdue(rules::open_actions(page), page.books.end().date));
    part("summary.tickets", rules::count_late(rules::open_tickets(page)));
    part("metric.contacts", rules::overdue_customers(page).size());
    if (late > 0)
        tiles.push_back(
            {{}, say("summary.tile_late"), Cell{late, Tone::warn}, commas(std::move(parts)), {}, {}});
}

}  // namespace

void summary_tiles(SummaryPage& page) {
    std::vector<Tile> late;
    add_late_tile(page, late);
    Tiles block;
    add_target_tiles(page, block.tiles);
    add_value_tiles(page, block.tiles, most_tiles - late.size());
    block.tiles.insert(block.tiles.end(), late.begin(), late.end());
    if (!block.tiles.empty()) page.report.add(std::move(block));
}

}  // namespace teamctl::report
