#include "rules/people/reviews.hpp"

#include <algorithm>
#include <map>

#include "team/people.hpp"

namespace teamctl::rules {

using team::PersonId;
using team::Record;

std::vector<const Record*> unreviewed_diaries(const Context& context, const Period& period) {
    std::map<PersonId, std::vector<Date>> reviews;  // each ascending, as records are
    std::vector<const Record*> diaries;
    for (const auto& record : context.team.records) {
        if (!known_at(record, context.now)) continue;
        if (record.is("diary")) diaries.push_back(&record);
        // The one who does is not the one who checks (D11.3).
        if (record.is("review") && record.person("by") != record.person("who"))
            reviews[record.person("who")].push_back(record.date);
    }
    std::map<PersonId, Date> next;  // the author's next diary, of a later day
    std::vector<const Record*> found;
    for (auto at = diaries.rbegin(); at != diaries.rend() && (*at)->date >= period.from; ++at) {
        const auto& diary = **at;
        const auto who = diary.person("who");
        const auto& dates = reviews[who];
        const auto review = std::lower_bound(dates.begin(), dates.end(), diary.date);
        const auto after = next.find(who);
        const bool reviewed = review != dates.end() &&
                              (after == next.end() || *review < after->second || *review == diary.date);
        if (after == next.end() || after->second != diary.date) next[who] = diary.date;
        if (!reviewed && period.contains(diary.date)) found.push_back(&diary);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

PersonId reviewer(const Context& context, const Absences& absences, PersonId author, Date day) {
    const auto& team = context.team;
    const PersonId first = team::reports_to(team, author, day);
    PersonId person = first;
    for (std::size_t steps = 0; person && steps < team.people.size(); ++steps) {
        const bool there = team::employed(team[person], day) && absences.all_day(person, day) == nullptr;
        if (there && person != author) return person;
        person = team::reports_to(team, person, day);
    }
    return first;
}

}  // namespace teamctl::rules
