#include "rules/scope/progress.hpp"

#include <algorithm>

namespace teamctl::rules {
namespace {

/// When a working day is over: with its working hours, where the team names them.
TimeOfDay closing_time(const team::Team& team) {
    TimeOfDay last{0};
    for (const auto& hours : team.settings.hours) last = std::max(last, hours.to);
    return last.minutes > 0 ? last : end_of_day;
}

/// Metrics with a target in any file, in the order of the catalogue.
std::vector<const Metric*> aimed_at(const Scope& scope) {
    std::vector<const Metric*> list;
    for (const auto& metric : scope.figures.catalogue()) {
        const bool any = std::any_of(scope.team().targets.begin(), scope.team().targets.end(),
                                     [&](const auto& target) { return target.metric == metric.name; });
        if (any) list.push_back(&metric);
    }
    return list;
}

/// The scope's own subject, the units inside, the people.
std::vector<Subject> subjects_of(const Scope& scope) {
    std::vector<Subject> list;
    const auto& team = scope.team();
    if (!scope.subject.person) {
        list.push_back(scope.subject);
        for (const auto unit : leaf_units(team, scope.period().to)) {
            const bool inside = scope.subject.unit != unit &&
                                (scope.subject.is_team() ||
                                 std::any_of(scope.people.begin(), scope.people.end(), [&](auto person) {
                                     return belongs_in(team, person, {{}, unit}, scope.period());
                                 }));
            if (inside) list.push_back({{}, unit});
        }
    }
    for (const auto person : scope.people) list.push_back({person, {}});
    return list;
}

void add_reached(const Scope& scope, const Figures& figures, Progress& made) {
    for (const auto* metric : aimed_at(scope)) {
        const auto* counted = figures.find(metric->name);
        for (const auto& subject : subjects_of(scope)) {
            const auto share = target_of(scope.team(), metric->name, made.period, subject);
            if (!share || share->amount <= 0) continue;
            Reached row{subject, metric, share->amount,       figures.value(*counted, subject), {0, 1},
                        {},      {},     share->from->at_most};
            const Ratio target{share->amount, 100};
            const Ratio value = number(row.value).value_or(Ratio{0, 1});
            row.share = product(100, {value.num, 1});
            row.share = {row.share.num, product(share->amount, {value.den, 1}).num};
            row.gap = sum(target, {-value.num, value.den});
            row.by_now = is_mean(*metric) || made.days == 0
                             ? target
                             : product(share->amount, {static_cast<std::int64_t>(made.days_gone),
                                                       static_cast<std::int64_t>(made.days) * 100});
            made.rows.push_back(std::move(row));
        }
    }
}

}  // namespace

bool is_mean(const Metric& metric) {
    return metric.unit == Measure::ratio || metric.unit == Measure::score;
}

Ratio Reached::behind() const {
    const Ratio reached = number(value).value_or(Ratio{0, 1});
    return at_most ? sum(reached, {-by_now.num, by_now.den}) : sum(by_now, {-reached.num, reached.den});
}

Progress progress_of(const Scope& scope) {
    const auto& own = scope.period();
    Progress made{own, 0, 0, {}};
    const TimeOfDay closes = closing_time(scope.team());
    const auto count = [&](const Figures& figures) {
        for (const auto day : scope.days.within(made.period)) {
            ++made.days;
            made.days_gone += Moment{day, closes} <= scope.end() ? 1 : 0;
        }
        add_reached(scope, figures, made);
    };
    count(scope.figures);
    if (!made.rows.empty() || own.days() > 31 || own.unit == Period::Unit::month) return made;
    // A day or a week: where the month stands.
    made = {month_period(month_of(std::min(own.to, scope.end().date))), 0, 0, {}};
    const Books books{scope.at_end(), made.period};
    const Figures figures{books};
    count(figures);
    return made;
}

}  // namespace teamctl::rules
