// What the parts of an HTML page share.
#pragma once

#include <string>
#include <string_view>

#include "base/report.hpp"
#include "render/render.hpp"

namespace teamctl::render {

/// Text for any place in the page, attributes included; its line feeds become <br>.
std::string html_escaped(std::string_view text);

/// The class of what has a tone; empty where it is plain.
std::string_view html_class(Tone tone);
/// ` class="a b"`, or nothing where both are empty.
std::string html_class_attribute(std::string_view first, Tone tone);
/// `<b>text</b>` with attributes.
std::string html_element(std::string_view name, std::string_view attributes, std::string_view content);
/// A text for a place that takes no markup: an attribute, a title.
std::string html_plain(const Phrase& phrase, const Translator& words);

/// The style of a page: of all pages, and what this one has of its own behind it.
std::string html_sheet(std::string_view own);

/// What tables need to know of their page.
struct TableFrame {
    const Translator& words;
    const Links* links = nullptr;
    int year = 0;      ///< as Report::year
    Phrase name = {};  ///< of a table without a caption, for those who hear the page
};

/// A table with its bars, or as tiles where it says so.
std::string html_table(const Table& table, const TableFrame& frame);
/// Bars that stand alone.
std::string html_bars(const Bars& bars, const TableFrame& frame);
/// A bar as inline SVG: `share` of a whole, of which there are `most` side by side.
std::string html_bar_of(Ratio share, Tone tone, double most);
/// Key figures beside each other.
std::string html_tiles(const Tiles& tiles, const TableFrame& frame);

/// What takes room above a month.
struct MonthBelow {
    bool code = false;  ///< a QR code
    bool text = false;
};
/// A month as a table with its own size of type, the largest with which it fits one landscape page of A4.
std::string html_month(const MonthGrid& grid, const Translator& words, MonthBelow below = {});
/// The address as a QR code with a line below it; nothing where it is too long for one.
std::string html_qr(const std::string& address, const Translator& words);

/// What stands above a page that is one of many: the others, and a box that searches.
std::string html_bar(const Links& links, const Translator& words);

/// A chart of columns, or of dots where its axis does not start at zero; a table where there are few points.
std::string html_chart(const Chart& chart, const TableFrame& frame);
/// The run of some figures as one small line; nothing where they are few.
std::string html_spark(const std::vector<Cell>& values);

}  // namespace teamctl::render
