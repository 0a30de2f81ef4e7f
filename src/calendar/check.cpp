#include "calendar/check.hpp"

#include "calendar/occurrences.hpp"
#include "calendar/zone.hpp"

namespace teamctl::calendar {
namespace {

void check_zone(std::vector<Finding>& into, const std::string& zone, const team::Origin& origin) {
    if (!known_zone(zone)) into.push_back({origin, "unknown-zone", say("calendar.unknown_zone", zone)});
}

void check_when(std::vector<Finding>& into, const team::When& when) {
    if (!when.timezone.empty()) check_zone(into, when.timezone, when.origin);
    if (when.every != team::Every::rrule) return;
    if (auto problem = rrule_problem(when.rrule)) {
        into.push_back({when.origin, "bad-rrule", std::move(*problem)});
    }
}

}  // namespace

std::vector<Finding> findings(const team::Team& team) {
    std::vector<Finding> found;
    check_zone(found, team.settings.timezone, team.settings.origin);
    for (const auto& series : team.series) check_when(found, series.when);
    for (const auto& checklist : team.checklists) {
        if (checklist.when) check_when(found, *checklist.when);
    }
    return found;
}

}  // namespace teamctl::calendar
