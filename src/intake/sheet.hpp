// A table: of CSV, which may be UTF-8, UTF-16 or GB18030 (GBK), with commas, semicolons or tabs (RFC
// 4180); or of a workbook (workbook.hpp).
#pragma once

#include <map>
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

/// A cell by its row, from 1 as SheetRow::number, and its column, from 0.
struct CellPlace {
    std::size_t row = 0;
    std::size_t column = 0;
    auto operator<=>(const CellPlace&) const = default;
};

struct Sheet {
    std::string encoding;
    std::vector<SheetRow> rows;
    /// Of a workbook: the cells that are merged with another, each with the one that holds their text.
    std::map<CellPlace, CellPlace> merged;
    /// Of a workbook: cells whose formula says nothing, with what it shows: `#N/A`. They are blank.
    std::map<CellPlace, std::string> faults;

    /// The text of the cell, or of the one that it is merged with.
    const std::string& text(const SheetRow& row, std::size_t column) const;
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
