// Tables as text. Three shapes, tried in turn: one table whose text columns shrink and wrap; a table of
// figures cut into tables one above the other, each with the columns that name a row; one record a row.
#include <algorithm>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/text_page.hpp"

namespace teamctl::render {
namespace {

constexpr std::size_t gap = 2;          // blanks between columns
constexpr std::size_t text_floor = 12;  // a text column is not made narrower than this
constexpr std::size_t tight_floor = 8;  // nor than this, where the table would come apart otherwise
constexpr std::size_t readable_words = 20;
constexpr std::size_t word_floor = 18;  // nor, up to this, than its longest word: an id

struct Shown {
    std::string text;
    Tone tone = Tone::plain;
};

struct TextColumn {
    std::string title;
    ColumnType type = ColumnType::text;
    bool right = false;
    std::size_t mark = 0;     // columns that figures keep free for the sign of bad ones
    std::size_t natural = 0;  // what it takes unwrapped
    std::size_t least = 0;    // what it can be shrunk to
    std::size_t width = 0;
};

struct TextTable {
    std::vector<TextColumn> columns;
    std::vector<std::vector<Shown>> rows;
    std::vector<Shown> footer;
};

bool is_words(ColumnType type) {
    return type == ColumnType::text || type == ColumnType::person;
}

/// Figures that are bad carry a sign behind them, so that colour is not needed; the others of their column
/// leave its place free.
std::string marked(std::string text, const Cell& cell, bool column_has_bad) {
    if (!column_has_bad) return text;
    return text + (cell.tone == Tone::bad && !text.empty() ? " !" : "  ");
}

bool has_bad(const Table& table, std::size_t column) {
    if (is_words(table.columns[column].type)) return false;
    return std::ranges::any_of(
        table.rows, [&](const auto& row) { return column < row.size() && row[column].tone == Tone::bad; });
}

std::vector<Shown> shown_row(const std::vector<Cell>& row, const Translator& words,
                             const std::vector<bool>& with_year, const std::vector<bool>& with_bad) {
    std::vector<Shown> cells;
    for (std::size_t i = 0; i < with_year.size(); ++i) {
        const Cell cell = i < row.size() ? row[i] : Cell{};
        auto text = made_harmless(on_one_line(shown(cell, words, with_year[i])));
        cells.push_back({marked(std::move(text), cell, with_bad[i]), cell.tone});
    }
    return cells;
}

/// The width of the longest English word; Chinese may be broken anywhere.
std::size_t longest_word(std::string_view title) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : title) {
        run = c > ' ' && c <= '~' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// A place takes a second line behind its folder.
std::vector<std::string> wrapped_place(const std::string& place) {
    const auto slash = place.rfind('/');
    if (slash == std::string::npos) return {place};
    return {place.substr(0, slash + 1), place.substr(slash + 1)};
}

/// What the cell can be shrunk to without spoiling what it says.
std::size_t cell_floor(ColumnType type, const std::string& text) {
    if (is_words(type))
        return std::min(display_width(text), std::max(text_floor, std::min(longest_word(text), word_floor)));
    std::size_t widest = 0;
    if (type != ColumnType::place) return display_width(text);
    for (const auto& part : wrapped_place(text)) widest = std::max(widest, display_width(part));
    return widest;
}

/// The narrowest column in which the text takes at most two lines and no word is broken.
std::size_t two_line_floor(const std::string& text) {
    const std::size_t whole = display_width(text);
    for (std::size_t width = std::max({std::size_t{4}, whole / 2, longest_word(text)}); width < whole;
         ++width) {
        if (wrapped(text, width).size() <= 2) return width;
    }
    return whole;
}

TextTable shown_table(const Table& table, const Translator& words, int report_year) {
    TextTable result;
    std::vector<bool> with_year;
    std::vector<bool> with_bad;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        with_year.push_back(names_years(table, i, report_year));
        with_bad.push_back(has_bad(table, i));
    }
    for (const auto& row : table.rows) result.rows.push_back(shown_row(row, words, with_year, with_bad));
    if (!table.footer.empty()) result.footer = shown_row(table.footer, words, with_year, with_bad);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        TextColumn column;
        column.type = table.columns[i].type;
        column.right = is_right_aligned(column.type);
        column.mark = column.right && with_bad[i] ? 2 : 0;
        column.title = made_harmless(on_one_line(words.say(table.columns[i].title)));
        std::size_t widest = result.footer.empty() ? 0 : display_width(result.footer[i].text);
        std::size_t least = widest;
        for (const auto& row : result.rows) {
            widest = std::max(widest, display_width(row[i].text));
            least = std::max(least, cell_floor(column.type, row[i].text));
        }
        column.natural = std::max(widest, display_width(column.title) + column.mark);
        column.least = std::max(two_line_floor(column.title) + column.mark, least);
        column.width = column.natural;
        result.columns.push_back(std::move(column));
    }
    return result;
}

std::size_t total_width(const std::vector<TextColumn>& columns) {
    std::size_t total = columns.empty() ? 0 : gap * (columns.size() - 1);
    for (const auto& column : columns) total += column.width;
    return total;
}

/// Shrinks the widest columns to what `floor` allows until all fit; false where they cannot.
template <class Floor>
bool shrink(std::vector<TextColumn>& columns, std::size_t room, const Floor& floor) {
    for (auto& column : columns) column.width = std::min(column.natural, std::max(floor(column), room));
    for (std::size_t total = total_width(columns); total > room; --total) {
        TextColumn* widest = nullptr;
        for (auto& column : columns) {
            if (column.width > floor(column) && (widest == nullptr || column.width > widest->width))
                widest = &column;
        }
        if (widest == nullptr) return false;
        --widest->width;
    }
    return true;
}

/// Places stay on one line where that leaves the words room to be read in.
bool fit(std::vector<TextColumn>& columns, std::size_t room) {
    const auto readable = [](const TextColumn& column) {
        if (column.type == ColumnType::place) return column.natural;
        return is_words(column.type) ? std::min(column.natural, std::max(column.least, readable_words))
                                     : column.least;
    };
    const bool places =
        std::ranges::any_of(columns, [](const auto& column) { return column.type == ColumnType::place; });
    if (places && shrink(columns, room, readable)) return true;
    for (auto& column : columns) {
        if (column.type == ColumnType::place) column.natural = column.least;
    }
    return shrink(columns, room, [](const TextColumn& column) { return column.least; });
}

/// The narrowest column for a text that may take a second line: a name without blanks stays whole.
std::size_t tight(const std::string& text) {
    const std::size_t whole = display_width(text);
    if (whole <= text_floor && text.find(' ') == std::string::npos) return whole;
    return std::min(two_line_floor(text), std::max(longest_word(text), tight_floor));
}

/// Lets short words, a full name or a moment, take a second line, so that what nearly fits stays one table.
void let_words_break(std::vector<TextColumn>& columns, const TextTable& table) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto& column = columns[i];
        if (!is_words(column.type)) continue;
        std::size_t least = two_line_floor(column.title) + column.mark;
        for (const auto& row : table.rows) least = std::max(least, tight(row[i].text));
        if (!table.footer.empty()) least = std::max(least, two_line_floor(table.footer[i].text));
        column.least = least;
    }
}

class TablePrinter {
  public:
    TablePrinter(TextPage& page, const std::vector<TextColumn>& columns,
                 const std::vector<std::size_t>& which)
        : page_{page}, columns_{columns}, which_{which} {}

    void titles() {
        std::vector<std::vector<std::string>> lines;
        std::size_t height = 0;
        for (const auto& column : columns_) {
            lines.push_back(wrapped(column.title, column.width - column.mark));
            for (auto& line : lines.back()) line.append(column.mark, ' ');
            height = std::max(height, lines.back().size());
        }
        for (auto& cell : lines) cell.insert(cell.begin(), height - cell.size(), "");
        put(lines, std::vector<Tone>(columns_.size(), Tone::strong));
        rule();
    }
    void row(const std::vector<Shown>& cells) {
        std::vector<std::vector<std::string>> lines;
        std::vector<Tone> tones;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const Shown& cell = cells[which_[i]];
            const bool whole = display_width(cell.text) <= columns_[i].width;
            if (whole)
                lines.push_back({cell.text});
            else if (columns_[i].type == ColumnType::place)
                lines.push_back(wrapped_place(cell.text));
            else
                lines.push_back(wrapped(cell.text, columns_[i].width));
            tones.push_back(cell.tone);
        }
        put(lines, tones);
    }
    void rule() { page_.rule("─", total_width(columns_)); }

  private:
    void put(const std::vector<std::vector<std::string>>& cells, const std::vector<Tone>& tones) {
        std::size_t height = 1;
        for (const auto& cell : cells) height = std::max(height, cell.size());
        for (std::size_t line = 0; line < height; ++line) {
            std::size_t start = 0;
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                const auto& column = columns_[i];
                if (line < cells[i].size()) {
                    const auto& text = cells[i][line];
                    const std::size_t width = display_width(text);
                    page_.move_to(column.right && width < column.width ? start + column.width - width
                                                                       : start);
                    page_.put(text, tones[i]);
                }
                start += column.width + gap;
            }
            page_.end_line();
        }
    }

    TextPage& page_;
    const std::vector<TextColumn>& columns_;
    const std::vector<std::size_t>& which_;
};

void print_part(TextPage& page, const TextTable& table, const std::vector<TextColumn>& columns,
                const std::vector<std::size_t>& which) {
    TablePrinter printer{page, columns, which};
    printer.titles();
    for (const auto& row : table.rows) printer.row(row);
    if (table.footer.empty()) return;
    printer.rule();
    printer.row(table.footer);
}

using Parts = std::vector<std::vector<std::size_t>>;

/// The columns that name a row stand in every part: the first, and a name behind a place or date.
std::size_t naming_columns(const TextTable& table) {
    return table.columns.size() > 2 && !is_words(table.columns[0].type) && is_words(table.columns[1].type)
               ? 2
               : 1;
}

/// Column numbers of each part, as many as go into `room`; nothing where a column does not fit beside those
/// that name the row.
Parts packed(const TextTable& table, std::size_t room) {
    Parts parts;
    const std::size_t naming = naming_columns(table);
    const auto& name = table.columns[naming - 1];
    std::size_t first = std::min(name.natural, std::max(text_floor, std::min(name.least, room / 3)));
    if (naming == 2) first += table.columns[0].natural + gap;
    std::size_t used = room + 1;
    for (std::size_t i = naming; i < table.columns.size(); ++i) {
        const std::size_t width = gap + table.columns[i].least;
        if (first + width > room) return {};
        if (used + width > room) {
            parts.push_back({0});
            if (naming == 2) parts.back().push_back(1);
            used = first;
        }
        parts.back().push_back(i);
        used += width;
    }
    return parts;
}

/// The fewest parts, and among these the most even ones.
Parts parts_of(const TextTable& table, std::size_t room) {
    Parts best = packed(table, room);
    while (!best.empty() && room > 1) {
        Parts narrower = packed(table, --room);
        if (narrower.size() != best.size()) break;
        best = std::move(narrower);
    }
    return best;
}

void print_records(TextPage& page, const TextTable& table) {
    std::size_t widest = 0;
    for (const auto& column : table.columns) widest = std::max(widest, display_width(column.title));
    const bool stacked = widest + gap > page.columns() / 2;
    const std::size_t indent = stacked ? 2 : widest + gap;
    auto rows = table.rows;
    if (!table.footer.empty()) rows.push_back(table.footer);
    for (const auto& row : rows) {
        if (&row != &rows.front()) page.rule("─", std::min<std::size_t>(page.columns(), 20));
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (trimmed(row[i].text).empty()) continue;
            if (stacked) page.paragraph("", table.columns[i].title);
            if (!stacked) page.put(table.columns[i].title);
            for (const auto& line : wrapped(std::string{trimmed(row[i].text)}, page.columns() - indent)) {
                page.move_to(indent);
                page.put(line, row[i].tone);
                page.end_line();
            }
        }
    }
}

}  // namespace

void write_table(TextPage& page, const Table& table, const Translator& words, int report_year) {
    if (!table.caption.empty()) page.paragraph("", words.say(table.caption));
    if (table.rows.empty() || table.columns.empty())
        return page.paragraph("", words.say(say("render.none")), Tone::muted);
    TextTable shown = shown_table(table, words, report_year);
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < shown.columns.size(); ++i) all.push_back(i);
    auto columns = shown.columns;
    if (fit(columns, page.columns())) return print_part(page, shown, columns, all);
    const auto parts = is_of_figures(table) ? parts_of(shown, page.columns()) : Parts{};
    if (parts.empty()) {
        columns = shown.columns;
        let_words_break(columns, shown);
        if (fit(columns, page.columns())) return print_part(page, shown, columns, all);
    }
    for (const auto& part : parts) {
        std::vector<TextColumn> some;
        for (const std::size_t i : part) some.push_back(shown.columns[i]);
        auto& name = some[naming_columns(shown) - 1];
        name.least = std::min(name.least, text_floor);
        fit(some, page.columns());
        if (&part != &parts.front()) page.blank_line();
        print_part(page, shown, some, part);
    }
    if (parts.empty()) print_records(page, shown);
}

}  // namespace teamctl::render
