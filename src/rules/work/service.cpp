#include "rules/work/service.hpp"

#include <algorithm>
#include <chrono>

#include "calendar/zone.hpp"

namespace teamctl::rules {
namespace {

using team::Hours;
using team::Record;

constexpr std::int64_t minutes_a_day = 24 * 60;

/// Longer than any run of days without work that a calendar can mean.
constexpr int longest_rest = 400;

std::vector<Hours> normalised(std::vector<Hours> hours) {
    if (hours.empty()) return {{TimeOfDay{0}, end_of_day}};
    std::sort(hours.begin(), hours.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    std::vector<Hours> merged;
    for (const auto& stretch : hours) {
        if (!merged.empty() && stretch.from <= merged.back().to)
            merged.back().to = std::max(merged.back().to, stretch.to);
        else
            merged.push_back(stretch);
    }
    std::erase_if(merged, [](const auto& stretch) { return stretch.to <= stretch.from; });
    return merged;
}

/// 24:00 is the next day's 00:00: the same instant.
Moment instant(Moment moment) {
    return moment.time < end_of_day ? moment : Moment{moment.date + Days{1}, TimeOfDay{}};
}

std::int64_t promised(team::Span span) {
    return span.days ? span.amount * minutes_a_day : span.amount;
}

Response response(const Context& context, std::optional<Moment> due, const Record* done) {
    Response made{due, done, false, false};
    if (!due) return made;
    const Moment limit = instant(*due);
    made.met = done != nullptr && instant({done->date, done->at.value_or(TimeOfDay{})}) <= limit;
    made.late = done != nullptr ? !made.met : limit < instant(context.now);
    return made;
}

}  // namespace

WorkingTime::WorkingTime(const Context& context)
    : days_{&context.days}, hours_{normalised(context.team.settings.hours)} {
    for (const auto& stretch : hours_) day_minutes_ += stretch.to.minutes - stretch.from.minutes;
}

std::optional<Moment> WorkingTime::after(Moment start, std::int64_t minutes) const {
    int rest = 0;
    for (Date day = start.date; rest < longest_rest && day_minutes_ > 0; day += Days{1}) {
        if (!days_->is_workday(day)) {
            ++rest;
            continue;
        }
        rest = 0;
        for (const auto& stretch : hours_) {
            const auto from = day == start.date ? std::max(stretch.from, start.time) : stretch.from;
            if (stretch.to < from || (stretch.to == from && minutes == 0)) continue;
            const int room = stretch.to.minutes - from.minutes;
            if (minutes <= room) return Moment{day, TimeOfDay{from.minutes + static_cast<int>(minutes)}};
            minutes -= room;
        }
    }
    return std::nullopt;
}

std::int64_t WorkingTime::between(Moment start, Moment end) const {
    std::int64_t minutes = 0;
    for (Date day = start.date; day <= end.date; day += Days{1}) {
        if (!days_->is_workday(day)) continue;
        for (const auto& stretch : hours_) {
            const auto from = day == start.date ? std::max(stretch.from, start.time) : stretch.from;
            const auto to = day == end.date ? std::min(stretch.to, end.time) : stretch.to;
            minutes += std::max(0, to.minutes - from.minutes);
        }
    }
    return minutes;
}

std::int64_t WorkingTime::clock_between(Moment start, Moment end) const {
    const auto& zone = days_->zone();
    const auto span = calendar::instant_of(instant(end), zone) - calendar::instant_of(instant(start), zone);
    return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::minutes>(span).count());
}

Moment WorkingTime::clock_after(Moment start, std::int64_t minutes) const {
    const auto& zone = days_->zone();
    return calendar::local_time(calendar::instant_of(instant(start), zone) + std::chrono::minutes{minutes},
                                zone);
}

std::optional<Moment> due_after(const WorkingTime& time, const team::ServiceLevel& level, team::Span span,
                                Moment start) {
    if (!level.working_hours) return time.clock_after(start, promised(span));
    return time.after(start, span.days ? std::int64_t{span.amount} * time.day_minutes() : span.amount);
}

std::string_view priority_of(const Record& opened) {
    const auto written = opened.text("priority");
    return written.empty() ? std::string_view{"normal"} : written;
}

std::vector<std::string> priorities(const team::Rules& rules) {
    std::vector<std::string> known;
    for (const auto& level : rules.service_levels) known.push_back(level.priority);
    for (const auto word : team::known_priorities) {
        if (std::find(known.begin(), known.end(), word) == known.end()) known.emplace_back(word);
    }
    return known;
}

bool is_pressing(const team::Record& ticket) {
    const auto priority = ticket.text("priority");
    return priority == "high" || priority == "urgent";
}

const team::ServiceLevel* level_of(const team::Rules& rules, const Ticket& ticket) {
    const auto priority = priority_of(*ticket.opened);
    const auto& levels = rules.service_levels;
    for (const auto& level : levels) {
        if (level.priority == priority) return &level;
    }
    if (priority != "urgent" || levels.empty()) return nullptr;
    return &*std::min_element(levels.begin(), levels.end(), [](const auto& a, const auto& b) {
        return promised(a.resolve) < promised(b.resolve);
    });
}

namespace {

/// By when it is due with a clock that stands still while the ticket waits; nothing while it does.
std::optional<Moment> due_with_pauses(const WorkingTime& time, const team::ServiceLevel& level,
                                      team::Span span, const Ticket& ticket) {
    Moment start{ticket.opened->date, ticket.opened->at.value_or(end_of_day)};
    std::int64_t left =
        level.working_hours && span.days ? std::int64_t{span.amount} * time.day_minutes() : promised(span);
    const auto after = [&](std::int64_t minutes) {
        return level.working_hours ? time.after(start, minutes)
                                   : std::optional{time.clock_after(start, minutes)};
    };
    for (const auto& pause : ticket.pauses) {
        const auto due = after(left);
        const Moment begins{pause.from->date, pause.from->at.value_or(TimeOfDay{})};
        if (!due || instant(*due) <= instant(begins)) return due;
        if (pause.to == nullptr && ticket.closed == nullptr) return std::nullopt;
        left -= level.working_hours ? time.between(start, begins) : time.clock_between(start, begins);
        const Record& end = pause.to != nullptr ? *pause.to : *ticket.closed;
        start = std::max(start, Moment{end.date, end.at.value_or(TimeOfDay{})});
    }
    return after(left);
}

}  // namespace

TicketState ticket_state(const Context& context, const WorkingTime& time, const Ticket& ticket) {
    TicketState state{&ticket, level_of(context.team.rules, ticket), {}, {}};
    const Record* answer = ticket.answered != nullptr ? ticket.answered : ticket.closed;
    std::optional<Moment> answer_due;
    std::optional<Moment> resolve_due;
    if (state.level != nullptr) {
        const Moment start{ticket.opened->date, ticket.opened->at.value_or(end_of_day)};
        answer_due = due_after(time, *state.level, state.level->answer, start);
        resolve_due = due_with_pauses(time, *state.level, state.level->resolve, ticket);
    }
    state.answer = response(context, answer_due, answer);
    state.resolve = response(context, resolve_due, ticket.closed);
    return state;
}

}  // namespace teamctl::rules
