// Numbers of a workbook as its cells show them: its dates are numbers with a format (ECMA-376, 18.8.30).
// Internal to intake/.
#pragma once

#include <string>
#include <string_view>

namespace teamctl::intake {

/// What a number format makes of a number.
struct NumberForm {
    bool date = false;     ///< it shows a year, month or day
    bool time = false;     ///< it shows hours, minutes or seconds
    bool elapsed = false;  ///< hours may pass 24: `[h]:mm`
    bool percent = false;
    int zeros = 0;  ///< at least so many digits: `00000`
};

/// Of the formats that have a number alone, those of Chinese programs among them.
NumberForm built_in_form(int id);
/// Of a format code: `yyyy/m/d h:mm;@`.
NumberForm form_of_code(std::string_view code);

/// A number as its cell shows it, dates as `2026-11-02`, times as `08:15`, with seconds where there are any.
/// Days are counted from 1900, or, by the workbook's flag, from 1904. What is no date there stays a number.
std::string shown_number(double value, const NumberForm& form, bool from_1904);

}  // namespace teamctl::intake
