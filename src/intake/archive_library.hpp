// The functions of libzip that are used; loaded when a workbook is read. Internal to intake/.
#pragma once

#include <zip.h>

#include "base/late.hpp"

namespace teamctl::intake {

TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_discard);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_error_fini);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_error_init);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_fclose);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_fopen_index);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_fread);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_get_num_entries);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_name_locate);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_open_from_source);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_source_buffer_create);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_source_free);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_stat_index);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ZIP, zip_stat_init);

}  // namespace teamctl::intake
