// One time zone as a list of stretches of constant offset, read from a TZif file (RFC 9636). Internal to
// calendar/; others ask zone.hpp.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace teamctl::calendar {

using Seconds = std::chrono::seconds;
using Instant = std::chrono::sys_seconds;

/// From `begin` on (to the next stretch's begin) local time is UTC + offset. The first one has no begin: it
/// holds all time before the second.
struct OffsetStretch {
    Instant begin{};
    Seconds offset{};
    bool operator==(const OffsetStretch&) const = default;
};

/// Immutable; has one stretch or more.
class ZoneOffsets {
  public:
    explicit ZoneOffsets(std::vector<OffsetStretch> stretches) : stretches_{std::move(stretches)} {}
    /// The offset in force at an instant.
    Seconds at(Instant instant) const;
    /// The instant at which the wall clock shows `local`; in a gap: moved forward by the gap; told twice: the
    /// first.
    Instant to_instant(std::chrono::local_seconds local) const;

  private:
    std::size_t index_at(Instant instant) const;
    std::vector<OffsetStretch> stretches_;
};

/// The bytes of a TZif file of version 1 or later, its rule for the future written out up to the year 3000;
/// nothing where they are none.
std::optional<ZoneOffsets> parse_tzif(std::string_view bytes);
/// A POSIX TZ rule such as `CST-8` or `EST5EDT,M3.2.0,M11.1.0`, written out from 1970 to the year 3000.
std::optional<ZoneOffsets> parse_tz_rule(std::string_view rule);

}  // namespace teamctl::calendar
