#include "rules/meetings/topics.hpp"

#include <algorithm>

#include "rules/meetings/attendance.hpp"

namespace teamctl::rules {

bool is_topic(const team::Topic& topic, std::string_view words) {
    return !words.empty() && (words == topic.title || words == topic.id);
}

bool is_about_problem(const team::Team& team, const team::Record& problem, std::string_view words) {
    if (words.empty()) return false;
    if (words == problem.text("text")) return true;
    return std::ranges::any_of(team.topics, [&](const team::Topic& topic) {
        return topic.from == problem.text("id") && is_topic(topic, words);
    });
}

std::optional<Date> discussed_before(const team::Team& team, const team::Record& problem, Date day) {
    std::optional<Date> last;
    const auto held = [&](Date date) {
        if (date < day) last = std::max(last.value_or(date), date);
    };
    const auto off = cancellations(team, {day - Days{1}, end_of_day});
    for (const auto& line : team.plan) {
        // What was spoken about before it was raised is another matter.
        if (line.date < problem.date || off.contains({line.series, line.date})) continue;
        if (is_about_problem(team, problem, line.topic)) held(line.date);
    }
    for (const auto& topic : team.topics) {
        if (topic.from == problem.text("id") && topic.used) held(*topic.used);
    }
    return last;
}

}  // namespace teamctl::rules
