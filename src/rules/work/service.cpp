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

TicketState ticket_state(const Context& context, const WorkingTime& time, const Ticket& ticket) {
    TicketState state{&ticket, level_of(context.team.rules, ticket), {}, {}};
    const Record* answer = ticket.answered != nullptr ? ticket.answered : ticket.closed;
    std::optional<Moment> answer_due;
    std::optional<Moment> resolve_due;
    if (state.level != nullptr) {
        const Moment start{ticket.opened->date, ticket.opened->at.value_or(end_of_day)};
        answer_due = due_after(time, *state.level, state.level->answer, start);
        resolve_due = due_after(time, *state.level, state.level->resolve, start);
    }
    state.answer = response(context, answer_due, answer);
    state.resolve = response(context, resolve_due, ticket.closed);
    return state;
}

}  // namespace teamctl::rules
