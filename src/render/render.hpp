// A report in one format. Knows nothing of teams; every format is one file, and one row of `formats`.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"
#include "base/report.hpp"

namespace teamctl::render {

/// What the output goes to. Only text asks.
struct Style {
    std::size_t columns = 80;  ///< of the terminal; 0: nothing is cut or wrapped (a pipe or a file)
    bool color = false;
};

std::string text(const Report& report, const Translator& words, const Style& style);
std::string markdown(const Report& report, const Translator& words, const Style& style = {});
std::string html(const Report& report, const Translator& words, const Style& style = {});
/// The report's data tree, or one made of its tables, under "schema": "teamctl/<name>/1".
std::string json(const Report& report, const Translator& words, const Style& style = {});
/// RFC 4180, UTF-8; cells that a spreadsheet would run are made harmless.
std::string csv(const Report& report, const Translator& words, const Style& style = {});
/// The same rows as CSV, an object a line: ids and raw values.
std::string ndjson(const Report& report, const Translator& words, const Style& style = {});
/// A workbook (ECMA-376): a sheet a section and a month, values as what they are, and the rows of CSV.
std::string xlsx(const Report& report, const Translator& words, const Style& style = {});
/// RFC 5545; one VEVENT an event.
std::string ics(const Report& report, const Translator& words, const Style& style = {});

/// Where a page leads that is one of many: hrefs as they stand in it.
struct Links {
    struct Entry {
        Phrase title;
        std::string href;
        bool here = false;  ///< the page itself, or what it is part of
    };
    std::vector<Entry> bar;                      ///< what stands above every page
    std::vector<Entry> beside;                   ///< the same page of other months
    std::string search;                          ///< the page that searches; it gets `?q=`
    std::map<std::size_t, std::string> anchors;  ///< names of headings, by the number of their block
    /// Where a cell leads; empty: nowhere. Of a footer, `is_footer`.
    std::function<std::string(const Table&, const std::vector<Cell>&, std::size_t column, bool is_footer)> of;
    std::function<std::string(const std::string& metric)>
        of_metric;                                                 ///< where a key figure leads; may be empty
    std::function<std::string(const std::string& who)> of_person;  ///< where a name leads; may be empty
};

/// An entry of the page that searches.
struct Found {
    Phrase kind;
    Phrase title;
    std::string href;
};

/// One of many pages: as html(), with what leads to the others.
std::string linked_html(const Report& report, const Translator& words, const Links& links);
/// The page that finds the others by what is typed, and lists all of them where scripts do not run. Nothing
/// is asked of any server.
std::string search_html(const Phrase& title, const std::vector<Found>& entries, const Translator& words,
                        const Links& links);

// Message bodies for the robots of chat groups: what their webhooks take, to be posted as it is.
std::string dingtalk(const Report& report, const Translator& words, const Style& style = {});
std::string feishu(const Report& report, const Translator& words, const Style& style = {});
std::string wecom(const Report& report, const Translator& words, const Style& style = {});
std::string slack(const Report& report, const Translator& words, const Style& style = {});

/// What a format makes of a report. A command says which of them its report can be; each can be `text`.
enum class Shape { text, markdown, page, data, table, lines, events, chat };

struct Format {
    std::string_view name;    ///< as `--format` takes it
    std::string_view ending;  ///< of a file that holds it
    Shape shape;
    std::string (*render)(const Report&, const Translator&, const Style&);
    bool binary = false;  ///< nothing that a terminal shows
};

inline constexpr Format formats[] = {
    {"text", ".txt", Shape::text, text},          {"markdown", ".md", Shape::markdown, markdown},
    {"html", ".html", Shape::page, html},         {"json", ".json", Shape::data, json},
    {"csv", ".csv", Shape::table, csv},           {"xlsx", ".xlsx", Shape::table, xlsx, true},
    {"ndjson", ".ndjson", Shape::lines, ndjson},  {"ics", ".ics", Shape::events, ics},
    {"dingtalk", ".json", Shape::chat, dingtalk}, {"feishu", ".json", Shape::chat, feishu},
    {"wecom", ".json", Shape::chat, wecom},       {"slack", ".json", Shape::chat, slack},
};

/// A value tree as JSON text with two spaces of indent.
std::string to_json(const Json& value);
/// The same on one line, without its end.
std::string to_json_line(const Json& value);

}  // namespace teamctl::render
