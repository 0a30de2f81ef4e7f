// Leave that is taken in, as lines of leave/YEAR.yaml. Internal to intake/.
#pragma once

#include <vector>

#include "intake/intake.hpp"
#include "team/model.hpp"

namespace teamctl::intake {

class LeaveLines {
  public:
    explicit LeaveLines(const team::Team& team) : team_{team} {}
    /// One day; days of one kind in a row become one line.
    void add(team::PersonId who, Date day, team::LeaveKind kind, team::Half half);
    /// From one day to another.
    void add(const team::Leave& leave);
    bool empty() const { return leave_.empty(); }
    /// Puts the lines among what is written; where they are not wanted, says only how many there are.
    void put(bool wanted, Intake& intake);

  private:
    const team::Team& team_;
    std::vector<team::Leave> leave_;
};

}  // namespace teamctl::intake
