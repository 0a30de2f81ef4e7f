// Text for a terminal, a pipe or a mail: every sign stands in its place by display width, and nothing is
// dropped.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/render.hpp"
#include "render/text_page.hpp"

namespace teamctl::render {
namespace {

/// The sign that says the same as the colour.
std::string_view sign(Tone tone) {
    if (tone == Tone::bad) return "!! ";
    if (tone == Tone::warn) return "! ";
    return "";
}

class TextWriter {
  public:
    TextWriter(const Report& report, const Translator& words, const Style& style)
        : report_{report}, words_{words}, page_{style} {}

    std::string written() {
        const Block* before = nullptr;
        for (const auto& block : report_.blocks) {
            if (std::holds_alternative<Tiles>(block)) continue;
            if (before != nullptr && is_apart(*before, block)) page_.blank_line();
            std::visit([&](const auto& b) { write(b); }, block);
            before = &block;
        }
        return page_.written();
    }

  private:
    /// Does an empty line stand between the two?
    static bool is_apart(const Block& before, const Block& after) {
        if (const auto* heading = std::get_if<Heading>(&before)) return heading->level <= 1;
        const bool same = before.index() == after.index();
        return !same || !(std::holds_alternative<Paragraph>(after) || std::holds_alternative<Notice>(after));
    }

    void write(const Heading& heading) {
        if (heading.level > 1) {
            page_.paragraph(heading.level == 2 ? "■ " : "◆ ", words_.say(heading.text), Tone::strong);
            return;
        }
        std::size_t width = 0;
        for (const auto& line : text_lines(words_.say(heading.text), page_.columns())) {
            width = std::max(width, display_width(line));
            page_.put(line, Tone::strong);
            page_.end_line();
        }
        page_.rule("═", width);
    }
    void write(const Paragraph& paragraph) {
        page_.paragraph(sign(paragraph.tone), words_.say(paragraph.text), paragraph.tone);
    }
    void write(const Notice& notice) {
        const auto mark = sign(notice.tone);
        page_.paragraph(mark.empty() ? "* " : mark, words_.say(notice.text), notice.tone);
    }

    void write_items(const std::vector<ListItem>& items, bool numbered, std::size_t indent) {
        const std::size_t digits = std::to_string(items.size()).size();
        int number = 0;
        for (const auto& item : items) {
            std::string mark(indent, ' ');
            if (numbered) mark += fmt::format("{:>{}}. ", ++number, digits);
            if (item.ticked) {
                mark += *item.ticked ? "[x] " : "[ ] ";
            } else if (!numbered) {
                mark += "- ";
            }
            const std::size_t inner = mark.size();
            page_.paragraph(mark + std::string{sign(item.tone)}, words_.say(item.text), item.tone);
            // Deep trees keep room for their text.
            write_items(item.children, false, inner + 10 > page_.columns() ? indent : inner);
        }
    }
    void write(const List& list) {
        write_items(list.items, list.numbered, 0);
        if (list.items.empty()) page_.paragraph("", words_.say(say("render.none")), Tone::muted);
    }

    void write(const Facts& facts) {
        std::vector<std::string> labels;
        std::size_t widest = 0;
        for (const auto& row : facts.rows) {
            const auto colon = std::string{trimmed(words_.say(say("render.colon")))};
            labels.push_back(made_harmless(on_one_line(words_.say(row.first))) + colon);
            widest = std::max(widest, display_width(labels.back()));
        }
        const bool stacked = page_.wraps() && widest + 1 > page_.columns() / 2;
        for (std::size_t i = 0; i < facts.rows.size(); ++i) {
            const Cell& cell = facts.rows[i].second;
            const bool with_year = names_year(cell, report_.year);
            std::string value = shown(cell, words_, with_year);
            if (cell.tone == Tone::bad) value += " !";
            if (stacked) {
                page_.paragraph("", labels[i]);
                page_.paragraph("  ", value, cell.tone);
            } else {
                write_fact(labels[i], widest + 1, value, cell.tone);
            }
        }
    }
    void write_fact(const std::string& label, std::size_t indent, const std::string& value, Tone tone) {
        page_.put(label);
        const std::size_t room = page_.wraps() ? page_.columns() - indent : page_.columns();
        for (const auto& line : text_lines(value, room)) {
            page_.move_to(indent);
            page_.put(line, tone);
            page_.end_line();
        }
    }

    void write(const Table& table) { write_table(page_, table, words_, report_.year); }
    void write(const Bars& bars) { write_bars(page_, bars, words_); }
    void write(const Chart& chart) { write_chart(page_, chart, words_); }
    void write(const MonthGrid& grid) { write_month(page_, grid, words_); }
    void write(const Honour& certificate) { write_certificate(page_, certificate, words_); }
    void write(const Tiles& /*of a page*/) {}

    const Report& report_;
    const Translator& words_;
    TextPage page_;
};

}  // namespace

std::string text(const Report& report, const Translator& words, const Style& style) {
    return TextWriter{report, words, style}.written();
}

}  // namespace teamctl::render
