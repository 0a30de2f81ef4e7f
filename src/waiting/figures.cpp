#include "waiting/figures.hpp"

#include <algorithm>

#include "team/people.hpp"

namespace teamctl::waiting {
namespace {

std::optional<TargetReach> reach_of(const AgendaDay& day, const rules::Figures& figures,
                                    const rules::Metric& metric, const rules::Subject& subject) {
    const auto share = rules::target_of(day.team, metric.name, figures.books().period(), subject);
    if (!share || share->amount <= 0) return std::nullopt;
    const auto value = figures.value(metric, subject);
    const auto number = rules::number(value).value_or(Ratio{0, 1});
    const auto target = metric.unit == rules::Measure::money ? rules::Value{Money{share->amount}}
                        : metric.unit == rules::Measure::amount
                            ? rules::Value{team::Decimal{share->amount * 100}}
                            : rules::Value{Ratio{share->amount, 100}};
    return TargetReach{subject, value, target, rules::product(100, {number.num, number.den * share->amount}),
                       share->from->at_most};
}

}  // namespace

Period month_to_date(const AgendaDay& day) {
    const Period month = month_period(month_of(day.date));
    const auto worked = day.days.within({month.from, day.date - Days{1}, Period::Unit::range});
    return worked.empty() ? month_period(month_of(month.from - Days{1})) : month;
}

std::vector<std::pair<std::string, Period>> targets_of(const AgendaDay& day) {
    std::vector<std::pair<std::string, Period>> found;
    for (const auto& target : day.team.targets) {
        const std::pair key{target.metric, target.period};
        if (target.period.contains(day.date) && std::find(found.begin(), found.end(), key) == found.end())
            found.push_back(key);
    }
    return found;
}

Ratio TargetState::time_gone() const {
    return {static_cast<std::int64_t>(days_gone), static_cast<std::int64_t>(std::max<std::size_t>(days, 1))};
}

std::vector<TargetReach> TargetState::farthest_first() const {
    auto sorted = people;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.share > b.share; });
    return sorted;
}

TargetState target_state(const AgendaDay& day, const rules::Figures& figures, const rules::Metric& metric) {
    const auto& period = figures.books().period();
    TargetState state{day.days.within({period.from, day.past_to, Period::Unit::range}).size(),
                      day.days.within(period).size()};
    state.team = reach_of(day, figures, metric, {});
    for (const auto unit : rules::leaf_units(day.team, period.to)) {
        if (auto reach = reach_of(day, figures, metric, {{}, unit})) state.units.push_back(*reach);
    }
    for (const auto person : team::everybody(day.team)) {
        if (!team::employed(day.team[person], day.date)) continue;
        if (auto reach = reach_of(day, figures, metric, {person, {}})) state.people.push_back(*reach);
    }
    return state;
}

}  // namespace teamctl::waiting
