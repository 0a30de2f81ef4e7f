#include "render/chat_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "render/cells.hpp"

namespace teamctl::render {
namespace {

class Lines {
  public:
    Lines(const Report& report, const Translator& words) : report_{report}, words_{words} {}

    std::vector<ChatLine> written() {
        for (const auto& block : report_.blocks) std::visit([&](const auto& b) { write(b); }, block);
        lift_notices();
        return std::move(lines_);
    }

  private:
    using Kind = ChatLine::Kind;

    std::string clean(std::string_view text) const { return made_harmless(on_one_line(text)); }
    std::string say(const Phrase& phrase) const { return clean(words_.say(phrase)); }
    std::string colon() const { return words_.say(teamctl::say("render.colon")); }

    void add(Kind kind, int level, std::string mark, std::string label, std::string text, Tone tone) {
        lines_.push_back({kind, level, std::move(mark), std::move(label), std::move(text), tone});
    }
    void caption(const Phrase& phrase) {
        if (!phrase.empty()) add(Kind::text, 0, {}, say(phrase), {}, Tone::plain);
    }
    void nothing() { add(Kind::text, 0, {}, {}, say(teamctl::say("render.none")), Tone::muted); }

    /// Sections of nothing but notices go to the top, below the title: a long message loses its end.
    void lift_notices() {
        const auto is_heading = [](const ChatLine& line) { return line.kind == Kind::heading; };
        const bool has_title = !lines_.empty() && is_heading(lines_.front()) && lines_.front().level == 1;
        auto top = lines_.begin() + (has_title ? 1 : 0);
        for (auto from = top; from != lines_.end();) {
            const auto to = std::find_if(from + 1, lines_.end(), is_heading);
            const bool lifted =
                is_heading(*from) && to - from > 1 &&
                std::all_of(from + 1, to, [](const auto& line) { return line.kind == Kind::notice; });
            if (lifted) top = std::rotate(top, from, to);
            from = to;
        }
    }

    void write(const Heading& heading) {
        add(Kind::heading, heading.level, {}, {}, say(heading.text), Tone::strong);
    }
    void write(const Paragraph& paragraph) {
        add(Kind::text, 0, {}, {}, say(paragraph.text), paragraph.tone);
    }
    void write(const Notice& notice) { add(Kind::notice, 0, {}, {}, say(notice.text), notice.tone); }
    void write_items(const std::vector<ListItem>& items, bool numbered, int depth) {
        int number = 0;
        for (const auto& item : items) {
            ++number;
            std::string mark = numbered ? fmt::format("{}.", number) : "-";
            if (item.ticked) mark = *item.ticked ? "[x]" : "[ ]";
            add(Kind::item, depth, std::move(mark), {}, say(item.text), item.tone);
            write_items(item.children, false, depth + 1);
        }
    }
    void write(const List& list) {
        if (list.items.empty()) return nothing();
        write_items(list.items, list.numbered, 0);
    }
    void write(const Facts& facts) {
        for (const auto& [name, cell] : facts.rows)
            add(Kind::item, 0, "-", say(name) + colon(),
                clean(shown(cell, words_, names_year(cell, report_.year))), cell.tone);
    }
    /// Of several texts beside each other nobody could tell which is which.
    static bool has_several_texts(const Table& table) {
        return std::count_if(table.columns.begin() + 1, table.columns.end(),
                             [](const auto& column) { return column.type == ColumnType::text; }) > 1;
    }
    /// `label column value · column value` of the cells that hold something; zeros are muted, and left out.
    void write_row(const Table& table, const std::vector<Cell>& row, const std::vector<bool>& with_year) {
        std::string label;
        std::string text;
        Tone tone = Tone::plain;
        for (std::size_t i = 0; i < table.columns.size() && i < row.size(); ++i) {
            const std::string value = clean(shown(row[i], words_, with_year[i]));
            if (value.empty() || (i > 0 && row[i].tone == Tone::muted)) continue;
            if (row[i].tone == Tone::bad) tone = Tone::bad;
            if (i == 0) {
                label = value;
                continue;
            }
            if (!text.empty()) text += " · ";
            const bool is_named = table.columns[i].type != ColumnType::text || has_several_texts(table);
            text += is_named ? say(table.columns[i].title) + " " + value : value;
        }
        add(Kind::item, 0, "-", std::move(label), std::move(text), tone);
    }
    void write(const Table& table) {
        caption(table.caption);
        if (table.rows.empty()) return nothing();
        std::vector<bool> with_year;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            with_year.push_back(names_years(table, i, report_.year));
        for (const auto& row : table.rows) write_row(table, row, with_year);
        if (!table.footer.empty()) write_row(table, table.footer, with_year);
    }
    void write(const Bars& bars) {
        caption(bars.caption);
        if (bars.rows.empty()) return nothing();
        constexpr long cells = 10;
        for (const auto& row : bars.rows) {
            const long full = std::min(cells, std::lround(bar_length(row.share, 1.0) * cells));
            std::string bar;
            for (long i = 0; i < cells; ++i) bar += i < full ? "█" : "░";
            add(Kind::item, 0, "-", say(row.label),
                bar + " " + shown(Cell{row.share}, words_) + "  " + say(row.text), row.tone);
        }
    }
    /// A line of little columns, with where they begin and end.
    void write(const Chart& chart) {
        static constexpr std::string_view heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
        caption(chart.caption);
        if (chart.points.empty() || chart.lines.empty()) return nothing();
        const Scale scale = scale_of(chart);
        for (const auto& line : chart.lines) {
            std::string text;
            for (const auto& cell : line.values) {
                const auto value = quantity(cell);
                const double share = value ? (*value - scale.low) / (scale.high - scale.low) : 0;
                text += value ? heights[std::clamp(std::lround(share * 7), 0L, 7L)] : " ";
            }
            text += fmt::format("  {} – {}", shown(scale.lowest, words_), shown(scale.highest, words_));
            add(Kind::item, 0, "-", chart.lines.size() > 1 ? say(line.name) : std::string{}, std::move(text),
                Tone::plain);
        }
    }
    /// A day a line, those with nothing on them left out.
    void write(const MonthGrid& grid) {
        add(Kind::text, 0, {}, clean(words_.month(grid.month)), {}, Tone::plain);
        for (const auto& day : grid.days) {
            std::string text;
            for (const auto& line : day.lines) text += (text.empty() ? "" : " · ") + say(line);
            if (!text.empty()) add(Kind::item, 0, "-", words_.date(day.date), std::move(text), day.tone);
        }
    }

    void write(const Tiles& /*of a page*/) {}
    void write(const Honour& certificate) {
        add(Kind::heading, 2, {}, {}, say(certificate.heading), Tone::strong);
        for (const auto* part :
             {&certificate.before, &certificate.recipient, &certificate.reason, &certificate.award,
              &certificate.closing, &certificate.issuer, &certificate.date})
            if (!part->empty()) add(Kind::text, 0, {}, {}, say(*part), Tone::plain);
    }

    const Report& report_;
    const Translator& words_;
    std::vector<ChatLine> lines_;
};

}  // namespace

std::vector<ChatLine> chat_lines(const Report& report, const Translator& words) {
    return Lines{report, words}.written();
}

}  // namespace teamctl::render
