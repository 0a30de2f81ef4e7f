#include "rules/figures/standings.hpp"

#include <algorithm>

#include "team/people.hpp"

namespace teamctl::rules {
namespace {

/// Puts them in order and gives the places; `standing_of` finds the standing of one.
template <class List, class StandingOf>
void give_places(List& all, bool less_is_better, StandingOf standing_of) {
    std::stable_sort(all.begin(), all.end(), [&](auto& a, auto& b) {
        return compare(standing_of(a), standing_of(b), less_is_better) > 0;
    });
    const auto taken = places(
        all, [&](auto& one) { return is_ranked(standing_of(one), less_is_better); },
        [&](auto& a, auto& b) { return compare(standing_of(a), standing_of(b), less_is_better); });
    std::optional<int> last;
    for (std::size_t i = 0; i < all.size(); ++i) {
        standing_of(all[i]).place = taken[i];
        if (taken[i]) last = taken[i];
    }
    // Who shares the first place is not the last, and who shares the last one is no better than the other.
    for (auto& one : all) standing_of(one).last = last && *last > 1 && standing_of(one).place == last;
}

std::vector<team::PersonId> ranked_people(const Figures& figures, const Subject& subject) {
    const auto& team = figures.books().team();
    const auto& period = figures.books().period();
    std::vector<team::PersonId> people;
    for (std::int32_t i = 0; i < std::ssize(team.people); ++i) {
        const team::PersonId who{i};
        if (belongs_in(team, who, subject, period) && employed_in(team[who], period)) people.push_back(who);
    }
    return people;
}

/// The groups, without figures.
std::vector<GroupStanding> groups_of(const Figures& figures, const Subject& subject, Grouping grouping) {
    const auto& team = figures.books().team();
    const auto& period = figures.books().period();
    const auto people = ranked_people(figures, subject);
    std::vector<GroupStanding> all;
    if (grouping == Grouping::unit) {
        for (const auto unit : leaf_units(team, period.to)) {
            GroupStanding group{{}, unit, {}, {}};
            for (const auto who : people) {
                if (belongs_in(team, who, {{}, unit}, period)) group.people.push_back(who);
            }
            const bool inside = !subject.unit || team::within(team, unit, subject.unit);
            if (inside && !group.people.empty()) all.push_back(std::move(group));
        }
        return all;
    }
    for (const auto who : people) {
        const auto& territory = team[who].territory;
        if (territory.empty()) continue;
        auto found = std::ranges::find(all, territory, &GroupStanding::territory);
        if (found == all.end()) found = all.insert(all.end(), {{}, {}, territory, {}});
        found->people.push_back(who);
    }
    return all;
}

}  // namespace

int compare(const Value& a, const Value& b, bool less_is_better) {
    const auto left = number(a);
    const auto right = number(b);
    if (!left || !right) return static_cast<int>(left.has_value()) - static_cast<int>(right.has_value());
    if (*left == *right) return 0;
    return (*left < *right) == less_is_better ? 1 : -1;
}

int compare(const Standing& a, const Standing& b, bool less_is_better) {
    if (const int first = compare(a.value, b.value, less_is_better)) return first;
    if (a.points != b.points) return a.points > b.points ? 1 : -1;
    return a.sales == b.sales ? 0 : a.sales > b.sales ? 1 : -1;
}

bool is_ranked(const Standing& standing, bool less_is_better) {
    const bool valued = less_is_better ? number(standing.value).has_value() : !is_nothing(standing.value);
    return valued || standing.points != 0 || standing.sales != Money{};
}

std::vector<Standing> standings(const Figures& figures, const Subject& subject, MetricName by) {
    const auto* metric = figures.find(by);
    std::vector<Standing> all;
    if (metric == nullptr) return all;
    for (const auto who : ranked_people(figures, subject)) {
        const Subject person{who, subject.unit};
        all.push_back({{},
                       who,
                       figures.value(*metric, person),
                       std::get<std::int64_t>(figures.value("points", person)),
                       std::get<Money>(figures.value("sales", person)),
                       false});
    }
    give_places(
        all, metric->less_is_better, [](auto& one) -> auto& { return one; });
    return all;
}

std::vector<GroupStanding> group_standings(const Figures& figures, const Subject& subject, MetricName by,
                                           Grouping grouping) {
    const auto* metric = figures.find(by);
    if (metric == nullptr) return {};
    auto all = groups_of(figures, subject, grouping);
    for (auto& group : all) {
        const auto value = [&](const Metric& of) {
            if (group.unit) return figures.value(of, {{}, group.unit});
            Sum total;
            for (const auto who : group.people) {
                const auto own = figures.sum(of, {who, subject.unit});
                total.add(own.part, own.base);
            }
            return total.value(of.unit);
        };
        group.standing = {{},
                          {},
                          value(*metric),
                          std::get<std::int64_t>(value(figures.metric("points"))),
                          std::get<Money>(value(figures.metric("sales"))),
                          false};
    }
    give_places(
        all, metric->less_is_better, [](auto& one) -> auto& { return one.standing; });
    return all;
}

}  // namespace teamctl::rules
