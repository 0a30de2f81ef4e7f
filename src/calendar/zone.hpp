// Time zones: what "now" is for the team, and instants as RFC 3339 writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/date.hpp"

namespace teamctl::calendar {

/// Whether the machine knows that IANA zone name.
bool known_zone(const std::string& zone);
/// The wall clock of a zone at an instant, seconds cut off.
Moment local_time(std::chrono::sys_seconds instant, const std::string& zone);
/// The instant of a wall-clock moment. In the gap of a clock change: moved forward by the gap; told twice:
/// the first.
std::chrono::sys_seconds instant_of(Moment moment, const std::string& zone);
/// The same moment on another zone's wall clock.
Moment moved(Moment moment, const std::string& from_zone, const std::string& to_zone);
/// `2026-11-23T09:00:00+08:00`
std::string rfc3339(Moment moment, const std::string& zone);

}  // namespace teamctl::calendar
