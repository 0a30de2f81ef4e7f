// Charts of columns as text: one under the other where there are several lines, all to one scale.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/text_page.hpp"

namespace teamctl::render {
namespace {

constexpr int rows_of_chart = 5;
constexpr std::array<std::string_view, 9> eighths{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

/// How the columns of every line of a chart stand on the page.
struct Grid {
    Scale scale;
    std::string low;  // labels of the axis
    std::string high;
    std::size_t axis = 0;       // columns of the labels
    std::size_t width = 2;      // of one point, its gap included
    int above = rows_of_chart;  // rows above and below zero
    int below = 0;
    double step = 1;  // what one row stands for
};

Grid grid_of(const TextPage& page, const Chart& chart, const Translator& words) {
    Grid grid;
    grid.scale = scale_of(chart);
    grid.low = shown(grid.scale.lowest, words);
    grid.high = shown(grid.scale.highest, words);
    grid.axis = std::max(display_width(grid.low), display_width(grid.high));
    std::size_t widest = 1;
    for (const auto& point : chart.points) widest = std::max(widest, display_width(words.say(point)));
    const std::size_t room = page.columns() > grid.axis + 3 ? page.columns() - grid.axis - 3 : 0;
    const std::size_t most = room / std::max<std::size_t>(chart.points.size(), 1);
    grid.width = std::clamp<std::size_t>(most, 1, widest + 1);
    const double range = grid.scale.high - grid.scale.low;
    if (grid.scale.low < 0) {
        grid.above = std::clamp(static_cast<int>(std::lround(rows_of_chart * grid.scale.high / range)),
                                grid.scale.high > 0 ? 1 : 0, rows_of_chart - 1);
        grid.below = rows_of_chart - grid.above;
        grid.step = -grid.scale.low / grid.below;
        if (grid.above > 0) grid.step = std::max(grid.step, grid.scale.high / grid.above);
    } else {
        grid.step = range / rows_of_chart;
    }
    return grid;
}

/// The part of a column that stands in a row; rows count from zero upwards, those below zero from -1 down.
std::string_view part(const Grid& grid, double value, int row) {
    if (row >= 0) {
        const double base = std::max(grid.scale.low, 0.0);
        double filled = (value - base) / grid.step - row;
        if (row == 0 && value > base) filled = std::max(filled, 0.125);
        return eighths[static_cast<std::size_t>(std::clamp(std::lround(filled * 8), 0L, 8L))];
    }
    const double filled = -value / grid.step + row + 1;
    return filled >= 0.75 ? "█" : (filled >= 0.25 || (row == -1 && value < 0) ? "▀" : " ");
}

void put_row(TextPage& page, const Grid& grid, const Chart::Line& line, int row) {
    const bool top = row == grid.above - 1;
    const bool bottom = row == -grid.below;
    const std::string& label = top ? grid.high : grid.low;
    if (top || bottom) {
        page.move_to(grid.axis - display_width(label));
        page.put(label, Tone::muted);
    }
    page.move_to(grid.axis + 1);
    page.put(top || bottom ? "┤" : "│", Tone::muted);
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        const auto value = quantity(line.values[i]);
        const auto sign = value ? part(grid, *value, row) : " ";
        if (sign == " ") continue;
        page.move_to(grid.axis + 3 + i * grid.width);
        for (std::size_t n = 0; n < std::clamp<std::size_t>(grid.width - 1, 1, 2); ++n) page.put(sign);
    }
    page.end_line();
}

/// What stands below: every label that fits without touching the one before.
void put_points(TextPage& page, const Grid& grid, const Chart& chart, const Translator& words) {
    std::size_t free = 0;
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const auto label = made_harmless(on_one_line(words.say(chart.points[i])));
        const std::size_t at = grid.axis + 3 + i * grid.width;
        if (at < free || at + display_width(label) > page.columns()) continue;
        page.move_to(at);
        page.put(label, Tone::muted);
        free = at + display_width(label) + 1;
    }
    page.end_line();
}

}  // namespace

void write_chart(TextPage& page, const Chart& chart, const Translator& words) {
    if (!chart.caption.empty()) page.paragraph("", words.say(chart.caption));
    if (chart.points.empty() || chart.lines.empty())
        return page.paragraph("", words.say(say("render.none")), Tone::muted);
    const Grid grid = grid_of(page, chart, words);
    for (const auto& line : chart.lines) {
        if (chart.lines.size() > 1) page.paragraph("", words.say(line.name));
        for (int row = grid.above - 1; row >= -grid.below; --row) put_row(page, grid, line, row);
        put_points(page, grid, chart, words);
    }
}

}  // namespace teamctl::render
