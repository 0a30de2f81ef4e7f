// Service levels (teamctl-rules(7), example 12): the worked example, and the clock against counting minute by
// minute.
#include <doctest/doctest.h>

#include <random>

#include "../calendar/china_2026.hpp"
#include "../support/team_builder.hpp"

namespace teamctl::test {
namespace {

using team::ServiceLevel;

struct TicketTeam {
    TeamBuilder builder;
    team::PersonId who = builder.person("gongcheng");

    TicketTeam() {
        builder.team.rules.service_levels = {{"high", {30, false}, {4 * 60, false}, true, {}},
                                             {"normal", {4 * 60, false}, {2, true}, true, {}},
                                             {"clock", {30, false}, {1, true}, false, {}}};
    }
    void ticket(std::string_view date, std::string_view at, const char* priority = "high") {
        builder.record("ticket", date,
                       {{"id", text("t1")},
                        {"kind", text("fault")},
                        {"text", text("打不开")},
                        {"priority", text(priority)},
                        {"owner", who},
                        {"at", clock(at)}});
    }
    void answered(std::string_view date, std::string_view at) {
        builder.record("ticket_answered", date, {{"ticket", text("t1")}, {"at", clock(at)}});
    }
    void closed(std::string_view date, std::string_view at) {
        builder.record("ticket_closed", date, {{"ticket", text("t1")}, {"at", clock(at)}});
    }
};

std::string shown(const std::optional<Moment>& at) {
    return at ? to_string(at->date) + " " + to_string(at->time) : "-";
}

std::string resolve_by(const TicketTeam& made) {
    return shown(Desk{made.builder, "2026-11"}.books().tickets().at(0).resolve.due);
}
std::string answer_by(const TicketTeam& made) {
    return shown(Desk{made.builder, "2026-11"}.books().tickets().at(0).answer.due);
}

TEST_CASE("round the clock is reckoned on instants where the clocks change") {
    const auto due = [](const char* zone, const char* date, const char* at, team::Span span) {
        team::Team team;
        team.settings.timezone = zone;
        const calendar::WorkingDays days{team};
        const rules::WorkingTime time{{team, days, moment("2999-12-31")}};
        const team::ServiceLevel level{"high", {}, span, false, {}};
        return shown(rules::due_after(time, level, span, moment(std::string{date} + "T" + at)));
    };
    const team::Span hours{4 * 60, false};
    CHECK(due("Europe/Berlin", "2026-03-29", "00:30", hours) == "2026-03-29 05:30");
    CHECK(due("Europe/Berlin", "2026-03-29", "02:30", hours) ==
          "2026-03-29 07:30");  // a time that was not shown
    CHECK(due("Europe/Berlin", "2026-10-25", "00:30", hours) == "2026-10-25 03:30");
    CHECK(due("America/New_York", "2026-11-01", "00:30", hours) == "2026-11-01 03:30");
    CHECK(due("Australia/Lord_Howe", "2026-10-04", "00:30", hours) == "2026-10-04 05:00");  // half an hour
    CHECK(due("Europe/Berlin", "2026-03-28", "12:00", {2, true}) == "2026-03-30 13:00");
    CHECK(due("Asia/Shanghai", "2026-03-29", "00:30", hours) == "2026-03-29 04:30");
    CHECK(due("Asia/Shanghai", "2026-03-29", "24:00", hours) == "2026-03-30 04:00");
}

TEST_CASE("teamctl-rules(7), example 12: service levels") {
    TicketTeam made;
    SUBCASE("Friday 17:00: one hour on Friday, three on Monday") {
        made.ticket("2026-11-06", "17:00");
        CHECK(resolve_by(made) == "2026-11-09 11:30");
        CHECK(answer_by(made) == "2026-11-06 17:30");
    }
    SUBCASE("Saturday: the clock starts on Monday 08:30") {
        made.ticket("2026-11-07", "10:00");
        CHECK(answer_by(made) == "2026-11-09 09:00");
        CHECK(resolve_by(made) == "2026-11-09 14:00");
    }
    SUBCASE("the noon break and the evening do not count") {
        made.ticket("2026-11-02", "11:45");
        CHECK(answer_by(made) == "2026-11-02 13:45");
        CHECK(resolve_by(made) == "2026-11-02 17:15");
    }
    SUBCASE("what ends with the day is due at its end, not the next morning") {
        made.ticket("2026-11-06", "17:30");
        CHECK(answer_by(made) == "2026-11-06 18:00");
    }
    SUBCASE("two days are two days of working hours") {
        made.ticket("2026-11-02", "10:00", "normal");
        CHECK(resolve_by(made) == "2026-11-04 10:00");
    }
    SUBCASE("round the clock") {
        made.ticket("2026-11-07", "23:45", "clock");
        CHECK(answer_by(made) == "2026-11-08 00:15");
        CHECK(resolve_by(made) == "2026-11-08 23:45");
    }
    SUBCASE("met exactly at the minute") {
        made.ticket("2026-11-06", "17:00");
        made.answered("2026-11-06", "17:30");
        made.closed("2026-11-09", "11:30");
        const Desk desk{made.builder, "2026-11"};
        CHECK(desk.count("tickets_answered_in_time", made.who) == 1);
        CHECK(desk.count("tickets_resolved_in_time", made.who) == 1);
    }
    SUBCASE("a minute later is late") {
        made.ticket("2026-11-06", "17:00");
        made.answered("2026-11-06", "17:31");
        made.closed("2026-11-09", "11:31");
        const Desk desk{made.builder, "2026-11"};
        CHECK(desk.count("tickets_answered_in_time", made.who) == 0);
        CHECK(desk.books().tickets()[0].answer.late);
        CHECK(desk.books().tickets()[0].resolve.late);
    }
}

TEST_CASE("teamctl-rules(7), example 12: tickets that wait, and priorities without a level") {
    TicketTeam made;
    SUBCASE("while it waits it is late once the time has passed") {
        made.ticket("2026-11-06", "17:00");
        const auto late = [&](std::string_view now) {
            return Desk{made.builder, "2026-11", now}.books().tickets()[0].answer.late;
        };
        CHECK_FALSE(late("2026-11-06T17:30"));
        CHECK(late("2026-11-06T17:31"));
    }
    SUBCASE("closing answers; a priority without a level promises nothing") {
        made.ticket("2026-11-06", "17:00", "low");
        made.closed("2026-11-06", "17:10");
        CHECK(resolve_by(made) == "-");
        made.builder.team.rules.service_levels[0].priority = "low";
        CHECK(Desk{made.builder, "2026-11"}.count("tickets_answered_in_time", made.who) == 1);
    }
}

/// The first moment by which so many working minutes have gone by, found by walking.
Moment walked(const team::Team& team, const calendar::WorkingDays& days, Moment at, int minutes) {
    const auto working = [&](Moment moment) {
        if (!days.is_workday(moment.date)) return false;
        return std::any_of(team.settings.hours.begin(), team.settings.hours.end(), [&](const auto& stretch) {
            return stretch.from <= moment.time && moment.time < stretch.to;
        });
    };
    while (minutes > 0) {
        minutes -= working(at) ? 1 : 0;
        ++at.time.minutes;
        if (at.time == end_of_day && minutes > 0) at = {at.date + Days{1}, {}};
    }
    return at;
}

TEST_CASE("the working clock agrees with counting minute by minute") {
    TeamBuilder builder;
    builder.team.calendars = {china_2026()};
    std::mt19937 random{20261123};
    const auto below = [&](int limit) { return std::uniform_int_distribution<int>{0, limit - 1}(random); };
    for (int round = 0; round < 400; ++round) {
        // One to three stretches of hours, some of them touching, one in four rounds until midnight.
        builder.team.settings.hours.clear();
        int from = below(600);
        for (int i = 0, count = 1 + below(3); i < count && from < 1380; ++i) {
            const int to = std::min(from + 1 + below(300), 1440);
            builder.team.settings.hours.push_back({TimeOfDay{from}, TimeOfDay{to}});
            from = to + below(3) * 60;
        }
        if (below(4) == 0) builder.team.settings.hours.back().to = end_of_day;
        const calendar::WorkingDays days{builder.team};
        const rules::WorkingTime time{{builder.team, days, {}}};
        const Moment start{make_date(2026, 1, 1) + Days{below(330)}, TimeOfDay{below(1440)}};
        const int minutes = 1 + below(3000);
        const auto found = time.after(start, minutes);
        REQUIRE(found);
        const auto expected = walked(builder.team, days, start, minutes);
        CAPTURE(to_string(start.date));
        CAPTURE(to_string(start.time));
        CAPTURE(minutes);
        REQUIRE(shown(found) == shown(expected));
    }
}

TEST_CASE("a calendar without working days promises nothing") {
    TeamBuilder builder;
    builder.team.calendars.emplace_back();
    builder.team.calendars[0].holidays = {{day("2020-01-01"), day("2030-01-01"), "休", {}}};
    const calendar::WorkingDays days{builder.team};
    const rules::WorkingTime time{{builder.team, days, {}}};
    CHECK_FALSE(time.after(moment("2026-11-02T10:00"), 10));
}

}  // namespace
}  // namespace teamctl::test
