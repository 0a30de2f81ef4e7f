// Which ticket first, who is told that one is late; and what meters and the register say by the day.
#include <doctest/doctest.h>

#include "../support/team_builder.hpp"
#include "rules/work/assets.hpp"
#include "rules/work/meters.hpp"
#include "rules/work/tickets.hpp"

namespace teamctl::test {
namespace {

struct Office {
    TeamBuilder builder;
    team::PersonId lead = builder.person("lead");
    team::PersonId hand = builder.person("hand");

    Office() {
        builder.team.people[1].terms.reports_to = {lead};
        builder.team.rules.service_levels = {{"normal", {60, false}, {4 * 60, false}, true, {}},
                                             {"low", {60, false}, {1, true}, true, {}}};
    }
    void ticket(const char* id, std::string_view date, std::string_view at, const char* priority) {
        builder
            .record("ticket", date,
                    {{"id", text(id)},
                     {"kind", text("fault")},
                     {"text", text("坏")},
                     {"owner", hand},
                     {"priority", text(priority)}})
            .at = clock(at);
    }
};

}  // namespace

TEST_CASE("open tickets: the most urgent first, then the nearest deadline; closed ones last (D6.2)") {
    Office made;
    made.ticket("low", "2026-11-02", "08:30", "low");
    made.ticket("late", "2026-11-03", "10:00", "normal");
    made.ticket("soon", "2026-11-03", "09:00", "normal");
    made.ticket("high", "2026-11-03", "17:00", "high");
    made.ticket("gone", "2026-11-02", "08:30", "high");
    made.builder.record("ticket_closed", "2026-11-03", {{"ticket", text("gone")}});
    const Desk desk{made.builder, "2026-11"};
    auto tickets = desk.books().tickets();
    rules::sort_by_urgency(desk.team(), tickets);
    std::string order;
    for (const auto& state : tickets) order += std::string{state.ticket->opened->text("id")} + " ";
    CHECK(order == "high soon late low gone ");
}

TEST_CASE("a late ticket goes to the next in the line above its handler (D12.5)") {
    Office made;
    made.ticket("t", "2026-11-03", "09:00", "normal");
    const auto told = [&](std::string_view now) {
        const Desk desk{made.builder, "2026-11", now};
        return rules::escalated_to(desk.team(), desk.books().tickets().at(0), desk.books().end().date);
    };
    CHECK(told("2026-11-03T10:00").empty());
    CHECK(told("2026-11-03T10:01") == std::vector{made.lead});
    made.builder.record("ticket_answered", "2026-11-03", {{"ticket", text("t")}}).at = clock("09:30");
    CHECK(told("2026-11-03T10:01").empty());  // in time for the answer; the closing has until 14:30
    CHECK(told("2026-11-03T14:30").empty());
    CHECK(told("2026-11-03T14:31") == std::vector{made.lead});
}

TEST_CASE("an inspection is due so many months after the last, or after the installation (D4.4)") {
    team::Asset asset;
    CHECK_FALSE(rules::inspection_waits(asset, day("2026-11-24")));
    asset.inspect_every_months = 12;
    CHECK_FALSE(rules::inspection_due(asset));
    CHECK(rules::inspection_waits(asset, day("2026-11-24")));  // asked for, never dated
    asset.installed = day("2024-02-29");
    CHECK(rules::inspection_due(asset) == day("2025-02-28"));
    asset.inspected = day("2025-11-25");
    CHECK_FALSE(rules::inspection_waits(asset, day("2026-11-24")));
    CHECK(rules::inspection_waits(asset, day("2026-11-25")));
}

TEST_CASE("consumption by month, each against the month before (D4.3)") {
    TeamBuilder builder;
    builder.team.assets.resize(1);
    const auto read = [&](std::string_view date, std::int64_t value) {
        builder.record("meter", date,
                       {{"asset", team::AssetId{0}}, {"value", team::Decimal{value * 10'000}}});
    };
    read("2026-08-31", 100);
    read("2026-09-30", 200);
    read("2026-10-31", 350);
    read("2026-11-30", 501);
    read("2026-12-15", 9);  // a mistake: it counts nothing
    read("2026-12-31", 530);
    builder.record("meter", "2027-01-31",
                   {{"asset", team::AssetId{0}}, {"value", team::Decimal{10 * 10'000}}, {"replaced", true}});
    const calendar::WorkingDays days{builder.done()};
    const auto months = rules::monthly_use({builder.team, days, moment("2027-01-31")}, {0});
    std::string shown;
    for (const auto& [month, use] : months)
        shown += to_string(month) + " " + std::to_string(use.used ? use.used->units / 10'000 : -1) +
                 (use.jumps() ? " jump" : "") + (use.replaced ? " reset" : "") + "; ";
    CHECK(shown == "2026-09 100; 2026-10 150; 2026-11 151; 2026-12 29 jump; 2027-01 10 jump reset; ");
}

}  // namespace teamctl::test
