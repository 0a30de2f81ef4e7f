#include "rules/standings.hpp"

#include <algorithm>

#include "team/people.hpp"

namespace teamctl::rules {

std::vector<Standing> standings(const Figures& figures) {
    const auto& team = figures.books().team();
    std::vector<Standing> all;
    bool any = false;
    for (const auto person : team::everybody(team)) {
        if (!team::employed(team[person], figures.books().end().date)) continue;
        Standing standing;
        standing.who = person;
        const auto points = figures.value("points", {person, {}});
        const auto sales = figures.value("sales", {person, {}});
        if (const auto* value = std::get_if<std::int64_t>(&points)) standing.points = *value;
        if (const auto* value = std::get_if<Money>(&sales)) standing.sales = *value;
        any = any || standing.points != 0 || standing.sales.fen != 0;
        all.push_back(standing);
    }
    if (!any) return {};
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.points != b.points ? a.points > b.points : a.sales > b.sales;
    });
    for (std::size_t i = 0; i < all.size(); ++i) all[i].place = static_cast<int>(i) + 1;
    if (all.size() > 1) all.back().last = true;
    return all;
}

}  // namespace teamctl::rules
