#include "waiting/warnings.hpp"

#include <algorithm>

#include "calendar/coverage.hpp"
#include "rules/meetings/meetings.hpp"
#include "team/people.hpp"

namespace teamctl::waiting {
namespace {

using Code = AgendaWarning::Code;

AgendaWarning& add(std::vector<AgendaWarning>& all, Code code, const team::Series* series) {
    auto& warning = all.emplace_back();
    warning.code = code;
    warning.series = series;
    return warning;
}

void add_roles(const rules::Sitting& sitting, std::vector<AgendaWarning>& all) {
    for (const auto& turn : sitting.turns) {
        if (turn.who.empty()) add(all, Code::role_open, sitting.series).turn = &turn;
        for (const auto& away : turn.away) {
            auto& warning = add(all, Code::holder_away, sitting.series);
            warning.turn = &turn;
            warning.away = &away;
        }
    }
}

std::int64_t expected_count(const AgendaDay& day, const rules::Sitting& sitting) {
    const auto people = team::everybody(day.team);
    return std::count_if(people.begin(), people.end(), [&](auto person) {
        return rules::expected(day.team, day.absences, sitting.when, person);
    });
}

/// D1.2: the topic stands at least one day ahead.
void add_topics(const AgendaDay& day, std::vector<AgendaWarning>& all) {
    const Period ahead{day.date + Days{1}, day.tomorrow(), Period::Unit::range};
    for (const auto& when : calendar::occurrences(day.team, day.days, ahead)) {
        const auto& series = day.team[when.series];
        if (!series.meeting || !rules::wants_topic(series)) continue;
        const auto sitting = rules::sitting_of(day.team, when);
        if (!sitting.has_topic() && sitting.cancelled == nullptr)
            add(all, Code::no_topic, &series).date = when.date;
    }
}

}  // namespace

std::string_view code_name(Code code) {
    static constexpr std::string_view names[]{
        "role-open",          "holder-away",        "no-topic",           "no-praise",
        "nothing-to-discuss", "too-many-attendees", "any-other-business", "agenda-too-long",
        "not-planned",        "no-calendar",        "starts-twice"};
    return names[static_cast<std::size_t>(code)];
}

std::vector<AgendaWarning> meeting_warnings(const AgendaMeeting& meeting) {
    std::vector<AgendaWarning> all;
    const auto& day = meeting.day;
    const auto& sitting = meeting.sitting;
    const auto& series = *sitting.series;
    if (sitting.cancelled != nullptr) return all;
    add_roles(sitting, all);
    if (rules::wants_topic(series) && !sitting.has_topic()) add(all, Code::no_topic, &series).date = day.date;
    const bool to_come = day.date > day.now.date;
    if (!to_come && meeting.shows(team::Show::praise) && records_since_last(meeting, "praise").empty())
        add(all, Code::no_praise, &series);
    if (series.cancel_if_empty && nothing_to_discuss(meeting)) add(all, Code::nothing_to_discuss, &series);
    if (series.max_attendees) {
        const auto count = expected_count(day, sitting);
        if (count > *series.max_attendees) add(all, Code::too_many_attendees, &series).number = count;
    }
    for (auto& defined : definition_warnings(series)) all.push_back(std::move(defined));
    return all;
}

std::vector<AgendaWarning> day_warnings(const AgendaDay& day) {
    std::vector<AgendaWarning> all;
    for (const auto& sitting : day.sittings) {
        if (!sitting.series->meeting) add_roles(sitting, all);
    }
    add_topics(day, all);
    if (const auto gap = plan_gap(day.team, day.days, day.date))
        add(all, Code::not_planned, nullptr).gap = gap;
    if (const auto year = calendar::year_without_calendar(day.team, day.date))
        add(all, Code::no_calendar, nullptr).number = *year;
    for (const auto& starts : calendar::second_starts(day.team, day.days, day_period(day.date)))
        add(all, Code::starts_twice, &day.team[starts.second.series]).starts = starts;
    return all;
}

std::vector<AgendaWarning> definition_warnings(const team::Series& meeting) {
    std::vector<AgendaWarning> all;
    std::int64_t minutes = 0;
    for (const auto& item : meeting.agenda) {
        minutes += item.minutes;
        if (rules::is_other_business(item.item))
            add(all, Code::any_other_business, &meeting).item = item.item;
    }
    if (meeting.when.minutes > 0 && minutes > meeting.when.minutes)
        add(all, Code::agenda_too_long, &meeting).number = minutes;
    return all;
}

}  // namespace teamctl::waiting
