#include "waiting/meeting.hpp"

#include <algorithm>
#include <array>

#include "rules/meetings/attendance.hpp"
#include "rules/meetings/topics.hpp"
#include "rules/work/matters.hpp"
#include "team/people.hpp"

namespace teamctl::waiting {
namespace {

using team::PersonId;
using team::Show;

constexpr Days first_reach{7};  // how far a meeting without an occurrence before it looks back
constexpr Days joins_soon{14};  // how long before the day a newcomer is announced
constexpr std::size_t reserve_most = 3;

bool is_new(const AgendaMeeting& meeting, const team::Record& record) {
    const auto& previous = meeting.previous;
    if (!previous) return true;
    return record.date > previous->date ||
           (record.date == previous->date && record.at && record.at > previous->start);
}

std::optional<Date> last_used(const team::ReserveItem& item, Date before) {
    std::optional<Date> last;
    for (const auto used : item.used) {
        if (used < before && (!last || *last < used)) last = used;
    }
    return last;
}

/// The sitting before this one that was not called off.
std::optional<calendar::Occurrence> last_held(const team::Team& team, const calendar::WorkingDays& days,
                                              const calendar::Occurrence& when) {
    const auto off = rules::cancellations(team, {when.date, end_of_day});
    auto before = rules::previous_occurrence(team, days, when.series, when.date);
    while (before && off.contains({when.series, before->date}))
        before = rules::previous_occurrence(team, days, when.series, before->date);
    return before;
}

/// Whether an item of that kind has anything to show.
bool has_any(const AgendaMeeting& meeting, Show show) {
    const auto& day = meeting.day;
    switch (show) {
        case Show::problems:
            return !clinic(day).empty();
        case Show::overdue:
            return !overdue_items(day).empty() || !overdue_calls(day).empty();
        case Show::announcements:
            return !announcements(meeting).empty();
        default:
            return !rules::open_tickets(day.open).empty();
    }
}

}  // namespace

bool AgendaMeeting::shows(Show show) const {
    const auto& agenda = sitting.series->agenda;
    return std::any_of(agenda.begin(), agenda.end(), [&](const auto& item) { return item.show == show; });
}

AgendaMeeting agenda_meeting(const AgendaDay& day, const rules::Sitting& sitting) {
    const auto& when = sitting.when;
    return {day, sitting, rules::previous_occurrence(day.team, day.days, when.series, when.date),
            rules::next_occurrence(day.team, day.days, when.series, when.date), nullptr};
}

std::vector<const team::Record*> records_since_last(const AgendaMeeting& meeting, std::string_view kind) {
    const auto& when = meeting.sitting.when;
    const auto& previous = meeting.previous;
    const Date from = previous ? previous->date : when.date - first_reach;
    const TimeOfDay last_start = previous ? previous->start.value_or(TimeOfDay{0}) : TimeOfDay{0};
    std::vector<const team::Record*> records;
    for (const auto& record : meeting.day.team.records) {
        if (record.date < from || record.date > when.date || !record.is(kind)) continue;
        if (record.at && record.date == from && *record.at < last_start) continue;
        if (record.at && record.date == when.date && *record.at >= when.start.value_or(end_of_day)) continue;
        records.push_back(&record);
    }
    return records;
}

AgendaDay since_last(const AgendaMeeting& meeting) {
    auto day = meeting.day;
    const auto held = last_held(day.team, day.days, meeting.sitting.when);
    day.past_from = held ? held->date : day.date - first_reach;
    if (held && held->start) day.past_start = *held->start;
    day.past_end = meeting.sitting.when.start;
    day.past = rules::attendance(day.before(), day.absences, day.past_period());
    return day;
}

std::vector<const rules::Matter*> resolved(const AgendaMeeting& meeting, const AgendaDay& since) {
    std::vector<const rules::Matter*> found;
    for (const auto& action : since.by_night.actions) {
        if (action.opened->text("from") != meeting.sitting.series->id || action.opened->date == since.date)
            continue;
        if (action.closed == nullptr || is_past(since, *action.closed)) found.push_back(&action);
    }
    return found;
}

std::vector<RollCallLine> roll_call(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    const auto& when = meeting.sitting.when;
    std::vector<RollCallLine> lines;
    for (const auto person : team::selected(team, meeting.sitting.series->attend, when.date)) {
        const auto away = rules::away_during(team, person, when);
        if (!away || rules::expected(team, meeting.day.absences, when, person)) {
            lines.push_back({person, {}, team[person].joined == meeting.day.date});
            continue;
        }
        using Why = rules::Away::Why;
        const bool far = away->why == Why::not_joined && meeting.day.date + joins_soon < *team[person].joined;
        if (away->why != Why::gone && !far) lines.push_back({person, away, false});
    }
    return lines;
}

std::vector<std::pair<Date, PersonId>> birthdays(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    const Date today = meeting.day.date;
    const Date until = meeting.next ? meeting.next->date - Days{1} : today;
    std::vector<std::pair<Date, PersonId>> coming;
    for (const auto person : team::everybody(team)) {
        const auto& birthday = team[person].birthday;
        if (!birthday) continue;
        for (const int year : {year_of(today), year_of(today) + 1}) {
            const Date date = birthday_in(*birthday, year);
            if (today <= date && date <= until && team::employed(team[person], date))
                coming.emplace_back(date, person);
        }
    }
    std::sort(coming.begin(), coming.end());
    return coming;
}

std::vector<Announcement> announcements(const AgendaMeeting& meeting) {
    const Date today = meeting.day.date;
    const Date since = meeting.previous ? meeting.previous->date : today - first_reach;
    std::vector<Announcement> shown;
    for (const auto& record : meeting.day.team.records) {
        if (!record.is("announce") || record.date > today) continue;
        const auto* until = record.get<Date>("until");
        if (until != nullptr ? today <= *until : since <= record.date)
            shown.push_back(
                {&record, until != nullptr ? std::optional{*until} : std::nullopt, is_new(meeting, record)});
    }
    std::stable_partition(shown.begin(), shown.end(), [](const auto& one) { return one.is_new; });
    return shown;
}

const team::Topic* topic_titled(const team::Team& team, std::string_view title) {
    for (const auto& topic : team.topics) {
        if (topic.title == title || topic.id == title) return &topic;
    }
    return nullptr;
}

std::vector<const rules::Matter*> clinic(const AgendaDay& day) {
    auto open = rules::open_matters(day.open.problems);
    std::erase_if(open, [&](const auto* problem) {
        return rules::discussed_before(day.team, *problem->opened, day.date).has_value();
    });
    return open;
}

std::optional<Date> planned_as_topic(const AgendaDay& day, const team::Record& problem) {
    const auto off = rules::cancellations(day.team, {day.date, end_of_day});
    for (const auto& line : day.team.plan) {
        if (line.date >= day.date && !off.contains({line.series, line.date}) &&
            rules::is_about_problem(day.team, problem, line.topic))
            return line.date;
    }
    return std::nullopt;
}

std::vector<ReserveChoice> reserve_choices(const AgendaDay& day) {
    std::vector<ReserveChoice> choices;
    for (const auto& item : day.team.reserve) choices.push_back({&item, last_used(item, day.date)});
    std::stable_sort(choices.begin(), choices.end(),
                     [](const auto& a, const auto& b) { return a.last_used < b.last_used; });
    if (choices.size() > reserve_most) choices.resize(reserve_most);
    return choices;
}

std::vector<DueItem> coming_checklists(const AgendaMeeting& meeting) {
    const auto& day = meeting.day;
    const bool far = meeting.until() > day.tomorrow();
    auto items = due_checklists(day, {day.date + Days{1}, meeting.until(), Period::Unit::range});
    std::erase_if(items, [&](const auto& item) {
        const auto& lists = day.team.checklists;
        const auto list =
            std::find_if(lists.begin(), lists.end(), [&](const auto& l) { return l.id == item.id; });
        const bool windowed = list != lists.end() && list->when && list->when->window;
        const bool daily = list == lists.end() || !list->when || list->when->every == team::Every::day ||
                           list->when->every == team::Every::workday;
        return item.done || (!windowed && (far || daily));
    });
    return items;
}

bool nothing_to_discuss(const AgendaMeeting& meeting) {
    static constexpr std::array matters{Show::problems, Show::overdue, Show::announcements, Show::tickets};
    return !meeting.sitting.has_topic() && std::none_of(matters.begin(), matters.end(), [&](Show show) {
        return meeting.shows(show) && has_any(meeting, show);
    });
}

}  // namespace teamctl::waiting
