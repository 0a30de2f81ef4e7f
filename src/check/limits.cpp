// Limits and pairs that can be seen never to be met, or to bear on nobody.
#include <algorithm>

#include "check/findings.hpp"
#include "team/people.hpp"

namespace teamctl::check {
namespace {

using team::Limit;
using team::PersonId;
using team::Role;
using team::Team;

std::vector<const Role*> roles_of(const Team& team, const std::vector<team::RoleRef>& refs) {
    std::vector<const Role*> roles;
    for (const auto& ref : refs) {
        const auto& all = team[ref.series].roles;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (ref.means(ref.series, static_cast<int>(i))) roles.push_back(&all[i]);
        }
    }
    return roles;
}

bool may_hold(const Team& team, const std::vector<const Role*>& roles, PersonId person) {
    return std::ranges::any_of(
        roles, [&](const Role* role) { return team::ever_selects(team, role->who, person); });
}

class LimitChecks {
  public:
    LimitChecks(const Team& team, Found& found) : team_{team}, found_{found} {}

    void all() {
        for (const auto& series : team_.series) {
            for (const auto& role : series.roles) check_pairs(role.together, {&role});
        }
        for (const auto& limit : team_.limits) {
            const auto roles = roles_of(team_, limit.of);
            check_roles(limit.of);
            if (limit.not_after) check_roles(limit.not_after->of);
            if (roles.empty()) continue;
            check_hours(limit);
            check_people(limit, roles);
            check_pairs(limit.together, roles);
        }
    }

  private:
    void check_roles(const std::vector<team::RoleRef>& refs) {
        for (const auto& ref : refs) {
            if (team_[ref.series].roles.empty())
                found_.warning("limit-of-nothing", ref.origin, say("check.limit_of_nothing", team_[ref.series].id),
                     say("check.add_key", "roles"));
        }
    }

    void check_hours(const Limit& limit) {
        if (limit.max_minutes_per_week == 0) return;
        const bool none_fits = std::ranges::all_of(limit.of, [&](const auto& ref) {
            return team_[ref.series].when.minutes > limit.max_minutes_per_week;
        });
        if (none_fits)
            found_.warning("limit-never-met", limit.origin, say("check.turns_too_long"),
                           say("check.compare_times"), {"max_hours_per_week"});
    }

    void check_people(const Limit& limit, const std::vector<const Role*>& roles) {
        if (!limit.who) return;
        const auto people = team::ever_selected(team_, *limit.who);
        const bool some = std::ranges::any_of(
            people, [&](PersonId person) { return may_hold(team_, roles, person); });
        if (!people.empty() && !some)
            found_.warning("limit-of-nothing", limit.who->origin, say("check.limit_binds_nobody"),
                 say("check.loosen_conditions"));
    }

    void check_pairs(const std::vector<team::PersonPair>& pairs, const std::vector<const Role*>& roles) {
        for (const auto& pair : pairs) {
            const bool first = may_hold(team_, roles, pair.first);
            const bool second = may_hold(team_, roles, pair.second);
            if (first == second) continue;
            const auto& never = team_[first ? pair.second : pair.first].name;
            const auto& then = team_[first ? pair.first : pair.second].name;
            found_.warning("pair-never-serves", pair.origin, say("check.pair_never_serves", never, then),
                 say("check.name_another"));
        }
    }

    const Team& team_;
    Found& found_;
};

}  // namespace

void check_limits(const Team& team, Found& found) {
    LimitChecks{team, found}.all();
}

}  // namespace teamctl::check
