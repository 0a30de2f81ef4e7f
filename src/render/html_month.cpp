// A month for the wall: a table of weeks that fills one page of paper, and no more than one.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/html_text.hpp"

namespace teamctl::render {
namespace {

// Lengths in tenths of a millimetre, as html_style.hpp has them: A4 landscape within margins of 10 mm.
constexpr int page_width = 2770;
constexpr int page_height = 1900;
constexpr int above_weeks =
    300;  // the foot of the page, the title, the name of the month, the names of the days
constexpr int code_height = 110;   // that a QR code takes beyond the title
constexpr int legend_height = 80;  // that a text below the title takes
constexpr int largest_type = 40;   // 11 pt
constexpr int least_type =
    20;  // 6 pt: smaller cannot be read from a wall, so a fuller month goes on two pages
constexpr int cell_padding = 30;           // left and right together
constexpr int row_padding = 20;            // above and below together, with the lines between rows
constexpr int narrow_sign = 56;            // hundredths of a type's height; wide ones take a whole
constexpr std::size_t side_gap = 2;        // columns between what stands side by side
constexpr std::size_t beside_columns = 6;  // a time or a short name has what follows beside it

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines{{}};
    for (const char c : made_harmless(on_one_line(text, "\n"), true)) {
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    }
    return lines;
}

/// How many of the columns hold the line: a column is half of the type's height, which wide signs fill;
/// narrow ones take more.
std::size_t room_for(const std::string& line, std::size_t columns) {
    const std::size_t width = display_width(line);
    const std::size_t count = code_points(line);
    if (width == 0 || count > width) return columns;
    const std::size_t wide = width - count;
    return columns * width * 50 / (wide * 100 + (count - wide) * narrow_sign);
}

/// How many lines of type the text takes in a cell that holds so many columns: its first line stands alone,
/// the others side by side where they have room.
int lines_in(const std::string& text, std::size_t columns) {
    std::size_t count = 0;
    std::size_t used = columns;
    const auto lines = lines_of(text);
    for (const auto& line : lines) {
        const std::size_t width = display_width(line);
        const std::size_t room = room_for(line, columns);
        if (&line == &lines.front() || used + width + side_gap > room) {
            // names are kept whole, so that a line may end early
            count += width <= room ? 1 : wrapped(line, std::max<std::size_t>(room * 4 / 5, 1)).size();
            used = &line == &lines.front() ? columns : width + side_gap;
        } else {
            used += width + side_gap;
        }
    }
    return static_cast<int>(count);
}

/// The names of a list, none of which is broken where it has room.
std::string kept_whole(std::string_view text) {
    constexpr std::string_view comma = ", ";
    std::string out;
    for (auto at = text.find(comma); at != std::string_view::npos; at = text.find(comma)) {
        out += html_element("span", " class=\"whole\"", html_escaped(text.substr(0, at + 1))) + " ";
        text.remove_prefix(at + comma.size());
    }
    return out + html_element("span", " class=\"whole\"", html_escaped(text));
}

class Month {
  public:
    Month(const MonthGrid& grid, const Translator& words, MonthBelow below)
        : grid_{grid},
          words_{words},
          above_{above_weeks + (below.code ? code_height : 0) + (below.text ? legend_height : 0)} {}

    std::string written() {
        out_ =
            fmt::format("<table class=\"month\" style=\"--type: {}mm\">\n<caption>{}</caption>\n<thead><tr>",
                        tenths(type_that_fits()), html_escaped(words_.month(grid_.month)));
        for (unsigned day = 1; day <= 7; ++day) {
            out_ += fmt::format("<th scope=\"col\">{}</th>", html_escaped(words_.weekday(Weekday{day})));
        }
        out_ += "</tr></thead>\n<tbody>\n";
        for (const auto& week : weeks_of(grid_)) {
            out_ += "<tr>";
            for (const auto* day : week) write(day);
            out_ += "</tr>\n";
        }
        return out_ + "</tbody>\n</table>";
    }

  private:
    static std::string tenths(int length) { return fmt::format("{}.{}", length / 10, length % 10); }

    int height(int type) const {
        int height = above_;
        for (const auto& week : weeks_of(grid_)) {
            int highest = 0;
            for (const auto* day : week) {
                if (day != nullptr) highest = std::max(highest, day_height(*day, type));
            }
            height += highest + row_padding;
        }
        return height;
    }
    /// The number of the day and what is held on it; a meeting of several lines is set apart by a gap.
    int day_height(const MonthGrid::Day& day, int type) const {
        const int width = page_width / 7 - cell_padding;
        const auto columns = static_cast<std::size_t>(std::max(width * 2 / type, 2));
        int lines = 1;
        int gaps = 0;
        bool after_titled = false;
        for (const auto& phrase : day.lines) {
            const auto text = words_.say(phrase);
            const bool titled = lines_of(text).size() > 1;
            lines += lines_in(text, columns);
            gaps += &phrase != &day.lines.front() && (titled || after_titled) ? 1 : 0;
            after_titled = titled;
        }
        return lines * type * 12 / 10 + gaps * type / 4;
    }
    int type_that_fits() const {
        int type = largest_type;
        while (type > least_type && height(type) > page_height) --type;
        return type;
    }

    void write(const MonthGrid::Day* day) {
        if (day == nullptr) {
            out_ += "<td class=\"out\"></td>";
            return;
        }
        const auto tone = html_class(day->tone);
        out_ += tone.empty() ? "<td>" : fmt::format("<td class=\"{}\">", tone);
        std::string sign;
        if (day->tone == Tone::muted) sign = html_escaped(words_.say(say("render.day_off")));
        if (day->tone == Tone::strong) sign = html_escaped(words_.say(say("render.today")));
        out_ += fmt::format(
            "<div class=\"head\"><span>{}<span class=\"weekday\">{}</span></span><small>{}</small></div>",
            day_of_month(day->date), html_escaped(words_.weekday(weekday_of(day->date))), sign);
        for (std::size_t i = 0; i < day->lines.size(); ++i)
            write(lines_of(words_.say(day->lines[i])),
                  i < day->about.size() ? words_.say(day->about[i]) : std::string{});
        out_ += "</td>";
    }

    /// Of several lines the first names what the others say.
    void write(const std::vector<std::string>& lines, const std::string& about) {
        if (lines.size() == 1) {
            const std::string_view text = lines.front();
            if (about.empty() || !text.starts_with(about)) {
                out_ += html_element("div", " class=\"alone\"", html_escaped(text));
                return;
            }
            const bool beside = display_width(about) <= beside_columns;
            out_ +=
                fmt::format("<div class=\"alone {}\"><span class=\"about\">{}</span> <span>{}</span></div>",
                            beside ? "hanging" : "headed", html_escaped(about),
                            kept_whole(on_one_line(text.substr(about.size()))));
            return;
        }
        out_ += fmt::format("<div class=\"titled\"><b>{}</b>", html_escaped(lines.front()));
        for (std::size_t i = 1; i < lines.size(); ++i)
            out_ += fmt::format("<span>{}</span> ", html_escaped(lines[i]));
        out_ += "</div>";
    }

    const MonthGrid& grid_;
    const Translator& words_;
    int above_;
    std::string out_;
};

}  // namespace

std::string html_month(const MonthGrid& grid, const Translator& words, MonthBelow below) {
    return Month{grid, words, below}.written();
}

}  // namespace teamctl::render
