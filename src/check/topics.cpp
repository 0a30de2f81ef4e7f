// The backlog of topics: whom they wait for, and what they come from.
#include <algorithm>

#include "base/text.hpp"
#include "check/findings.hpp"

namespace teamctl::check {

void check_backlog(const team::Team& team, Date today, Found& found) {
    std::vector<std::string> problems;
    for (const auto& record : team.records) {
        if (record.is("problem")) problems.emplace_back(record.text("id"));
    }
    for (const auto& topic : team.topics) {
        if (topic.used) continue;
        const auto left = topic.lecturer ? team[topic.lecturer].left : std::nullopt;
        if (left && *left < today)
            found
                .warning("left-before", topic.origin,
                         say("rules.left_before", team[topic.lecturer].name, *left),
                         say("check.name_another"), {"lecturer"})
                .related.push_back(found.place(team[topic.lecturer].origin));
        if (topic.from.empty() || std::find(problems.begin(), problems.end(), topic.from) != problems.end())
            continue;
        const auto near = nearest(topic.from, problems);
        found.warning("unknown-problem", topic.origin,
                      say("check.unknown_ref", say("ref.problem"), made_harmless(topic.from)),
                      near ? say("check.did_you_mean", *near) : say("check.opened_by_record"), {"from"});
    }
}

}  // namespace teamctl::check
