// What is wrong with a day's agenda, or will be tomorrow: each with a stable code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/phrase.hpp"
#include "report/agenda/content.hpp"

namespace teamctl::report {

struct AgendaWarning {
    std::string
        code;  ///< `no-topic`, `not-planned`, `no-praise`, `nothing-to-discuss`, `agenda-too-long`, ...
    Phrase message;
    Json data;  ///< the code and what it is about
};

/// Occurrences of the next month that no plan names, in the last working days of a month (D1.6).
struct PlanGap {
    Month month;
    std::size_t missing = 0;
    Date due{};  ///< the last working day of the month before
    Phrase text;
};
std::optional<PlanGap> plan_gap(const team::Team& team, const calendar::WorkingDays& days, Date date);

/// Of one meeting of the day; a cancelled one gives none.
std::vector<AgendaWarning> meeting_warnings(const MeetingPage& page);

/// Of the day itself: tomorrow's topics (D1.2), next month's calendar (D1.6), duties without a holder
/// (D1.19).
std::vector<AgendaWarning> day_warnings(const AgendaDay& day);

/// Of a meeting as it is defined, whatever the day: the box (D1.26), "any other business" (D1.30).
std::vector<AgendaWarning> definition_warnings(const team::Series& meeting);

/// Whether an agenda item is an invitation to anything at all: 还有别的事, 其他事项, AOB (D1.30).
bool is_other_business(std::string_view item);

}  // namespace teamctl::report
