// Formats in rotation and topics from the backlog.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "rota/plan.hpp"
#include "team/people.hpp"

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
    bool ordered = false;  ///< asked for from above
    bool of_problem = false;
    Date since{};  ///< of the problem, else of the entry in the backlog
};

/// Problems by id, and those that a `done` record closed: an action of the same id comes first.
struct Problems {
    std::map<std::string, const team::Record*, std::less<>> opened;
    std::set<std::string, std::less<>> closed;
};

Problems problems_of(const Team& team) {
    Problems out;
    std::set<std::string, std::less<>> actions;
    for (const auto& record : team.records) {
        if (record.is("action")) actions.emplace(record.text("id"));
        if (record.is("problem")) out.opened.emplace(record.text("id"), &record);
        if (record.is("done")) out.closed.emplace(record.text("id"));
    }
    for (const auto& id : actions) out.closed.erase(id);
    return out;
}

bool names(const team::Topic& topic, std::string_view title) {
    return title == topic.title || (!topic.id.empty() && title == topic.id);
}

using Titles = std::set<std::string, std::less<>>;

/// The backlog without what is used: first the topics that somebody above asked for, then those that come
/// from a problem, the oldest problem first, then the others, the oldest first (D1.8).
std::vector<Waiting> backlog(const Team& team, const Titles& used, const Date latest) {
    const auto problems = problems_of(team);
    std::vector<Waiting> waiting;
    std::set<std::string, std::less<>> covered;
    for (const auto& topic : team.topics) {
        covered.insert(topic.from);
        if (topic.used || used.contains(topic.title) || (!topic.id.empty() && used.contains(topic.id)))
            continue;
        const auto problem = problems.opened.find(topic.from);
        const bool known = problem != problems.opened.end();
        const Date added = topic.added.value_or(latest);
        waiting.push_back({topic.title, topic.lecturer, !topic.ordered_by.empty(), !topic.from.empty(),
                           known ? problem->second->date : added});
    }
    for (const auto& [id, record] : problems.opened) {
        const std::string title{record->text("text")};
        if (!problems.closed.contains(id) && !covered.contains(id) && !used.contains(title))
            waiting.push_back({title, {}, false, true, record->date});
    }
    std::stable_sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) {
        return std::tuple{!a.ordered, !a.of_problem, a.since} <
               std::tuple{!b.ordered, !b.of_problem, b.since};
    });
    return waiting;
}

/// The role that leads the item which shows the topic; -1 where no item does.
int topic_role(const Series& series) {
    for (const auto& item : series.agenda) {
        if (item.show != team::Show::topic) continue;
        for (std::size_t role = 0; role < series.roles.size(); ++role) {
            if (series.roles[role].name == item.by) return static_cast<int>(role);
        }
    }
    return -1;
}

/// Whether the person leads the topic on that line.
bool leads(const Series& series, const PlanLine& line, PersonId who) {
    const int role = topic_role(series);
    return std::any_of(line.roles.begin(), line.roles.end(), [&](const auto& planned) {
        return planned.role == role &&
               std::find(planned.who.begin(), planned.who.end(), who) != planned.who.end();
    });
}

/// A meeting that is called off takes no topic, and gives back the one that it had.
using CalledOff = std::set<std::pair<team::SeriesId, Date>>;

CalledOff called_off(const Team& team) {
    CalledOff off;
    for (const auto& record : team.records) {
        const auto* series = record.is("cancel") ? record.get<team::SeriesId>("meeting") : nullptr;
        if (series != nullptr) off.emplace(*series, record.date);
    }
    return off;
}

bool is_off(const CalledOff& off, const PlanLine& line) {
    return off.contains({line.series, line.date});
}

bool takes_topic(const Team& team, const CalledOff& off, const PlanLine& line) {
    return team::shows_topic(team[line.series]) && line.topic.empty() && !is_off(off, line);
}

/// The topic for the line at `at`: of those that wait longest the first that names nobody or who leads it.
/// A leader with no more turns left than topics of their own takes those, lest one of them never be held.
void give_topic(const Team& team, const CalledOff& off, std::vector<PlanLine>& lines, std::size_t at,
                std::vector<Waiting>& waiting) {
    auto& line = lines[at];
    if (!takes_topic(team, off, line)) return;
    const auto turns_left = [&](PersonId who) {
        return std::count_if(
            lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(),
            [&](const auto& l) { return takes_topic(team, off, l) && leads(team[l.series], l, who); });
    };
    const auto topics_of = [&](PersonId who) { return std::ranges::count(waiting, who, &Waiting::lecturer); };
    const auto is_own = [&](const Waiting& topic) {
        return topic.lecturer && leads(team[line.series], line, topic.lecturer);
    };
    auto found = std::ranges::find_if(waiting, [&](const Waiting& topic) {
        return is_own(topic) && turns_left(topic.lecturer) <= topics_of(topic.lecturer);
    });
    if (found == waiting.end())
        found = std::ranges::find_if(waiting,
                                     [&](const Waiting& topic) { return !topic.lecturer || is_own(topic); });
    if (found == waiting.end()) return;
    line.topic = found->title;
    waiting.erase(found);
}

/// Takes back what no longer holds: the topic of a lecturer who lost the turn; where all is planned anew,
/// every topic of the backlog and every form.
void release(const Team& team, const CalledOff& off, bool fresh, PlanLine& line) {
    if (line.pin_all) return;
    const auto topic = std::find_if(team.topics.begin(), team.topics.end(),
                                    [&](const team::Topic& t) { return names(t, line.topic); });
    const Series& series = team[line.series];
    if (topic != team.topics.end()) {
        const auto old = std::find_if(team.plan.begin(), team.plan.end(), [&](const PlanLine& planned) {
            return planned.date == line.date && planned.series == line.series;
        });
        const bool lost = topic->lecturer && old != team.plan.end() && leads(series, *old, topic->lecturer) &&
                          !leads(series, line, topic->lecturer);
        if (fresh || lost) line.topic.clear();
    }
    if (is_off(off, line)) line.topic.clear();
    if (fresh && !series.formats.empty()) line.format.clear();
}

/// Topics of all plans as they will be once `lines` are written.
Titles used_topics(const Team& team, const CalledOff& off, const std::vector<PlanLine>& lines) {
    std::set<std::pair<Date, int>> planned;
    Titles used;
    for (const auto& line : lines) {
        planned.insert({line.date, line.series.index});
        if (!is_off(off, line)) used.insert(line.topic);
    }
    for (const auto& line : team.plan) {
        if (!planned.contains({line.date, line.series.index}) && !is_off(off, line)) used.insert(line.topic);
    }
    return used;
}

/// The forms of a series up to now: when each was last used, and the last one.
struct Forms {
    std::map<std::string, Date, std::less<>> used;
    std::string last;
};

/// The form unused for longest, among those never used the first written; not the one before, nor, where
/// there are more, the one already set for the next time.
void give_format(const Series& series, const std::string& next, PlanLine& line, Forms& forms) {
    if (series.formats.empty()) return;
    const auto weight = [&](const std::string& format) {
        const auto at = forms.used.find(format);
        return std::tuple{format == forms.last, format == next, at != forms.used.end() ? at->second : Date{}};
    };
    if (line.format.empty())
        line.format = *std::min_element(series.formats.begin(), series.formats.end(),
                                        [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
    forms.used[line.format] = line.date;
    forms.last = line.format;
}

std::map<int, Forms> forms_before(const Team& team, Date from) {
    std::map<int, Forms> all;
    for (const auto& line : team.plan) {
        if (line.date >= from || line.format.empty()) continue;
        auto& forms = all[line.series.index];
        auto& date = forms.used[line.format];
        date = std::max(date, line.date);
        if (date >= forms.used[forms.last]) forms.last = line.format;
    }
    return all;
}

/// The form already set for the occurrence of the series behind that line.
std::string next_format(const std::vector<PlanLine>& lines, std::size_t at) {
    for (std::size_t i = at + 1; i < lines.size(); ++i) {
        if (lines[i].series == lines[at].series) return lines[i].format;
    }
    return {};
}

}  // namespace

void fill_content(const Team& team, const BuildOptions& options, bool published,
                  std::vector<PlanLine>& lines) {
    const auto settled = [&](const PlanLine& line) { return published && line.date < options.today; };
    const auto off = called_off(team);
    for (auto& line : lines)
        if (!settled(line)) release(team, off, options.fresh, line);
    auto forms = forms_before(team, options.period.from);
    auto waiting = backlog(team, used_topics(team, off, lines), options.period.to);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& line = lines[i];
        auto& used = forms[line.series.index];
        if (settled(line)) {
            if (line.format.empty()) continue;
            used.used[line.format] = line.date;
            used.last = line.format;
            continue;
        }
        give_format(team[line.series], next_format(lines, i), line, used);
        give_topic(team, off, lines, i, waiting);
    }
}

}  // namespace teamctl::rota
