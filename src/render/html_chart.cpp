// Charts of columns or dots, whose words keep their size at any width. Lines differ by how they are filled,
// not by colour alone.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/html_text.hpp"

namespace teamctl::render {
namespace {

constexpr std::size_t least_points = 5;  // fewer are read faster as figures
constexpr std::size_t most_labels = 8;   // of the points, side by side on a phone
constexpr std::size_t fills = 3;

class Drawing {
  public:
    Drawing(const Chart& chart, const Translator& words)
        : chart_{chart}, words_{words}, scale_{scale_of(chart)} {}

    std::string drawn() {
        const auto caption = text(chart_.caption);
        out_ = fmt::format("<figure class=\"chart\"><figcaption>{}{}</figcaption>", caption, axis_note());
        if (chart_.lines.size() > 1) legend();
        out_ += fmt::format(
            "<div class=\"plot\" role=\"img\" aria-label=\"{}{}{}\"><div class=\"axis\"><span>{}</span>"
            "<span>{}</span></div><div class=\"cols{}\">",
            caption, words_.say(say("render.colon")), description(), figure(scale_.highest),
            figure(scale_.lowest), from_zero() ? "" : " dots");
        for (std::size_t i = 0; i < chart_.points.size(); ++i) column(i);
        out_ += "</div><div class=\"points\">";
        const std::size_t every = (chart_.points.size() + most_labels - 1) / most_labels;
        for (std::size_t i = 0; i < chart_.points.size(); i += every)
            out_ += fmt::format("<span style=\"flex:{} 1 0\">{}</span>",
                                std::min(every, chart_.points.size() - i), text(chart_.points[i]));
        return std::move(out_ += "</div></div></figure>");
    }

    /// The figures of a few points, a row a line.
    Table table() const {
        Table table{{}, chart_.caption, {{"line", {}, ColumnType::text}}, {}, {}};
        for (const auto& point : chart_.points) table.columns.push_back({{}, point, ColumnType::number});
        for (const auto& line : chart_.lines) {
            auto& row = table.rows.emplace_back(1, Cell{line.name});
            row.insert(row.end(), line.values.begin(), line.values.end());
        }
        return table;
    }

  private:
    std::string text(const Phrase& phrase) const { return html_plain(phrase, words_); }
    std::string figure(const Cell& cell) const { return html_escaped(shown(cell, words_)); }
    bool from_zero() const { return scale_.low <= 0; }
    /// In hundredths of the height, from below.
    double height(double value) const { return (value - scale_.low) / (scale_.high - scale_.low) * 100; }
    std::string axis_note() const {
        if (from_zero()) return {};
        return html_element("small", "",
                            html_escaped(words_.say(say("render.axis_from", figure(scale_.lowest)))));
    }

    /// Every figure, for who hears the page.
    std::string description() const {
        std::string all;
        for (const auto& line : chart_.lines) {
            all += text(line.name) + words_.say(say("render.colon"));
            for (std::size_t i = 0; i < std::min(chart_.points.size(), line.values.size()); ++i) {
                if (quantity(line.values[i]))
                    all += fmt::format("{} {}; ", text(chart_.points[i]), figure(line.values[i]));
            }
        }
        return all;
    }

    void column(std::size_t i) {
        out_ += "<div class=\"col\">";
        for (std::size_t n = 0; n < chart_.lines.size(); ++n) {
            const auto& line = chart_.lines[n];
            const auto value = i < line.values.size() ? quantity(line.values[i]) : std::nullopt;
            out_ += fmt::format("<span class=\"s{}\">", n % fills);
            if (value) {
                const double end = height(*value);
                const double zero = from_zero() ? height(0) : end;
                const auto shape = from_zero() ? fmt::format(";height:{:.1f}%", std::abs(end - zero)) : "";
                out_ +=
                    fmt::format("<i style=\"bottom:{:.1f}%{}\" title=\"{} {} {}\"></i>", std::min(zero, end),
                                shape, text(line.name), text(chart_.points[i]), figure(line.values[i]));
            }
            out_ += "</span>";
        }
        out_ += "</div>";
    }

    void legend() {
        out_ += "<div class=\"legend\">";
        for (std::size_t n = 0; n < chart_.lines.size(); ++n)
            out_ +=
                fmt::format("<span class=\"s{}\"><i></i>{}</span>", n % fills, text(chart_.lines[n].name));
        out_ += "</div>";
    }

    const Chart& chart_;
    const Translator& words_;
    Scale scale_;
    std::string out_;
};

}  // namespace

std::string html_chart(const Chart& chart, const TableFrame& frame) {
    Drawing drawing{chart, frame.words};
    return chart.points.size() < least_points ? html_table(drawing.table(), frame) : drawing.drawn();
}

std::string html_spark(const std::vector<Cell>& values) {
    if (values.size() < least_points) return {};
    const Scale scale = scale_of({{}, {}, {{{}, values}}});
    std::string path;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = quantity(values[i]);
        if (!value) continue;
        path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L",
                            static_cast<double>(i) * 100 / static_cast<double>(values.size() - 1),
                            31 - (*value - scale.low) / (scale.high - scale.low) * 30);
    }
    return "<svg class=\"spark\" viewBox=\"0 0 100 32\" preserveAspectRatio=\"none\" "
           "aria-hidden=\"true\"><path d=\"" +
           path + "\"/></svg>";
}

}  // namespace teamctl::render
