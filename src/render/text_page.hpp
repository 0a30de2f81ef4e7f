// A page of text for a terminal or a file: lines of known display width, colours where they are wanted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/report.hpp"
#include "render/render.hpp"

namespace teamctl::render {

/// Collects lines. Blanks at the end of a line are never written, and every text passes made_harmless.
class TextPage {
  public:
    explicit TextPage(const Style& style);

    /// Columns that a line may take; a very large number where nothing is to be wrapped.
    std::size_t columns() const { return columns_; }
    bool wraps() const { return columns_ != unlimited; }

    void put(std::string_view text, Tone tone = Tone::plain);
    /// Blanks up to that column of the line (counted from 0).
    void move_to(std::size_t column);
    void end_line();
    /// An empty line, but never two, and none at the start.
    void blank_line();
    /// The text wrapped behind `first`; further lines are indented by as much as `first` is wide.
    void paragraph(std::string_view first, std::string_view text, Tone tone = Tone::plain);
    /// `count` times the sign.
    void rule(std::string_view sign, std::size_t count);

    std::string written() { return std::move(out_); }

  private:
    static constexpr std::size_t unlimited = 1'000'000'000;

    std::size_t columns_;
    bool color_;
    std::size_t width_ = 0;  // of the line under way, as far as it is written
    std::size_t gap_ = 0;    // blanks that wait for the next text
    std::string out_;
};

/// Lines of a text from a file: harmless, its own line feeds kept, wrapped to `columns`.
std::vector<std::string> text_lines(std::string_view text, std::size_t columns);

// The larger blocks; text.cpp writes the others.
void write_table(TextPage& page, const Table& table, const Translator& words, int report_year);
void write_bars(TextPage& page, const Bars& bars, const Translator& words);
void write_chart(TextPage& page, const Chart& chart, const Translator& words);
void write_month(TextPage& page, const MonthGrid& grid, const Translator& words);
void write_certificate(TextPage& page, const Honour& certificate, const Translator& words);

}  // namespace teamctl::render
