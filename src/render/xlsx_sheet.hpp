// One sheet of a workbook in the making. Internal to render/.
#pragma once

#include <xlsxwriter.h>

#include <string>
#include <vector>

#include "base/report.hpp"

namespace teamctl::render {

/// The looks of cells in one workbook.
class BookStyles {
  public:
    explicit BookStyles(lxw_workbook* book) : book_{book} {}
    lxw_format* title() { return made(Look::title); }
    lxw_format* strong() { return made(Look::strong); }
    lxw_format* text() { return made(Look::text); }
    lxw_format* head() { return made(Look::head); }
    lxw_format* head_of_figures() { return made(Look::head_right); }
    lxw_format* day() { return made(Look::day); }
    lxw_format* day_off() { return made(Look::day_off); }
    /// A value as its kind is written; `total` is a row of totals.
    lxw_format* value(const char* number_format, bool total);

  private:
    enum class Look { title, strong, text, head, head_right, day, day_off, count };
    lxw_format* made(Look look);

    lxw_workbook* book_;
    lxw_format* looks_[static_cast<std::size_t>(Look::count)]{};
    std::vector<std::pair<std::string, lxw_format*>> values_;
};

/// Writes from the top down; the end of its life lays out what it holds: widths, what stays in sight, print.
class SheetWriter {
  public:
    /// `name` becomes one that spreadsheets allow, and that no sheet has yet.
    SheetWriter(lxw_workbook* book, BookStyles& styles, const Translator& words, const std::string& name,
                const std::string& footer);
    ~SheetWriter();
    SheetWriter(const SheetWriter&) = delete;
    SheetWriter& operator=(const SheetWriter&) = delete;

    /// A text over the width of the sheet.
    void line(const std::string& text, lxw_format* format);
    void fact(const std::string& label, const Cell& cell, const std::string& behind = {});
    /// With `raw`, texts are what CSV carries, and heads the ids of columns.
    void table(const Table& table, const std::string& caption, bool raw);
    /// The figures as a table, and a drawing beside them.
    void chart(const Chart& chart);
    void month(const MonthGrid& grid);

  private:
    void put(lxw_row_t row, std::size_t column, const Cell& cell, ColumnType type, bool raw, bool total);
    void text_at(lxw_row_t row, std::size_t column, const std::string& text, lxw_format* format);
    void widen(std::size_t column, const std::string& text);
    void set_widths();
    lxw_col_t last_printed() const;

    lxw_workbook* book_;
    lxw_worksheet* sheet_;
    BookStyles& styles_;
    const Translator& words_;
    std::string name_;
    std::string footer_;
    lxw_row_t row_ = 0;
    std::vector<std::size_t> widths_;
    std::size_t longest_line_ = 0;  ///< of the texts that run over the columns
    std::size_t charts_from_ = 0;   ///< the column where drawings begin; 0: there is none
    std::vector<lxw_row_t> heads_;  ///< rows of heads of tables
    bool has_names_ = false;        ///< the first column says whose row it is
    bool is_month_ = false;
    bool is_raw_ = false;  ///< the rows that programs read: as wide as they are
};

}  // namespace teamctl::render
