// Tables of an HTML page, with bars inside their rows; and tables of key figures as tiles.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/html_text.hpp"

namespace teamctl::render {
namespace {

constexpr std::size_t many_columns = 9;    // tables with more are printed smaller
constexpr std::size_t phone_columns = 38;  // columns of type side by side on the narrowest phone
constexpr std::size_t text_columns = 16;   // texts may be wrapped to so many
constexpr std::size_t column_gap = 2;
constexpr std::size_t short_columns = 24;  // texts beside what names a thing are not broken up to so many
constexpr std::size_t half_page_columns =
    46;  // on paper two tables of so many columns of type stand side by side

std::string_view class_of(ColumnType type) {
    if (is_right_aligned(type)) return "r";
    if (type == ColumnType::mark) return "m";
    if (type == ColumnType::place) return "p";
    return type == ColumnType::text ? "t" : "d";
}

/// A tone brings its sign on a page, so that one at the head of the text is left out.
std::string without_sign(std::string text, Tone tone) {
    for (const auto& [its, sign] : {std::pair{Tone::good, std::string_view{"✓"}}, {Tone::bad, "✗"}}) {
        if (tone != its || !text.starts_with(sign)) continue;
        const auto rest = text.find_first_not_of(' ', sign.size());
        return rest == std::string::npos ? text : text.substr(rest);
    }
    return text;
}

class HtmlTable {
  public:
    HtmlTable(const Table& table, const TableFrame& frame) : table_{table}, frame_{frame} {
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            with_year_.push_back(names_years(table, i, frame.year));
        for (std::size_t i = 0; i < table.columns.size(); ++i) void_.push_back(is_void(i));
        find_shared();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (!table.form || i != table.form->title) order_.push_back(i);
        if (table.form) order_.insert(order_.begin(), table.form->title);
        most_ = 1;
        for (const auto& bar : table.bars) most_ = std::max(most_, bar_length(bar.share, longest_share));
    }

    std::string written() {
        const bool cards =
            !table_.form && !table_.told_at && !is_of_figures(table_) && width() > phone_columns;
        const bool moves =
            !table_.form && !table_.told_at && !cards && (width() > phone_columns || has_bars());
        out_ = fmt::format(
            "<div class=\"wide{}{}{}\"{}><table{}{}>\n", table_.columns.size() > many_columns ? " many" : "",
            width() > half_page_columns ? " broad" : "", has_bars() ? " barred" : "", moves ? movable() : "",
            table_.form      ? " class=\"things\""
            : table_.told_at ? kind_of_ledger()
            : cards          ? is_grid() ? " class=\"texts grid\"" : " class=\"texts\""
            : is_grid()      ? " class=\"grid\""
                             : "",
            label());
        if (!caption().empty()) out_ += html_element("caption", "", say(caption())) + "\n";
        out_ += "<thead><tr>";
        for (const std::size_t i : order_) {
            if (has_bars() && i == table_.bars_at) head_of_bars();
            if (void_[i]) continue;
            const auto& column = table_.columns[i];
            out_ += fmt::format("<th scope=\"col\" class=\"{}\">{}</th>", class_of(column.type),
                                is_grid() ? html_element("span", "", say(column.title)) : say(column.title));
        }
        out_ += "</tr></thead>\n<tbody>\n";
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            begin_group(i);
            is_off_ = i < table_.days_off.size() && table_.days_off[i];
            row(table_.rows[i], cards, false, i < table_.bars.size() ? &table_.bars[i] : nullptr);
        }
        is_off_ = false;
        out_ += "</tbody>\n";
        if (!table_.footer.empty()) {
            out_ += "<tfoot>\n";
            row(table_.footer, cards, true, nullptr);
            out_ += "</tfoot>\n";
        }
        return std::move(out_ += "</table></div>");
    }

    /// A name, a value and, where there is a third column, what it is to be.
    std::string tiles() {
        out_ = "<div class=\"tiles\">\n";
        for (const auto& cells : table_.rows) {
            out_ +=
                fmt::format("<div class=\"tile\"><div class=\"label\">{}</div>", text_of(cells, 0, false));
            if (cells.size() > 1)
                out_ += fmt::format("<div{}>{}</div>", html_class_attribute("value", cells[1].tone),
                                    text_of(cells, 1, false));
            if (cells.size() > 2 && !text_of(cells, 2, false).empty())
                out_ += fmt::format("<div class=\"note\">{} {}</div>", say(table_.columns[2].title),
                                    text_of(cells, 2, false));
            out_ += "</div>\n";
        }
        return std::move(out_ += "</div>");
    }

  private:
    std::string say(const Phrase& phrase) const { return html_escaped(frame_.words.say(phrase)); }
    const Phrase& caption() const { return table_.caption.empty() ? table_.caption_on_page : table_.caption; }
    /// A column without any text has nothing to show, where it has no title or its rows are things.
    bool is_void(std::size_t i) const {
        const auto nothing = [&](const auto& cells) { return text_of(cells, i, false).empty(); };
        return (table_.form || table_.columns[i].title.empty()) && std::ranges::all_of(table_.rows, nothing);
    }
    /// Days and what is held on them: as wide as the screen has room.
    bool is_grid() const { return !table_.days_off.empty(); }
    bool has_bars() const { return !table_.bars.empty(); }
    /// Names a table for those who hear the page: where it has no caption, what it stands under.
    std::string label() const {
        if (!caption().empty() || frame_.name.empty()) return {};
        return fmt::format(" aria-label=\"{}\"", html_plain(frame_.name, frame_.words));
    }
    /// What a phone moves aside is reached by keys as well, and says what it is.
    std::string movable() const {
        const auto name = caption().empty() ? frame_.name : caption();
        if (name.empty()) return " tabindex=\"0\"";
        return fmt::format(" tabindex=\"0\" role=\"group\" aria-label=\"{}\"",
                           html_plain(name, frame_.words));
    }
    std::size_t column_width(std::size_t i) const {
        std::size_t width = display_width(made_harmless(frame_.words.say(table_.columns[i].title)));
        for (const auto& cells : table_.rows)
            if (i < cells.size())
                width = std::max(width,
                                 display_width(made_harmless(shown(cells[i], frame_.words, with_year_[i]))));
        return table_.columns[i].type == ColumnType::text ? std::min(width, text_columns) : width;
    }
    std::size_t width() const {
        std::size_t width = 0;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) width += column_width(i) + column_gap;
        return width - column_gap;
    }
    /// The cell, as what leads somewhere where it does.
    std::string text_of(const std::vector<Cell>& cells, std::size_t i, bool is_footer) const {
        if (i >= cells.size()) return {};
        auto text = html_escaped(shown(cells[i], frame_.words, with_year_[i]));
        if (frame_.links == nullptr || text.empty()) return text;
        const auto href = frame_.links->of(table_, cells, i, is_footer);
        return href.empty() ? text : fmt::format("<a href=\"{}\">{}</a>", html_escaped(href), text);
    }
    void head_of_bars() {
        out_ += "<td class=\"track\"></td>";
        if (!table_.bars_title.empty())
            out_ += fmt::format("<th scope=\"col\" class=\"r\">{}</th>", say(table_.bars_title));
    }
    void bar(const RowBar* bar) {
        out_ += fmt::format("<td class=\"track\">{}</td>",
                            bar == nullptr ? "" : html_bar_of(bar->share, bar->tone, most_));
        if (table_.bars_title.empty()) return;
        const Cell share = bar == nullptr ? Cell{} : Cell{bar->share, bar->tone};
        out_ += fmt::format("<td{}>{}</td>", html_class_attribute("r", share.tone),
                            html_escaped(shown(share, frame_.words)));
    }
    /// Whether rows stand below what they share.
    bool is_shared() const { return !shared_from_.empty(); }
    /// The rows at which what a column says changes; none where too few rows share it.
    void find_shared() {
        if (!table_.grouped_by || !table_.groups.empty() || void_[*table_.grouped_by]) return;
        std::string before;
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            auto text = text_of(table_.rows[i], *table_.grouped_by, false);
            if (i == 0 || text != before) shared_from_.push_back(i);
            before = std::move(text);
        }
        const bool few = shared_from_.size() * 2 > table_.rows.size();
        if (few || (shared_from_.size() < 2 && !table_.told_at)) shared_from_.clear();
        if (is_shared()) void_[*table_.grouped_by] = true;
    }
    /// A phone has the time of a record at its left, or the day where rows have days of their own.
    std::string_view kind_of_ledger() const {
        if (!is_shared()) return " class=\"ledger\"";
        const auto next = *table_.grouped_by + 1;
        const bool timed =
            next < table_.columns.size() && !void_[next] && table_.columns[next].type == ColumnType::time;
        return timed ? " class=\"ledger days timed\"" : " class=\"ledger days\"";
    }
    /// The title of the rows that begin here, over all columns that are shown.
    void begin_group(std::size_t row) {
        const auto group = std::ranges::find(table_.groups, row, &RowGroup::from);
        const bool shared = std::ranges::binary_search(shared_from_, row);
        if (group == table_.groups.end() && !shared) return;
        const auto title = shared ? text_of(table_.rows[row], *table_.grouped_by, false) : say(group->title);
        if (row > 0) out_ += "</tbody>\n<tbody>\n";
        const auto columns =
            std::ranges::count(void_, false) + (has_bars() ? table_.bars_title.empty() ? 1 : 2 : 0);
        out_ += fmt::format("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>\n",
                            columns, title.empty() ? "–" : title);
    }
    /// A cell of a row that is a thing.
    std::string cell_of_thing(const std::vector<Cell>& cells, std::size_t i, std::string text) const {
        const auto& form = *table_.form;
        const Tone tone = text.empty() ? Tone::plain : cells[i].tone;
        text = without_sign(std::move(text), tone);
        const bool is_short =
            i != form.title &&
            display_width(made_harmless(shown(cells[i], frame_.words, with_year_[i]))) <= short_columns;
        const auto td = [&](std::string_view name, std::string_view more) {
            const auto kind =
                fmt::format("{} {}{}", class_of(table_.columns[i].type), name, is_short ? " short" : "");
            return fmt::format("<td class=\"{}\"{}>{}</td>", kind, more, text);
        };
        if (i == form.title) return td("title", "");
        if (i == form.badge || i == form.owner) {
            if (!text.empty())
                text = fmt::format("<span{}>{}</span>",
                                   html_class_attribute(i == form.badge ? "badge" : "tag", tone), text);
            return td(i == form.badge ? "state" : "owner", "");
        }
        const bool named = form.named_from && i >= *form.named_from && !text.empty();
        if (!text.empty()) text = fmt::format("<span{}>{}</span>", html_class_attribute("", tone), text);
        return td(tone == Tone::good ? "rest kept" : "rest",
                  named ? " data-title=\"" + html_plain(table_.columns[i].title, frame_.words) + "\"" : "");
    }
    /// A cell of a row that is a record: a phone shows what it tells and its first figure, and the rest
    /// below, where further figures need their names.
    std::string cell_of_record(std::size_t i, Tone tone, const std::string& text, bool is_footer) const {
        const auto& column = table_.columns[i];
        const auto first_figure =
            std::ranges::find_if(
                table_.columns,
                [](const Column& other) { return is_right_aligned(other.type) && other.id != "line"; }) -
            table_.columns.begin();
        const bool named =
            !is_footer && is_right_aligned(column.type) && first_figure != static_cast<std::ptrdiff_t>(i);
        const auto kind = fmt::format("{}{}", class_of(column.type),
                                      i == *table_.told_at                             ? " told"
                                      : first_figure == static_cast<std::ptrdiff_t>(i) ? " figure"
                                                                                       : "");
        return fmt::format(
            "<td{}{}>{}</td>", html_class_attribute(kind, tone),
            named && !text.empty() ? " data-title=\"" + html_plain(column.title, frame_.words) + "\"" : "",
            text);
    }
    void row(const std::vector<Cell>& cells, bool cards, bool is_footer, const RowBar* its_bar) {
        out_ += is_off_ ? "<tr class=\"off\">" : "<tr>";
        for (const std::size_t i : order_) {
            if (has_bars() && i == table_.bars_at) bar(its_bar);
            if (void_[i]) continue;
            auto text = text_of(cells, i, is_footer);
            if (is_footer && is_shared() && i == *table_.grouped_by + 1 && text.empty())
                text = text_of(cells, *table_.grouped_by, is_footer);
            if (table_.form && !is_footer) {
                out_ += cell_of_thing(cells, i, std::move(text));
                continue;
            }
            const auto tone = text.empty() ? Tone::plain : cells[i].tone;
            text = without_sign(std::move(text), tone);
            if (table_.told_at) {
                out_ += cell_of_record(i, tone, text, is_footer);
                continue;
            }
            auto attributes = html_class_attribute(class_of(table_.columns[i].type), tone);
            if (cards && !text.empty()) {
                text = "<div>" + text + "</div>";
                attributes += " data-title=\"" + html_plain(table_.columns[i].title, frame_.words) + "\"";
            }
            out_ += fmt::format("<td{}>{}</td>", attributes, text);
        }
        out_ += "</tr>\n";
    }

    const Table& table_;
    const TableFrame& frame_;
    std::vector<bool> with_year_;
    std::vector<bool> void_;
    std::vector<std::size_t> order_;        ///< of the columns: what names a row comes first
    std::vector<std::size_t> shared_from_;  ///< ascending: the rows that begin below a title
    double most_ = 1;
    bool is_off_ = false;  ///< the row that is written is that of a day off
    std::string out_;
};

std::string none_of(const Phrase& caption, const Translator& words) {
    auto out = html_element("p", " class=\"none\"", html_escaped(words.say(say("render.none"))));
    return caption.empty()
               ? out
               : html_element("p", " class=\"strong\"", html_escaped(words.say(caption))) + "\n" + out;
}

}  // namespace

std::string html_table(const Table& table, const TableFrame& frame) {
    if (table.rows.empty() || table.columns.empty()) return none_of(table.caption, frame.words);
    HtmlTable html{table, frame};
    return table.as_tiles ? html.tiles() : html.written();
}

std::string html_bar_of(Ratio share, Tone tone, double most) {
    return fmt::format(
        "<svg viewBox=\"0 0 {:.0f} 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        "<rect class=\"rest\" width=\"1000\" height=\"10\"/><rect{} width=\"{:.0f}\" height=\"10\"/>{}</svg>",
        most * 1000, html_class_attribute("fill", tone), bar_length(share, longest_share) * 1000,
        most > 1 ? "<rect class=\"whole\" x=\"995\" width=\"5\" height=\"10\"/>" : "");
}

std::string html_bars(const Bars& bars, const TableFrame& frame) {
    const auto& words = frame.words;
    if (bars.rows.empty()) return none_of(bars.caption, words);
    double most = 1;
    for (const auto& row : bars.rows) most = std::max(most, bar_length(row.share, longest_share));
    const bool noted = std::ranges::any_of(bars.rows, [](const auto& row) { return !row.text.empty(); });
    std::string out = "<table class=\"bars\"";
    if (bars.caption.empty() && !frame.name.empty())
        out += fmt::format(" aria-label=\"{}\"", html_plain(frame.name, words));
    out += ">\n";
    if (!bars.caption.empty())
        out += html_element("caption", "", html_escaped(words.say(bars.caption))) + "\n";
    for (const auto& row : bars.rows) {
        out += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"track\">{}</td><td{}>{}</td>{}</tr>\n",
                           html_escaped(words.say(row.label)), html_bar_of(row.share, row.tone, most),
                           html_class_attribute("r", row.tone), html_escaped(shown(Cell{row.share}, words)),
                           noted ? "<td class=\"note\">" + html_escaped(words.say(row.text)) + "</td>" : "");
    }
    return out + "</table>";
}

std::string html_tiles(const Tiles& tiles, const TableFrame& frame) {
    const auto& words = frame.words;
    std::string out = "<div class=\"tiles few\">\n";
    for (const auto& tile : tiles.tiles) {
        auto value = html_escaped(shown(tile.value, words));
        const auto href = frame.links != nullptr && frame.links->of_metric && !tile.metric.empty()
                              ? frame.links->of_metric(tile.metric)
                              : std::string{};
        if (!href.empty()) value = fmt::format("<a href=\"{}\">{}</a>", html_escaped(href), value);
        out += fmt::format(
            "<div class=\"tile\"><div class=\"label\">{}</div><div{}>{}</div><div class=\"note\">{}</div>",
            html_escaped(words.say(tile.label)), html_class_attribute("value", tile.value.tone), value,
            html_escaped(words.say(tile.note)));
        if (tile.share) out += html_bar_of(*tile.share, tile.value.tone, 1);
        out += html_spark(tile.trend) + "</div>\n";
    }
    return out + "</div>";
}

}  // namespace teamctl::render
