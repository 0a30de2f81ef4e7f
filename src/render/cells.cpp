#include "render/cells.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace teamctl::render {
namespace {

constexpr int ratio_places = 6;

}  // namespace

bool is_right_aligned(ColumnType type) {
    return type == ColumnType::number || type == ColumnType::money || type == ColumnType::ratio;
}

bool is_of_figures(const Table& table) {
    const auto figures = std::ranges::count_if(table.columns, [](const auto& column) {
        return is_right_aligned(column.type) || column.type == ColumnType::mark;
    });
    return figures >= 3 && static_cast<std::size_t>(figures) * 2 >= table.columns.size();
}

std::string shown(const Cell& cell, const Translator& words, bool with_year) {
    return std::visit(
        Overloaded{
            [](std::monostate) { return std::string{}; },
            [&](const Phrase& phrase) { return words.say(phrase); },
            [](std::int64_t number) { return std::to_string(number); },
            [](Money money) { return grouped(money); },
            [](Ratio ratio) { return ratio.den > 0 ? percent(ratio) : std::string{}; },
            [&](Date date) { return with_year ? words.date_with_year(date) : words.date(date); },
            [](TimeOfDay time) { return to_string(time); },
        },
        cell.value);
}

bool names_year(const Cell& cell, int report_year) {
    const auto* date = std::get_if<Date>(&cell.value);
    return date != nullptr && year_of(*date) != report_year;
}

bool names_years(const Table& table, std::size_t column, int report_year) {
    int expected = report_year;
    for (const auto& row : table.rows) {
        const auto* date = column < row.size() ? std::get_if<Date>(&row[column].value) : nullptr;
        if (date == nullptr) continue;
        if (expected == 0) expected = year_of(*date);
        if (year_of(*date) != expected) return true;
    }
    return false;
}

Json raw_json(const Cell& cell, const Translator& words) {
    return std::visit(
        Overloaded{
            [](std::monostate) { return Json{}; },
            [&](const Phrase& phrase) { return Json{cell.raw.empty() ? words.say(phrase) : cell.raw}; },
            [](std::int64_t number) { return Json{number}; },
            [](Money money) { return Json{money}; },
            [](Ratio ratio) {
                return ratio.den > 0 ? Json{JsonDecimal{ratio, ratio_places}} : Json{};
            },
            [](Date date) { return Json{to_string(date)}; },
            [](TimeOfDay time) { return Json{to_string(time)}; },
        },
        cell.value);
}

std::string raw_text(const Cell& cell, const Translator& words) {
    return std::visit(
        Overloaded{
            [](std::monostate) { return std::string{}; },
            [&](const Phrase& phrase) { return cell.raw.empty() ? words.say(phrase) : cell.raw; },
            [](std::int64_t number) { return std::to_string(number); },
            [](Money money) { return to_string(money); },
            [](Ratio ratio) { return ratio.den > 0 ? decimals(ratio, ratio_places) : std::string{}; },
            [](Date date) { return to_string(date); },
            [](TimeOfDay time) { return to_string(time); },
        },
        cell.value);
}

bool is_plain_number(const Cell& cell) {
    return std::holds_alternative<std::int64_t>(cell.value) || std::holds_alternative<Money>(cell.value) ||
           std::holds_alternative<Ratio>(cell.value);
}

const Table* main_table(const Report& report) {
    if (report.rows) return &*report.rows;
    const Table* first = nullptr;
    for (const auto& block : report.blocks) {
        const auto* table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        if (report.main_table.empty() || table->id == report.main_table) return table;
        if (first == nullptr) first = table;
    }
    return first;
}

std::string on_one_line(std::string_view text, std::string_view line_feed) {
    const auto inner = trimmed(text);
    std::string line;
    line.reserve(inner.size());
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] == '\r' && i + 1 < inner.size() && inner[i + 1] == '\n') continue;
        if (inner[i] == '\n') {
            line += line_feed;
        } else {
            line += inner[i];
        }
    }
    return line;
}

std::vector<std::vector<const MonthGrid::Day*>> weeks_of(const MonthGrid& grid) {
    std::vector<std::vector<const MonthGrid::Day*>> weeks;
    if (!grid.month.ok()) return weeks;
    for (Date monday = monday_of(first_day(grid.month)); monday <= last_day(grid.month); monday += Days{7}) {
        auto& week = weeks.emplace_back(7, nullptr);
        for (const auto& day : grid.days) {
            const auto offset = (day.date - monday).count();
            if (offset >= 0 && offset < 7 && month_of(day.date) == grid.month)
                week[static_cast<std::size_t>(offset)] = &day;
        }
    }
    const auto is_empty = [](const auto& week) {
        return std::ranges::all_of(week, [](const auto* day) { return day == nullptr; });
    };
    std::erase_if(weeks, is_empty);
    return weeks;
}

std::optional<double> quantity(const Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell.value)) return static_cast<double>(*number);
    if (const auto* money = std::get_if<Money>(&cell.value)) return static_cast<double>(money->fen);
    const auto* ratio = std::get_if<Ratio>(&cell.value);
    if (ratio == nullptr || ratio->den <= 0) return std::nullopt;
    return static_cast<double>(ratio->num) / static_cast<double>(ratio->den);
}

Scale scale_of(const Chart& chart) {
    Scale scale;
    bool ratios = true;
    bool any = false;
    for (const auto& line : chart.lines) {
        for (const auto& cell : line.values) {
            const auto value = quantity(cell);
            if (!value) continue;
            ratios = ratios && std::holds_alternative<Ratio>(cell.value);
            if (!any || *value < scale.low) scale.low = *value, scale.lowest = cell;
            if (!any || *value > scale.high) scale.high = *value, scale.highest = cell;
            any = true;
        }
    }
    if (!any) return {0, 1, Cell{0}, Cell{1}};
    if (ratios && scale.low > 0.5 && scale.high <= 1) {
        const auto tenths = static_cast<std::int64_t>(std::ceil(scale.low * 10 - 1e-9)) - 1;
        return {static_cast<double>(tenths) / 10, 1, Cell{Ratio{tenths, 10}}, Cell{Ratio{1, 1}}};
    }
    const auto zero = [](const Cell& like) {
        if (std::holds_alternative<Money>(like.value)) return Cell{Money{}};
        return std::holds_alternative<Ratio>(like.value) ? Cell{Ratio{0, 1}} : Cell{0};
    };
    if (scale.low > 0) scale.low = 0, scale.lowest = zero(scale.highest);
    if (scale.high < 0) scale.high = 0, scale.highest = zero(scale.lowest);
    if (scale.high == scale.low) scale.high = scale.low + 1;
    return scale;
}

double bar_length(Ratio share, double most) {
    if (share.den <= 0 || share.num <= 0) return 0;
    return std::min(most, static_cast<double>(share.num) / static_cast<double>(share.den));
}

}  // namespace teamctl::render
