// What is wrong with a day's meetings and duties, or will be tomorrow: each with a stable code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "waiting/meeting.hpp"
#include "waiting/plans.hpp"

namespace teamctl::waiting {

struct AgendaWarning {
    enum class Code {
        role_open,
        holder_away,
        no_topic,  ///< on `date`: today, or the next working day (D1.2)
        no_praise,
        nothing_to_discuss,
        too_many_attendees,  ///< `number` of them
        any_other_business,  ///< `item` of the agenda (D1.30)
        agenda_too_long,     ///< `number` minutes (D1.26)
        not_planned,         ///< `gap` (D1.6)
        no_calendar,         ///< of the year `number`
        starts_twice         ///< `starts`, on the day
    };
    Code code = Code::role_open;
    const team::Series* series = nullptr;
    const rules::Turn* turn = nullptr;  ///< of role_open and holder_away; lives as long as the day
    const rules::Away* away = nullptr;  ///< of holder_away: who of the turn
    Date date{};
    std::int64_t number = 0;
    std::string item = {};
    std::optional<PlanGap> gap = {};
    std::optional<calendar::SecondStart> starts = {};
};

/// `no-topic`, as JSON has it.
std::string_view code_name(AgendaWarning::Code code);

/// Of one meeting of the day; a cancelled one gives none.
std::vector<AgendaWarning> meeting_warnings(const AgendaMeeting& meeting);

/// Of the day itself: tomorrow's topics (D1.2), next month's calendar (D1.6), duties without a holder
/// (D1.19), next year's holidays, second starts that are no occurrence.
std::vector<AgendaWarning> day_warnings(const AgendaDay& day);

/// Of a meeting as it is defined, whatever the day: the box (D1.26), "any other business" (D1.30).
std::vector<AgendaWarning> definition_warnings(const team::Series& meeting);

}  // namespace teamctl::waiting
