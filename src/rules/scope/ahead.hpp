// What comes after a period, and what runs out (D3.3, D12.4, D10.2, D10.3, D17.1, D17.4).
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "rules/people/onboarding.hpp"
#include "rules/people/trainings.hpp"
#include "rules/scope/scope.hpp"

namespace teamctl::rules {

/// Meetings and duties of a period to come that are not called off; of a unit or a person those that the plan
/// gives them a role in.
std::vector<calendar::Occurrence> coming(const Scope& scope, const Period& next);

/// The coming meetings of one series, and the turns of its first role.
struct SeriesPlan {
    team::SeriesId series;
    std::int64_t times = 0;
    std::int64_t planned = 0;
    std::map<team::PersonId, std::int64_t> turns{};
};
/// In the order of the files.
std::vector<SeriesPlan> plan_by_series(const team::Team& team, const std::vector<calendar::Occurrence>& list);

/// The subject's targets of a period, in the order of the catalogue.
std::vector<std::pair<const Metric*, Share>> targets_in(const Scope& scope, const Period& period);
/// Open actions that are due in a period.
std::vector<const Matter*> actions_due(const Scope& scope, const Period& period);
/// Planned trainings due in a period to come, for the scope's people, that were not held before.
std::vector<TrainingState> trainings_ahead(const Scope& scope, const Period& next);
/// When a checklist with times of its own is due in a period.
struct ChecklistDays {
    const team::Checklist* list = nullptr;
    std::vector<Date> days{};
};
std::vector<ChecklistDays> checklists_ahead(const Scope& scope, const Period& next);

/// Something that runs out, is short or is to be inspected.
struct RunsOut {
    enum class Kind { credential, warranty, stock, inspection };
    Kind kind = Kind::credential;
    std::optional<Date> date;  ///< none: a stock, short now
    team::PersonId who{};      ///< of credentials
    const team::Credential* credential = nullptr;
    std::optional<team::Asset> asset{};
};
/// From the end of the scope's period to that day, inspections also from before; by date, those without one
/// last. Credentials of the scope's people, assets of the team, or those that its people own.
std::vector<RunsOut> running_out(const Scope& scope, Date until);

/// The training plan as it stands at the end; of a unit or a person: what is meant for them, and who of them
/// came (D17.4).
std::vector<TrainingState> trainings_of(const Scope& scope);
/// How far the newcomers among the scope's people have come (D7.1, D10.1).
std::vector<Onboarding> onboardings_of(const Scope& scope);

}  // namespace teamctl::rules
