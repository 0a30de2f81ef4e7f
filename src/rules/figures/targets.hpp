// Targets and their exact split (teamctl-rules(7), example 8; D9.2).
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/period.hpp"
#include "rules/context.hpp"

namespace teamctl::rules {

/// Whose figure it is: a person, a unit with its sub-units, or (neither) the whole team; with both, what the person
/// did while in the unit.
struct Subject {
    team::PersonId person;
    team::UnitId unit;

    bool is_team() const { return !person && !unit; }
};

/// Whether a person's figures of that day belong to the subject; nobody's belong to the team alone.
bool belongs(const team::Team& team, team::PersonId who, const Subject& subject, Date date);
/// Whether those of some day of the period do.
bool belongs_in(const team::Team& team, team::PersonId who, const Subject& subject, const Period& period);

/// A target's amount (fen for money metrics, else hundredths of the plain number), and the line it is from.
struct Share {
    std::int64_t amount = 0;
    const team::Target* from = nullptr;
    bool split = false;  ///< not written itself: a share of the line, or a sum of shares
};

/// The amount in `count` parts that add up to it; what does not divide goes to the first ones.
std::vector<std::int64_t> split(std::int64_t amount, std::size_t count);

/// The units without sub-units that hold people on that day, in the order of the roster.
std::vector<team::UnitId> leaf_units(const team::Team& team, Date date);

/// Targets of one metric in one period; who is in which unit is decided by its last day.
class TargetTree {
  public:
    TargetTree(const team::Team& team, std::string_view metric, const Period& period);

    /// What the subject is to reach. A person: the written share, else a part of the nearest unit's target
    /// that is split by person, else of the team's. A unit: the written share, else a part of the team's
    /// target split by unit, else the sum of its sub-units' where each has one, else of its people's. The
    /// team: the written line, else such sums.
    std::optional<Share> of(const Subject& subject) const;

    const Period& period() const { return period_; }
    const team::Target* whole() const { return whole_; }
    /// The lines written for single people and units, in the order of the file.
    const std::vector<const team::Target*>& written() const { return written_; }

  private:
    void allot_to_people(const team::Target& line, team::UnitId unit);
    void allot_to_units(const team::Target& line);
    std::optional<Share> sum_of_people(team::UnitId unit) const;
    /// Nothing unless every unit below has a target of its own.
    std::optional<Share> sum_of_units(team::UnitId above, int depth) const;

    const team::Team& team_;
    Period period_;
    const team::Target* whole_ = nullptr;
    std::vector<const team::Target*> written_;
    std::vector<std::optional<Share>> people_;
    std::vector<std::optional<Share>> units_;
};

/// The subject's target over a period. Where none is written for the period itself, the sum of its quarters
/// or months, if each of them has one.
std::optional<Share> target_of(const team::Team& team, std::string_view metric, const Period& period,
                               const Subject& subject);

/// The people's shares that stand beside the subject's: of the team or a unit those of its people; of a
/// person whose share comes out of a split, the others of that line, and the written ones; of a written one
/// none.
std::vector<std::pair<team::PersonId, Share>> shares_beside(const team::Team& team, const TargetTree& tree,
                                                            const Subject& subject);

/// Written shares that do not add up to the target above them.
struct TargetGap {
    const team::Target* whole = nullptr;
    std::vector<const team::Target*> parts;
    std::int64_t sum = 0;
    /// sum - whole
    std::int64_t difference() const { return sum - whole->amount; }
};

/// Every target whose written shares are too much together, or, where all are written, too little. With
/// `stretch: {personal: ...}` personal targets may add up to more (D14.4).
std::vector<TargetGap> target_gaps(const team::Team& team);

}  // namespace teamctl::rules
