// Formats in rotation and topics from the backlog.
#include <algorithm>
#include <map>
#include <set>

#include "rota/plan.hpp"

namespace teamctl::rota {
namespace {

using team::PersonId;
using team::PlanLine;
using team::Series;
using team::Team;

/// A topic that waits: from topics.yaml, or an open problem that nobody made a topic of yet.
struct Waiting {
    std::string title;
    PersonId lecturer;
    Date since{};
};

/// Problems by id, and those that a `done` record closed.
struct Problems {
    std::map<std::string, const team::Record*, std::less<>> opened;
    std::set<std::string, std::less<>> closed;
};

Problems problems_of(const Team& team) {
    Problems out;
    for (const auto& record : team.records) {
        if (record.is("problem")) out.opened.emplace(record.text("id"), &record);
        if (record.is("done")) out.closed.emplace(record.text("id"));
    }
    return out;
}

/// The backlog, the oldest first; a topic is as old as the problem it comes from (D1.8).
std::vector<Waiting> backlog(const Team& team, const Date latest) {
    const auto problems = problems_of(team);
    std::set<std::string, std::less<>> used;
    for (const auto& line : team.plan) used.insert(line.topic);
    std::vector<Waiting> waiting;
    std::set<std::string, std::less<>> covered;
    for (const auto& topic : team.topics) {
        covered.insert(topic.from);
        if (topic.used || used.contains(topic.title) || (!topic.id.empty() && used.contains(topic.id)))
            continue;
        const auto problem = problems.opened.find(topic.from);
        const Date since =
            problem != problems.opened.end() ? problem->second->date : topic.added.value_or(latest);
        waiting.push_back({topic.title, topic.lecturer, since});
    }
    for (const auto& [id, record] : problems.opened) {
        const std::string title{record->text("text")};
        if (!problems.closed.contains(id) && !covered.contains(id) && !used.contains(title))
            waiting.push_back({title, {}, record->date});
    }
    std::stable_sort(waiting.begin(), waiting.end(),
                     [](const auto& a, const auto& b) { return a.since < b.since; });
    return waiting;
}

/// The role that leads the item which shows the topic; -1 where no item does.
int topic_role(const Series& series, bool& has_topic) {
    for (const auto& item : series.agenda) {
        if (item.show != team::Show::topic) continue;
        has_topic = true;
        for (std::size_t role = 0; role < series.roles.size(); ++role) {
            if (series.roles[role].name == item.by) return static_cast<int>(role);
        }
    }
    return -1;
}

void give_topic(const Series& series, PlanLine& line, std::vector<Waiting>& waiting) {
    bool has_topic = false;
    const int role = topic_role(series, has_topic);
    if (!has_topic || !line.topic.empty()) return;
    PersonId lecturer;
    if (role >= 0 && !line.roles[static_cast<std::size_t>(role)].who.empty())
        lecturer = line.roles[static_cast<std::size_t>(role)].who.front();
    const auto fits = [&](const Waiting& topic) { return !topic.lecturer || topic.lecturer == lecturer; };
    const auto found = std::find_if(waiting.begin(), waiting.end(), fits);
    if (found == waiting.end()) return;
    line.topic = found->title;
    waiting.erase(found);
}

/// When each format of a series was last used, up to now.
using LastUse = std::map<std::string, Date, std::less<>>;

void give_format(const Series& series, PlanLine& line, LastUse& last) {
    if (series.formats.empty()) return;
    if (line.format.empty()) {
        // The one unused for longest; among those never used the first written.
        const auto age = [&](const std::string& format) {
            const auto at = last.find(format);
            return at != last.end() ? at->second : Date{};
        };
        line.format = *std::min_element(series.formats.begin(), series.formats.end(),
                                        [&](const auto& a, const auto& b) { return age(a) < age(b); });
    }
    last[line.format] = line.date;
}

}  // namespace

void fill_content(const Team& team, const Period& period, std::vector<PlanLine>& lines) {
    std::map<int, LastUse> last;
    for (const auto& line : team.plan) {
        if (line.date >= period.from || line.format.empty()) continue;
        auto& date = last[line.series.index][line.format];
        date = std::max(date, line.date);
    }
    auto waiting = backlog(team, period.to);
    for (auto& line : lines) {
        const Series& series = team[line.series];
        give_format(series, line, last[line.series.index]);
        give_topic(series, line, waiting);
    }
}

}  // namespace teamctl::rota
