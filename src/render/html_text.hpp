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

/// A month as a table with its own size of type, the largest with which it fits one landscape page of A4.
std::string html_month(const MonthGrid& grid, const Translator& words);

/// What stands above a page that is one of many: the others, and a box that searches.
std::string html_bar(const Links& links, const Translator& words);

/// A chart of columns as a figure with inline SVG. `number` is the chart's on its page.
std::string html_chart(const Chart& chart, const Translator& words, int number);

}  // namespace teamctl::render
