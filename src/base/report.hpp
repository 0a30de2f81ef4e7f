// A report as data: what every command produces and every format renders. Knows nothing of teams or of
// formats.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/json.hpp"
#include "base/money.hpp"
#include "base/phrase.hpp"

namespace teamctl {

/// What a text means for the reader; formats may colour it, and never by colour alone.
enum class Tone { plain, strong, muted, good, warn, bad };

/// Decides how a column is aligned and formatted.
/// `place` is a file and line, which is never broken; `mark` a letter or a few, read along row and column.
enum class ColumnType { text, person, date, time, number, money, ratio, place, mark };

struct Column {
    std::string id;  ///< snake_case; the key in JSON and the header in CSV
    Phrase title;
    ColumnType type = ColumnType::text;
};

/// One value of a table; monostate is "nothing there".
struct Cell {
    using Value = std::variant<std::monostate, Phrase, std::int64_t, Money, Ratio, Date, TimeOfDay>;
    Value value;
    std::string raw;  ///< what JSON and CSV carry instead of a phrase: an id
    Tone tone = Tone::plain;

    // Defined in report.cpp, as those of PhraseArgs and for the same reason.
    Cell();
    Cell(Phrase phrase, std::string raw_text = {}, Tone t = Tone::plain);
    Cell(std::string text, Tone t = Tone::plain);
    Cell(std::int64_t number, Tone t = Tone::plain);
    Cell(int number, Tone t = Tone::plain);
    Cell(Money money, Tone t = Tone::plain);
    Cell(Ratio ratio, Tone t = Tone::plain);
    Cell(Date date, Tone t = Tone::plain);
    Cell(TimeOfDay time, Tone t = Tone::plain);
    Cell(const Cell& other);
    Cell(Cell&& other) noexcept;
    Cell& operator=(const Cell& other);
    Cell& operator=(Cell&& other) noexcept;
    ~Cell();
};

struct Heading {
    int level = 1;  ///< 1 is the title of the report
    Phrase text;
    bool folded = false;  ///< a page shows what stands below when it is asked to; other formats show it
};

struct Paragraph {
    Phrase text;
    Tone tone = Tone::plain;
};

/// Something the reader should act on.
struct Notice {
    Phrase text;
    Tone tone = Tone::warn;
};

/// What the text of an item of an agenda says, in parts: a page sets each in its place.
struct Slot {
    std::optional<TimeOfDay> at;
    Phrase item;
    Phrase length;               ///< how long it takes; may be empty
    std::vector<Phrase> owners;  ///< people, or a role that nobody holds
    bool empty = false;          ///< nothing waits under it
};

/// A name with what is said of it beside it.
struct TreeName {
    Phrase name;
    std::vector<Phrase> tags;
    std::string who = {};  ///< whose name it is, by id; pages of a site lead there
};
struct ListItem {
    Phrase text;
    Tone tone = Tone::plain;
    std::optional<bool> ticked;  ///< a tick box, where there is one
    std::vector<ListItem> children;
    std::optional<Slot> slot = {};       ///< the text once more, for a timeline
    std::optional<TreeName> named = {};  ///< the text once more, for a tree
};

struct List {
    std::vector<ListItem> items;
    bool numbered = false;
};

/// Label and value pairs, one a line.
struct Facts {
    std::vector<std::pair<Phrase, Cell>> rows;
};

/// A bar in a row of a table; one being the whole.
struct RowBar {
    Ratio share;
    Tone tone = Tone::plain;
};

/// How a page shows rows that are things: the column that names each, its state as a badge, whose it is as a
/// tag. On a phone each row is a card, and the rest one grey line.
struct RowForm {
    std::size_t title = 0;
    std::optional<std::size_t> badge = {};
    std::optional<std::size_t> owner = {};
    std::optional<std::size_t> named_from = {};  ///< from here on a card tells the head of the column, too
};

/// Rows from `from` on, up to the next such, stand under a title of their own.
struct RowGroup {
    std::size_t from = 0;
    Phrase title;
};

struct Table {
    std::string id;  ///< snake_case; the key in JSON
    Phrase caption;  ///< may be empty
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::vector<Cell> footer;  ///< a row of totals, or empty
    // What pages alone draw:
    std::vector<RowBar> bars = {};  ///< one a row, or none
    std::size_t bars_at = 0;        ///< the column that they stand before
    Phrase caption_on_page = {};    ///< where the bars that stand above in text have it
    Phrase bars_title = {};         ///< heads the shares behind the bars; empty: they are not told
    bool as_tiles = false;          ///< the rows are key figures: a name, a value, a target
    std::optional<RowForm> form = {};
    std::optional<std::size_t> told_at = {};  ///< the rows are records: the column of what each tells
    std::vector<RowGroup> groups = {};        ///< none, or the first begins at row 0
    std::vector<bool> days_off = {};          ///< one a row, or none: the rows of days that are not worked
    /// Neighbours that share what this column says, as their day, stand below it, where most rows do.
    std::optional<std::size_t> grouped_by = {};
};

/// One bar a row: value against full, with a text behind it.
struct Bars {
    struct Row {
        Phrase label;
        Ratio share;  ///< value / full; may exceed 1
        Phrase text;
        Tone tone = Tone::plain;
    };
    Phrase caption;
    std::vector<Row> rows;
    bool in_table = false;  ///< a table beside has them as its own, which a page shows instead
};

/// Key figures that a page opens with; other formats say them in the text.
struct Tile {
    std::string metric;  ///< what a figure leads to; may be empty
    Phrase label;
    Cell value;
    Phrase note = {};                 ///< the target, or the period before
    std::optional<Ratio> share = {};  ///< of the target
    std::vector<Cell> trend = {};     ///< over the parts of the period
};
struct Tiles {
    std::vector<Tile> tiles;
};

/// Figures over a row of days, weeks or months, a column each. The lines share one scale.
struct Chart {
    struct Line {
        Phrase name;
        std::vector<Cell> values;  ///< one a point: a number, money or a ratio; nothing where none is known
    };
    Phrase caption;
    std::vector<Phrase> points;  ///< what stands below the columns
    std::vector<Line> lines;
};

/// A month as a grid of weeks, Monday first.
struct MonthGrid {
    struct Day {
        Date date;
        Tone tone = Tone::plain;  ///< muted: not a working day; strong: today
        std::vector<Phrase> lines;
        std::vector<Phrase> about = {};  ///< one a line, or none: what it begins with, which pages set apart
    };
    Month month;
    std::vector<Day> days;  ///< every day of the month that the period holds
};

/// An honour for the wall, its lines from top to bottom; empty ones are left out (D2.3).
struct Honour {
    Phrase heading;
    Phrase before;  ///< above the name
    Phrase recipient;
    Phrase reason;
    Phrase award;
    Phrase closing;
    Phrase issuer;
    Phrase date;
};

using Block =
    std::variant<Heading, Paragraph, Notice, List, Facts, Table, Bars, Chart, MonthGrid, Honour, Tiles>;

/// One dated thing for a phone calendar (RFC 5545 VEVENT).
struct Event {
    std::string uid;                                ///< stable over runs, unique in the world
    Date date{};                                    ///< of the start, on the team's clock
    std::optional<std::chrono::sys_seconds> start;  ///< without: whole days
    std::optional<std::chrono::sys_seconds> end;
    int days = 1;  ///< how many whole days, where there is no start
    Phrase summary;
    Phrase description;
    std::string place;
    bool cancelled = false;
    int sequence = 0;         ///< how often it changed between being held and called off
    std::vector<int> alarms;  ///< minutes before the start, or the first midnight; negative: after it
};

struct Report {
    std::string name;  ///< the command: JSON says "schema": "teamctl/<name>/1"
    Phrase title;      ///< names the HTML page; text shows it where a Heading says it
    Phrase calendar;   ///< names the phone calendar, whatever period is in it; empty: the title does
    std::vector<Block> blocks;
    Json data;                  ///< the JSON body where a contract fixes it; else made of the tables
    std::string main_table;     ///< id of the table that CSV carries; empty: the first
    std::optional<Table> rows;  ///< what CSV carries instead of a table that is shown
    std::vector<Event> events;  ///< what ICS carries
    int year = 0;               ///< table dates of other years name theirs; 0: a column of several years does
    bool on_a3 = false;         ///< a poster is made for a sheet of A3 instead of A4
    Date made{};                ///< the day that counted as today; the DTSTAMP of events
    std::string web_address;    ///< of the team's pages: a month for the wall leads there by a QR code
    Phrase source;              ///< whose records they are and how far they go: the foot of a page

    /// Appends a block, and gives it back as it then stands.
    Heading& add(Heading block);
    Paragraph& add(Paragraph block);
    Notice& add(Notice block);
    List& add(List block);
    Facts& add(Facts block);
    Table& add(Table block);
    Bars& add(Bars block);
    Chart& add(Chart block);
    MonthGrid& add(MonthGrid block);
    Honour& add(Honour block);
    Tiles& add(Tiles block);
};

}  // namespace teamctl
