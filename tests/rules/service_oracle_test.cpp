// Service levels against counting minute by minute: 10,000 random tickets over holidays, make-up working
// days, nights and the year's end (teamctl-rules(7), example 12; D6.2).
#include <doctest/doctest.h>

#include <random>

#include "../calendar/china_2026.hpp"
#include "../support/team_builder.hpp"

namespace teamctl::test {
namespace {

using team::ServiceLevel;
using team::Span;

constexpr int teams = 100;
constexpr int tickets_a_team = 100;
constexpr int minutes_a_day = 1440;

/// Which minutes of 2026 and the months after are worked, one flag a minute.
class Minutes {
  public:
    Minutes(const team::Team& team, const calendar::WorkingDays& days) {
        worked_.reserve(static_cast<std::size_t>(length * minutes_a_day));
        for (const auto& it : team.settings.hours)
            for (int minute = it.from.minutes; minute < it.to.minutes; ++minute)
                inside_.at(static_cast<std::size_t>(minute)) = true;
        for (int day = 0; day < length; ++day) {
            const bool workday = days.is_workday(first + Days{day});
            for (const bool inside : inside_) worked_.push_back(workday && inside);
        }
    }

    std::int64_t of_one_day() const { return std::count(inside_.begin(), inside_.end(), true); }
    /// The minute, counted from the first day, at whose beginning so many worked ones have gone by.
    std::int64_t after(std::int64_t at, std::int64_t minutes) const {
        for (; minutes > 0; ++at) minutes -= worked_.at(static_cast<std::size_t>(at)) ? 1 : 0;
        return at;
    }

    static constexpr Date first = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};
    static constexpr int length = 430;

  private:
    std::vector<bool> inside_ = std::vector<bool>(minutes_a_day);
    std::vector<bool> worked_;
};

std::int64_t minute_of(Moment at) {
    return (at.date - Minutes::first).count() * std::int64_t{minutes_a_day} + at.time.minutes;
}
Moment moment_of(std::int64_t minute) {
    return {Minutes::first + Days{minute / minutes_a_day},
            TimeOfDay{static_cast<int>(minute % minutes_a_day)}};
}

class Dice {
  public:
    int below(int limit) { return std::uniform_int_distribution<int>{0, limit - 1}(random_); }
    bool one_in(int n) { return below(n) == 0; }

    /// One to three stretches of an hour and more, some of them touching, one in four until midnight.
    std::vector<team::Hours> hours() {
        std::vector<team::Hours> made;
        int from = below(600);
        for (int i = 0, count = 1 + below(3); i < count && from < 1380; ++i) {
            const int to = std::min(from + 60 + below(300), minutes_a_day);
            made.push_back({TimeOfDay{from}, TimeOfDay{to}});
            from = to + below(3) * 60;
        }
        if (one_in(4)) made.back().to = end_of_day;
        return made;
    }
    /// Minutes, whole hours or days.
    Span span() {
        if (one_in(3)) return {1 + below(4), true};
        return one_in(2) ? Span{60 * (1 + below(12)), false} : Span{1 + below(900), false};
    }

  private:
    std::mt19937 random_{20261123};
};

/// By when it is due, counted; round the clock a day is 24 hours, else a working day's worth of minutes.
std::int64_t counted(const Minutes& minutes, const ServiceLevel& level, Span span, std::int64_t start) {
    if (!level.working_hours) return start + (span.days ? span.amount * minutes_a_day : span.amount);
    return minutes.after(start, span.days ? span.amount * minutes.of_one_day() : span.amount);
}

/// A ticket opened at `start` and closed some minutes around its deadline is in time up to that very minute.
void try_ticket(const team::Team& team, const calendar::WorkingDays& days, const Minutes& minutes,
                Dice& dice) {
    const rules::Context context{team, days, moment("2999-12-31")};
    const rules::WorkingTime time{context};
    ServiceLevel level{"normal", dice.span(), dice.span(), dice.one_in(2), {}};
    // A third of the tickets come in the last days of the year.
    const int day = dice.one_in(3) ? 355 + dice.below(10) : dice.below(365);
    const Moment start{Minutes::first + Days{day}, TimeOfDay{dice.below(minutes_a_day)}};
    for (const Span span : {level.answer, level.resolve}) {
        INFO(to_string(start.date), " ", to_string(start.time), " + ", span.amount,
             span.days ? " days" : " minutes", level.working_hours ? "" : " round the clock");
        const auto found = rules::due_after(time, level, span, start);
        REQUIRE(found);
        REQUIRE(minute_of(*found) == counted(minutes, level, span, minute_of(start)));
    }
    TeamBuilder one;
    one.team.rules.service_levels = {level};
    const auto due = counted(minutes, level, level.resolve, minute_of(start));
    const auto end = moment_of(due + dice.below(5) - 2);
    const auto write = [&](std::string_view kind, std::string_view key, Moment at) -> const team::Record& {
        auto& record = one.record(kind, to_string(at.date), {{key, team::FieldValue{std::string{"t1"}}}});
        record.at = at.time;
        return record;
    };
    write("ticket", "id", start);
    write("ticket_closed", "ticket", end);
    rules::Ticket ticket;
    ticket.opened = &one.team.records[0];
    ticket.closed = &one.team.records[1];
    team::Team judged;
    judged.settings = team.settings;
    judged.rules = one.team.rules;
    const auto state = rules::ticket_state({judged, days, context.now}, time, ticket);
    CHECK(state.resolve.met == (minute_of(end) <= due));
    CHECK(state.resolve.late == (minute_of(end) > due));
    CHECK(state.answer.done == ticket.closed);
}

}  // namespace

TEST_CASE("10,000 random tickets are due when counting minute by minute says so") {
    Dice dice;
    for (int i = 0; i < teams; ++i) {
        TeamBuilder builder;
        builder.team.calendars = {china_2026()};
        builder.team.settings.hours = dice.hours();
        const calendar::WorkingDays days{builder.team};
        const Minutes minutes{builder.team, days};
        for (int ticket = 0; ticket < tickets_a_team; ++ticket) try_ticket(builder.team, days, minutes, dice);
    }
}

}  // namespace teamctl::test
