#include "render/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/xlsx_library.hpp"

namespace teamctl::render {
namespace {

constexpr std::size_t longest_text = 32767;  // of a cell, as the format has it
constexpr std::size_t longest_name = 31;     // of a sheet
constexpr std::size_t least_width = 6;
constexpr std::size_t most_width = 60;
constexpr std::size_t line_width = 100;     // of a text that stands alone; longer ones are wrapped
constexpr std::size_t printed_width = 160;  // more columns of type on one sheet of paper cannot be read
constexpr std::size_t chart_width = 72;     // 480 px
constexpr std::size_t default_width = 9;
constexpr std::size_t month_width = 22;  // of a day

lxw_col_t column_number(std::size_t column) {
    return static_cast<lxw_col_t>(column);
}

/// So many characters of the text.
std::string first_of(std::string_view text, std::size_t characters) {
    std::size_t end = 0;
    for (std::size_t n = 0; n < characters && end < text.size(); ++n) end += code_point_at(text, end).bytes;
    return std::string{text.substr(0, end)};
}

/// A name that a sheet may have: `[]:*?/\` and quotes at its ends are none of it.
std::string sheet_name(lxw_workbook* book, std::string name) {
    for (auto& c : name)
        if (std::string_view{"[]:*?/\\'"}.find(c) != std::string_view::npos) c = ' ';
    name = std::string{trimmed(on_one_line(made_harmless(name)))};
    name = std::string{trimmed(first_of(name, longest_name))};
    if (name.empty()) name = "1";
    const auto taken = [&](const std::string& wanted) {
        return workbook_validate_sheet_name(book, wanted.c_str()) != LXW_NO_ERROR;
    };
    std::string free = name;
    for (int n = 2; taken(free) && n < 1000; ++n) {
        const std::string end = " " + std::to_string(n);
        free = first_of(name, longest_name - end.size()) + end;
    }
    return free;
}

/// `12`, `-3.50`, `1,234`: a figure that was written as text.
std::optional<double> figure_in(std::string text) {
    std::erase(text, ',');
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc{} || at != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// How many digits stand behind the point of the figure as it is shown.
std::size_t decimals_of(std::string_view text) {
    const auto point = text.find('.');
    return point == std::string_view::npos ? 0 : text.size() - point - 1;
}

/// How many lines the text takes in a cell of that width.
std::size_t wrapped_lines(const std::string& text, std::size_t width) {
    std::size_t lines = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines += std::max<std::size_t>(wrapped(text.substr(at, end - at), width).size(), 1);
        at = end + 1;
    }
    return lines;
}

}  // namespace

lxw_format* BookStyles::made(Look look) {
    auto& format = looks_[static_cast<std::size_t>(look)];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    const bool is_head = look == Look::head || look == Look::head_right;
    const bool wraps = is_head || look == Look::day || look == Look::day_off;
    if (wraps) format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look == Look::title) format_set_font_size(format, 14);
    if (look == Look::title || look == Look::strong || is_head) format_set_bold(format);
    if (is_head) format_set_bottom(format, LXW_BORDER_THIN);
    if (look == Look::head_right) format_set_align(format, LXW_ALIGN_RIGHT);
    if (look == Look::day || look == Look::day_off) format_set_border(format, LXW_BORDER_THIN);
    if (look == Look::day_off || is_head) format_set_bg_color(format, 0xEEEEEE);
    return format;
}

lxw_format* BookStyles::value(const char* number_format, bool total) {
    const std::string key = std::string{total ? "t" : "v"} + number_format;
    for (const auto& [known, format] : values_)
        if (known == key) return format;
    auto* format = workbook_add_format(book_);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (*number_format != '\0') format_set_num_format(format, number_format);
    // Days and times stand below their heads, as texts do.
    const std::string_view form = number_format;
    if (form.starts_with("yyyy") || form.starts_with("hh")) format_set_align(format, LXW_ALIGN_LEFT);
    if (total) {
        format_set_bold(format);
        format_set_top(format, LXW_BORDER_THIN);
    }
    values_.emplace_back(key, format);
    return format;
}

SheetWriter::SheetWriter(lxw_workbook* book, BookStyles& styles, const Translator& words,
                         const std::string& name, const std::string& footer)
    : book_{book}, styles_{styles}, words_{words}, name_{sheet_name(book, name)}, footer_{footer} {
    sheet_ = workbook_add_worksheet(book, name_.c_str());
    if (sheet_ == nullptr) throw std::bad_alloc{};
}

void SheetWriter::set_widths() {
    if (is_month_) {
        worksheet_set_column(sheet_, 0, 6, static_cast<double>(month_width), nullptr);
        return;
    }
    if (heads_.empty() && widths_.size() <= 1) {  // texts alone
        if (widths_.empty()) widths_.resize(1);
        widths_[0] = std::clamp(longest_line_, least_width, line_width);
    }
    const auto most = widths_.size() == 1 ? line_width : most_width;
    for (std::size_t c = 0; c < widths_.size(); ++c) {
        widths_[c] = std::clamp(widths_[c], least_width, most) + 2;
        worksheet_set_column(sheet_, column_number(c), column_number(c), static_cast<double>(widths_[c]),
                             nullptr);
    }
}

/// As far as anything reaches: columns, texts that run over them, drawings.
lxw_col_t SheetWriter::last_printed() const {
    if (is_month_) return 6;
    const auto width_of = [&](std::size_t c) { return c < widths_.size() ? widths_[c] : default_width; };
    std::size_t columns = std::max<std::size_t>(widths_.size(), 1);
    std::size_t width = 0;
    for (std::size_t c = 0; c < columns; ++c) width += width_of(c);
    while (width < std::min(longest_line_, line_width)) width += width_of(columns++);
    if (charts_from_ == 0) return column_number(columns - 1);
    std::size_t drawn = 0;
    std::size_t end = charts_from_;
    while (drawn < chart_width) drawn += width_of(end++);
    return column_number(std::max(columns, end) - 1);
}

SheetWriter::~SheetWriter() {
    set_widths();
    std::size_t width = 0;
    for (const auto one : widths_) width += one;
    if (heads_.size() == 1) {
        const lxw_row_t head = heads_.front();
        worksheet_freeze_panes(sheet_, head + 1, column_number(has_names_ ? 1 : 0));
        worksheet_repeat_rows(sheet_, head, head);
    }
    const lxw_col_t last = last_printed();
    worksheet_set_paper(sheet_, 9);  // A4
    if (is_month_ || last > 5) worksheet_set_landscape(sheet_);
    if (is_month_) worksheet_center_horizontally(sheet_);
    if (is_raw_ && width > printed_width)
        worksheet_repeat_columns(sheet_, 0, 0);
    else
        worksheet_fit_to_pages(sheet_, 1, is_month_ ? 1 : 0);
    if (row_ > 0) worksheet_print_area(sheet_, 0, 0, row_ - 1, last);
    std::string shown;
    for (const char c : first_of(footer_, 80)) shown += c == '&' ? std::string{"&&"} : std::string(1, c);
    worksheet_set_footer(sheet_, ("&L" + shown + "&R&P / &N").c_str());
}

void SheetWriter::widen(std::size_t column, const std::string& text) {
    if (widths_.size() <= column) widths_.resize(column + 1);
    std::size_t longest = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        longest = std::max(longest, display_width(std::string_view{text}.substr(at, end - at)));
        at = end + 1;
    }
    widths_[column] = std::max(widths_[column], longest);
}

void SheetWriter::text_at(lxw_row_t row, std::size_t column, const std::string& text, lxw_format* format) {
    auto safe = made_harmless(text, true);
    if (safe.size() > longest_text) safe = first_of(safe, longest_text / 4 - 1) + "…";
    if (!safe.empty()) worksheet_write_string(sheet_, row, column_number(column), safe.c_str(), format);
}

void SheetWriter::line(const std::string& text, lxw_format* format) {
    if (widths_.empty()) widths_.resize(1);
    const auto width = display_width(made_harmless(text));
    longest_line_ = std::max(longest_line_, width + width / 4);  // bold and large ones take more
    if (width <= line_width) return text_at(row_++, 0, text, format);
    for (const auto& part : wrapped(text, line_width)) text_at(row_++, 0, part, format);
}

void SheetWriter::fact(const std::string& label, const Cell& cell, const std::string& behind) {
    widen(0, label);
    text_at(row_, 0, label, styles_.text());
    put(row_, 1, cell, ColumnType::text, false, false);
    if (!behind.empty()) {
        widen(2, behind);
        text_at(row_, 2, behind, styles_.text());
    }
    ++row_;
}

void SheetWriter::put(lxw_row_t row, std::size_t column, const Cell& cell, ColumnType type, bool raw,
                      bool total) {
    widen(column, shown(cell, words_, true));
    const auto at = column_number(column);
    const auto number = [&](double value, const char* format) {
        if (total) widen(column, shown(cell, words_, true) + "  ");  // bold
        worksheet_write_number(sheet_, row, at, value, styles_.value(format, total));
    };
    if (const auto* money = std::get_if<Money>(&cell.value)) {
        widen(column, shown(cell, words_, true) + ".00");
        return number(static_cast<double>(money->fen) / 100, "#,##0.00");
    }
    if (const auto* count = std::get_if<std::int64_t>(&cell.value))
        return number(static_cast<double>(*count), "0");
    if (const auto* time = std::get_if<TimeOfDay>(&cell.value))
        return number(static_cast<double>(time->minutes) / 1440, "hh:mm");
    if (std::holds_alternative<Ratio>(cell.value)) {
        if (const auto value = quantity(cell)) number(*value, "0.0%");
        return;
    }
    const auto* date = std::get_if<Date>(&cell.value);
    if (date != nullptr && year_of(*date) >= 1900) {
        const std::chrono::year_month_day day{std::chrono::sys_days{*date}};
        lxw_datetime when{static_cast<int>(day.year()),
                          static_cast<int>(static_cast<unsigned>(day.month())),
                          static_cast<int>(static_cast<unsigned>(day.day())),
                          0,
                          0,
                          0};
        worksheet_write_datetime(sheet_, row, at, &when, styles_.value("yyyy-mm-dd", total));
        return;
    }
    const auto text = raw ? raw_text(cell, words_) : shown(cell, words_, true);
    const auto value = is_right_aligned(type) ? figure_in(raw_text(cell, words_)) : std::nullopt;
    if (value) {
        const auto decimals = raw ? 0 : decimals_of(shown(cell, words_, true));
        const auto plain = decimals == 0 ? std::string{"General"} : "0." + std::string(decimals, '0');
        return number(*value, type == ColumnType::money ? "#,##0.00" : plain.c_str());
    }
    text_at(row, column, text, total ? styles_.value("", true) : styles_.text());
}

void SheetWriter::table(const Table& table, const std::string& caption, bool raw) {
    if (row_ > 0) ++row_;
    if (!caption.empty()) line(caption, styles_.strong());
    heads_.push_back(row_);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto head = raw ? table.columns[c].id : words_.say(table.columns[c].title);
        widen(c, head);
        const bool right = is_right_aligned(table.columns[c].type);
        text_at(row_, c, head, right ? styles_.head_of_figures() : styles_.head());
    }
    is_raw_ = is_raw_ || raw;
    has_names_ = has_names_ || (table.columns.size() > 4 && table.columns.front().type == ColumnType::person);
    ++row_;
    const auto first = row_;
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < std::min(row.size(), table.columns.size()); ++c)
            put(row_, c, row[c], table.columns[c].type, raw, false);
        ++row_;
    }
    if (raw && row_ > first && !table.columns.empty())
        worksheet_autofilter(sheet_, first - 1, 0, row_ - 1, column_number(table.columns.size() - 1));
    for (std::size_t c = 0; c < std::min(table.footer.size(), table.columns.size()); ++c)
        put(row_, c, table.footer[c], table.columns[c].type, raw, true);
    if (!table.footer.empty()) ++row_;
}

void SheetWriter::chart(const Chart& chart) {
    Table figures;
    figures.columns.push_back({"point", Phrase{}, ColumnType::text});
    for (const auto& one : chart.lines) figures.columns.push_back({"value", one.name, ColumnType::number});
    for (std::size_t p = 0; p < chart.points.size(); ++p) {
        auto& row = figures.rows.emplace_back();
        row.emplace_back(chart.points[p]);
        for (const auto& one : chart.lines) row.push_back(p < one.values.size() ? one.values[p] : Cell{});
    }
    table(figures, words_.say(chart.caption), false);
    if (figures.rows.empty() || chart.lines.empty()) return;
    const auto last = row_ - 1;
    const auto first = static_cast<lxw_row_t>(row_ - figures.rows.size());
    lxw_chart* drawn = workbook_add_chart(book_, chart.points.size() > 1 ? LXW_CHART_LINE : LXW_CHART_COLUMN);
    for (std::size_t c = 1; c <= chart.lines.size(); ++c) {
        lxw_chart_series* series = chart_add_series(drawn, nullptr, nullptr);
        chart_series_set_categories(series, name_.c_str(), first, 0, last, 0);
        chart_series_set_values(series, name_.c_str(), first, column_number(c), last, column_number(c));
        chart_series_set_name_range(series, name_.c_str(), first - 1, column_number(c));
    }
    if (!chart.caption.empty()) chart_title_set_name(drawn, words_.say(chart.caption).c_str());
    const auto beside = column_number(chart.lines.size() + 2);
    worksheet_insert_chart(sheet_, first - 1, beside, drawn);
    charts_from_ = std::max<std::size_t>(charts_from_, beside);
    constexpr lxw_row_t rows_of_a_chart = 15;
    row_ = std::max(row_, first + rows_of_a_chart);
}

void SheetWriter::month(const MonthGrid& grid) {
    is_month_ = true;
    heads_.push_back(row_);
    const Date monday = monday_of(first_day(grid.month));
    for (int d = 0; d < 7; ++d)
        text_at(row_, static_cast<std::size_t>(d), words_.weekday(weekday_of(monday + Days{d})),
                styles_.head());
    ++row_;
    for (const auto& week : weeks_of(grid)) {
        std::size_t lines = 1;
        for (std::size_t d = 0; d < week.size(); ++d) {
            if (week[d] == nullptr) continue;
            std::string text = std::to_string(static_cast<unsigned>(
                std::chrono::year_month_day{std::chrono::sys_days{week[d]->date}}.day()));
            for (const auto& one : week[d]->lines) text += "\n" + words_.say(one);
            lines = std::max(lines, wrapped_lines(made_harmless(text, true), month_width));
            text_at(row_, d, text, week[d]->tone == Tone::muted ? styles_.day_off() : styles_.day());
        }
        constexpr double points_a_line = 15;
        worksheet_set_row(sheet_, row_++, std::min(points_a_line * static_cast<double>(lines), 400.0),
                          nullptr);
    }
}

}  // namespace teamctl::render
