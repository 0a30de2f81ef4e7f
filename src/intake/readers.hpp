// The readers behind the table of importers, one file a format.
#pragma once

#include "intake/intake.hpp"

namespace teamctl::intake {

/// An asset register as a table: a row an asset (D6.4, D17.1).
Intake read_assets(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// A list of people as a table.
Intake read_roster(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// The units that a list of people names, in the order of its rows.
std::vector<std::string> units_named(const Request& request);
/// Attendance of one meeting as DingTalk, WeCom or an attendance machine exports it: a column a day, a row a
/// person and day, or a row a punch (D1.15, D1.16).
Intake read_attendance(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// A list of customers as a table: a `customer` record each.
Intake read_customers(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// A stock-take as a table: a `part_counted` record each (D10.3).
Intake read_stock(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// A list of leave as a table: lines of leave/YEAR.yaml.
Intake read_leave_list(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// The public holidays and make-up working days of whole years: JSON of the holiday-cn project, or iCalendar.
Intake read_holidays(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// Meetings of the OpenDev community's irc-meetings repository, which yaml2ical reads.
Intake read_irc_meetings(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// The events of an iCalendar file (RFC 5545), each a meeting.
Intake read_ics(const Request& request, const team::Team& team, const calendar::WorkingDays& days);

}  // namespace teamctl::intake
