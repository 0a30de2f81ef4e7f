// The readers behind the table of formats, one file a format.
#pragma once

#include "intake/intake.hpp"

namespace teamctl::intake {

/// An asset register as CSV: a row an asset (D6.4, D17.1).
Intake read_assets(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// A list of people as CSV.
Intake read_roster(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// Attendance of one meeting as an attendance machine or a chat program exports it: a row a person and day
/// (D1.15, D1.16).
Intake read_attendance(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// Meetings of the OpenDev community's irc-meetings repository, which yaml2ical reads.
Intake read_irc_meetings(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
/// The events of an iCalendar file (RFC 5545), each a meeting.
Intake read_ics(const Request& request, const team::Team& team, const calendar::WorkingDays& days);

}  // namespace teamctl::intake
