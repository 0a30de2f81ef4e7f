// Time zones as calendars of others name them. Internal to intake/.
#pragma once

#include <libical/ical.h>

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace teamctl::intake {

/// How a name of a file became one of the IANA database.
enum class ZoneFrom {
    name,        ///< it is one, perhaps behind a prefix; or Windows has it, and Unicode's table says which
    same_clock,  ///< its rules in the file (VTIMEZONE) or its offset show the same clock at every moment
    unknown
};

struct NamedZone {
    std::string iana;  ///< empty where it is unknown
    ZoneFrom from = ZoneFrom::unknown;
    /// The file has rules for the name that are not those of the zone.
    bool contradicted = false;
};

/// The zones of one file. Takes a VCALENDAR, which outlives it.
class IcsZones {
  public:
    IcsZones(icalcomponent* calendar, std::string team_zone);
    /// The zone that a TZID means: by its name (RFC 5545, 3.2.19; `/prefix/Europe/Berlin`), by the name that
    /// Windows has for it (CLDR), else by the rules in the file. The team's own zone is preferred where
    /// several show the same clock.
    const NamedZone& find(const std::string& tzid);

  private:
    using Offset = std::function<std::chrono::seconds(std::chrono::sys_seconds)>;
    NamedZone found(const std::string& tzid) const;
    /// The zone with the same offset at every moment tried; empty where there is none.
    std::string same_clock(const Offset& offset) const;
    icaltimezone* rules_of(const std::string& tzid) const;

    icalcomponent* calendar_;
    std::string team_zone_;
    std::map<std::string, NamedZone> known_;
};

}  // namespace teamctl::intake
