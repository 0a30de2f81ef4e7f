// The key figures that a person's page opens with: at most four.
#include <algorithm>

#include "report/due.hpp"
#include "report/person/page.hpp"
#include "report/summary/page.hpp"

namespace teamctl::report {
namespace {

constexpr std::size_t most_person_tiles = 4;
/// What tells most of a person's month, in this order.
constexpr rules::MetricName telling_of_a_person[]{"sales",           "tickets_resolved_in_time",
                                                  "attendance_rate", "points",
                                                  "customers_won",   "checks_done",
                                                  "visits",          "diaries"};

/// How much waits; what is late is the figure, where anything is.
Tile waiting_tile(const PersonPage& page) {
    const auto day = waiting::due_day(page.team(), page.context.days, page.today(), page.context.now, {});
    const auto own = waiting::due_of(day, page.person);
    const auto late = std::ranges::count_if(
        own, [&](const auto& item) { return state_of(day, item) == waiting::DueState::overdue; });
    const auto all = static_cast<std::int64_t>(own.size());
    if (late == 0) return {{}, say("person.tile_waits"), Cell{all}};
    return {{},
            say("due.state.overdue"),
            Cell{static_cast<std::int64_t>(late), Tone::warn},
            say("person.tile_of_all", all)};
}

}  // namespace

void person_tiles(PersonPage& page) {
    Tiles block;
    block.tiles.push_back(waiting_tile(page));
    const rules::Subject subject{page.person, {}};
    for (const auto name : telling_of_a_person) {
        const auto& metric = page.figures.metric(name);
        const auto value = page.figures.value(metric, subject);
        if (block.tiles.size() == most_person_tiles || rules::is_nothing(value)) continue;
        Tile tile{{}, metric.title, value_cell(metric, value)};
        if (const auto target = rules::target_of(page.team(), metric.name, page.period, subject)) {
            const Cell wanted = target_cell(metric, *target);
            const auto* money = std::get_if<Money>(&wanted.value);
            const auto* number = std::get_if<std::int64_t>(&wanted.value);
            tile.note = say("person.tile_target", money != nullptr    ? say("standings.value", *money)
                                                  : number != nullptr ? verbatim(std::to_string(*number))
                                                                      : std::get<Phrase>(wanted.value));
        }
        block.tiles.push_back(std::move(tile));
    }
    page.report.add(std::move(block));
}

}  // namespace teamctl::report
