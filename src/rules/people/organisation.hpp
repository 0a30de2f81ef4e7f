// The organisation on one day: who is there, units against their size, levels (D9.1, D11.2, D15.1, D17.3).
#pragma once

#include <string_view>
#include <vector>

#include "rules/people/absences.hpp"
#include "team/people.hpp"

namespace teamctl::rules {

/// Whether a unit has as many people as it says.
enum class SizeState { none, fits, few, many };

/// The team outlives it.
class Organisation {
  public:
    Organisation(const team::Team& team, Date date);

    /// Those who are employed, in roster order.
    std::vector<team::PersonId> employed() const;
    /// Those who have not joined yet, and those who have left.
    std::vector<team::PersonId> coming() const;
    std::vector<team::PersonId> left() const;
    /// `employed`, `left`, `coming`
    std::string_view state_of(team::PersonId person) const;

    /// Of no unit: those without a parent.
    const std::vector<team::UnitId>& units_below(team::UnitId parent) const { return in(parent).units; }
    /// Those whose unit it is, of none of its sub-units: the lead first, then in roster order.
    std::vector<team::PersonId> directly_in(team::UnitId unit) const;
    /// Employed in the unit and its sub-units.
    std::int64_t count(team::UnitId unit) const { return in(unit).count; }
    SizeState size_state(team::UnitId unit) const;
    /// Those of the unit who are away the whole day.
    std::int64_t away_from(team::UnitId unit) const { return in(unit).away; }
    /// How many more would have to be there that day for the unit to have the least of its size.
    std::int64_t missing_in(team::UnitId unit) const;
    /// Whether its lead is employed.
    bool is_led(team::UnitId unit) const;
    std::vector<team::PersonId> of_level(team::Level level) const;
    /// Those employed who report to the person; found for everybody at the first question.
    const std::vector<team::PersonId>& reports_of(team::PersonId person);

  private:
    /// What is found of a unit in one walk over people and units.
    struct InUnit {
        std::vector<team::UnitId> units;
        std::vector<team::PersonId> people;  ///< of the unit itself, in roster order
        std::int64_t count = 0;              ///< with sub-units
        std::int64_t away = 0;
    };

    std::vector<team::PersonId> in_state(std::string_view state) const;
    const InUnit& in(team::UnitId unit) const { return units_[static_cast<std::size_t>(unit.index + 1)]; }
    InUnit& in(team::UnitId unit) { return units_[static_cast<std::size_t>(unit.index + 1)]; }
    void add_up();

    const team::Team& team_;
    Date date_;
    Absences absences_;
    std::vector<InUnit> units_;                         ///< those of no unit first, then by unit
    std::vector<std::vector<team::PersonId>> reports_;  ///< by person; empty until asked for
};

}  // namespace teamctl::rules
