#include "rules/figures/standings.hpp"

#include <algorithm>

namespace teamctl::rules {

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

bool has_nothing(const Standing& standing) {
    return is_nothing(standing.value) && standing.points == 0 && standing.sales == Money{};
}

std::vector<Standing> standings(const Figures& figures, const Subject& subject, MetricName by) {
    const auto& team = figures.books().team();
    const auto* metric = figures.find(by);
    std::vector<Standing> all;
    if (metric == nullptr) return all;
    for (std::int32_t i = 0; i < std::ssize(team.people); ++i) {
        const team::PersonId who{i};
        const auto& period = figures.books().period();
        if (!belongs_in(team, who, subject, period) || !employed_in(team[who], period)) continue;
        const Subject person{who, subject.unit};
        all.push_back({0, who, figures.value(*metric, person),
                       std::get<std::int64_t>(figures.value("points", person)),
                       std::get<Money>(figures.value("sales", person)), false});
    }
    std::stable_sort(all.begin(), all.end(), [&](const Standing& a, const Standing& b) {
        return compare(a, b, metric->less_is_better) > 0;
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool equal = i > 0 && compare(all[i - 1], all[i], metric->less_is_better) == 0;
        all[i].place = equal ? all[i - 1].place : static_cast<int>(i) + 1;
    }
    if (all.size() > 1) all.back().last = true;
    return all;
}

}  // namespace teamctl::rules
