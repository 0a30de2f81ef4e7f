#include "rules/scope/ahead.hpp"

#include <algorithm>

#include "calendar/occurrences.hpp"
#include "rules/meetings/attendance.hpp"
#include "rules/meetings/sittings.hpp"
#include "rules/scope/open.hpp"
#include "rules/work/assets.hpp"

namespace teamctl::rules {
namespace {

void add_asset(const team::Asset& asset, Date from, Date until, std::vector<RunsOut>& list) {
    using Kind = RunsOut::Kind;
    if (warranty_ends(asset, from, until)) list.push_back({Kind::warranty, asset.warranty, {}, {}, asset});
    if (short_of_stock(asset)) list.push_back({Kind::stock, {}, {}, {}, asset});
    const auto due = asset.inspected || asset.inspect_by ? inspection_due(asset) : std::nullopt;
    if (due && *due <= until) list.push_back({Kind::inspection, due, {}, {}, asset});
}

}  // namespace

std::vector<calendar::Occurrence> coming(const Scope& scope, const Period& next) {
    auto list = calendar::occurrences(scope.team(), scope.days, next);
    const auto off = cancellations(scope.team(), scope.end());
    std::erase_if(list, [&](const auto& o) { return off.contains({o.series, o.date}); });
    if (scope.subject.is_team()) return list;
    std::erase_if(list, [&](const auto& occurrence) {
        const auto* line = plan_line(scope.team(), occurrence);
        return line == nullptr || std::none_of(line->roles.begin(), line->roles.end(), [&](const auto& role) {
                   return scope.shows_any(role.who, occurrence.date);
               });
    });
    return list;
}

std::vector<SeriesPlan> plan_by_series(const team::Team& team,
                                       const std::vector<calendar::Occurrence>& list) {
    std::map<team::SeriesId, SeriesPlan> plans;
    for (const auto& occurrence : list) {
        auto& plan = plans[occurrence.series];
        plan.series = occurrence.series;
        ++plan.times;
        const auto* line = plan_line(team, occurrence);
        plan.planned += line != nullptr ? 1 : 0;
        if (line == nullptr || line->roles.empty()) continue;
        for (const auto person : line->roles.front().who) {
            if (person) ++plan.turns[person];
        }
    }
    std::vector<SeriesPlan> found;
    for (auto& [series, plan] : plans) found.push_back(std::move(plan));
    return found;
}

std::vector<std::pair<const Metric*, Share>> targets_in(const Scope& scope, const Period& period) {
    std::vector<std::pair<const Metric*, Share>> targets;
    for (const auto& metric : scope.figures.catalogue()) {
        if (const auto share = target_of(scope.team(), metric.name, period, scope.subject))
            targets.emplace_back(&metric, *share);
    }
    return targets;
}

std::vector<const Matter*> actions_due(const Scope& scope, const Period& period) {
    auto actions = open_actions(scope);
    std::erase_if(actions, [&](const auto* action) {
        const auto due = due_of(*action);
        return !due || !period.contains(*due);
    });
    return actions;
}

std::vector<TrainingState> trainings_ahead(const Scope& scope, const Period& next) {
    auto all = trainings(scope.at_end(), next);
    std::erase_if(all, [&](const auto& state) {
        return state.is_held() || state.due() < next.from || !scope.shows_any(state.expected, state.due());
    });
    return all;
}

std::vector<ChecklistDays> checklists_ahead(const Scope& scope, const Period& next) {
    std::vector<ChecklistDays> found;
    for (const auto& checklist : scope.team().checklists) {
        if (!checklist.when) continue;
        ChecklistDays due{&checklist};
        for (const auto& window : calendar::windows(*checklist.when, scope.days, next)) {
            if (next.contains(window.due)) due.days.push_back(window.due);
        }
        if (!due.days.empty()) found.push_back(std::move(due));
    }
    return found;
}

std::vector<RunsOut> running_out(const Scope& scope, Date until) {
    const auto& team = scope.team();
    const Date from = scope.end().date;
    std::vector<RunsOut> list;
    for (const auto person : scope.people) {
        for (const auto& credential : team[person].credentials) {
            if (credential.expires && from <= *credential.expires && *credential.expires <= until)
                list.push_back({RunsOut::Kind::credential, credential.expires, person, &credential, {}});
        }
    }
    for (const auto& asset : assets_at(team, scope.end())) {
        if (scope.subject.is_team() || (asset.owner && scope.shows(asset.owner)))
            add_asset(asset, from, until, list);
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const auto& a, const auto& b) { return a.date && (!b.date || *a.date < *b.date); });
    return list;
}

std::vector<TrainingState> trainings_of(const Scope& scope) {
    auto all = trainings(scope.at_end(), scope.period());
    if (scope.subject.is_team()) return all;
    for (auto& state : all) {
        const auto other = [&](team::PersonId person) { return !scope.shows(person, state.due()); };
        std::erase_if(state.expected, other);
        std::erase_if(state.attended, other);
    }
    std::erase_if(all, [](const auto& state) { return state.expected.empty(); });
    return all;
}

std::vector<Onboarding> onboardings_of(const Scope& scope) {
    auto all = onboardings(scope.at_end(), scope.period());
    std::erase_if(all, [&](const auto& onboarding) { return !scope.shows(onboarding.newcomer); });
    return all;
}

}  // namespace teamctl::rules
