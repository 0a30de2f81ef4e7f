// The functions of libical that are used; loaded when a calendar is read. Internal to intake/.
#pragma once

#include <libical/ical.h>

#include "base/late.hpp"

namespace teamctl::intake {

TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalcomponent_free);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalcomponent_get_first_component);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalcomponent_get_first_property);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalcomponent_get_next_component);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalcomponent_get_next_property);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalcomponent_get_timezone);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalcomponent_isa);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalcomponent_kind_to_string);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icaldurationtype_as_int);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalerror_set_errors_are_fatal);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalparameter_get_cn);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalparameter_get_tzid);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalparser_parse_string);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_attendee);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_dtend);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_dtstart);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_duration);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_exdate);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_first_parameter);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_rdate);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_recurrenceid);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_sequence);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_status);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_value);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_value_as_string);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalproperty_get_xlicerror);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icaltime_from_timet_with_zone);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icaltime_is_null_time);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icaltime_is_utc);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icaltime_subtract);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icaltimezone_get_component);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icaltimezone_get_location);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icaltimezone_get_utc_offset_of_utc_time);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icaltimezone_get_utc_timezone);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICAL, icalvalue_get_text);

}  // namespace teamctl::intake
