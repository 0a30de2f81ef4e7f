// One self-contained HTML page: for a browser, a phone, a mail or the wall.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/html_style.hpp"
#include "render/html_style_paper.hpp"
#include "render/html_text.hpp"
#include "render/render.hpp"

namespace teamctl::render {
namespace {

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
        out_.append("<style>").append(html_sheet(page_style()));
        if (links_ != nullptr) out_ += html_site;
        line("</style>\n</head>\n<body>");
        if (links_ != nullptr) out_ += html_bar(*links_, words_);
        line(report_.name == "summary" ? "<main class=\"brief\">"
             : has_checks()            ? "<main class=\"checks\">"
                                       : "<main>");
        if (!has_title()) line(fmt::format("<h1>{}</h1>", title));
        write_blocks();
        if (!report_.source.empty() && !is_certificate())
            element("footer", " class=\"page\"",
                    html_element("span", "", title) + html_element("span", "", say(report_.source)));
        line("</main>\n</body>\n</html>");
        return std::move(out_);
    }

  private:
    /// Tables that follow each other stand side by side where they have room.
    void write_blocks() {
        const auto& blocks = report_.blocks;
        for (auto from = blocks.begin(); from != blocks.end();) {
            const auto tables_end = std::find_if_not(from, blocks.end(), [](const Block& block) {
                const auto* table = std::get_if<Table>(&block);
                return table != nullptr && !table->as_tiles;
            });
            const bool beside = tables_end - from > 1;
            const auto to = std::max(tables_end, from + 1);
            if (beside) line("<div class=\"beside\">");
            for (; from != to; ++from) {
                block_ = static_cast<std::size_t>(from - blocks.begin());
                std::visit([&](const auto& block) { write(block); }, *from);
            }
            if (beside) line("</div>");
        }
        unfold();
    }
    /// Several lists to tick off, which stand side by side.
    bool has_checks() const {
        const auto ticked = [](const Block& block) {
            const auto* list = std::get_if<List>(&block);
            return list != nullptr && !list->items.empty() && list->items.front().ticked.has_value();
        };
        return std::ranges::count_if(report_.blocks, ticked) > 2;
    }
    /// A month before any table is made for the wall, and wants the long side.
    bool is_poster() const {
        for (const auto& block : report_.blocks) {
            if (std::holds_alternative<MonthGrid>(block)) return true;
            if (std::holds_alternative<Table>(block)) return false;
        }
        return false;
    }
    /// What hangs on a wall says where it can be seen as it is now.
    bool has_code() const { return !report_.web_address.empty() && is_poster(); }
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
    std::string say_plain(const Phrase& phrase) const { return html_plain(phrase, words_); }
    void line(std::string_view text) { out_.append(text).append("\n"); }
    void element(std::string_view name, std::string_view attributes, std::string_view content) {
        line(html_element(name, attributes, content));
    }
    TableFrame frame() const {
        return {words_, links_, report_.year, under_.empty() ? report_.title : under_};
    }

    void unfold() {
        if (folded_) line("</div></details>");
        folded_ = 0;
    }
    void write(const Heading& heading) {
        under_ = heading.text;
        std::string attributes;
        if (links_ != nullptr && links_->anchors.contains(block_))
            attributes = fmt::format(" id=\"{}\"", html_escaped(links_->anchors.at(block_)));
        if (folded_ >= heading.level) unfold();
        const auto text =
            html_element(fmt::format("h{}", std::clamp(heading.level, 1, 6)), attributes, say(heading.text));
        if (heading.level <= 1 && has_code()) line(html_qr(report_.web_address, words_));
        if (!heading.folded || folded_ > 0) return line(text);
        folded_ = heading.level;
        line("<details><summary>" + text + "</summary><div class=\"fold\">");
    }
    void write(const Paragraph& paragraph) {
        element("p", html_class_attribute("", paragraph.tone), say(paragraph.text));
    }
    void write(const Notice& notice) {
        element("p", html_class_attribute("notice", notice.tone),
                html_element("b", "", say(teamctl::say("render.notice"))) +
                    words_.say(teamctl::say("render.colon")) + say(notice.text));
    }

    /// An item of an agenda: when, what, how long, and whose it is.
    void write_slot(const ListItem& item) {
        const auto& slot = *item.slot;
        out_ += fmt::format("<li><time>{}</time><div class=\"item{}\"><b>{}</b>",
                            slot.at ? html_escaped(shown(Cell{*slot.at}, words_)) : "",
                            slot.empty ? " empty" : "", say(slot.item));
        if (slot.empty) out_ += "<small>" + say(teamctl::say("render.nothing_there")) + "</small>";
        for (const auto& owner : slot.owners) out_ += html_element("span", " class=\"tag\"", say(owner));
        if (!slot.length.empty()) out_ += html_element("small", "", say(slot.length));
        out_ += "</div>";
        if (!item.children.empty()) write_items(item.children, false);
        line("</li>");
    }
    std::string linked_name(const TreeName& named) const {
        const auto href = links_ != nullptr && links_->of_person && !named.who.empty()
                              ? links_->of_person(named.who)
                              : std::string{};
        const auto name = say(named.name);
        return href.empty() ? name : fmt::format("<a href=\"{}\">{}</a>", html_escaped(href), name);
    }
    void write_items(const std::vector<ListItem>& items, bool numbered) {
        const bool timeline =
            std::ranges::any_of(items, [](const auto& item) { return item.slot.has_value(); });
        const bool tree = std::ranges::any_of(items, [](const auto& item) { return item.named.has_value(); });
        const std::string_view name = numbered ? "ol" : "ul";
        line(fmt::format("<{}{}>", name, timeline ? " class=\"timeline\"" : tree ? " class=\"tree\"" : ""));
        for (const auto& item : items) {
            if (item.slot) {
                write_slot(item);
                continue;
            }
            std::string text = item.named ? linked_name(*item.named) : say(item.text);
            if (text.starts_with("teamctl ")) text = html_element("code", "", text);
            const std::string tone = html_class_attribute("", item.tone);
            if (!tone.empty()) text = fmt::format("<span{}>{}</span>", tone, text);
            if (item.ticked) {
                text = fmt::format("<span class=\"box\" role=\"img\" aria-label=\"{}\">{}</span>{}",
                                   *item.ticked ? "[x]" : "[ ]", *item.ticked ? "✓" : "", text);
            }
            if (item.named)
                for (const auto& tag : item.named->tags)
                    text += html_element("span", " class=\"tag\"", say(tag));
            out_ += fmt::format("<li{}>{}", item.ticked ? " class=\"tick\"" : "", text);
            if (!item.children.empty()) line("");
            if (!item.children.empty()) write_items(item.children, false);
            line("</li>");
        }
        line(fmt::format("</{}>", name));
    }
    void write(const List& list) {
        if (!list.items.empty()) return write_items(list.items, list.numbered);
        element("p", " class=\"none\"", say(teamctl::say("render.none")));
    }

    void write(const Facts& facts) {
        line("<dl>");
        for (const auto& [name, cell] : facts.rows) {
            const auto value = html_escaped(shown(cell, words_, names_year(cell, report_.year)));
            line("<div>" + html_element("dt", "", say(name)) +
                 html_element("dd", html_class_attribute("", cell.tone), value) + "</div>");
        }
        line("</dl>");
    }

    void write(const Table& table) {
        const bool again = month_written_ && folded_ == 0 && !table.caption.empty();
        if (!again) return line(html_table(table, frame()));
        // The month above shows most of it.
        write(Heading{2, table.caption, true});
        Table below = table;
        below.caption = {};
        line(html_table(below, frame()));
        unfold();
    }
    void write(const Bars& bars) {
        if (!bars.in_table) line(html_bars(bars, frame()));
    }
    void write(const Chart& chart) {
        if (!chart.points.empty() && !chart.lines.empty()) return line(html_chart(chart, frame()));
        if (!chart.caption.empty()) element("p", " class=\"strong\"", say(chart.caption));
        element("p", " class=\"none\"", say(teamctl::say("render.none")));
    }
    void write(const Tiles& tiles) {
        if (!tiles.tiles.empty()) line(html_tiles(tiles, frame()));
    }
    void write(const MonthGrid& grid) {
        const bool below_text = block_ > 0 && std::holds_alternative<Paragraph>(report_.blocks[block_ - 1]);
        line(html_month(grid, words_, {has_code() && !month_written_, below_text}));
        month_written_ = true;
    }

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
    bool month_written_ = false;
    int folded_ = 0;  ///< the level of the heading that is folded; 0: none is
};

}  // namespace

std::string html(const Report& report, const Translator& words, const Style& /*style*/) {
    return HtmlPage{report, words}.written();
}

std::string linked_html(const Report& report, const Translator& words, const Links& links) {
    return HtmlPage{report, words, &links}.written();
}

}  // namespace teamctl::render
