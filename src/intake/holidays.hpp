// Public holidays of foreign files, and a calendar of ours that takes them over. Internal to intake/.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "intake/intake.hpp"
#include "team/model.hpp"

namespace teamctl::intake {

/// What a day is: off, or a make-up working day, and how it is called.
struct PublicDay {
    std::string name;
    bool off = true;
    bool operator==(const PublicDay&) const = default;
};

/// The days of a foreign file, and the years that it speaks of as a whole.
struct PublicDays {
    std::map<Date, PublicDay> days;
    std::set<int> years;
};

/// Either form; on failure the intake's problem says why.
std::optional<PublicDays> read_public_days(const Request& request, Intake& intake);

/// A stretch of days of one name, off or worked.
struct PublicStretch {
    Date from{};
    Date to{};
    std::string name;
    bool off = true;
    auto operator<=>(const PublicStretch&) const = default;
};

/// The calendar's stretches with the years of the file as the file has them; those of other years stay.
std::vector<PublicStretch> merged(const team::HolidayCalendar& calendar, const PublicDays& days);

/// The text of the calendar with these stretches. Lines of stretches that stay keep their bytes, where each
/// has a line of its own; `rewritten` says that this was not so.
std::string calendar_text(const std::string& before, const team::HolidayCalendar& calendar,
                          const std::vector<PublicStretch>& stretches,
                          const std::optional<std::pair<Date, Date>>& covers, bool& rewritten);

}  // namespace teamctl::intake
