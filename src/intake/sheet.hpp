// A table exported as CSV: UTF-8, UTF-16 or GB18030 (GBK), with commas, semicolons or tabs (RFC 4180).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teamctl::intake {

struct SheetRow {
    std::size_t number = 0;  ///< from 1, as a spreadsheet counts it
    std::vector<std::string> cells;

    bool blank() const;
    /// The cell, or an empty text beyond the last one.
    const std::string& cell(std::size_t column) const;
};

struct Sheet {
    std::string encoding;
    std::vector<SheetRow> rows;
};

/// UTF-8 text and the name of what it was: a byte order mark decides, else valid UTF-8, else GB18030. Nothing
/// where it is none of these.
std::optional<std::pair<std::string, std::string>> decoded(std::string_view bytes);

/// The rows of the text. Quotes may hold separators, line ends and doubled quotes; a quote that is never
/// closed ends with the text. The separator is the one that the first lines have most of.
Sheet read_sheet(std::string_view text);

/// Without blanks around it, of any kind; line ends inside become one blank.
std::string tidied(std::string_view cell);
/// Full-width letters, digits and signs as ASCII: `２０２６／３` is `2026/3`.
std::string half_width(std::string_view cell);

}  // namespace teamctl::intake
