// Workbooks of spreadsheets: XLSX (ECMA-376), which is XML in a ZIP file. Of each cell what it shows is
// taken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"
#include "intake/sheet.hpp"

namespace teamctl::intake {

/// Whether the bytes are such a file, or one that people take for it: an old `.xls`, or one with a password.
bool looks_like_workbook(std::string_view bytes);

struct WorkbookReading {
    Sheet sheet;
    std::string name;                 ///< of that sheet
    std::vector<std::string> sheets;  ///< all that there are
    Phrase problem;                   ///< why nothing could be taken; empty: `sheet` was
    Phrase hint;
    bool wrong_call = false;  ///< the problem is that of `wanted`
};

/// Reads one sheet: that of the name, or, where `wanted` is empty, the only one that is not hidden and holds
/// anything. Files that are larger than any real one inside are a problem, as is whatever is broken.
WorkbookReading read_workbook(std::string_view bytes, const std::string& wanted);

}  // namespace teamctl::intake
