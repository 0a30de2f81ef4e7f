// A report as the short lines of a chat: no tables, no charts, a sentence a line.
#pragma once

#include <string>
#include <vector>

#include "base/report.hpp"

namespace teamctl::render {

/// One line of a message, its texts not yet escaped for any robot.
struct ChatLine {
    enum class Kind { heading, text, notice, item };
    Kind kind = Kind::text;
    int level = 1;      ///< of headings 1 to 6; of items 0 and more: how deep they stand
    std::string mark;   ///< of items: `-`, `2.`, `[ ]`, `[x]`
    std::string label;  ///< said in bold before the text; may be empty
    std::string text;
    Tone tone = Tone::plain;
};

/// The whole report; a row of a table becomes one item, its first cell the label.
std::vector<ChatLine> chat_lines(const Report& report, const Translator& words);

}  // namespace teamctl::render
