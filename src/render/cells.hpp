// What the formats share: cells as people read them, cells as programs read them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/overloaded.hpp"
#include "base/report.hpp"

namespace teamctl::render {

/// Numbers, money and ratios stand at the right of their column.
bool is_right_aligned(ColumnType type);

/// A table of figures, which is read by comparing its rows, rather than one of texts, read row by row.
bool is_of_figures(const Table& table);

/// The value in words, not yet escaped for any format; "nothing there" is empty.
std::string shown(const Cell& cell, const Translator& words, bool with_year = false);

/// Does a date on its own name its year, and do those of a table's column? (See Report::year.)
bool names_year(const Cell& cell, int report_year);
bool names_years(const Table& table, std::size_t column, int report_year);

/// The value as JSON carries it: null, numbers, money as a decimal string, ISO dates, ids.
Json raw_json(const Cell& cell, const Translator& words);
/// A row of the table as an object by column ids.
Json row_object(const Table& table, const std::vector<Cell>& row, const Translator& words);
/// The same as one text; empty for null.
std::string raw_text(const Cell& cell, const Translator& words);
/// Typed numbers: CSV never takes these for formulas.
bool is_plain_number(const Cell& cell);

/// The table with that id, or the first; nullptr where the report has none.
const Table* main_table(const Report& report);

/// Text without blanks and line ends around it, and with the line feeds inside replaced.
std::string on_one_line(std::string_view text, std::string_view line_feed = " ");

/// The days by weeks, Monday first; null where the grid has no such day. Weeks without any are left out.
std::vector<std::vector<const MonthGrid::Day*>> weeks_of(const MonthGrid& grid);

/// The share as the length of a bar, 1 being the whole: from 0 to `most`.
double bar_length(Ratio share, double most);
/// Bars beyond are drawn so long; their figure tells.
inline constexpr double longest_share = 1.5;

/// A chart's value as a length; nothing where there is none.
std::optional<double> quantity(const Cell& cell);

/// From where to where a chart reaches: zero is inside, but for ratios above one half, which begin at the ten
/// percent below the least of them.
struct Scale {
    double low = 0;
    double high = 1;
    Cell lowest;  ///< the same as cells, to be shown
    Cell highest;
};
Scale scale_of(const Chart& chart);

}  // namespace teamctl::render
