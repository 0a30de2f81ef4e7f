// Which column of a foreign table is which key of ours.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/intake.hpp"
#include "intake/sheet.hpp"

namespace teamctl::intake {

/// How the cells of a key are read.
enum class CellForm { id, text, code, whole, date, birthday, person, unit, list };

/// A key and the headings, beside its own name, under which other programs have it.
struct ColumnSpec {
    std::string_view key;
    CellForm form = CellForm::text;
    std::vector<std::string_view> headings;
};

/// A heading as it is compared: without blanks, without what stands in brackets, in small letters.
std::string plain_heading(std::string_view heading);

/// The columns of a sheet, found by the row that names most of them.
struct Columns {
    std::size_t header = 0;  ///< index of that row
    std::vector<std::string> headings;
    std::vector<int> spec;  ///< by column: index into the specs, or -1
};

/// Nothing where no row of the first twenty names two of them. A heading that comes twice counts the first
/// time; the second is reported.
std::optional<Columns> find_columns(const Sheet& sheet, const std::vector<ColumnSpec>& specs,
                                    std::vector<Doubt>& doubts);

/// Reads a sheet, of a workbook or of text; on failure the intake's problem says why.
std::optional<Sheet> take_sheet(const Request& request, Intake& intake);

}  // namespace teamctl::intake
