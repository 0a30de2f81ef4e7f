// Time zones: what "now" is for the team, and instants as RFC 3339 writes them.
//
// Zones are read from the machine's IANA database (TZif files, RFC 9636), by name and never through TZ, so
// neither the environment nor the C library's global zone is touched. Every function may be called from
// several threads. The functions that take a zone throw std::invalid_argument where it is unknown: callers
// ask known_zone first.
#pragma once

#include <chrono>
#include <string>

#include "base/date.hpp"

namespace teamctl::calendar {

using Instant = std::chrono::sys_seconds;

/// Whether the machine knows that IANA zone name. UTC and Asia/Shanghai (since 1991-09-15) are known even
/// where the machine has no database.
bool known_zone(const std::string& zone);
/// The wall clock of a zone at an instant, seconds cut off.
Moment local_time(Instant instant, const std::string& zone);
/// The instant of a wall-clock moment. In the gap of a clock change: moved forward by the gap; told twice:
/// the first.
Instant instant_of(Moment moment, const std::string& zone);
/// The same moment on another zone's wall clock.
Moment moved(Moment moment, const std::string& from_zone, const std::string& to_zone);
/// `2026-11-23T09:00:00+08:00`
std::string rfc3339(Moment moment, const std::string& zone);
/// The same for an instant: told apart where the clock shows a time twice.
std::string rfc3339(Instant instant, const std::string& zone);

}  // namespace teamctl::calendar
