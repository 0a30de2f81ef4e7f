// Markdown as GitHub reads it. Text from files never becomes markup: it is escaped where it could.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/render.hpp"

namespace teamctl::render {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Escapes what is markup anywhere in a line.
void append_inline(std::string& out, std::string_view text) {
    static constexpr std::string_view special = "\\`*_{}[]<>#|~$";
    for (const char c : text) {
        if (c == '&') {
            out += "&amp;";
            continue;
        }
        if (special.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
}

/// Does a line that goes on like this after its first sign or number become a list item, a rule or an
/// underline?
bool goes_on_as_markup(std::string_view rest) {
    return rest.empty() || rest[0] == ' ' || rest[0] == '-' || rest[0] == '=' || rest[0] == '+';
}

/// Escapes one line; what is markup at its start only (lists, rules, underlines) as well.
std::string escaped_line(std::string_view raw) {
    std::string_view text = trimmed(raw);
    std::string out;
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    const bool is_sign = !text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '=');
    const bool is_number = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    if ((is_sign || is_number) && goes_on_as_markup(text.substr(digits + 1))) {
        out += text.substr(0, digits);
        out += '\\';
        out += text[digits];
        text.remove_prefix(digits + 1);
    }
    append_inline(out, text);
    return out;
}

/// Escapes text for a place inside a block; its lines are joined by `line_feed`.
std::string escaped(std::string_view text, std::string_view line_feed) {
    const std::string safe = made_harmless(on_one_line(text, "\n"), true);
    std::string out;
    for (std::size_t start = 0; start <= safe.size();) {
        const auto end = std::min(safe.find('\n', start), safe.size());
        const auto line = escaped_line(std::string_view{safe}.substr(start, end - start));
        if (!line.empty()) out += (out.empty() ? std::string_view{} : line_feed), out += line;
        start = end + 1;
    }
    return out;
}

std::string toned(std::string text, Tone tone) {
    if (text.empty()) return text;
    if (tone == Tone::strong || tone == Tone::bad) return "**" + text + "**";
    if (tone == Tone::muted) return "*" + text + "*";
    return text;
}

class MarkdownPage {
  public:
    explicit MarkdownPage(const Report& report, const Translator& words) : report_{report}, words_{words} {}

    std::string written() {
        for (const auto& block : report_.blocks) {
            if (std::holds_alternative<Tiles>(block)) continue;
            if (!out_.empty()) out_ += '\n';
            std::visit([&](const auto& b) { write(b); }, block);
        }
        return std::move(out_);
    }

  private:
    std::string say(const Phrase& phrase, std::string_view line_feed = "<br>") const {
        return escaped(words_.say(phrase), line_feed);
    }
    std::string cell_text(const Cell& cell, bool with_year = false) const {
        return toned(escaped(shown(cell, words_, with_year), "<br>"), cell.tone);
    }
    /// `**name**:`; the blank after it is the caller's.
    std::string label(const Phrase& phrase) const {
        return toned(say(phrase), Tone::strong) + words_.say(teamctl::say("render.colon"));
    }
    void line(std::string_view text) {
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        out_.append(text).append("\n");
    }

    void write(const Heading& heading) {
        line(std::string(static_cast<std::size_t>(std::clamp(heading.level, 1, 6)), '#') + " " +
             say(heading.text));
    }
    void write(const Paragraph& paragraph) { line(toned(say(paragraph.text, "<br>"), paragraph.tone)); }
    void write(const Notice& notice) { line("> " + label(teamctl::say("render.notice")) + say(notice.text)); }
    void write_items(const std::vector<ListItem>& items, bool numbered, const std::string& indent) {
        int number = 0;
        for (const auto& item : items) {
            const std::string mark = numbered ? fmt::format("{}. ", ++number) : "- ";
            const std::string tick = !item.ticked ? "" : *item.ticked ? "[x] " : "[ ] ";
            line(indent + mark + tick + toned(say(item.text), item.tone));
            write_items(item.children, false, indent + std::string(mark.size(), ' '));
        }
    }
    void write(const List& list) {
        write_items(list.items, list.numbered, "");
        if (list.items.empty()) line(say(teamctl::say("render.none")));
    }
    void write(const Facts& facts) {
        for (const auto& [name, cell] : facts.rows)
            line("- " + label(name) + cell_text(cell, names_year(cell, report_.year)));
    }
    void write_caption(const Phrase& caption) {
        if (caption.empty()) return;
        line(toned(say(caption), Tone::strong));
        line("");
    }
    void write_row(const std::vector<Cell>& row, const std::vector<bool>& with_year) {
        std::string text = "|";
        for (std::size_t i = 0; i < with_year.size(); ++i)
            text += " " + (i < row.size() ? cell_text(row[i], with_year[i]) : std::string{}) + " |";
        line(text);
    }
    void write(const Table& table) {
        write_caption(table.caption);
        if (table.rows.empty()) return line(say(teamctl::say("render.none")));
        std::string titles = "|";
        std::string rule = "|";
        std::vector<bool> with_year;
        for (const auto& column : table.columns) {
            with_year.push_back(names_years(table, with_year.size(), report_.year));
            titles += " " + say(column.title) + " |";
            rule += is_right_aligned(column.type) ? " ---: |" : " --- |";
        }
        line(titles);
        line(rule);
        for (const auto& row : table.rows) write_row(row, with_year);
        if (table.footer.empty()) return;
        auto footer = table.footer;
        for (auto& cell : footer) cell.tone = Tone::strong;
        write_row(footer, with_year);
    }
    void write(const Bars& bars) {
        write_caption(bars.caption);
        constexpr std::size_t cells = 10;
        for (const auto& row : bars.rows) {
            const auto full = static_cast<std::size_t>(std::lround(bar_length(row.share, 2.0) * cells));
            std::string bar;
            for (std::size_t i = 0; i < std::max(full, cells); ++i) bar += i < full ? "█" : "░";
            const std::string share = shown(Cell{row.share}, words_);
            line("- " + label(row.label) + "`" + bar + "` " + toned(share, row.tone) + " " + say(row.text));
        }
        if (bars.rows.empty()) line(say(teamctl::say("render.none")));
    }
    void write(const Chart& chart) {
        Table table{{}, chart.caption, {{}}, {}, {}};
        for (const auto& line : chart.lines) table.columns.push_back({{}, line.name, ColumnType::number});
        for (std::size_t i = 0; i < chart.points.size(); ++i) {
            auto& row = table.rows.emplace_back(1, Cell{chart.points[i]});
            for (const auto& line : chart.lines)
                row.push_back(i < line.values.size() ? line.values[i] : Cell{});
        }
        write(table);
    }
    std::string day_text(const MonthGrid::Day& day) const {
        std::string text = std::to_string(day_of_month(day.date));
        if (day.tone == Tone::muted) text = "(" + text + ")";
        if (day.tone == Tone::strong) text = "\\[" + text + "\\]";
        text = "**" + text + "**";
        for (const auto& item : day.lines) text += "<br>" + say(item);
        return text;
    }
    void write(const MonthGrid& grid) {
        write_caption(verbatim(words_.month(grid.month)));
        std::string titles = "|";
        for (unsigned day = 1; day <= 7; ++day) titles += " " + words_.weekday(Weekday{day}) + " |";
        line(titles);
        line("| --- | --- | --- | --- | --- | --- | --- |");
        for (const auto& week : weeks_of(grid)) {
            std::string text = "|";
            for (const auto* day : week)
                text += " " + (day != nullptr ? day_text(*day) : std::string{}) + " |";
            line(text);
        }
    }

    void write(const Tiles& /*of a page*/) {}
    void write(const Honour& certificate) {
        line("# " + say(certificate.heading));
        const auto paragraph = [&](const Phrase& phrase, std::string_view mark) {
            if (phrase.empty()) return;
            line("");
            line(std::string{mark} + say(phrase) + std::string{mark});
        };
        paragraph(certificate.before, "");
        paragraph(certificate.recipient, "**");
        paragraph(certificate.reason, "");
        paragraph(certificate.award, "**");
        paragraph(certificate.closing, "");
        paragraph(certificate.issuer, "");
        paragraph(certificate.date, "");
    }

    const Report& report_;
    const Translator& words_;
    std::string out_;
};

}  // namespace

std::string markdown(const Report& report, const Translator& words, const Style& /*style*/) {
    return MarkdownPage{report, words}.written();
}

}  // namespace teamctl::render
