// Charts of columns as inline SVG. Lines differ by how they are filled, not by colour alone.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/html_text.hpp"

namespace teamctl::render {
namespace {

constexpr double plot_left = 78;  // room of the axis labels
constexpr double plot_right = 712;
constexpr double plot_top = 16;
constexpr double plot_bottom = 124;
constexpr std::size_t few_points = 13;  // so many carry their figures
constexpr std::size_t fills = 3;

class Drawing {
  public:
    Drawing(const Chart& chart, const Translator& words)
        : chart_{chart}, words_{words}, scale_{scale_of(chart)} {}

    std::string drawn(int number) {
        const auto caption = text(chart_.caption);
        out_ = fmt::format(
            "<figure class=\"chart\"><div class=\"strong\">{1}</div><div class=\"wide\"><svg viewBox=\"0 0 "
            "720 146\" role=\"img\" "
            "aria-labelledby=\"chart{0}-title chart{0}-desc\"><title id=\"chart{0}-title\">{1}</title>"
            "<desc id=\"chart{0}-desc\">{2}</desc>",
            number, caption, description());
        rule(scale_.high, shown(scale_.highest, words_));
        rule(scale_.low, shown(scale_.lowest, words_));
        if (scale_.low < 0 && scale_.high > 0) rule(0, "0");
        for (std::size_t i = 0; i < chart_.points.size(); ++i) column(i);
        out_ += "</svg></div>";
        if (chart_.lines.size() > 1) legend();
        return std::move(out_.append("</figure>"));
    }

  private:
    std::string text(const Phrase& phrase) const { return html_escaped(on_one_line(words_.say(phrase))); }
    std::string figure(const Cell& cell) const { return html_escaped(shown(cell, words_)); }
    double height(double value) const {
        return plot_bottom - (value - scale_.low) / (scale_.high - scale_.low) * (plot_bottom - plot_top);
    }
    double step() const { return (plot_right - plot_left) / static_cast<double>(chart_.points.size()); }

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

    void rule(double value, std::string_view label) {
        out_ += fmt::format(
            "<path class=\"grid\" d=\"M{0:.0f} {2:.1f}H{1:.0f}\"/>"
            "<text class=\"end\" x=\"{3:.0f}\" y=\"{4:.1f}\">{5}</text>",
            plot_left, plot_right, height(value), plot_left - 6, height(value) + 4, html_escaped(label));
    }

    void column(std::size_t i) {
        const double at = plot_left + step() * static_cast<double>(i);
        const double width = std::min(step() * 0.8, 40.0) / static_cast<double>(chart_.lines.size());
        const double first = at + (step() - width * static_cast<double>(chart_.lines.size())) / 2;
        for (std::size_t n = 0; n < chart_.lines.size(); ++n) {
            const auto& line = chart_.lines[n];
            const auto value = i < line.values.size() ? quantity(line.values[i]) : std::nullopt;
            if (!value) continue;
            const double zero = height(std::max(scale_.low, 0.0));
            const double end = height(*value);
            const double x = first + width * static_cast<double>(n);
            out_ += fmt::format(
                "<rect class=\"s{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\">"
                "<title>{} {} {}</title></rect>",
                n % fills, x, std::min(zero, end), width * 0.92, std::max(std::abs(end - zero), 0.5),
                text(line.name), text(chart_.points[i]), figure(line.values[i]));
            if (chart_.points.size() <= few_points && chart_.lines.size() == 1)
                out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", x + width / 2,
                                    *value < 0 ? end + 11 : end - 3, figure(line.values[i]));
        }
        const std::size_t every = chart_.points.size() / 32 + 1;
        if (i % every == 0)
            out_ += fmt::format("<text x=\"{:.1f}\" y=\"141\">{}</text>", at + step() / 2,
                                text(chart_.points[i]));
    }

    void legend() {
        out_ += "<div class=\"legend\">";
        for (std::size_t n = 0; n < chart_.lines.size(); ++n)
            out_ += fmt::format(
                "<span><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect class=\"s{}\" x=\"1\" y=\"1\" "
                "width=\"10\" height=\"10\"/></svg>{}</span>",
                n % fills, text(chart_.lines[n].name));
        out_ += "</div>";
    }

    const Chart& chart_;
    const Translator& words_;
    Scale scale_;
    std::string out_;
};

}  // namespace

std::string html_escaped(std::string_view text) {
    const std::string safe = made_harmless(on_one_line(text, "\n"), true);
    std::string out;
    out.reserve(safe.size());
    for (const char c : safe) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            case '\n':
                out += "<br>";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string html_chart(const Chart& chart, const Translator& words, int number) {
    return Drawing{chart, words}.drawn(number);
}

}  // namespace teamctl::render
