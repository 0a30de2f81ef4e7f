// Roles that are held by blocks (teamctl-rota(7)).
#include <algorithm>
#include <map>

#include "calendar/occurrences.hpp"
#include "check/findings.hpp"
#include "rota/problem.hpp"
#include "team/people.hpp"

namespace teamctl::check {
namespace {

constexpr int kLooked = 4;  // whole blocks from today on

/// By block: the dates on which its places fall.
using Blocks = std::map<int, std::vector<Date>>;

int number_of(Date date, const team::Block& block) {
    return rota::block_number(static_cast<int>((date - block.anchor).count()), block.days, 0);
}

Blocks blocks_of(const team::Team& team, const calendar::WorkingDays& days, team::SeriesId series,
                 const team::Block& block, Date today) {
    const int first = number_of(today, block) + 1;
    const Date from = block.anchor + Days{first * block.days};
    Blocks found;
    for (const auto& occurrence :
         calendar::occurrences(team, days, series, {from, from + Days{kLooked * block.days - 1}}))
        found[number_of(occurrence.date, block)].push_back(occurrence.date);
    return found;
}

}  // namespace

void check_blocks(const team::Team& team, const calendar::WorkingDays& days, Date today, Found& found) {
    for (std::int32_t s = 0; s < std::ssize(team.series); ++s) {
        const auto& series = team.series[static_cast<std::size_t>(s)];
        for (const auto& role : series.roles) {
            if (!role.block) continue;
            const auto blocks = blocks_of(team, days, {s}, *role.block, today);
            for (std::int32_t p = 0; p < std::ssize(team.people) && !blocks.empty(); ++p) {
                const auto& person = team.people[static_cast<std::size_t>(p)];
                const auto can = [&](Date date) { return team::works_on(person, date); };
                const bool chosen = std::ranges::all_of(blocks, [&](const auto& entry) {
                    return team::selects(team, role.who, {p}, entry.second.front());
                });
                if (chosen && std::ranges::none_of(blocks, [&](const auto& entry) {
                        return std::ranges::all_of(entry.second, can);
                    }))
                    found.warning("never-whole-block", role.origin,
                                  say("check.never_whole_block", person.name), say("check.single_days"));
            }
        }
    }
}

}  // namespace teamctl::check
