// One self-contained HTML page: for a browser, a phone, a mail or the wall.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/html_style.hpp"
#include "render/html_text.hpp"
#include "render/render.hpp"

namespace teamctl::render {
namespace {

constexpr std::size_t many_columns = 9;    // tables with more are printed smaller
constexpr std::size_t phone_columns = 38;  // columns of type side by side on the narrowest phone
constexpr std::size_t text_columns = 16;   // texts may be wrapped to so many
constexpr std::size_t column_gap = 2;
constexpr std::size_t half_page_columns =
    46;  // on paper two tables of so many columns of type stand side by side

}  // namespace

std::string_view html_class(Tone tone) {
    switch (tone) {
        case Tone::strong:
            return "strong";
        case Tone::muted:
            return "muted";
        case Tone::good:
            return "good";
        case Tone::warn:
            return "warn";
        case Tone::bad:
            return "bad";
        case Tone::plain:
            break;
    }
    return "";
}

namespace {

/// ` class="a b"`, or nothing where both are empty.
std::string class_attribute(std::string_view first, Tone tone) {
    const auto second = html_class(tone);
    if (first.empty() && second.empty()) return {};
    return fmt::format(" class=\"{}{}{}\"", first, first.empty() || second.empty() ? "" : " ", second);
}

std::string_view class_of(ColumnType type) {
    if (is_right_aligned(type)) return "r";
    if (type == ColumnType::mark) return "m";
    if (type == ColumnType::place) return "p";
    return type == ColumnType::text ? "t" : "d";
}

class HtmlPage {
  public:
    HtmlPage(const Report& report, const Translator& words, const Links* links = nullptr)
        : report_{report}, words_{words}, links_{links} {}

    std::string written() {
        const std::string title = say_plain(report_.title.empty() ? verbatim("teamctl") : report_.title);
        line("<!DOCTYPE html>");
        line(fmt::format("<html lang=\"{}\">", words_.code() == "zh" ? "zh-CN" : words_.code()));
        line("<head>\n<meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'\">");
        line(fmt::format("<title>{}</title>", title));
        out_.append("<style>").append(html_style).append(page_style());
        if (links_ != nullptr) out_.append(html_site);
        line("</style>\n</head>\n<body>");
        if (links_ != nullptr) out_ += html_bar(*links_, words_);
        line("<main>");
        if (!has_title()) line(fmt::format("<h1>{}</h1>", title));
        write_blocks();
        line("</main>\n</body>\n</html>");
        return std::move(out_);
    }

  private:
    /// Tables that follow each other stand side by side where they have room.
    void write_blocks() {
        const auto is_table = [](const Block& block) { return std::holds_alternative<Table>(block); };
        const auto& blocks = report_.blocks;
        for (auto from = blocks.begin(); from != blocks.end();) {
            const auto tables_end = std::find_if_not(from, blocks.end(), is_table);
            const bool beside = tables_end - from > 1;
            const auto to = std::max(tables_end, from + 1);
            if (beside) line("<div class=\"beside\">");
            for (; from != to; ++from) {
                block_ = static_cast<std::size_t>(from - blocks.begin());
                std::visit([&](const auto& block) { write(block); }, *from);
            }
            if (beside) line("</div>");
        }
    }
    /// A month before any table is made for the wall, and wants the long side.
    bool is_poster() const {
        for (const auto& block : report_.blocks) {
            if (std::holds_alternative<MonthGrid>(block)) return true;
            if (std::holds_alternative<Table>(block)) return false;
        }
        return false;
    }
    bool is_certificate() const {
        return std::ranges::any_of(report_.blocks,
                                   [](const auto& block) { return std::holds_alternative<Honour>(block); });
    }
    std::string page_style() const {
        if (is_certificate()) return std::string{html_certificate};
        if (!is_poster()) return std::string{html_portrait};
        return std::string{html_landscape} + (report_.on_a3 ? std::string{html_a3} : std::string{});
    }
    bool has_title() const {
        if (is_certificate()) return true;
        return std::ranges::any_of(report_.blocks, [](const auto& block) {
            const auto* heading = std::get_if<Heading>(&block);
            return heading != nullptr && heading->level <= 1;
        });
    }

    std::string say(const Phrase& phrase) const { return html_escaped(words_.say(phrase)); }
    /// For a place that takes no markup.
    std::string say_plain(const Phrase& phrase) const {
        return html_escaped(on_one_line(words_.say(phrase)));
    }
    void line(std::string_view text) { out_.append(text).append("\n"); }
    void element(std::string_view name, std::string_view attributes, std::string_view content) {
        line(fmt::format("<{}{}>{}</{}>", name, attributes, content, name));
    }
    void none() { element("p", " class=\"none\"", say(teamctl::say("render.none"))); }

    /// Names a table for those who hear the page: where it has no caption, what it stands under.
    std::string label(const Phrase& caption) const {
        const auto& name = under_.empty() ? report_.title : under_;
        if (!caption.empty() || name.empty()) return {};
        return fmt::format(" aria-label=\"{}\"", say_plain(name));
    }
    void write(const Heading& heading) {
        under_ = heading.text;
        std::string attributes;
        if (links_ != nullptr && links_->anchors.contains(block_))
            attributes = fmt::format(" id=\"{}\"", html_escaped(links_->anchors.at(block_)));
        element(fmt::format("h{}", std::clamp(heading.level, 1, 6)), attributes, say(heading.text));
    }
    void write(const Paragraph& paragraph) {
        element("p", class_attribute("", paragraph.tone), say(paragraph.text));
    }
    void write(const Notice& notice) {
        const std::string mark =
            say(teamctl::say("render.notice")) + escaped_colon() + "<span>" + say(notice.text) + "</span>";
        element("p", class_attribute("notice", notice.tone), mark);
    }
    std::string escaped_colon() const { return words_.say(teamctl::say("render.colon")); }

    void write_items(const std::vector<ListItem>& items, bool numbered) {
        const std::string_view name = numbered ? "ol" : "ul";
        line(fmt::format("<{}>", name));
        for (const auto& item : items) {
            std::string text = say(item.text);
            if (item.ticked) {
                text = fmt::format("<span class=\"box\" role=\"img\" aria-label=\"{}\">{}</span>{}",
                                   *item.ticked ? "[x]" : "[ ]", *item.ticked ? "✓" : "", text);
            }
            const std::string tone = class_attribute("", item.tone);
            if (!tone.empty()) text = fmt::format("<span{}>{}</span>", tone, text);
            out_ += fmt::format("<li{}>{}", item.ticked ? " class=\"tick\"" : "", text);
            if (!item.children.empty()) line("");
            if (!item.children.empty()) write_items(item.children, false);
            line("</li>");
        }
        line(fmt::format("</{}>", name));
    }
    void write(const List& list) {
        if (list.items.empty()) return none();
        write_items(list.items, list.numbered);
    }

    void write(const Facts& facts) {
        line("<dl>");
        for (const auto& [name, cell] : facts.rows) {
            element("dt", "", say(name));
            element("dd", class_attribute("", cell.tone), cell_text(cell, names_year(cell, report_.year)));
        }
        line("</dl>");
    }

    std::string cell_text(const Cell& cell, bool with_year) const {
        const std::string text = html_escaped(shown(cell, words_, with_year));
        const bool words = std::holds_alternative<Phrase>(cell.value);
        return cell.tone == Tone::bad && !words && !text.empty() ? text + "<span class=\"sign\"> !</span>"
                                                                 : text;
    }
    std::size_t column_width(const Table& table, std::size_t i) const {
        const bool with_year = names_years(table, i, report_.year);
        std::size_t width = display_width(made_harmless(words_.say(table.columns[i].title)));
        for (const auto& row : table.rows)
            if (i < row.size())
                width = std::max(width, display_width(made_harmless(shown(row[i], words_, with_year))));
        return table.columns[i].type == ColumnType::text ? std::min(width, text_columns) : width;
    }
    /// A phone shows the rows as cards, each value with its title: figures are compared down a column, and a
    /// small table fits as it is.
    bool has_cards(const Table& table) const {
        return !is_of_figures(table) && width_of(table) > phone_columns;
    }
    std::size_t width_of(const Table& table) const {
        std::size_t width = 0;
        for (std::size_t i = 0; i < table.columns.size(); ++i) width += column_width(table, i) + column_gap;
        return width - column_gap;
    }
    /// The text as what leads somewhere, where it does.
    std::string linked(std::string text, const Table& table, const std::vector<Cell>& row, std::size_t column,
                       bool is_footer) const {
        if (links_ == nullptr || text.empty()) return text;
        const auto href = links_->of(table, row, column, is_footer);
        return href.empty() ? text : fmt::format("<a href=\"{}\">{}</a>", html_escaped(href), text);
    }
    void write_row(const Table& table, const std::vector<Cell>& row, const std::vector<bool>& with_year,
                   bool cards, bool is_footer = false) {
        out_ += "<tr>";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Cell cell = i < row.size() ? row[i] : Cell{};
            std::string text = linked(cell_text(cell, with_year[i]), table, row, i, is_footer);
            std::string attributes = class_attribute(class_of(table.columns[i].type), cell.tone);
            if (cards && !text.empty()) {
                text = "<div>" + text + "</div>";
                attributes += " data-title=\"" + say_plain(table.columns[i].title) + "\"";
            }
            out_ += fmt::format("<td{}>{}</td>", attributes, text);
        }
        line("</tr>");
    }
    void write(const Table& table) {
        if (table.rows.empty() || table.columns.empty()) {
            if (!table.caption.empty()) element("p", " class=\"strong\"", say(table.caption));
            return none();
        }
        const bool cards = has_cards(table);
        line(fmt::format("<div class=\"wide{}{}\"><table{}{}>",
                         table.columns.size() > many_columns ? " many" : "",
                         width_of(table) > half_page_columns ? " broad" : "", cards ? " class=\"texts\"" : "",
                         label(table.caption)));
        if (!table.caption.empty()) element("caption", "", say(table.caption));
        std::vector<bool> with_year;
        out_ += "<thead><tr>";
        for (const auto& column : table.columns) {
            with_year.push_back(names_years(table, with_year.size(), report_.year));
            out_ += fmt::format("<th scope=\"col\" class=\"{}\">{}</th>", class_of(column.type),
                                say(column.title));
        }
        line("</tr></thead>\n<tbody>");
        for (const auto& row : table.rows) write_row(table, row, with_year, cards);
        line("</tbody>");
        if (!table.footer.empty()) {
            line("<tfoot>");
            write_row(table, table.footer, with_year, cards, true);
            line("</tfoot>");
        }
        line("</table></div>");
    }

    void write(const Bars& bars) {
        if (bars.rows.empty()) {
            if (!bars.caption.empty()) element("p", " class=\"strong\"", say(bars.caption));
            return none();
        }
        double most = 1;
        for (const auto& row : bars.rows) most = std::max(most, bar_length(row.share, longest_share));
        const bool noted = std::ranges::any_of(bars.rows, [](const auto& row) { return !row.text.empty(); });
        line(fmt::format("<table class=\"{}\"{}>", noted ? "bars" : "bars bare", label(bars.caption)));
        if (!bars.caption.empty()) element("caption", "", say(bars.caption));
        for (const auto& row : bars.rows) {
            const Cell share{row.share, row.tone};
            const double length = bar_length(row.share, longest_share);
            const std::string drawn = fmt::format(
                "<svg viewBox=\"0 0 {:.0f} 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                "<rect class=\"rest\" width=\"1000\" height=\"10\"/>"
                "<rect{} width=\"{:.0f}\" height=\"10\"/>"
                "<rect class=\"whole\" x=\"998\" width=\"2\" height=\"10\"/></svg>",
                most * 1000, class_attribute("fill", row.tone), length * 1000);
            line(
                fmt::format("<tr><th scope=\"row\">{}</th><td class=\"track\">{}</td><td{}>{}</td>"
                            "{}</tr>",
                            say(row.label), drawn, class_attribute("r", row.tone), cell_text(share, false),
                            noted ? "<td class=\"note\">" + say(row.text) + "</td>" : ""));
        }
        line("</table>");
    }

    void write(const Chart& chart) {
        if (chart.points.empty() || chart.lines.empty()) {
            if (!chart.caption.empty()) element("p", " class=\"strong\"", say(chart.caption));
            return none();
        }
        line(html_chart(chart, words_, ++charts_));
    }

    void write(const MonthGrid& grid) { line(html_month(grid, words_)); }

    void write(const Honour& certificate) {
        line("<article class=\"certificate\">\n<div class=\"frame\">");
        const auto part = [&](std::string_view name, std::string_view of, const Phrase& phrase) {
            if (!phrase.empty()) element(name, fmt::format(" class=\"{}\"", of), say(phrase));
        };
        part("h1", "heading", certificate.heading);
        part("p", "before", certificate.before);
        part("p", "recipient", certificate.recipient);
        part("p", "reason", certificate.reason);
        part("p", "award", certificate.award);
        part("p", "closing", certificate.closing);
        line("<footer>");
        part("p", "issuer", certificate.issuer);
        part("p", "date", certificate.date);
        line("</footer>\n</div>\n</article>");
    }

    const Report& report_;
    const Translator& words_;
    const Links* links_;
    std::size_t block_ = 0;  ///< the number of the one that is written
    std::string out_;
    Phrase under_;  ///< the heading that was written last
    int charts_ = 0;
};

}  // namespace

std::string html(const Report& report, const Translator& words, const Style& /*style*/) {
    return HtmlPage{report, words}.written();
}

std::string linked_html(const Report& report, const Translator& words, const Links& links) {
    return HtmlPage{report, words, &links}.written();
}

}  // namespace teamctl::render
