#include "report/agenda/warnings.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/naming.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;
using team::Show;

constexpr int planning_days = 5;  // D1.6, with the count of D3.11

AgendaWarning warning(std::string code, Phrase message, const team::Series* series = nullptr) {
    Json data = Json::object();
    data.set("code", code);
    if (series != nullptr) data.set("series", series->id);
    return {std::move(code), std::move(message), std::move(data)};
}

/// Whether the meeting is one that has topics at all.
bool wants_topic(const team::Series& series) {
    return team::shows_topic(series) ||
           std::any_of(series.roles.begin(), series.roles.end(), [](const auto& role) {
               return role.name == team::role_that(team::RoleFunction::speaks);
           });
}

bool has_topic(const Sitting& sitting) {
    return sitting.plan != nullptr && !sitting.plan->topic.empty();
}

/// Nothing that a meeting could be about: no topic, and no item that lists open matters has one.
bool nothing_to_discuss(const MeetingPage& page) {
    static constexpr std::array matters{Show::problems, Show::overdue, Show::announcements, Show::tickets};
    return !has_topic(page.sitting) && std::none_of(matters.begin(), matters.end(), [&](Show show) {
        return page.shows(show) && !content_of(page, show).empty();
    });
}

void add_role_warnings(const team::Team& team, const Sitting& sitting, std::vector<AgendaWarning>& all) {
    for (const auto& turn : sitting.turns) {
        const Phrase role = role_title(turn.role->name);
        if (turn.who.empty()) {
            all.push_back(warning("role-open",
                                  sitting.turns.size() == 1
                                      ? say("agenda.warn.nobody", sitting.series->name)
                                      : say("agenda.warn.role_open", sitting.series->name, role),
                                  sitting.series));
            all.back().data.set("role", turn.role->name);
        }
        for (const auto& away : turn.away) {
            const Phrase who = away_text(team, away);
            const Phrase text = turn.stand_in ? say("agenda.warn.stand_in", sitting.series->name, role, who,
                                                    name_of(team, turn.stand_in))
                                : turn.role->name == team::role_that(team::RoleFunction::speaks)
                                    ? say("agenda.warn.lecturer_away", sitting.series->name, role, who)
                                    : say("agenda.warn.holder_away", sitting.series->name, role, who);
            all.push_back(warning("holder-away", text, sitting.series));
            all.back().data.set("role", turn.role->name).set("who", id_of(team, away.who));
            all.back().data.set("stand_in", id_of(team, turn.stand_in));
        }
    }
}

std::size_t expected_count(const AgendaDay& day, const Sitting& sitting) {
    const auto people = team::everybody(day.team);
    return static_cast<std::size_t>(std::count_if(people.begin(), people.end(), [&](PersonId person) {
        return rules::expected(day.team, day.absences, sitting.when, person);
    }));
}

/// D1.2: the topic stands at least one day ahead.
void add_topic_warnings(const AgendaDay& day, std::vector<AgendaWarning>& all) {
    const Date until = std::max(day.days.next(day.date), day.date + Days{1});
    const Period ahead{day.date + Days{1}, until, Period::Unit::range};
    for (const auto& when : calendar::occurrences(day.team, day.days, ahead)) {
        const auto& series = day.team[when.series];
        if (!series.meeting || !wants_topic(series)) continue;
        const auto sitting = sitting_of(day.team, when);
        if (has_topic(sitting) || sitting.cancelled != nullptr) continue;
        all.push_back(warning("no-topic", say("agenda.warn.no_topic", when.date, series.name), &series));
        all.back().data.set("date", to_string(when.date));
    }
}

void add_plan_warnings(const AgendaDay& day, std::vector<AgendaWarning>& all) {
    const auto gap = plan_gap(day.team, day.days, day.date);
    if (!gap) return;
    all.push_back(warning("not-planned", gap->text));
    all.back().data.set("month", to_string(gap->month)).set("missing", gap->missing);
}

}  // namespace

std::optional<PlanGap> plan_gap(const team::Team& team, const calendar::WorkingDays& days, Date date) {
    const auto last = days.last(month_period(month_of(date)), planning_days);
    if (last.empty() || date < last.front()) return std::nullopt;
    const Month next = month_of(date) + std::chrono::months{1};
    std::size_t missing = 0;
    std::size_t total = 0;
    for (const auto& when : calendar::occurrences(team, days, month_period(next))) {
        if (team[when.series].roles.empty()) continue;
        ++total;
        if (sitting_of(team, when).plan == nullptr) ++missing;
    }
    if (missing == 0) return std::nullopt;
    return PlanGap{next, missing, last.back(),
                   missing == total ? say("agenda.warn.not_planned", next)
                                    : say("agenda.warn.partly_planned", next, missing, total)};
}

std::vector<AgendaWarning> meeting_warnings(const MeetingPage& page) {
    std::vector<AgendaWarning> all;
    const auto& sitting = page.sitting;
    const auto& series = *sitting.series;
    if (sitting.cancelled != nullptr) return all;
    add_role_warnings(page.day.team, sitting, all);
    if (wants_topic(series) && !has_topic(sitting)) {
        all.push_back(warning("no-topic", say("agenda.warn.no_topic_today", series.name), &series));
        all.back().data.set("date", to_string(page.day.date));
    }
    const bool to_come = page.day.date > page.day.now.date;
    if (!to_come && page.shows(Show::praise) && content_of(page, Show::praise).empty())
        all.push_back(warning("no-praise", say("agenda.warn.no_praise", series.name), &series));
    if (series.cancel_if_empty && nothing_to_discuss(page))
        all.push_back(
            warning("nothing-to-discuss", say("agenda.warn.nothing_to_discuss", series.name), &series));
    if (series.max_attendees) {
        const auto count = expected_count(page.day, sitting);
        if (count > static_cast<std::size_t>(*series.max_attendees)) {
            all.push_back(warning("too-many-attendees",
                                  say("agenda.warn.too_many", series.name, count, *series.max_attendees),
                                  &series));
        }
    }
    for (auto& defined : definition_warnings(series)) all.push_back(std::move(defined));
    return all;
}

std::vector<AgendaWarning> day_warnings(const AgendaDay& day) {
    std::vector<AgendaWarning> all;
    for (const auto& sitting : day.sittings) {
        if (!sitting.series->meeting) add_role_warnings(day.team, sitting, all);
    }
    add_topic_warnings(day, all);
    add_plan_warnings(day, all);
    return all;
}

std::vector<AgendaWarning> definition_warnings(const team::Series& meeting) {
    std::vector<AgendaWarning> all;
    int minutes = 0;
    for (const auto& item : meeting.agenda) {
        minutes += item.minutes;
        if (!is_other_business(item.item)) continue;
        all.push_back(warning("any-other-business",
                              say("agenda.warn.other_business", meeting.name, item.item), &meeting));
        all.back().data.set("item", item.item);
    }
    if (meeting.when.minutes > 0 && minutes > meeting.when.minutes) {
        all.push_back(warning("agenda-too-long",
                              say("agenda.warn.too_long", meeting.name, minutes, meeting.when.minutes),
                              &meeting));
    }
    return all;
}

bool is_other_business(std::string_view item) {
    static constexpr std::array<std::string_view, 9> parts{"别的事",   "其他事项",           "其它事项",
                                                           "其他事情", "其它事情",           "其他事宜",
                                                           "其它事宜", "any other business", "other matters"};
    static constexpr std::array<std::string_view, 10> wholes{
        "其他", "其它", "杂项", "杂事", "aob", "other", "others", "misc", "miscellaneous", "any other"};
    std::string text{trimmed(item)};
    for (auto& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::find(wholes.begin(), wholes.end(), text) != wholes.end() ||
           std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

}  // namespace teamctl::report
