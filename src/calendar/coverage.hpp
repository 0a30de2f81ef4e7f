// Whether the team's calendars reach as far as it plans (teamctl-files(5), CALENDARS).
#pragma once

#include <optional>

#include "team/model.hpp"

namespace teamctl::calendar {

/// The coming year, from 1 November on, where the team has calendars and none of them speaks of that year up to its
/// end: which days of it are holidays is not known. A calendar without `covers` speaks of the years it names days of.
std::optional<int> year_without_calendar(const team::Team& team, Date today);

}  // namespace teamctl::calendar
