// Bars and months as text.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/text_page.hpp"

namespace teamctl::render {
namespace {

constexpr std::size_t widest_bar = 30;  // columns of a whole
constexpr std::size_t least_bar = 8;

struct BarRow {
    std::string label;
    std::string figure;
    std::string text;
    double share = 0;
    Tone tone = Tone::plain;
};

/// A bar in eighths of a column, with a line where the whole ends. It takes `whole` columns, the line, and
/// what `most` needs beyond.
std::string bar(double share, double most, std::size_t whole) {
    static constexpr std::array<std::string_view, 8> parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto beyond = static_cast<std::size_t>((most - 1) * static_cast<double>(whole) + 0.999);
    auto eighths = static_cast<std::size_t>(share * static_cast<double>(whole) * 8 + 0.5);
    if (share > 0) eighths = std::max<std::size_t>(eighths, 1);
    std::string text;
    for (std::size_t i = 0; i < whole + beyond; ++i) {
        if (i == whole) text += "│";
        const std::size_t here = std::min<std::size_t>(eighths, 8);
        eighths -= here;
        if (here == 8) {
            text += "█";
        } else {
            text += here > 0 ? parts[here] : " ";
        }
    }
    if (beyond == 0) text += "│";
    return text;
}

std::vector<BarRow> shown_bars(const Bars& bars, const Translator& words) {
    std::vector<BarRow> rows;
    for (const auto& row : bars.rows) {
        auto figure = shown(Cell{row.share}, words);
        if (row.tone == Tone::bad) figure += " !";
        rows.push_back({made_harmless(on_one_line(words.say(row.label))), std::move(figure),
                        made_harmless(on_one_line(words.say(row.text))), bar_length(row.share, longest_share),
                        row.tone});
    }
    const bool any_bad = std::ranges::any_of(rows, [](const auto& row) { return row.tone == Tone::bad; });
    for (auto& row : rows) {
        if (any_bad && row.tone != Tone::bad) row.figure += "  ";
    }
    return rows;
}

/// Label, bar, figure and text each in a column.
struct BarWidths {
    std::size_t label = 0;
    std::size_t figure = 0;
    std::size_t text = 0;
};

BarWidths widths_of(const std::vector<BarRow>& rows) {
    BarWidths widths;
    for (const auto& row : rows) {
        widths.label = std::max(widths.label, display_width(row.label));
        widths.figure = std::max(widths.figure, display_width(row.figure));
        widths.text = std::max(widths.text, display_width(row.text));
    }
    return widths;
}

/// Columns of the whole, so that the longest bar fits into `room`.
std::size_t whole_of(std::size_t room, double most) {
    const auto whole = static_cast<std::size_t>(static_cast<double>(room > 2 ? room - 2 : 0) / most);
    return std::min(whole, widest_bar);
}

void put_figure(TextPage& page, const BarRow& row, std::size_t start, std::size_t width) {
    page.move_to(start + width - std::min(width, display_width(row.figure)));
    page.put(row.figure, row.tone);
}

/// Everything of a row under its label, for narrow pages.
void write_stacked(TextPage& page, const std::vector<BarRow>& rows, const BarWidths& widths, double most) {
    const std::size_t room = page.columns() - std::min(page.columns(), widths.figure + 4);
    const std::size_t whole = std::max<std::size_t>(whole_of(room, most), 1);
    for (const auto& row : rows) {
        page.paragraph("", row.label);
        page.move_to(2);
        const auto line = bar(row.share, most, whole);
        page.put(line, row.tone);
        put_figure(page, row, 3 + display_width(line), widths.figure);
        page.end_line();
        if (!row.text.empty()) page.paragraph("  ", row.text);
    }
}

// --- months ---

constexpr std::size_t narrowest_cell = 6;

std::string day_number(const MonthGrid::Day& day) {
    const auto number = std::to_string(day_of_month(day.date));
    if (day.tone == Tone::muted) return "(" + number + ")";
    if (day.tone == Tone::strong) return "[" + number + "]";
    return " " + number;
}

std::string grid_rule(std::size_t cell, std::string_view left, std::string_view middle,
                      std::string_view right) {
    std::string line{left};
    for (int day = 0; day < 7; ++day) {
        for (std::size_t i = 0; i < cell; ++i) line += "─";
        line += day < 6 ? middle : right;
    }
    return line;
}

void put_line(TextPage& page, std::string_view text) {
    page.put(text);
    page.end_line();
}

void write_week(TextPage& page, const std::vector<const MonthGrid::Day*>& week, const Translator& words,
                std::size_t cell) {
    std::vector<std::vector<std::string>> cells(7);
    std::size_t height = 1;
    for (std::size_t i = 0; i < 7; ++i) {
        if (week[i] == nullptr) continue;
        cells[i].push_back(day_number(*week[i]));
        for (const auto& phrase : week[i]->lines) {
            for (auto& line : text_lines(words.say(phrase), cell)) cells[i].push_back(std::move(line));
        }
        height = std::max(height, cells[i].size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        for (std::size_t i = 0; i < 7; ++i) {
            page.move_to(i * (cell + 1));
            page.put("│");
            if (line < cells[i].size()) page.put(cells[i][line], week[i]->tone);
        }
        page.move_to(7 * (cell + 1));
        put_line(page, "│");
    }
}

/// What the brackets around days mean, where there are any.
void write_legend(TextPage& page, const MonthGrid& grid, const Translator& words) {
    const auto has = [&](Tone tone) {
        return std::ranges::any_of(grid.days, [&](const auto& day) { return day.tone == tone; });
    };
    std::string text;
    if (has(Tone::muted)) text += "( ) " + words.say(say("render.day_off"));
    if (has(Tone::strong)) text += (text.empty() ? "[ ] " : "  [ ] ") + words.say(say("render.today"));
    if (!text.empty()) page.paragraph("", text, Tone::muted);
}

void write_grid(TextPage& page, const MonthGrid& grid, const Translator& words, std::size_t cell) {
    put_line(page, grid_rule(cell, "┌", "┬", "┐"));
    for (unsigned day = 0; day < 7; ++day) {
        page.move_to(day * (cell + 1));
        page.put("│");
        page.put(" " + words.weekday(Weekday{day + 1}), Tone::strong);
    }
    page.move_to(7 * (cell + 1));
    put_line(page, "│");
    for (const auto& week : weeks_of(grid)) {
        put_line(page, grid_rule(cell, "├", "┼", "┤"));
        write_week(page, week, words, cell);
    }
    put_line(page, grid_rule(cell, "└", "┴", "┘"));
}

/// One day after the other, for pages too narrow for seven columns.
void write_days(TextPage& page, const MonthGrid& grid, const Translator& words) {
    for (const auto& day : grid.days) {
        page.put(day_number(day), day.tone);
        page.move_to(5);
        page.put(words.weekday(weekday_of(day.date)), day.tone);
        page.end_line();
        for (const auto& line : day.lines) page.paragraph("     ", words.say(line), day.tone);
    }
}

}  // namespace

void write_bars(TextPage& page, const Bars& bars, const Translator& words) {
    if (!bars.caption.empty()) page.paragraph("", words.say(bars.caption));
    if (bars.rows.empty()) return page.paragraph("", words.say(say("render.none")), Tone::muted);
    const auto rows = shown_bars(bars, words);
    const auto widths = widths_of(rows);
    double most = 1;
    for (const auto& row : rows) most = std::max(most, row.share);
    const std::size_t around = widths.label + widths.figure + widths.text + 6;
    const std::size_t room = page.columns() > around ? page.columns() - around : 0;
    const std::size_t whole = whole_of(room, most);
    if (whole < least_bar) return write_stacked(page, rows, widths, most);
    for (const auto& row : rows) {
        page.put(row.label);
        page.move_to(widths.label + 2);
        const auto line = bar(row.share, most, whole);
        page.put(line, row.tone);
        const std::size_t figure = widths.label + 3 + display_width(line);
        put_figure(page, row, figure, widths.figure);
        page.move_to(figure + widths.figure + 2);
        page.put(row.text);
        page.end_line();
    }
}

void write_month(TextPage& page, const MonthGrid& grid, const Translator& words) {
    page.paragraph("", words.month(grid.month), Tone::strong);
    std::size_t widest = narrowest_cell;
    for (const auto& day : grid.days) {
        for (const auto& line : day.lines) {
            for (const auto& part : text_lines(words.say(line), page.columns()))
                widest = std::max(widest, display_width(part));
        }
    }
    const std::size_t cell = page.wraps() ? std::min(widest, (page.columns() - 8) / 7) : widest;
    if (cell < std::min<std::size_t>(widest, 8)) {
        write_days(page, grid, words);
    } else {
        write_grid(page, grid, words, cell);
    }
    write_legend(page, grid, words);
}

}  // namespace teamctl::render
