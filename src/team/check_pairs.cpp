// Pairs that are to serve together and never to serve together (teamctl-rota(7)).
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "team/files.hpp"

namespace teamctl::team {
namespace {

/// By series, then role.
using Roles = std::set<std::pair<int, int>>;

struct PairRule {
    Roles roles;  ///< of which the pair holds both or neither, or never both
    const PersonPair* pair = nullptr;
};

Roles roles_of(const Team& team, const std::vector<RoleRef>& refs) {
    Roles roles;
    for (const auto& ref : refs) {
        const int count = static_cast<int>(team[ref.series].roles.size());
        for (int role = 0; role < count; ++role) {
            if (ref.means(ref.series, role)) roles.insert({ref.series.index, role});
        }
    }
    return roles;
}

/// The pairs of all roles and limits, by one of their two lists.
std::vector<PairRule> pair_rules(const Team& team, std::vector<PersonPair> Role::*of_role,
                                 std::vector<PersonPair> Limit::*of_limit) {
    std::vector<PairRule> rules;
    for (std::size_t s = 0; s < team.series.size(); ++s) {
        const auto& roles = team.series[s].roles;
        for (std::size_t r = 0; r < roles.size(); ++r) {
            for (const auto& pair : roles[r].*of_role)
                rules.push_back({{{static_cast<int>(s), static_cast<int>(r)}}, &pair});
        }
    }
    for (const auto& limit : team.limits) {
        for (const auto& pair : limit.*of_limit) rules.push_back({roles_of(team, limit.of), &pair});
    }
    return rules;
}

/// People who serve all or none, since pairs join them.
class Company {
  public:
    explicit Company(std::size_t people) : above_(people) { std::iota(above_.begin(), above_.end(), 0); }

    int head(int person) const {
        while (above_[static_cast<std::size_t>(person)] != person)
            person = above_[static_cast<std::size_t>(person)];
        return person;
    }
    void join(const PersonPair& pair) {
        above_[static_cast<std::size_t>(head(pair.first.index))] = head(pair.second.index);
    }
    bool joins(const PersonPair& pair) const { return head(pair.first.index) == head(pair.second.index); }
    int size_of(int person) const {
        int size = 0;
        for (std::size_t i = 0; i < above_.size(); ++i)
            size += head(static_cast<int>(i)) == head(person) ? 1 : 0;
        return size;
    }

  private:
    std::vector<int> above_;
};

class PairChecks {
  public:
    PairChecks(const Team& team, const std::vector<Source>& sources, Diagnostics& out)
        : team_{team},
          sources_{sources},
          out_{out},
          together_{pair_rules(team, &Role::together, &Limit::together)},
          apart_{pair_rules(team, &Role::apart, &Limit::apart)} {}

    void check_rooms() {
        for (const auto& [roles, company] : companies()) check_room(roles, company);
    }

    void check_contradictions() {
        const auto found = companies();
        for (const auto& rule : apart_) {
            for (const auto& [roles, company] : found) {
                const bool inside =
                    std::includes(rule.roles.begin(), rule.roles.end(), roles.begin(), roles.end());
                if (inside && company.joins(*rule.pair)) {
                    contradiction(rule, roles, company);
                    break;
                }
            }
        }
    }

  private:
    std::map<Roles, Company> companies() const {
        std::map<Roles, Company> out;
        for (const auto& rule : together_) {
            auto& company = out.try_emplace(rule.roles, team_.people.size()).first->second;
            company.join(*rule.pair);
        }
        return out;
    }

    Place place(const PersonPair& pair) const {
        return place_of(sources_[pair.origin.file], pair.origin.mark);
    }

    /// Of the pairs that make the company, the one of the same two people, else the first that joins one of
    /// them.
    const PersonPair& joined_by(const PairRule& apart, const Roles& roles, const Company& company) const {
        const PersonPair* found = nullptr;
        for (const auto& rule : together_) {
            if (rule.roles != roles ||
                company.head(rule.pair->first.index) != company.head(apart.pair->first.index))
                continue;
            const auto same = [&](PersonId a, PersonId b) {
                return rule.pair->first == a && rule.pair->second == b;
            };
            if (same(apart.pair->first, apart.pair->second) || same(apart.pair->second, apart.pair->first))
                return *rule.pair;
            if (found == nullptr) found = rule.pair;
        }
        return *found;
    }

    void contradiction(const PairRule& apart, const Roles& roles, const Company& company) {
        const auto other = place(joined_by(apart, roles, company));
        out_.error("pairs-contradict", place(*apart.pair),
                   say("check.pairs_contradict", team_[apart.pair->first].name,
                       team_[apart.pair->second].name, other.file + ":" + std::to_string(other.mark.line)),
                   say("check.delete_one"))
            .related.push_back(other);
    }

    /// All of a company serve at once: they need as many places.
    void check_room(const Roles& roles, const Company& company) {
        int places = 0;
        for (const auto& [series, role] : roles)
            places +=
                team_.series[static_cast<std::size_t>(series)].roles[static_cast<std::size_t>(role)].count;
        std::set<int> reported;
        for (const auto& rule : together_) {
            if (rule.roles != roles) continue;
            const int size = company.size_of(rule.pair->first.index);
            if (size <= places || !reported.insert(company.head(rule.pair->first.index)).second) continue;
            // `count: 1` of a role is reported where the role is read.
            if (roles.size() == 1 && places == 1) continue;
            out_.error("together-too-many", place(*rule.pair), say("check.together_too_many", size, places),
                       say("check.fewer_or_count"));
        }
    }

    const Team& team_;
    const std::vector<Source>& sources_;
    Diagnostics& out_;
    std::vector<PairRule> together_;
    std::vector<PairRule> apart_;
};

}  // namespace

void check_pairs(const Team& team, const std::vector<Source>& sources, Diagnostics& diagnostics) {
    PairChecks{team, sources, diagnostics}.check_rooms();
}

void check_contradictions(const Team& team, const std::vector<Source>& sources, Diagnostics& diagnostics) {
    PairChecks{team, sources, diagnostics}.check_contradictions();
}

}  // namespace teamctl::team
