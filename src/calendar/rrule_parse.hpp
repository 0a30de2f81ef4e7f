// The text of a rule of RFC 5545 (section 3.3.10), read and checked. Internal to calendar/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/phrase.hpp"

namespace teamctl::calendar {

enum class Frequency { daily, weekly, monthly, yearly };

/// A rule as it is written; empty lists where a part is not given. Negative numbers count from the end.
struct Rrule {
    struct ByDay {
        int nth = 0;  ///< of the month or year; 0: every one
        Weekday weekday{};
    };
    /// The last moment an occurrence may start at.
    struct Until {
        Moment moment;
        bool utc = false;  ///< else in the zone of the rule
    };
    Frequency frequency = Frequency::daily;
    int interval = 1;
    int count = 0;  ///< 0: without end
    std::optional<Until> until;
    Weekday week_start = std::chrono::Monday;
    std::vector<int> months;
    std::vector<int> week_numbers;
    std::vector<int> year_days;
    std::vector<int> month_days;
    std::vector<ByDay> weekdays;
    std::vector<int> set_positions;
};

struct RruleReading {
    Rrule rule;
    std::optional<Phrase> problem;  ///< where there is one, `rule` means nothing
};

RruleReading parse_rrule(const std::string& text);

}  // namespace teamctl::calendar
