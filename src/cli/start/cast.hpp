// The people of an example team as its selectors see them, and who stands in their places in a team of one's
// own.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/start/own_team.hpp"
#include "yaml/document.hpp"

namespace teamctl::cli {

using Names = std::vector<std::string>;

/// What somebody of a team is to it.
enum class Standing : std::uint8_t { head, lead, member };

/// The people of an example team.
struct Cast {
    struct Actor {
        std::string id, name, unit, position;
        Standing standing = Standing::member;
    };
    std::vector<Actor> actors;
    Names skills;

    explicit Cast(std::string_view roster);
    /// The positions that people of that standing have, the one that most have first.
    Names positions(Standing standing) const;
    Standing standing_of(std::string_view position) const;
};

/// Who stands where in the new team, and what the positions are called there.
class Parts {
  public:
    Parts(const Cast& cast, const OwnTeam& team);

    Standing standing(std::size_t person) const { return standings_[person]; }
    /// The position of that person as YAML; empty where the example knows none.
    std::string position_of(const OwnPerson& person, Standing standing) const;
    /// The positions of the new team for these; the head's where nobody stands there.
    Names positions(const std::set<Standing>& standings) const;
    /// Whether these are all positions that the team has.
    bool all(const Names& positions) const;

  private:
    const Cast& cast_;
    std::vector<Standing> standings_;
    std::array<Names, 3> names_;  ///< as YAML, by standing
};

/// Selectors of the example in the words of the new team.
class Selectors {
  public:
    Selectors(const Cast& cast, const Parts& parts) : cast_{cast}, parts_{parts} {}
    /// What stands behind `who:`, as the new team says it.
    std::string told(std::string_view selector) const;

  private:
    std::string of_people(const Names& ids) const;
    std::string of_keys(const yaml::Node& who, std::string_view selector) const;
    std::string written(const std::set<Standing>& standings, Names keys) const;

    const Cast& cast_;
    const Parts& parts_;
};

}  // namespace teamctl::cli
