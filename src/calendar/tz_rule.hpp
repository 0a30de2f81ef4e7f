// The rule at the end of a TZif file, by which a zone goes on: a POSIX TZ string with the extensions of
// RFC 9636, section 3.3.1. Internal to calendar/.
#pragma once

#include <optional>
#include <string_view>

#include "calendar/tzif.hpp"

namespace teamctl::calendar {

/// A moment of each year: `M3.2.0/2`, `J60`, `59/-1`.
struct TzChange {
    enum class Form {
        weekday,    ///< Mm.w.d: the w-th weekday d of the month m, 5 is the last
        leapless,   ///< Jn: day 1 to 365, 29 February never counted
        zero_based  ///< n: day 0 to 365
    };
    Form form = Form::weekday;
    int month = 1;
    int week = 1;
    int day = 0;
    Seconds time{7200};

    /// The change of that year, where the clock before it runs at `offset`.
    Instant instant(int year, Seconds offset) const;
};

struct TzRule {
    struct Summer {
        Seconds offset{};
        TzChange begin;
        TzChange end;
    };
    Seconds offset{};  ///< east of Greenwich is positive
    std::optional<Summer> summer;
};

/// Nothing where the text is no such rule.
std::optional<TzRule> read_tz_rule(std::string_view text);

}  // namespace teamctl::calendar
