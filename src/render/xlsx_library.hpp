// The functions of libxlsxwriter that are used; loaded when a workbook is written. Internal to render/.
#pragma once

#include <xlsxwriter.h>

#include "base/late.hpp"

namespace teamctl::render {

TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, chart_add_series);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, chart_series_set_categories);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, chart_series_set_name_range);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, chart_series_set_values);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, chart_title_set_name);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, format_set_align);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, format_set_bg_color);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, format_set_bold);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, format_set_border);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, format_set_bottom);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, format_set_font_size);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, format_set_num_format);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, format_set_text_wrap);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, format_set_top);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, lxw_strerror);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, workbook_add_chart);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, workbook_add_format);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, workbook_add_worksheet);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, workbook_close);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, workbook_new_opt);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, workbook_set_properties);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, workbook_validate_sheet_name);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_autofilter);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_center_horizontally);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_fit_to_pages);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_freeze_panes);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_insert_chart);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_print_area);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_repeat_columns);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_repeat_rows);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_set_column);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_set_footer);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_set_landscape);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_set_paper);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_set_row);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_write_datetime);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_write_number);
TEAMCTL_LATE(TEAMCTL_LIBRARY_XLSXWRITER, worksheet_write_string);

}  // namespace teamctl::render
